import { afterEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/env";
import { citeIn, citeSourceIn, tryStyle, Unset, withinTime } from "./added";
import type { CitedStatement, CslItem } from "./csl-item";
import { citeSource } from "./format";
import { type AddedStyle, CITATION_STYLES } from "./style-names";

const CSL = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"';
const INFO = "<info><title>The Courier</title><id>courier</id></info>";
const NAMES = '<names variable="author"><name name-as-sort-order="all"/></names>';
const BODY = `<citation><layout prefix="(" suffix=")" delimiter="; ">${NAMES}</layout></citation>`;
const NOTES = `<citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">${NAMES}<text variable="title"/></group></layout></citation>`;
const WORKS = `<bibliography><layout suffix="."><group delimiter=", ">${NAMES}<text variable="title" font-style="italic"/><text term="accessed"/><text variable="URL"/></group></layout></bibliography>`;

let count = 0;
const added = (style: Partial<AddedStyle> & { body?: string; head?: string } = {}): AddedStyle => ({
  ...{ key: "courier", label: "Courier", name: "The Courier", format: "author-date", words: null },
  sha256: String(++count),
  text: `<style ${CSL} ${style.head ?? 'class="in-text"'}>${INFO}${style.body ?? BODY + WORKS}</style>`,
  ...style,
});

const STATEMENT: CitedStatement = {
  publicId: "st-7k2m9q",
  wording: "The bridge is <shut>.",
  ...{ form: "direct", language: "en", isDenial: false, state: "published" },
  ...{ originalWording: null, originalLanguage: null, translatedBy: null },
  ...{ editMarks: "[]", introduction: null },
  ...{ hops: [], verdicts: [], corrections: [], retractions: [] },
  attribution: "Ada Vale, its keeper",
  speaker: { name: "Ada Vale", kind: "person" },
  ...{ saidOn: new Date("2025-10-28"), saidOnPrecision: "day" },
  ...{ publishedVersion: 1, publishedAt: new Date("2025-10-30T08:15:00Z") },
  source: {
    ...{ title: "A bridge & a <lock>", kind: "article", author: "Jane Roe", address: "https://x.test/a" },
    ...{ language: "en", publishedOn: new Date("2025-10-29"), publishedOnPrecision: "day" },
    outlet: { name: "The Courier", kind: "newspaper" },
  },
  anchor: { edition: { retrievedAt: new Date("2025-10-29T18:42:00Z") } },
};
const ITEM: CslItem = {
  id: "a",
  type: "book",
  title: "A bridge",
  author: [{ family: "Roe", given: "Jane" }],
};

const BOOK: CitedStatement = {
  ...STATEMENT,
  source: { ...STATEMENT.source, title: "A bridge", kind: "book", address: null, outlet: null },
};

const words = (forms: Awaited<ReturnType<typeof citeIn>>) =>
  forms.map(
    ({ place, stretches }) =>
      `${place}: ${stretches.map(({ text, isItalic }) => (isItalic ? `*${text}*` : text)).join("")}`,
  );

afterEach(() => setClock(null));

describe("a statement in a style that was added", () => {
  it("has the voice before the source, both parts, and this record", async () => {
    const [reference = "", text, record] = words(await citeIn(STATEMENT, added()));
    expect(reference).toBe("Reference: Roe, Jane, *A bridge & a <lock>*, accessed, https://x.test/a.");
    expect(text).toBe("In the text: (Vale, 2025, quoted in Roe, Jane)");
    expect(record).toContain("This record: ");
    expect(record).toContain("st-7k2m9q");
    expect(record).toContain("The bridge is <shut>");
  });

  it("has a note where the style is one of notes, and no list of works where it sets none", async () => {
    const style = added({ format: "note", head: 'class="note"', body: NOTES });
    const [note, record] = words(await citeIn(STATEMENT, style));
    expect(note).toMatch(
      /^Note: \(Ada Vale, October 28, 2025, quoted in Roe, Jane, A bridge & a <lock>; Ada Vale: /,
    );
    expect(record).toMatch(/^This record: /);
    expect((await citeSourceIn(STATEMENT, style)).map(({ text }) => text).join("")).toBe(
      "(Roe, Jane, A bridge & a <lock>)",
    );
  });

  it("speaks the language of the style, in the desk's own words where they were added", async () => {
    const german = { head: 'class="in-text" default-locale="de-DE"' };
    const entry = async (style: AddedStyle) =>
      (await citeSourceIn(BOOK, style)).map(({ text }) => text).join("");
    expect(await entry(added(german))).toBe("Roe, Jane, A bridge, zugegriffen.");
    const own = `<locale ${CSL} xml:lang="de-DE"><terms><term name="accessed">eingesehen</term></terms></locale>`;
    expect(await entry(added({ ...german, words: own }))).toBe("Roe, Jane, A bridge, eingesehen.");
  });
});

describe("the source of a statement", () => {
  const post: CitedStatement = {
    ...STATEMENT,
    source: {
      ...STATEMENT.source,
      ...{ title: "The Bridge is shut today", kind: "post", author: "Ada Vale (@ada)" },
    },
  };
  const urdu: CitedStatement = {
    ...STATEMENT,
    source: {
      ...{ ...STATEMENT.source, title: "پل بند ہے", language: "ur" },
      ...{ titleRomanised: "Pul band hai", titleTranslated: "The bridge is shut" },
    },
  };
  const release: CitedStatement = {
    ...STATEMENT,
    source: { ...STATEMENT.source, kind: "press_release", author: null },
  };

  it.each([
    ["a post", post],
    ["a title in another language", urdu],
    ["a press release", release],
    ["an article", STATEMENT],
  ])("is set by itself as beside the statement: %s", async (_, statement) => {
    for (const { key } of CITATION_STYLES) {
      const forms = await citeIn(statement, key);
      const entry = forms.find(({ place }) => ["Bibliography", "Reference", "Works cited"].includes(place));
      expect(await citeSourceIn(statement, key), key).toEqual(entry?.stretches);
    }
    const style = added();
    const [reference] = await citeIn(statement, style);
    expect(await citeSourceIn(statement, style)).toEqual(reference.stretches);
  });
});

it("lets others have their turn between the references of a memo", async () => {
  let [turns, isDone] = [0, false];
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  for (let number = 0; number < 10; number += 1)
    await citeSourceIn({ ...STATEMENT, publicId: `st-${number}` }, "apa");
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});

describe("a style that cannot set something", () => {
  // citeproc meets what it does not know when it builds the style, or prints nothing of the source
  it.each([
    ['<citation><layout><text macro="none"/></layout></citation>'],
    ['<citation><layout><text variable="ISBN"/></layout></citation>'],
  ])("gives way to Chicago, which is said: %s", async (body) => {
    const style = added({ body });
    const [note] = words(await citeIn(STATEMENT, style));
    expect(note).toMatch(
      /^Note: Ada Vale, .* \[Set in Chicago: the style “The Courier” could not set it\.\]$/,
    );
    expect(await citeSourceIn(STATEMENT, style)).toEqual([
      ...citeSource(STATEMENT, "chicago-notes"),
      { text: " [Set in Chicago: the style “The Courier” could not set it.]", isItalic: false },
    ]);
    await expect(tryStyle(style, [ITEM])).rejects.toThrow(Unset);
  });

  it("does not hang: what does not come to its end is ended", () => {
    expect(() =>
      withinTime(() => {
        for (;;);
      }, 50),
    ).toThrow(/timed out/);
    expect(() => withinTime(() => /^(a+)+$/u.test(`${"a".repeat(60)}b`), 50)).toThrow(/timed out/);
    expect(withinTime(() => 7, 1000)).toBe(7);
  });
});
