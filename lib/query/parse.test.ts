import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { EXAMPLES, FIELD_NAMES } from "./fields";
import type { Term } from "./model";
import { parseQuery } from "./parse";

/** What was understood in one line: `a b` side by side, `a|b` one of them, `!a` not. */
function told(typed: string): string {
  const read = parseQuery(typed);
  if ("problem" in read) {
    const { startUtf16, endUtf16, message } = read.problem;
    return `${typed.slice(startUtf16, endUtf16)} ← ${message}`;
  }
  return read.query.all.map((terms) => terms.map(one).join("|")).join(" & ");
}

function one(term: Term): string {
  const not = term.isNot ? "!" : "";
  if (term.kind === "words") return `${not}${term.words.join(" ")}${term.isPrefix ? "…" : ""}`;
  const { value } = term;
  if (typeof value === "string") return `${not}${term.field}=${value}`;
  if ("words" in value) return `${not}${term.field}=${value.words.join(" ")}${value.isPrefix ? "…" : ""}`;
  const parts = Object.values(value).map((part) =>
    part instanceof Date ? part.toISOString() : String(part),
  );
  return `${not}${term.field}=${parts.join("/").replaceAll("T00:00:00.000Z", "")}`;
}

describe("what is typed is understood", () => {
  it.each([
    ["nothing", "  ", ""],
    ["words in any order", "remote Détente", "remote & detente"],
    ["a phrase", '"we will not"', "we will not"],
    ["a phrase in marks of print", "“we will not” «nor they»", "we will not & nor they"],
    ["a phrase with one of its marks", "peace “we will not", "peace & we will not"],
    ["a beginning", "cease* «air spa»*", "cease… & air spa…"],
    ["a word with a hyphen", "cease-fire", "cease fire"],
    ["without a word", 'peace -war -"no deal"', "peace & !war & !no deal"],
    ["a dash between words", "peace - war", "peace &  & war"],
    ["one of several", "peace OR truce OR deal now", "peace|truce|deal & now"],
    ["one of several, not the other", "peace OR -war", "peace|!war"],
    ["both, said in words", "peace AND truce", "peace & truce"],
    ["small words are words", "peace or truce and not", "peace & or & truce & and & not"],
    ["a speaker", "speaker:yousafzai", "speaker=yousafzai"],
    [
      "a name of two words",
      'speaker:"Khawaja Asif" Speaker:“Donald Trump”',
      "speaker=khawaja asif & speaker=donald trump",
    ],
    ["not a speaker", "-speaker:trump", "!speaker=trump"],
    ["a role that begins so", "role:minist*", "role=minist…"],
    ["a phrase pasted with its own marks", '"“We will not,” he said" now', "we will not he said & now"],
    [
      "exact words that quote",
      'exact:"“It was ‘no’, or «never»,”" peace',
      "exact=it was no or never & peace",
    ],
    ["exact words", "exact:“we will not”", "exact=we will not"],
    [
      "near words",
      'near:"we will not sign" -near:"one two three four"',
      "near=we will not sign & !near=one two three four",
    ],
    [
      "too few near words",
      "near:peace",
      "near:peace ← “peace” is nothing that “near:” can be. It needs 4 words or more.",
    ],
    ["a state", "state:in-review state:Published", "state=in_review & state=published"],
    ["a kind of document", 'type:"press release"', "type=press_release"],
    ["a tie", "relation:numeric_conflict", "relation=numeric_conflict"],
    [
      "a verdict",
      "verdict:said=disputed verdict:true verdict:misleading",
      "verdict=said/disputed & verdict=true/null & verdict=null/misleading",
    ],
    ["a grade", "grade:b2 grade:A grade:6", "grade=B/2/false & grade=A/null/false & grade=null/6/false"],
    ["a grade or better", "grade:B2..", "grade=B/2/true"],
    ["a day", "said:2025-10-28", "said=2025-10-28/2025-10-29"],
    ["a month", "said:2025-12", "said=2025-12-01/2026-01-01"],
    ["months", "said:2025-10..2025-11", "said=2025-10-01/2025-12-01"],
    ["up to the last year", "said:2025..9999", "said=2025-01-01/null"],
    ["the last day", "said:9999-12-31", "said=9999-12-31/null"],
    ["days in words", 'said:"28 October 2025..30 October 2025"', "said=2025-10-28/2025-10-31"],
    ["since", "published:2025..", "published=2025-01-01/null"],
    ["until", "published:..2025", "published=null/2026-01-01"],
    ["mine", "assignee:me", "assignee=me"],
    ["what it has and is", "has:contradiction is:denial", "has=contradiction & is=denial"],
    ["an address of the web is words", "https://example.org/a", "https example org a"],
  ])("%s: %s", (_, typed, wanted) => expect(told(typed)).toBe(wanted));
});

describe("what cannot be understood is told with its place", () => {
  it.each([
    ["peace speakr:trump now", "speakr:trump", "There is no “speakr:”."],
    ["Note: this", "Note:", "There is no “Note:”."],
    [
      "peace speaker: trump",
      "speaker:",
      "“speaker:” needs a value right behind it, such as speaker:yousafzai.",
    ],
    ["state:banana", "state:banana", "“banana” is nothing that “state:” can be. It may be captured,"],
    ["-relation:likes", "-relation:likes", "It may be contradicts,"],
    ["verdict:said=", "verdict:said=", "such as said=disputed."],
    ["verdict:maybe=true", "verdict:maybe=true", "It is one of said, faithful, in_context, true"],
    ["grade:G2", "grade:G2", "It is a letter from A to F"],
    ["said:tomorrow", "said:tomorrow", "are a stretch."],
    ["said:..", "said:..", "are a stretch."],
    ["said:2025..2024", "said:2025..2024", "Its end lies before its beginning."],
    ["speaker:!!", "speaker:!!", "It needs a word."],
    ["OR peace", "OR", "OR stands between two terms."],
    ["peace OR", "OR", "OR stands between two terms."],
    ["peace OR OR truce", "OR", "OR stands between two terms."],
    ["a ".repeat(31), "a", "A search has at most 30 terms."],
  ])("%s", (typed, place, says) => {
    const read = parseQuery(typed);
    const { startUtf16, endUtf16, message } =
      "problem" in read ? read.problem : { startUtf16: 0, endUtf16: 0, message: "" };
    expect(typed.slice(startUtf16, endUtf16)).toBe(place);
    expect(message).toContain(says);
  });
});

test("each field is understood as its example types it", () => {
  expect(Object.values(EXAMPLES).filter((example) => told(example).includes("←"))).toEqual([]);
});

test("whatever is typed is understood, or a place in it is named", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(
      ...Object.values(EXAMPLES),
      ...FIELD_NAMES.map((name) => `${name}:`),
      " OR ",
      " -",
      '"',
      "*",
      "..",
      "”",
      "\n",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const typed = pieces.join("");
      const read = parseQuery(typed);
      if (!("problem" in read)) return;
      const { startUtf16, endUtf16, message } = read.problem;
      expect(message).not.toBe("");
      expect(startUtf16).toBeLessThan(endUtf16);
      expect(endUtf16).toBeLessThanOrEqual(typed.length);
    }),
    { numRuns: 500 },
  );
});
