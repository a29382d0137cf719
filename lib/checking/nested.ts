import { type Quotation, quotationsIn } from "@/lib/extraction";
import { withoutEnds } from "@/lib/text";
import type { Placed } from "./changes";
import { isContent, stemOf } from "./content";
import { type Difference, lostHere } from "./differences";
import type { Claimed } from "./draft";
import type { Source } from "./material";
import { QUALIFIER_NAMES } from "./qualifiers";
import type { Voice } from "./voices";
import { readWords } from "./words";

const REACH_UTF16 = 1200;
/** Words between who says and the verb: "as I have always told my people". */
const MOST_BETWEEN = 5;

/** Who says, asks, thinks or is told what stands in the inner marks: "They ask, “…”", "people are given to understand “…”". */
const SAYING =
  /(?<!\p{L})(?:say|says|said|saying|ask|asks|asked|asking|think|thinks|thought|tell|tells|told|telling|claim|claims|claimed|write|writes|wrote|argue|argues|argued|insist|insists|insisted|shout|shouts|shouted|shouting|complain|complains|complained|answer|answers|answered|reply|replies|replied|go|goes|went|understand|hear|heard|hearing|read|reads|cry|cries|cried|warn|warns|warned|like|sagen|sagt|sagte|sagten|meinen|meint|fragen|fragt|fragte|rufen|rief|dicen|dice|dijo|dijeron|decía|decían|preguntan|pregunta)(?!\p{L})(?=[^.!?]{0,40}$)/giu;
const OWN =
  /(?<!\p{L})(?:I|we|I['’](?:ll|d|ve|m)|we['’](?:ll|d|ve|re)|let me|my words|our words|ich|wir|yo|nosotros|digo|decimos)(?!\p{L})/iu;
/** "I was told “…”", "I hear people say “…”": the speaker is the one who listens. */
const LISTENING =
  /(?<!\p{L})(?:(?:was|were|am|are|been|being|get|got) (?:\p{L}+ )?told|hear|heard|hearing|tells? me|told me|asks? me|asked me|tells? us|told us|asks? us|asked us|(?:to|at) (?:me|us))(?!\p{L})/iu;
/** Marks behind marks: “…” or “…”, and “…”. */
const JOINING = /^[\s,;.!?–—-]*(?:(?:or|and|and then|then|oder|und|dann|o|y|luego)[\s,]*)?$/iu;

/**
 * What leads into the inner marks that words of a turn or a speech stand in, when others than the speaker say them there; null
 * where they stand in none, or the speaker quotes what they said themselves.
 */
export function saidByOthers(
  { text, language }: Source,
  voice: { readonly start: number; readonly end: number },
  start: number,
  end: number,
): string | null {
  const from = Math.max(voice.start, start - REACH_UTF16);
  const slice = text.slice(from, Math.min(voice.end, end + REACH_UTF16));
  if (!/["“„«‘]/u.test(slice)) return null;
  const quotations = quotationsIn(slice, { language });
  const at = quotations.findIndex(
    ({ inner }) => from + inner.startUtf16 <= end && from + inner.endUtf16 >= end,
  );
  if (at < 0) return null;
  const { first, lead } = leadOf(slice, quotations, at);
  if (start < from + first) return null;
  const verb = [...lead.matchAll(SAYING)].at(-1);
  if (!verb) return null;
  const subject = lead.slice(0, verb.index).split(/\s+/u).slice(-MOST_BETWEEN).join(" ");
  if (OWN.test(subject) && !LISTENING.test(lead)) return null;
  return lead.split(/\s+/u).slice(-8).join(" ");
}

/** The words of the sentence before marks; of marks that only an "or" parts from others, those before the first of them. */
function leadOf(
  text: string,
  quotations: readonly Quotation[],
  at: number,
): { readonly first: number; readonly lead: string } {
  const opens = quotations[at]?.startUtf16 ?? 0;
  const before = quotations[at - 1]?.endUtf16 ?? 0;
  const between = text.slice(before, opens);
  if (at > 0 && JOINING.test(between)) return leadOf(text, quotations, at - 1);
  const stop = Math.max(...[...between.matchAll(/[.!?]\s/gu)].map(({ index }) => index + 1), 0);
  return { first: opens, lead: withoutEnds(between.slice(stop)) };
}

/** "… told a farmer": to whom the draft has it said, and not from whom. */
const ADDRESSED =
  /(?<!\p{L})(?<!(?:was|were|been|being) )(?:told|tells|telling|said to|says to|warned|assured|asked|reminded) (?:(?:an?|the|his|her|their|one|some|two|several) )(?:\p{Ll}[\p{L}-]+ ?){1,3}/giu;

/** Whether a text has a telling word of what leads into the marks: it says itself that the speaker has it from others. */
export function tellsOf(lead: string, text: string, language: string): boolean {
  const own = new Set(readWords(text.replace(ADDRESSED, " ")).map((word) => stemOf(word, language)));
  return readWords(lead).some(
    (word) => isContent(word, language) && !word.raw.match(SAYING) && own.has(stemOf(word, language)),
  );
}

/** Words that the speaker has others say: "children are given to understand “…”". */
export function ofNested(
  { start, end, sentence }: Claimed,
  { source }: Placed,
  voice: Voice,
  span: { readonly start: number; readonly end: number },
  draft: string,
  language: string,
): Difference[] {
  const lead = voice.how === "said" ? saidByOthers(source, voice, span.start, span.end) : null;
  const own = draft.slice(Math.min(start, sentence[0]), Math.max(end, sentence[1]));
  if (lead === null || tellsOf(lead, own, language)) return [];
  return [lostHere(lead, QUALIFIER_NAMES.attribution)];
}
