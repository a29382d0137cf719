// Small words of English that keep names, roles and verbs apart. Folded: lower case.

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** Capitalised at the start of a sentence without being a name. */
export const NOT_NAMES = list(`
  a about above according across actually after afterwards again against ago all almost along already also although
  altogether always amid among an and another any anyone anything apart apparently are around as aside ask asked at away
  back based be because been before behind being below beside besides between beyond both but by can cannot certainly
  clearly come compared concerning could currently dear despite did do does don't doing done down due during each earlier early
  either eleven eight eighty else elsewhere even eventually ever every everyone everything exactly except few fewer fifty finally first
  five following for former fortunately forty four from further furthermore get given go going good got had half has have having he he's
  hello hence her here here's hers herself him himself his how however hundreds i i'd i'll i'm i've if in indeed initially inside instead into is it it's its
  itself just last late later latest less let let's like likewise look many maybe me meanwhile might mine more moreover most much must my
  nearly neither never nevertheless new next nine ninety no nobody none nonetheless nor not nothing notably now obviously of off often oh okay
  on once one only opposite or originally other others otherwise our ours out outside over overall own part particularly
  perhaps please plus presently previously prior probably put quite rather recent recently regarding reportedly
  right say second secondly seven seventy several shall she she's should similarly simply since six sixty so some somebody someone something
  sometimes soon sorry still such suddenly sure ten thank thanks that that's the their theirs them themselves then there there's thereafter
  therefore these they they're they've third this those though thousands three through throughout thus till to today together tomorrow
  tonight too toward towards twelve twenty two under underneath undoubtedly unfortunately unless unlike until up upon us usually very via was
  we we'll we're we've well were what what's whatever when whenever where whereas wherever whether which whichever while who whoever
  whom whose why will with within without would yeah yes yesterday yet you you'll you're you've young your yours yourself zero
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer autumn winter mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** Nouns and participles that often open a sentence or a heading; inside a run of capitals they may belong to a name. */
export const OPENERS = list(`
  morning evening afternoon night image photo file credit source video read watch listen updated published advertisement related
  speaking asked talking writing responding commenting addressing appearing quoting referring pressed told adding citing calling describing
  experts analysts officials critics scientists researchers residents witnesses police authorities people supporters opponents
  members leaders lawmakers doctors students teachers workers parents families investigators prosecutors lawyers diplomats economists
  sources reports media figures data results estimates polls studies women men children
`);

/** Joins two capitalised parts of one personal name: "Ursula von der Leyen", "Osama bin Laden". */
export const NAME_PARTICLES = list(`
  al el bin ibn bint ben abu abd ul ur ud uz us-salam e der den und op het aan vander van von vom zu zum ter ten de del della di da do dos das du des
  la le las los lo y i san st ap af av bar o' mac mc wa ole arap ould ap ferch ui nic uz
`);

/** Words that end a description when met on the way left from a name, and words a role never holds. */
export const PREPOSITIONS = list(`
  of for to from with in at by on about against over near under into through between among during after before since
  without within toward towards behind despite like as than via per close including amid alongside
`);

export const DETERMINERS = list(
  `the a an this that these those its his her their our my your some any every each no one another both all`,
);

/** Verbs beside a name that show its bearer speaks. The full lexicon with its frames is the cue list; these only weigh names. */
export const SPEECH_VERBS = list(`
  said says say saying told tells tell telling added adds add adding asked asks ask asking argued argues argue arguing
  announced announces acknowledged acknowledges admitted admits agreed agrees alleged alleges advised answered asserted
  asserts assured believes believed blamed boasted called calls cautioned claimed claims commented comments complained
  conceded concluded confirmed confirms contended contends continued countered criticised criticized declared declares
  declined demanded denied denies described describes disclosed emphasised emphasized estimated estimates exclaimed
  expects explained explains expressed feared felt hinted hopes hoped indicated insisted insists joked lamented learned
  maintained maintains mentioned muttered noted notes objected observed observes ordered pleaded pledged pointed posted
  predicted predicts proclaimed promised promises proposed protested questioned quipped read reads recalled recalls
  reckons recommended recounted reiterated rejected remarked remembered replied replies reported reports responded
  responds retorted revealed reveals shouted signalled signaled speculated spoke stated states stressed stresses
  suggested suggests swore telling testified thinks thought threatened tweeted tweets understands urged urges vowed vows
  wanted wants warned warns welcomed whispered wondered worries writes wrote yelled
`);

/** Other frequent verbs that may follow a subject; they mark the words before as one. */
export const PLAIN_VERBS = list(`
  is was were are has have had will would can could may might must should did does do became began came got gave went
  made took saw knew left led lost won met paid ran sat sent set stood stopped started tried used visited voted walked
  watched worked appeared arrived attended accused apologised apologized backed bought brought built chose died faced
  failed fell fled flew found fought grew heard held helped joined kept kicked launched lives married moved need
  needs opened played plays pulled pushed put refused released remains resigned retired returned rose scored
  seeks served signed sought spent supported thanked turned wants wore launched faces leads heads lives works serves
  resisted beat defeated
`);
