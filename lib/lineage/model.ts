import type { Worded } from "@/lib/statements";
import { normaliseName } from "@/lib/text";
import { type Altered, alteredFrom } from "./changes";
import {
  type Dated,
  earliestFirst,
  isBefore,
  isDated,
  type Order,
  ordersOf,
  type Span,
  spanOf,
} from "./dates";
import { type Run, reportersWords, runAround, runWithin } from "./runs";

/** One place in which the words of an utterance stand. */
export interface Printing extends Dated {
  /** What tells it from the others: a statement's printed id, or a source's with its edition. */
  readonly key: string;
  readonly wording: string;
  readonly form: string;
  readonly language: string;
  /** The captured statement with all that must be read with its words; null for a text that nobody captured them from. */
  readonly statement:
    | (Worded & {
        readonly publicId: string;
        readonly attribution: string;
        readonly cue: string;
        readonly speaker: { readonly name: string; readonly slug: string } | null;
      })
    | null;
  readonly source: {
    readonly publicId: string;
    readonly title: string;
    readonly language: string;
    readonly address: string | null;
    readonly outlet: { readonly name: string; readonly slug: string } | null;
  };
  /** The edition that was read. */
  readonly edition: number | null;
  /** Whom the words were said to, as printed. */
  readonly addressee: string;
  /** Through whom they came, outermost first, and in which source where it is one that the reader sees. */
  readonly hops: readonly { readonly name: string; readonly sourceId: string | null }[];
  /** The statements that an editor says it was copied from, by printed id. */
  readonly copiedFrom: readonly string[];
  /** The sentences beside the words, as far as the reader may see them. */
  readonly beside: { readonly before: string; readonly after: string } | null;
}

/** Why a printing seems to rest on another, in the order of what they weigh. */
export type Evidence =
  | { readonly kind: "recorded" }
  | { readonly kind: "chain"; readonly name: string }
  | { readonly kind: "told"; readonly name: string }
  | { readonly kind: "named"; readonly name: string }
  | ({
      readonly kind: "around" | "within" /** How many others have it as well. */;
      readonly others: number;
    } & Run);

/** That a printing seems to rest on others: on one, or on one of several of which nobody can say which was first. */
export interface Taking {
  /** Places in the list, earliest first. */
  readonly from: readonly number[];
  /** False where the two may have come out in either order: they share the words, and no more can be said. */
  readonly isOrderKnown: boolean;
  readonly evidence: readonly Evidence[];
}

export interface LineageRow<P extends Printing = Printing> extends Order, Altered {
  readonly printing: P;
  /** The printing that its words are compared with, by its place; null of the one that stands first. */
  readonly comparedWith: number | null;
  readonly takings: readonly Taking[];
}

/** All printings of one utterance, earliest first, each beside the first one, with what it seems to rest on. */
export function lineageOf<P extends Printing>(printings: readonly P[]): LineageRow<P>[] {
  // of two that tie the same one stands first, whichever page it is read from
  const sorted = earliestFirst([...printings].sort((one, other) => (one.key < other.key ? -1 : 1)));
  const spans = sorted.map(spanOf);
  const orders = ordersOf(spans);
  const read = sorted.map((printing) => ({
    ...printing,
    own: printing.beside ? reportersWords(printing.beside.before, printing.beside.after) : [],
  }));
  return sorted.map((printing, place) => ({
    printing,
    ...(orders[place] as Order),
    ...(place === 0
      ? { changes: null, counts: { added: 0, dropped: 0, altered: 0 }, comparedWith: null }
      : { ...alteredFrom(sorted[0]?.wording ?? "", printing.wording), comparedWith: 0 }),
    takings: takingsOf(read, spans, place),
  }));
}

/** In how many places words were printed, and which of these was the first, as far as dates tell. */
export interface PrintedIn<P> {
  readonly places: number;
  /** One, or several of which nobody can say which was first. Empty where no date is recorded. */
  readonly firsts: readonly P[];
  /** How many more have no date, and may have been earlier. */
  readonly undated: number;
}

/** What is told of printings in a line. One source is one place, however often it has the words. */
export function printedIn<P extends Dated & { readonly source: { readonly publicId: string } }>(
  printings: readonly P[],
): PrintedIn<P> {
  const dated = earliestFirst(printings.filter(isDated));
  const spans = dated.map(spanOf);
  const undated = printings.filter((one) => !isDated(one));
  // what was out before anything else has a date needs none
  const before =
    spans.length === 0 ? [] : undated.filter((one) => spans.every((span) => isBefore(spanOf(one), span)));
  const firsts = dated.filter((_, place) => !spans.some((other) => isBefore(other, spans[place] as Span)));
  return {
    places: new Set(printings.map(({ source }) => source.publicId)).size,
    firsts: before.length > 0 ? before : firsts,
    undated: undated.length - before.length,
  };
}

