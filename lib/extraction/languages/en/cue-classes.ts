import type { Token } from "../../text";
import { WordMemory } from "../../weights";
import counted from "./cue-forms.json" with { type: "json" };
import { auxiliaries, nominalCues, quotingVerbs } from "./cues";
import { stemOf } from "./lemmas";

// Verbs by what they do with a statement. A class carries weight of its own, so that a rare verb ("averred") is
// treated like its commoner sisters. A verb may belong to several classes.
const VERBS: Readonly<Record<string, string>> = {
  say:
    "say state add note observe remark mention comment declare announce proclaim assert contend maintain argue claim allege insist " +
    "stress emphasize emphasise underline underscore reiterate repeat affirm reaffirm confirm explain clarify elaborate reveal disclose " +
    "divulge report point acknowledge admit concede confess recall recount continue conclude reckon opine aver avow posit postulate " +
    "quip joke boast brag lament complain grumble gripe fume vent muse speculate surmise testify depose swear write tweet retweet post " +
    "blog exclaim shout yell scream whisper mutter murmur groan gush enthuse crow deadpan interject intone volunteer venture offer " +
    "counter rejoin retort reply respond answer chime chip finish begin specify stipulate detail relay relate narrate vouch attest certify",
  tell: "tell inform assure reassure remind notify advise brief convince persuade warn caution promise alert apprise update lecture teach show",
  ask: "ask wonder inquire enquire query question ponder demand quiz press",
  urge:
    "urge implore beseech beg exhort encourage press pressure order instruct direct command demand request invite appeal plead challenge " +
    "call dare counsel advise ask tell warn lobby prod nudge entreat summon authorize authorise require recommend propose suggest advocate",
  accuse:
    "accuse blame charge fault indict suspect acquit convict absolve accuse chide scold reproach rebuke upbraid admonish berate",
  deny: "deny dismiss reject refute rebut repudiate dispute disavow disown contradict discount downplay scoff brush rubbish decline refuse",
  label:
    "call describe label brand dub term characterize characterise portray paint depict liken compare denounce decry deride condemn hail " +
    "praise laud applaud commend welcome slam blast attack rip lambast lambaste castigate criticize criticise bash mock ridicule flay " +
    "skewer hammer excoriate savage assail pillory tout bill cast deem brand-mark salute thank congratulate defend justify",
  warn: "warn caution threaten vow pledge promise predict forecast project foresee anticipate estimate guarantee swear undertake",
  hint: "hint suggest imply indicate signal intimate insinuate allude refer cite invoke quote mention telegraph",
  think:
    "think believe feel know understand consider suspect assume suppose presume reckon figure guess realize realise recognize recognise " +
    "see view regard judge imagine doubt concede accept learn remember forget conclude sense perceive dream",
  hope: "hope fear worry wish want expect desire long prefer need dread regret lament rue mourn despair love hate like dislike enjoy",
  intend:
    "intend plan aim seek try attempt mean decide choose resolve determine vow propose prepare agree refuse decline offer",
  agree:
    "agree disagree concur accept back support endorse oppose favor favour approve vote second echo share differ object protest",
  show: "show find suggest indicate reveal demonstrate prove confirm estimate conclude reflect document record detail illustrate establish read",
  rule: "rule decide find hold determine order decree decree uphold declare conclude recommend",
  express:
    "express voice convey offer issue raise register articulate air echo reiterate communicate profess exude show vent",
  talk: "talk speak discuss debate address argue chat converse gossip rant rail inveigh fulminate elaborate dwell touch",
};

const classes = new Map<string, string[]>();
for (const [name, verbs] of Object.entries(VERBS)) {
  for (const verb of new Set(verbs.split(" "))) {
    const stem = stemOf(verb, "VB");
    classes.set(stem, [...(classes.get(stem) ?? []), name]);
  }
}

/** The classes of a verb by its stem; none for a verb that reports nothing. */
export function classesOf(stem: string): readonly string[] {
  return classes.get(stem) ?? [];
}

// verbs that are no verbs of saying elsewhere, but are beside a quotation
const TAGS_ONLY = new Set(
  (
    "sing rap chant recite croon snap bark sigh laugh chuckle cheer roar tease pray plead gasp holler sputter cry sob radio text " +
    "cable message email e-mail phone bellow growl hiss mumble stammer whimper wail howl grunt moan blurt drawl shrug grin smile " +
    "type scribble scrawl pen jot joke plead sneer thunder rage seethe coo purr squeal shriek spit"
  )
    .split(" ")
    .map((verb) => stemOf(verb, "VB")),
);
const TAGS_A_QUOTATION = new Set(["say", "ask", "tell", "warn", "urge", "hint", "think", "agree"]);

/** Whether a verb, in any form, can stand in the tag of a quotation. */
export function isVerbOfSaying(base: string): boolean {
  return classesOf(stemOf(base, "VB")).some((name) => TAGS_A_QUOTATION.has(name));
}

/** Whether a word, as a past or present form, is a verb that can stand in the tag of a quotation: "…,” Lund declared". */
export function canTagQuotation(lower: string): boolean {
  const tag = lower.endsWith("ed") ? "VBD" : lower.endsWith("s") ? "VBZ" : null;
  if (tag === null || quotingVerbs.includes(lower)) return quotingVerbs.includes(lower);
  const stem = stemOf(lower, tag);
  return TAGS_ONLY.has(stem) || classesOf(stem).some((name) => TAGS_A_QUOTATION.has(name));
}

const forms = new Set(counted.forms.split(" "));
const seen = new WordMemory(look);
const TAGS_BY_ENDING = [
  [/ing$/, "VBG"],
  [/ed$/, "VBD"],
  [/s$/, "VBZ"],
  [/$/, "VB"],
] as const;

/**
 * Whether a word, whatever its part of speech, is worth a closer look as a cue: it was one often enough in the counted
 * articles, or it is a form of a verb or noun of the lexicon.
 */
export function mayReport(lower: string): boolean {
  return seen.of(lower);
}

const seenPrinted = new WordMemory((text) => look(text.toLowerCase()));

/** The same for a token, whose number finds what is known of its word at once. */
export function tokenMayReport({ word, text }: Pick<Token, "word" | "text">): boolean {
  return seenPrinted.ofNumbered(word, text);
}

function look(lower: string): boolean {
  if (forms.has(lower)) return true;
  if (auxiliaries.has(lower)) return false;
  if (nominalCues.has(lower) || nominalCues.has(stemOf(lower, "NNS"))) return true;
  return TAGS_BY_ENDING.some(([ending, tag]) => ending.test(lower) && classes.has(stemOf(lower, tag)));
}
