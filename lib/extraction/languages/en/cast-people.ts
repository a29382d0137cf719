// Words that say "a person follows" or "this phrase is a person": honorifics, ranks, roles, trades and kin.
// One list a line of reasoning; `m` and `f` carry gender, everything else is neutral.

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/u);
}

/** Honorifics and ranks that stand directly before a name, folded, without their full stop. */
export const TITLES: ReadonlySet<string> = new Set(
  list(`
  mr mrs ms miss mx dr doctor prof professor sir lord lady dame baroness baron earl viscount countess duke duchess
  king queen prince princess pope emperor empress sultan emir crown
  father fr sister brother rev reverend pastor imam sheikh shaikh sheikha mullah maulana maulvi mufti ayatollah allamah
  rabbi archbishop bishop cardinal deacon canon monsignor swami guru pandit
  gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral brig
  brigadier cmdr commander marshal commodore cdr specialist ensign
  det detective insp inspector supt superintendent constable pc dc dci di officer sheriff deputy commissioner marshal
  judge justice magistrate sen senator rep representative gov governor mayor cllr councillor councilman councilwoman
  councilmember assemblyman assemblywoman assemblymember congressman congresswoman alderman
  president premier chancellor minister secretary ambassador envoy speaker hon honourable honorable
  shri sri smt thiru kumari begum adv engr alh barr alhaji alhaja chief-justice otunba retd haji hajji hafiz qari ustad señor senor señora senora don doña dona monsieur mme mlle
  madame herr frau coach chef attorney spokesman spokeswoman spokesperson gov-elect president-elect dep asst acting
`),
);

/** Titles a single name cannot do without: "Mullah Yaqoob", "Pope Francis", "Lord Hague" keep them in the canonical name. */
export const KEPT_TITLES: ReadonlySet<string> = new Set(
  list(`lord lady baroness king queen prince princess pope emperor empress sultan emir mullah maulana maulvi mufti
  ayatollah sheikh shaikh sheikha sister brother father haji hajji dame imam swami guru begum duke duchess earl`),
);

export const MALE_WORDS: ReadonlySet<string> = new Set(
  list(`
  mr sir lord baron earl duke king prince pope emperor sultan emir father fr brother imam sheikh shaikh mullah maulana
  maulvi mufti ayatollah rabbi cardinal monsignor pandit shri sri haji hajji señor senor monsieur herr
  spokesman chairman congressman councilman assemblyman alderman policeman fireman businessman salesman sportsman
  fisherman cameraman frontman batsman midshipman anchorman craftsman nobleman clergyman statesman
  man boy son husband uncle nephew grandfather grandson stepfather boyfriend widower actor waiter monk priest
  gentleman guy groom dad daddy grandpa stepson fiancé ombudsman footballer linebacker quarterback
`),
);

export const FEMALE_WORDS: ReadonlySet<string> = new Set(
  list(`
  mrs ms miss lady dame baroness countess duchess queen princess empress sheikha smt kumari begum señora senora doña
  madame mme mlle frau spokeswoman chairwoman congresswoman councilwoman assemblywoman policewoman businesswoman
  sportswoman anchorwoman noblewoman stateswoman woman girl daughter wife aunt niece grandmother granddaughter mother
  stepmother girlfriend widow actress waitress nun hostess heiress midwife mum mom mummy grandma stepdaughter fiancée
  ballerina headmistress landlady schoolgirl
`),
);

