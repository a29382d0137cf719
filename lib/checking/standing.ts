import { toldAround } from "./beside";
import type { Placed } from "./changes";
import type { Claimed } from "./draft";
import type { FindingLabel } from "./model";
import { sentenceAround, sentenceEnd } from "./sentences";
import { isNamedIn } from "./speakers";
import type { Voice } from "./voices";
import type { Said } from "./worst";

const MEANT: ReadonlySet<FindingLabel> = new Set(["not_found", "paraphrase_in_marks"]);
const STANDINGS = {
  corrected: "was corrected after it was published",
  retracted: "was retracted",
  reversed: "was reversed: the speaker took it back or says the contrary now",
} as const;
const SEALS = { off_record: "is off the record", embargoed: "is under an embargo" } as const;
const MOST_NEXT = 90;
const NEVER_SAID =
  /(?<!\p{L})(?:misquot\w*|misattribut\w*|falsely attributed|wrongly attributed|never said|did(?:\s+not|n['’]t) (?:say|tell|use|utter|describe|call)(?! (?:(?:\p{L}+ )?(?:whether|if|how|when|why|where|what|who|which|anything|more)(?!\p{L})))|fabricat\w*|made[- ]up|invented (?:the )?quot\w*|den(?:ies|ied|ying) (?:ever )?(?:having )?(?:ever )?(?:said|saying|use|using|made|making|called|calling|told|telling|uttered|written|writing))(?!\p{L})/iu;
/** "It says that I called them thieves. I said nothing of the kind." */
const NO_SUCH_THING =
  /^\s*["“]?(?:i|he|she|they|we|dr|mr|mrs|ms)\s(?:\p{L}+\s){0,3}?(?:said|wrote|did|never said|told \p{L}+)\s(?:nothing of the (?:kind|sort)|no such thing|(?:any|such)thing of the (?:kind|sort))/iu;
const CORRECTION =
  /^[^\w\n]*(?:\d{1,2}[:.]\d\d\W+)?(?:corrections?|clarification|editor['’]s note|correction and clarification|berichtigung|korrektur|corrección|fe de errores)\b|\b(?:an earlier version of|a previous version of|an earlier (?:post|edition|report)|originally (?:said|stated|reported|misquoted)|this (?:story|article) has been corrected)\b/imu;

/** Whether what was found still holds, and whether it was said at all. */
export function standingOf(
  { placed, voice }: { readonly placed: Placed; readonly voice: Voice },
  label: FindingLabel,
): Said | null {
  const { statement } = voice;
  if (statement === null) return inText(placed);
  const { standing } = statement;
  if (standing === "off_record" || standing === "embargoed")
    return { label: "sealed", reason: `The statement ${SEALS[standing]}: it may not be printed.` };
  if (statement.doubt !== null)
    return {
      label: "disputed",
      reason: `Whether this was said is in doubt: the record has it as ${statement.doubt}.`,
    };
  if (MEANT.has(label)) return null;
  if (placed.source.isFormer)
    return { label: "corrected", reason: `This is a former wording. In force is “${statement.wording}”.` };
  if (standing !== "stands") return { label: "corrected", reason: `The statement ${STANDINGS[standing]}.` };
  return null;
}

const SURELY = 0.9;
const FEWEST_WORDS = 3;

/** What another place says of the same words: that they were corrected, or never said. */
export function standingElsewhere(claim: Claimed, all: readonly Placed[], best: Placed): Said | null {
  for (const other of all) {
    if (other === best || other.likeness < SURELY || other.draftWords.length < FEWEST_WORDS) continue;
    if (other.blocks.some(({ draft, record }) => [...draft, ...record].some(({ value }) => value !== null)))
      continue;
    const said = isNamedIn(claim, other.source) ? inText(other) : null;
    if (said !== null) return said;
  }
  return null;
}

/** What a text itself says of words that it quotes: a correction, or that they were never said. */
function inText({ source, start, end }: Placed): Said | null {
  if (source.statement !== null) return null;
  const [from, to] = sentenceAround(source.text, start, end);
  // “… the labels of anything”. She did not say this.
  const next = sentenceEnd(source.text, Math.min(source.text.length, to + 2));
  const sentence = source.text.slice(from, next - to < MOST_NEXT ? next : to);
  // “I never said it was mine”: what the speaker says of others' words, or of former ones, is in marks
  const told = toldAround(source.text, [from, from + sentence.length], start, end);
  if (NO_SUCH_THING.test(source.text.slice(to, next)))
    return { label: "disputed", reason: "The record reports these words to say that they were not said." };
  const line = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, to);
  const isNote =
    CORRECTION.test(line) || CORRECTION.test(source.text.slice(0, HEAD_UTF16).split("\n")[0] ?? "");
  const stop = source.text.indexOf("\n", to);
  const rest = source.text.slice(to, stop < 0 ? source.text.length : stop);
  const isWrong = WRONG.test(source.text.slice(from, to));
  // “… misquoted her. She said: …”: other words stand in their place
  if (isNote && isWrong && RIGHT.test(rest))
    return {
      label: "corrected",
      reason: "The record quotes these words in a correction, and has others for them.",
    };
  if (isTakenBack(source.text.slice(Math.max(from, start - WITHDRAWN_UTF16), start)))
    return { label: "corrected", reason: "The record has the speaker take these words back." };
  if (NEVER_SAID.test(told) && /["“„«‘']/u.test(sentence))
    return { label: "disputed", reason: "The record quotes these words to say that they were not said." };
  // what a correction puts in the place of the wrong words holds
  if (!isNote || (!isWrong && WRONG.test(line))) return null;
  if (!CORRECTION.test(line) && !isWrong) return null;
  return { label: "corrected", reason: "The record quotes these words in a correction." };
}

const WITHDRAWN_UTF16 = 300;
const WITHDRAWS =
  /(?<!\p{L})(?:withdr(?:ew|aws?|awn|awing)|t(?:ook|akes?|aken|aking) back|retract(?:s|ed|ing)?|apologi[sz](?:e[sd]?|ing) for|disown(?:s|ed|ing)?|regret(?:s|ted|ting)?|(?:walk|row)(?:s|ed|ing)? back(?: from| on)?)\s+(?:[\p{L}’'-]+\s+){0,4}?(?:remarks?|comments?|claims?|statements?|words?|phrases?|posts?|tweets?|descriptions?|accusations?|allegations?|suggestions?|promises?|pledges?|calling|saying|describing|telling|writing|claiming)(?!\p{L})([^“”".;]*)["“„«‘]?\s*$/iu;

/** "Withdrew a remark in which he called them “…”": what stands in the marks is what is taken back. */
function isTakenBack(before: string): boolean {
  const rest = WITHDRAWS.exec(before)?.[1];
  return (
    rest !== undefined &&
    !/[,:]\s*(?:[\p{L}’'-]+\s+){0,3}?(?:say|said|tell|told|add|explain|insist|writ|wrote)|:\s*$/iu.test(rest)
  );
}

const HEAD_UTF16 = 80;
const WRONG =
  /(?<!\p{L})(?:(?:an?|the|our) (?:article|report|story|headline|piece|item|caption|interview|post|column|profile|obituary)(?:,? (?:\p{L}+ )?(?:on|of|in|about|published|headlined|dated|from|last)(?: [^.;:“”"]{1,60}?)?)? (?:quoted|misquoted|said|stated|gave|reported|described|attributed|named|had)|an? (?:earlier|previous|former) (?:version|post|edition|report|article|story)|originally|we (?:wrote|reported|said|stated|quoted|wrongly|incorrectly|mistakenly)|misquot\p{L}*|misstat\p{L}*|misreport\p{L}*|wrongly|incorrectly|mistakenly|erroneously|in error)(?!\p{L})/iu;
/** What the right words stand behind. */
const RIGHT =
  /(?<!\p{L})(?:in fact|rather|instead|actually|correctly|the correct|should (?:have|be|read)|(?:he|she|they|it|we|(?:the|this) (?:number|figure|sum|amount|date|year|name|quotation|quote|words?)|(?:mr|mrs|ms|dr)\.? \p{L}+) (?:actually |in fact )?(?:said|is|was|are|were|read))(?!\p{L})/iu;