type Read = Printing & { readonly own: readonly string[] };

function takingsOf(all: readonly Read[], spans: readonly Span[], place: number): Taking[] {
  const span = spans[place] as Span;
  // what certainly came out later cannot be what it rests on
  const candidates = all
    .map((_, index) => index)
    .filter((index) => index !== place && !isBefore(span, spans[index] as Span));
  const taken = new Map<string, { from: number[]; isOrderKnown: boolean; evidence: Evidence[] }>();
  const add = (from: readonly number[], isOrderKnown: boolean, evidence: Evidence) => {
    const key = from.join();
    const known = taken.get(key) ?? { from: [...from], isOrderKnown, evidence: [] };
    taken.set(key, {
      ...known,
      isOrderKnown: known.isOrderKnown || isOrderKnown,
      evidence: [...known.evidence, evidence],
    });
  };
  const here = all[place] as Read;
  // whoever names another says itself which of the two was first
  for (const index of candidates)
    for (const evidence of saidBy(here, all[index] as Read)) add([index], true, evidence);
  for (const kind of ["around", "within"] as const) {
    const holders = candidates.flatMap((index) => {
      const run = runOf(kind, { all, spans, place, index });
      return run ? [{ index, run }] : [];
    });
    const firsts = holders.filter(
      ({ index }) => !holders.some((other) => isBefore(spans[other.index] as Span, spans[index] as Span)),
    );
    const [best] = [...firsts].sort((one, other) => other.run.words - one.run.words);
    if (!best) continue;
    const from = firsts.map(({ index }) => index);
    const isOrderKnown = from.every((index) => isBefore(spans[index] as Span, span));
    add(from, isOrderKnown, { kind, ...best.run, others: holders.length - from.length });
  }
  return [...taken.values()].sort((one, other) => weightOf(one.evidence) - weightOf(other.evidence));
}

const WEIGHTS = ["recorded", "chain", "told", "named", "around", "within"] as const;
const weightOf = (evidence: readonly Evidence[]) =>
  Math.min(...evidence.map(({ kind }) => WEIGHTS.indexOf(kind)));

/** What a printing itself says of another, or an editor of the two. */
function saidBy(here: Read, other: Read): Evidence[] {
  const evidence: Evidence[] = [];
  if (other.statement && here.copiedFrom.includes(other.statement.publicId))
    evidence.push({ kind: "recorded" });
  // two texts of one outlet name it without saying anything of each other
  const outlet = other.source.outlet?.name;
  const isOfAnother = outlet !== undefined && outlet !== here.source.outlet?.name;
  const key = isOfAnother ? normaliseName(outlet) : "";
  const hop = here.hops.find(
    ({ name, sourceId }) => sourceId === other.source.publicId || (key !== "" && normaliseName(name) === key),
  );
  if (hop) evidence.push({ kind: "chain", name: hop.name });
  if (key === "") return evidence;
  if (normaliseName(here.addressee) === key) evidence.push({ kind: "told", name: here.addressee });
  else if (!hop && here.own.some((text) => isNamedIn(text, outlet ?? "")))
    evidence.push({ kind: "named", name: outlet ?? "" });
  return evidence;
}

/** Whether a text prints a name, in its own case: "the sun" is no newspaper. */
function isNamedIn(text: string, name: string): boolean {
  const escaped = name
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")
    .replace(/\s+/gu, "\\s+");
  return escaped !== "" && new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(text);
}

interface Asked {
  readonly all: readonly Read[];
  readonly spans: readonly Span[];
  readonly place: number;
  readonly index: number;
}

function runOf(kind: "around" | "within", { all, spans, place, index }: Asked): Run | null {
  const [here, other] = [all[place] as Read, all[index] as Read];
  // one article, or two of its editions, share what they share
  if (here.source.publicId === other.source.publicId) return null;
  if (kind === "around") return runAround(here.own, other.own);
  // what was said stands in many: only what the other changed of an earlier printing can have been taken from it
  const others = all
    .filter((_, at) => at !== place && at !== index && !isBefore(spans[index] as Span, spans[at] as Span))
    .map(({ wording }) => wording);
  return runWithin(here.wording, other.wording, others);
}
