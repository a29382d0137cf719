import { DATE_HINT, endOfDated, parseDated, searchWords } from "@/lib/text";
import { FEWEST_WORDS } from "./near";
import { ANCHORS, AXES, FORMS, RELATIONS, SOURCE_KINDS, STATES, VERDICTS } from "./vocabularies";

/** A value that was understood, or why not. */
type Read<Value> = { readonly value: Value } | { readonly reason: string };

/** A name, title or address: as its words, and as it was typed. */
export interface Named {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  readonly typed: string;
}

/** Days from `from` up to but without `to`; one of them may be open. */
export interface Range {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** What `has:` asks: that the record holds one. */
const HELD = [
  "contradiction",
  "relation",
  "verdict",
  "claim",
  "correction",
  "translation",
  "date",
  "place",
  "speaker",
] as const;
/** What `is:` asks: that it is one. */
const BEING = ["denial", "corrected", "retracted", "published", "assigned"] as const;

const FIELDS = {
  exact: { read: quoted(1), example: 'exact:"we will not sign"' },
  near: { read: quoted(FEWEST_WORDS), example: 'near:"the prospects of détente look remote"' },
  speaker: { read: named, example: "speaker:yousafzai" },
  role: { read: named, example: 'role:"defence minister"' },
  source: { read: named, example: "source:communiqué" },
  outlet: { read: named, example: "outlet:reuters" },
  story: { read: named, example: "story:istanbul-talks" },
  claim: { read: named, example: "claim:airspace" },
  state: { read: oneOf(STATES), example: "state:published" },
  form: { read: oneOf(FORMS), example: "form:direct" },
  type: { read: oneOf(SOURCE_KINDS), example: "type:broadcast" },
  relation: { read: oneOf(RELATIONS), example: "relation:contradicts" },
  verdict: { read: verdict, example: "verdict:said=disputed" },
  grade: { read: grade, example: "grade:B2" },
  anchor: { read: oneOf(ANCHORS), example: "anchor:changed" },
  said: { read: range, example: "said:2025-10..2025-11" },
  published: { read: range, example: "published:2026-03.." },
  assignee: { read: named, example: "assignee:me" },
  has: { read: oneOf(HELD), example: "has:contradiction" },
  is: { read: oneOf(BEING), example: "is:denial" },
} as const satisfies Record<string, { read: (typed: string) => Read<unknown>; example: string }>;

export type FieldName = keyof typeof FIELDS;
export type FieldValue<Name extends FieldName> =
  ReturnType<(typeof FIELDS)[Name]["read"]> extends infer R
    ? R extends { value: infer V }
      ? V
      : never
    : never;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** One of each field, as somebody would type it. */
export const EXAMPLES = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, FIELDS[name].example]),
) as Readonly<Record<FieldName, string>>;

/** What was typed behind a field's colon. */
export function readField(name: FieldName, typed: string) {
  return FIELDS[name].read(typed);
}

function named(typed: string): Read<Named> {
  const words = searchWords(typed);
  if (words.length === 0) return { reason: "It needs a word." };
  return { value: { words, isPrefix: typed.endsWith("*"), typed } };
}

/** Words of a quotation, of which it takes so many. */
function quoted(fewest: number) {
  return (typed: string): Read<Named> => {
    const words = searchWords(typed);
    if (words.length < fewest)
      return { reason: fewest === 1 ? "It needs a word." : `It needs ${fewest} words or more.` };
    return { value: { words, isPrefix: false, typed } };
  };
}

function oneOf<const Key extends string>(keys: readonly Key[]) {
  return (typed: string): Read<Key> => {
    const wanted = typed
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/gu, "_");
    const value = keys.find((key) => key === wanted);
    return value === undefined ? { reason: `It may be ${keys.join(", ")}.` } : { value };
  };
}

function verdict(typed: string): Read<{ readonly axis: string | null; readonly value: string | null }> {
  const [before = "", after] = typed
    .toLowerCase()
    .replace(/[\s-]+/gu, "_")
    .split("=", 2);
  const axis = AXES.find((key) => key === before);
  if (after === undefined) {
    if (axis) return { value: { axis, value: null } };
    return VERDICTS.test(before) ? { value: { axis: null, value: before } } : { reason: VERDICT_HINT };
  }
  return axis && VERDICTS.test(after) ? { value: { axis, value: after } } : { reason: VERDICT_HINT };
}

const VERDICT_HINT = `It is one of ${AXES.join(", ")} with a value behind it, such as said=disputed.`;

/** A grade of sourcing, or all from the best down to it. */
interface Grade {
  readonly reliability: string | null;
  readonly credibility: number | null;
  readonly isOrBetter: boolean;
}

function grade(typed: string): Read<Grade> {
  const found = /^([A-F])?([1-6])?(\.\.)?$/iu.exec(typed);
  const [, letter, number, better] = found ?? [];
  if (!letter && !number)
    return {
      reason: "It is a letter from A to F, a number from 1 to 6, or both, such as B2; B2.. is B2 or better.",
    };
  return {
    value: {
      reliability: letter?.toUpperCase() ?? null,
      credibility: number ? Number(number) : null,
      isOrBetter: better !== undefined,
    },
  };
}

const RANGE_HINT = `${DATE_HINT} Two of them with .. between them are a stretch.`;

function range(typed: string): Read<Range> {
  const at = typed.indexOf("..");
  const [first, last] = at < 0 ? [typed, typed] : [typed.slice(0, at), typed.slice(at + 2)];
  const [from, to] = [parseDated(first), parseDated(last)];
  const isOpen = (text: string) => at >= 0 && text.trim() === "";
  if ((!from && !isOpen(first)) || (!to && !isOpen(last)) || (!from && !to)) return { reason: RANGE_HINT };
  const range = { from: from?.on ?? null, to: to && endOfDated(to) };
  return range.from && range.to && range.from >= range.to
    ? { reason: "Its end lies before its beginning." }
    : { value: range };
}
