import { normaliseName } from "@/lib/text";
import { toldAround, withoutMarks } from "./beside";
import type { Source } from "./material";
import { isSamePerson, nameWords } from "./names";
import { sentenceAround } from "./sentences";
import { turnsIn } from "./turns";

const OUTLET =
  "(?:the\\s)?\\p{Lu}[\\p{L}\\p{N}’'.&-]*(?:\\s(?:of\\s|and\\s|&\\s|del?\\s|la\\s)?\\p{Lu}[\\p{L}\\p{N}’'.&-]*){0,5}";
const TO =
  "(?:told|tells|telling|in an interview with|in a conversation with|in an interview for|speaking to|talking to|spoke to|speaking with|in an e-?mail to|in a letter to|wrote to|gegenüber(?: de[rm])?|sagte de[rm]|dijo a(?: la|l)?|declaró a(?: la|l)?)";
/** To whom a text has somebody speak, by name or by what they are. */
const ADDRESSED = new RegExp(`(?<!\\p{L})${TO}\\s(${OUTLET})`, "gu");
const SAID_TO_SOMEBODY = new RegExp(
  `(?<!\\p{L})${TO}\\s(?:${OUTLET}|(?:the\\s|a\\s|an\\s|his\\s|her\\s)?(?:reporters|journalists|court|jury|inquiry|committee|inquest|hearing|crowd|conference|parliament|council|councillors|members|meeting|bench|magistrates))(?!\\p{L})`,
  "u",
);
/** Where somebody speaks rather than to whom: compared as an occasion. */
const INSTITUTION =
  /^(?:house|commons|lords|mps?|parliament|senate|senators|congress|assembly|court|committee|council|councillors|deputies|members|bundestag|landtag|congreso|senado|cortes|jury|inquiry)$/u;
const HEARD =
  /\b(?:radio|studio|tv|television|podcast|interview|magazine|talk show|book hour|inquiry|committee|hearing)\b/iu;
const REACH_UTF16 = 20_000;

/** Somebody whom the draft has told these words and the record has not, though it says to whom they were said; null where it does not. */
export function addresseeAgainst(
  draft: { readonly text: string; readonly start: number },
  source: Source,
  place: { readonly start: number; readonly end: number },
  names: readonly string[],
): { readonly start: number; readonly end: number; readonly says: string } | null {
  if (source.statement !== null) return null;
  for (const match of withoutMarks(draft.text).matchAll(ADDRESSED)) {
    const own = match[1] ?? "";
    const words = normaliseName(own.replace(/^the\s/iu, ""))
      .split(" ")
      .filter((word) => word.length > 1 && !/^(?:of|and|the|de|del|la|der|des|for)$/u.test(word));
    const text = normaliseName(`${source.title} ${source.text.slice(0, REACH_UTF16)}`).split(" ");
    if (words.length === 0 || words.some((word) => INSTITUTION.test(word))) continue;
    // the record names another in the very sentence, or has this one nowhere
    const here = outletAt(source, place);
    const isNamed = words.some((word) => text.includes(word));
    if (isNamed && (here === null || isOfOther(words, here))) continue;
    const there = isNamed ? here : (addressedIn(source, place, names) ?? heldElsewhere(own, source));
    if (there === null || isSamePerson(own, there) === "yes") continue;
    const start = draft.start + match.index;
    return {
      start,
      end: start + match[0].length,
      says: `The draft says “${match[0]}”, the record “${there}”.`,
    };
  }
  return null;
}

const BODY =
  /\b(?:university|college|school|academy|union|church|club|association|society|chamber|institute|court|bank|museum|hospital|universität|gewerkschaft|verein|universidad|sindicato)\b/iu;

/** The first line of a transcript of many voices, for words that a draft has told to a body which is nowhere in it. */
function heldElsewhere(told: string, { text, title }: Source): string | null {
  if (!BODY.test(told) || BODY.test(`${title} ${text.slice(0, REACH_UTF16)}`)) return null;
  return new Set(turnsIn(text).flatMap(({ name }) => name ?? [])).size > 1 ? title : null;
}

const LEADS =
  /^(?:(?:told|tells|telling|in an? (?:interview|conversation|letter|e-?mail) (?:with|for|to)|(?:speaking|talking|spoke|wrote) (?:to|with)|gegenüber(?: de[rm])?|sagte de[rm]|dijo al?|declaró al?)\s)?(?:the\s)?/iu;

/** Whether one of two names holds all words of the other: the "BBC" and "BBC Radio". */
function isOfOther(words: readonly string[], here: string): boolean {
  const there = normaliseName(here.replace(LEADS, "")).split(" ");
  return words.every((word) => there.includes(word)) || there.every((word) => words.includes(word));
}

/** To whom by name the sentence of a place has the words said. */
export function outletAt({ text }: Source, { start, end }: { readonly start: number; readonly end: number }) {
  const [from, to] = sentenceAround(text, start, end);
  const around = toldAround(text, [from, to], start, end);
  // "“…,” he told the Post. “It is a light office.”": what follows in marks alone is told to the same
  const before = text.slice(text.lastIndexOf("\n", Math.max(0, from - 1)) + 1, from);
  const told = /\p{L}/u.test(around) ? around : withoutMarks(before);
  return [...told.matchAll(ADDRESSED)].at(-1)?.[0] ?? null;
}

/** To whom a text has one of these people speak: where it names them, or above a recording. */
function addressedIn(
  { text }: Source,
  { start, end }: { readonly start: number; readonly end: number },
  names: readonly string[],
): string | null {
  const here = SAID_TO_SOMEBODY.exec(toldAround(text, sentenceAround(text, start, end), start, end))?.[0];
  if (here !== undefined) return here;
  const lasts = names.map((name) => nameWords(name).at(-1) ?? "").filter((word) => word.length > 1);
  const told = withoutMarks(text.slice(0, REACH_UTF16))
    .split(/(?<=[.!?])\s+|\n/u)
    .filter((sentence) => lasts.some((last) => normaliseName(sentence).split(" ").includes(last)))
    .map((sentence) => SAID_TO_SOMEBODY.exec(sentence)?.[0])
    .find((found) => found !== undefined);
  if (told !== undefined) return told;
  const [head = ""] = text.trimStart().split("\n");
  return HEARD.test(head) && head.length < 160 && turnsIn(text).length > 0 ? head : null;
}
