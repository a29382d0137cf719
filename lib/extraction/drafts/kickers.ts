import type { CastWords } from "../languages";
import { isHeading } from "../text";

const NO_SPEAKER =
  /^(?:Note|Notes|Update|Updated|Photo|Photos|Video|Watch|Read|Read more|See also|Related|Correction|Clarification|Source|Sources|Editor’s note|Editor's note|Image|Credit|Warning|Spoiler|Exclusive|Breaking|Analysis|Opinion|Review|Fact check|Fact Check|Poll|Report|Study|Listen|Follow|Contact|Tags|Topics|More|Also|Plus|Example|Question|Answer|Full text|FULL TEXT|ABSTRACT|UPDATE|WATCH|VIDEO|PHOTO|PHOTOS|READ|NOTE|BREAKING|EXCLUSIVE|Subject|To|From|Re|Date|Time|Place|Location|When|Where|Who|What|Why|How|The Latest|Recipe|Obituary|Quiz|Podcast|Live|Profile|Interview|Explainer|Explained|Letters?|Editorial|Column|Comment|Caption|Gallery|Timeline|Factbox|Weather|Sports?|News|Today|Feature|Essay|Recap|Preview|Guide|Books?|Films?|Maps?|Charts?|Data|Q&A|In pictures|In brief|Newsletter|Alert|Just in|Just In|Developing|Above|Below|Left|Right|Top|Bottom|Inset|Pictured|Centre|Center|From left|Clockwise|Resolved|Actions?|Agreed|Decisions?|Decided|Apologies|Absent|In attendance|Minutes|Agenda|Matters arising|AOB|Motion|Votes?|Results?|Outcome|Recommendations?|Recommended|Noted|Proposed|Seconded|Carried|Next meeting|Budget|Deadline|Handball|Football|Soccer|Rugby|Cricket|Tennis|Athletics|Cycling|Hockey|Ice hockey|Basketball|Volleyball|Boxing|Rowing|Swimming|Skiing|Biathlon|Golf|Motorsport|Racing|Chess|Darts|Olympics|Politics|Business|Economy|Markets|Money|Culture|Arts|Music|Theatre|Science|Technology|Environment|Climate|Crime|Travel|Lifestyle|Religion|Totals?|Headline|Key points?|Score|Half-time|Full-time|Scorers?|Attendance|Verdict|Sentence|Charge|Charges|Survivors|Services?|Born|Died)$/u;
// "QUOTE OF THE DAY: …"
const OF_THE_DAY =
  /\s(?:of|OF|Of) (?:the|THE|The) (?:day|DAY|Day|week|WEEK|Week|month|MONTH|Month|match|MATCH|Match|night|NIGHT|year|YEAR|Year)$/u;
// "Storm Latest: …", "About NordGrid: …"
const OVER =
  /^(?:About|Inside|Meet|Explained|Revealed|Watch)\s\S|\s(?:[Ll]atest|[Ll]ive|[Uu]pdates?|[Ee]xplained|[Bb]log|[Pp]review|[Rr]esults|[Ss]cores|[Rr]ecap|[Tt]imeline|[Ff]orecast)$/u;
/** Whether a label is a heading: "LIVE" and "Live" are one. */
export function isKicker(name: string): boolean {
  const isShout = name.length > 3 && name === name.toUpperCase();
  return (
    isHeading(name) ||
    NO_SPEAKER.test(name) ||
    OVER.test(name) ||
    OF_THE_DAY.test(name) ||
    (isShout && NO_SPEAKER.test(`${name[0]}${name.slice(1).toLowerCase()}`))
  );
}

/** Whether a noun in ordinary letters stands for somebody who can speak: "mayor", "union", "police". */
export const isVoice = ({ roleNouns, collectiveNouns, bodyNouns }: CastWords, lower: string): boolean =>
  [lower, lower.replace(/s$/u, ""), lower.replace(/es$/u, "")].some((word) => roleNouns.has(word)) ||
  collectiveNouns.has(lower) ||
  bodyNouns.has(lower);
