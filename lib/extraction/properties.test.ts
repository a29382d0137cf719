import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCast } from "./cast/cast";
import type { Proposal, Span } from "./index";
import { extract } from "./index";
import { english } from "./languages/en";

/** News-like text: the words and marks that rules react to, in any order, with odd characters among them. */
const newsLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."“ ” \" ' ‘ ’ « » „ ( ) [ ] … — : , . ! ? \n \n\n \u00A0 \u200B \uFEFF \u202E \u0000 \uD800 \uDC00 🎉".split(
          " ",
        ),
      ),
      fc.constantFrom(
        ..."said says told asked that according to denied he she they it the Minister Mr Syed Khan Kabul TTP reportedly adding warned “No” wrote officials analysts he’s 1 2 a of and".split(
          " ",
        ),
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(" "));

const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
);

const isSlice = (text: string, span: Span & { readonly text: string }) =>
  span.startUtf16 >= 0 &&
  span.startUtf16 <= span.endUtf16 &&
  span.endUtf16 <= text.length &&
  text.slice(span.startUtf16, span.endUtf16) === span.text;

function spansOf(proposal: Proposal): (Span & { readonly text: string })[] {
  const { wording, startUtf16, endUtf16, pieces, cue, speaker, addressee, chain, editMarks, context } =
    proposal;
  const optional = [cue, speaker?.mention ?? null, addressee].filter((span) => span !== null);
  return [{ startUtf16, endUtf16, text: wording }, ...pieces, ...optional, ...chain, ...editMarks, context];
}

describe("any string at all", () => {
  it("is read without an exception, and every span is an exact slice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const proposal of extract(text)) {
          for (const span of spansOf(proposal)) expect(isSlice(text, span)).toBe(true);
          for (const { span } of proposal.evidence) {
            if (span === null) continue;
            expect(span.startUtf16).toBeGreaterThanOrEqual(0);
            expect(span.startUtf16).toBeLessThanOrEqual(span.endUtf16);
            expect(span.endUtf16).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives statements in reading order, with words, and pieces inside them in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let previous = -1;
        for (const { startUtf16, endUtf16, pieces, wording } of extract(text)) {
          expect(startUtf16).toBeGreaterThanOrEqual(previous);
          previous = startUtf16;
          expect(wording.trim()).not.toBe("");
          expect(pieces.length).toBeGreaterThan(0);
          expect(pieces[0]?.startUtf16).toBe(startUtf16);
          expect(pieces.at(-1)?.endUtf16).toBe(endUtf16);
          pieces.slice(1).forEach((piece, at) => {
            expect(piece.startUtf16).toBeGreaterThanOrEqual(pieces[at]?.endUtf16 ?? 0);
          });
        }
      }),
      { numRuns: 400 },
    );
  });

  it("nests one statement in another only as a hop of a chain", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const proposals = extract(text);
        for (const [at, inner] of proposals.entries()) {
          const outer = proposals.find((other, index) => index !== at && overlaps(other, inner));
          if (outer) expect(inner.chain.length + outer.chain.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same result twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extract(text)).toEqual(extract(text));
      }),
      { numRuns: 100 },
    );
  });

  it("never names a speaker whom the text does not spell", () => {
    const fold = (words: string) => words.replace(/\s+/gu, " ").toLowerCase();
    fc.assert(
      fc.property(newsLike, (text) => {
        for (const { speaker } of extract(text)) {
          for (const name of speaker?.canonical?.split(" and ") ?? [])
            expect(fold(text)).toContain(fold(name));
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Words of two statements overlap; the tag between the pieces of a split quotation belongs to neither. */
function overlaps(one: Proposal, other: Proposal): boolean {
  return one.pieces.some((a) =>
    other.pieces.some((b) => a.startUtf16 < b.endUtf16 && b.startUtf16 < a.endUtf16),
  );
}

const words = english.trained?.cast;
if (words === undefined) throw new Error("English has no words for a cast");

describe("the cast", () => {
  it("resolves any span of any string without an exception", () => {
    fc.assert(
      fc.property(anyText, fc.nat(500), fc.nat(500), (text, start, length) => {
        const cast = buildCast(words, text, [{ startUtf16: 0, endUtf16: text.length }], []);
        const { canonical, because, antecedent } = cast.resolve({
          startUtf16: start,
          endUtf16: start + length,
        });
        expect(because).not.toBe("");
        expect(canonical === null || canonical.trim() !== "").toBe(true);
        if (antecedent) expect(antecedent.endUtf16).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });
});

// Quadratic work on these sizes would take minutes and run into the timeout of the test.
const SIZE = 5_000_000;
const repeated = (piece: string, size = SIZE) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

describe("five million characters", () => {
  it.each([
    ["of quotation marks", repeated('"')],
    ["of opening curly marks", repeated("“")],
    ["of single marks", repeated("'")],
    ["of one word", repeated("a")],
    ["of one capital", repeated("A")],
    ["of open parentheses", repeated("(")],
    ["of full stops", repeated(".")],
    ["of spaces", repeated(" ")],
    ["of line breaks", repeated("\n")],
    ["of “said”", repeated("said ")],
    ["of names that say", repeated("Baqir Syed said ")],
    ["of pronouns", repeated("he said she said they ")],
    ["of roles", repeated("the minister, ")],
    ["of commas", repeated("a, ")],
    // every fifteen characters a statement: fewer of them, since each is kept
    ["of sentences, a tenth as long", repeated("“No,” he said. ", SIZE / 10)],
    ["of unpaired surrogates", repeated("\uD83C")],
    ["of Arabic", repeated("قال الوزير ")],
    ["of ideographs", repeated("市長は述べた。")],
  ])(
    "%s",
    (_name, text) => {
      const found = extract(text);
      expect(found.every(({ startUtf16, wording }) => text.startsWith(wording, startUtf16))).toBe(true);
    },
    240_000,
  );
});