/** Nouns that can head a description of one person. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  list(`
  abbot academic accountant accuser activist actor actress adjutant administrator admiral adviser advisor advocate agent
  agronomist aide alderman ally ambassador analyst anchor anchorman anchorwoman announcer anthropologist applicant
  archaeologist archbishop architect archivist artist assassin assemblyman assemblymember assemblywoman assistant
  associate astronaut astronomer athlete attacker attendant attorney aunt author ayatollah backer bailiff baker
  ballerina banker barber baron baroness barrister bartender batsman biographer biologist bishop blogger boss botanist
  bowler boxer boy boyfriend broadcaster broker brother builder businessman businessperson businesswoman buyer cameraman
  campaigner candidate captain cardinal caretaker carer cartoonist cashier celebrity ceo cfo chair chairman chairperson
  chairwoman champion chancellor chaplain chef chemist chief child choreographer cio citizen cleric clerk climatologist
  climber clinician coach coauthor co-author co-chair co-creator co-director co-founder co-owner co-star cofounder
  collector colleague colonel columnist comedian commander commentator commissioner committeeman companion compere
  complainant composer comptroller conductor congressman congresswoman conservationist constable consul consultant
  contractor contributor convener cook coordinator coo coroner correspondent councillor councilman councilmember
  councilor councilwoman counsel counsellor counselor counterpart cousin creator cricketer critic crusader cto curator
  customer cyclist dad dancer daughter dean defector defendant defender delegate demonstrator dentist deputy dermatologist
  designer detective developer dictator dietitian diplomat director dissident doctor donor driver ecologist economist
  editor educator electrician emeritus emissary employee employer engineer entrepreneur envoy epidemiologist evangelist
  examiner ex-husband ex-wife executive exile expert explorer eyewitness facilitator fan farmer father fellow fighter
  filmmaker financier firefighter fisherman footballer forecaster foreman founder friend fugitive fundraiser gardener
  gendarme general geneticist geographer geologist geophysicist girl girlfriend goalkeeper governor graduate grandfather
  grandmother grandson granddaughter guard guardian guest guide guitarist gunman gymnast hacker head headmaster
  headteacher heir historian holder homeowner host hostage hunter husband hydrologist illustrator imam immunologist
  influencer informant inmate inspector instructor insurgent intern interpreter inventor investigator investor jockey
  journalist judge jurist juror justice keeper killer king landlord lawmaker lawyer leader lecturer legislator librarian
  lieutenant linguist lobbyist magistrate major man manager marshal mathematician mayor mechanic mediator medic member
  mentor merchant meteorologist microbiologist midfielder midwife migrant militant miner minister missionary mother moderator
  monk mother mountaineer mp msp mufti musician nationalist naturalist navigator negotiator neighbor neighbour nephew
  neurologist neuroscientist niece novelist number nun nurse nutritionist observer oceanographer officer official
  ombudsman oncologist operator opponent organiser organizer owner paediatrician painter paramedic parent parishioner
  parliamentarian participant partner passenger passerby pastor pathologist patient patron peer pediatrician performer
  pharmacist philanthropist philosopher photographer physician physicist physiotherapist pianist pilot pioneer plaintiff
  planner player playwright plumber poet policeman policewoman politician pollster pontiff pope porter poster premier
  presenter president priest prime-minister prince princess principal prisoner producer professor programmer prosecutor
  protester protestor provost psychiatrist psychologist publicist publisher quarterback queen rabbi racer radiologist
  ranger rapper rapporteur reader rebel rector referee refugee registrar regulator relative reporter representative
  researcher resident reviewer rider rival runner sailor salesman saleswoman saxophonist scholar scientist screenwriter
  sculptor secretary secretary-general seismologist seller senator sergeant sheriff shopkeeper singer sister skipper
  smuggler sociologist soldier solicitor son songwriter source speaker specialist spokesman spokesperson spokeswoman
  sprinter staffer star statesman statistician steward strategist striker student sultan superintendent supervisor
  supporter surfer surgeon surveyor survivor suspect swimmer tailor teacher technician technologist teenager tenant
  terrorist theologian therapist tourist toxicologist trader trainer translator treasurer trustee tutor tweeter uncle
  undersecretary user veteran vet veterinarian viceroy victim villager vicar violinist virologist visitor volunteer voter
  waiter waitress warden warlord watchdog whistleblower whistle-blower widow widower wife winemaker winner witness woman
  worker wrestler writer youth youngster zoologist
  beekeeper bellringer bookbinder bricklayer caterer crofter fishmonger florist gamekeeper groundsman horticulturist
  ironmonger joiner lifeguard lighthouse-keeper linesman locksmith midwife milliner nurseryman optician paramedic piper
  plasterer postmaster postmistress roofer sexton shepherd signalman signwriter skater stationmaster stonemason
  tiler umpire upholsterer usher verger watchmaker weaver welder wheelwright
`),
);

/** Adjectives and particles that belong to a role before a name ("former", "deputy", "acting"). */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  list(`
  acting assistant associate chief current deputy emeritus ex executive ex-president first former general head
  honorary incoming interim joint junior late lead managing national newly-elected outgoing permanent prime principal
  retired second senior shadow special then under vice veteran elder founding longtime long-time fellow foreign
`),
);

/** Pronouns by what they can stand for. */
export const PRONOUNS: ReadonlyMap<
  string,
  "m" | "f" | "they" | "it" | "first" | "first-plural" | "second" | "who"
> = new Map([
  ...list("he him his himself").map((word) => [word, "m"] as const),
  ...list("she her hers herself").map((word) => [word, "f"] as const),
  ...list("they them their theirs themselves themself").map((word) => [word, "they"] as const),
  ...list("it its itself").map((word) => [word, "it"] as const),
  ...list("i me my mine myself").map((word) => [word, "first"] as const),
  ...list("we us our ours ourselves").map((word) => [word, "first-plural"] as const),
  ...list("you your yours yourself yourselves").map((word) => [word, "second"] as const),
  ...list("who whom whose that which").map((word) => [word, "who"] as const),
]);
