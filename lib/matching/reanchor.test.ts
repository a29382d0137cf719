import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTexts } from "./compare-texts";
import { type Reanchored, reanchorIn } from "./reanchor";

const HEAD = "The council met on Monday to speak of the harbour. Nobody had asked for it.";
const SAID = "“The lock stays shut until the spring, and nobody will open it before,” said Ada Berg.";
const NEXT = "“We were never asked,” said Omar Said. The vote was put off.";
const TEXT = [HEAD, SAID, NEXT].join("\n\n");
const QUOTE = "“The lock stays shut until the spring, and nobody will open it before,”";

function reanchor(later: string, quote = QUOTE, former = TEXT): Reanchored {
  const start = former.indexOf(quote);
  return reanchorIn(compareTexts(former, later))([[start, start + quote.length]]);
}

describe("what became of words", () => {
  test.each([
    ["in the same text", TEXT, "exact"],
    ["behind a new paragraph", `Corrected on Tuesday.\n\n${TEXT}`, "exact"],
    ["where the words around changed", TEXT.replace("said Ada Berg", "the harbour master said"), "exact"],
    ["with straight marks", TEXT.replaceAll(/[“”]/gu, '"'), "exact"],
    [
      "with signs that nobody sees",
      TEXT.replace("lock", "lo\u00adck\ufe0f").replace(" stays", "\u00a0stays\ufeff"),
      "exact",
    ],
    ["with narrow spaces", TEXT.replaceAll(" ", "\u202f"), "exact"],
    ["in another place", [HEAD, NEXT, "Nothing else was said.", SAID].join("\n\n"), "moved"],
    ["with a word changed", TEXT.replace("until the spring", "until the summer"), "changed"],
    ["with a word more", TEXT.replace("nobody will", "nobody there will"), "changed"],
    ["with a word less", TEXT.replace(" before", ""), "changed"],
    ["in another case", TEXT.replace("The lock stays", "The Lock stays"), "changed"],
    ["with its first word changed", TEXT.replace("“The lock", "“That lock"), "changed"],
    ["with its last word changed", TEXT.replace("it before,", "it then,"), "changed"],
    ["with another mark", TEXT.replace("spring, and", "spring; and"), "changed"],
    ["without them", [HEAD, NEXT].join("\n\n"), "lost"],
    ["in another text", "Nothing of this was ever printed here.", "lost"],
    ["in an empty text", "", "lost"],
  ])("%s: %#", (_, later, state) => expect(reanchor(later).state).toBe(state));

  // what is proposed as a correction is a quotation still
  test.each([
    ["its end gone", ", and nobody will open it before,”", ".”"],
    ["its last word changed", "it before,”", "it soon!”"],
    ["straight marks", QUOTE, '"The lock stays shut until the summer, and nobody will open it,"'],
    ["its first words changed", "“The lock stays", "“That gate stays"],
  ])("the marks go with them, %s", (_, was, now) => {
    const { state, found } = reanchor(TEXT.replace(was, now));
    expect(state).toBe("changed");
    expect(found).toMatch(/^["“].*["”]$/u);
    expect(TEXT.replace(was, now)).toContain(found);
  });

  test("a change is told with what stands there now", () => {
    const { found, pieces } = reanchor(TEXT.replace("spring", "summer of 2027"));
    expect(found).toBe(QUOTE.replace("spring", "summer of 2027"));
    expect(pieces).toHaveLength(1);
  });

  test("words that the headline repeats are not the quotation moved there", () => {
    const former = `We were never asked\n\n${TEXT}`;
    const quote = "We were never asked";
    const start = former.lastIndexOf(quote);
    const at = (later: string) =>
      reanchorIn(compareTexts(former, later))([[start, start + quote.length]]).state;
    expect(at(former.replace(`“${quote}`, "“We were always asked"))).toBe("changed");
    expect(at(former.replace(`“${quote},” said Omar Said. `, ""))).toBe("lost");
  });

  test("a number that is raised is not the number beside it", () => {
    const former = "She said “the hall has 10² places” on Monday.";
    const quote = "the hall has 10² places";
    expect(reanchor(former.replace("10²", "102"), quote, former).state).toBe("changed");
  });

  test("a split quotation stays exact when only the words between its pieces change", () => {
    const former = `“We left,” said Ada Berg, “and nobody came.” ${HEAD}`;
    const piecesIn = (text: string) =>
      ["“We left,”", "“and nobody came.”"].map(
        (one) => [text.indexOf(one), text.indexOf(one) + one.length] as const,
      );
    const later = former.replace("said Ada Berg", "the master added on Friday");
    expect(reanchorIn(compareTexts(former, later))(piecesIn(former))).toMatchObject({
      state: "exact",
      pieces: piecesIn(later),
    });
    const less = former.replace("“and nobody came.”", "");
    expect(reanchorIn(compareTexts(former, less))(piecesIn(former)).state).toBe("changed");
  });
});

const word = fc.constantFrom(
  "we",
  "will",
  "not",
  "close",
  "border",
  "café",
  "don’t",
  "10²",
  "peace",
  "نحن",
  "x",
);
const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
const articles = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat())
  .map(([sentences, pick]) => {
    const text = sentences.join("\n");
    const quote = sentences[pick % sentences.length] ?? "";
    const before = sentences.slice(0, pick % sentences.length).join("\n");
    const start = before === "" ? 0 : before.length + 1;
    return { text, quote, start, end: start + quote.length };
  });

const folds = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\ufeff]|\ufe0f/gu, "")
    .replace(/’/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();

test("whatever happens to a text, words that are called exact or moved stand there, and nothing else does", () => {
  fc.assert(
    fc.property(articles, fc.array(sentence, { maxLength: 6 }), fc.nat(), (article, others, cut) => {
      const at = cut % (article.text.length + 1);
      const later = [article.text.slice(at), ...others, article.text.slice(0, at)].join(" ");
      const { state, pieces, found } = reanchorIn(compareTexts(article.text, later))([
        [article.start, article.end],
      ]);
      if (state === "lost") expect(pieces).toEqual([]);
      else expect(found.length).toBeGreaterThan(0);
      if (state === "exact" || state === "moved") expect(folds(found)).toBe(folds(article.quote));
    }),
  );
});

const noises: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll("’", "'"),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replaceAll("s", "s\u00ad"),
  (text) => text.replaceAll("e", "e\ufe0f"),
  (text) => `\ufeff${text.replaceAll(". ", ".\ufeff ")}`,
  (text) => text.normalize("NFD"),
  (text) => text.replaceAll("\n", "  \n\n"),
];

test("noise alone changes nothing", () => {
  fc.assert(
    fc.property(articles, fc.subarray([...noises], { minLength: 1 }), (article, some) => {
      const later = some.reduce((text, noise) => noise(text), article.text);
      const { state, found } = reanchorIn(compareTexts(article.text, later))([[article.start, article.end]]);
      expect([state, folds(found)]).toEqual(["exact", folds(article.quote)]);
    }),
  );
});

test("a quotation with another word in it is never exact", () => {
  fc.assert(
    fc.property(articles, fc.nat(), (article, pick) => {
      const words = article.quote.split(" ");
      const changed = words
        .map((one, index) => (index === pick % words.length ? "elsewhere" : one))
        .join(" ");
      const later = article.text.slice(0, article.start) + changed + article.text.slice(article.end);
      const { state } = reanchorIn(compareTexts(article.text, later))([[article.start, article.end]]);
      expect(["changed", "lost"]).toContain(state);
    }),
  );
});
