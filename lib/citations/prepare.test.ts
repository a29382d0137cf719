import { describe, expect, it } from "vitest";
import type { CitedStatement, CslItem } from "./csl-item";
import { isolated, prepareItem, TRANSLATION } from "./prepare";
import type { CitationStyle } from "./style-names";

const item = (rest: Partial<CslItem> = {}): CslItem => ({
  ...{ id: "a", type: "webpage", title: "Talks Stall in Istanbul", language: "en" },
  ...rest,
});

function from(
  source: Partial<CitedStatement["source"]> = {},
  rest: Partial<CitedStatement> = {},
): CitedStatement {
  return {
    ...{ publicId: "st-7k2m9q", wording: "“No.”", form: "direct", language: "en", isDenial: false },
    ...{ state: "published", originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ editMarks: "[]", introduction: null, hops: [], verdicts: [], corrections: [], retractions: [] },
    ...{ attribution: "somebody", speaker: null, publishedVersion: 1 },
    publishedAt: new Date("2025-10-30T08:15:00Z"),
    source: {
      ...{ title: "x", kind: "article", author: null, language: "en", address: null, outlet: null },
      ...{ publishedOn: null, publishedOnPrecision: null, ...source },
    },
    anchor: null,
    ...rest,
  };
}

describe("a title", () => {
  it.each([
    ["Talks stall.", "Talks stall"],
    ["A plan for the U.S.", "A plan for the U.S."],
    ["Fares rise in zone no.", "Fares rise in zone no."],
    ["Gen. Roe told etc. and left", "Gen. Roe told etc. and left"],
  ])("%s is without a stop of its own: %s", (title, expected) => {
    expect(prepareItem(item({ title }), "mla").title).toBe(expected);
  });

  it.each<[CitationStyle, Partial<CslItem>, string]>([
    ["apa", {}, "Talks stall in Istanbul"],
    ["harvard", { language: "en-GB" }, "Talks stall in Istanbul"],
    ["vancouver", {}, "Talks stall in Istanbul"],
    ["mla", {}, "Talks Stall in Istanbul"],
    ["chicago-notes", {}, "Talks Stall in Istanbul"],
    ["apa", { language: "de" }, "Talks Stall in Istanbul"],
    ["apa", { language: "de-AT" }, "Talks Stall in Istanbul"],
  ])("is set in %s with %j as %s", (style, rest, expected) => {
    expect(prepareItem(item(rest), style).title).toBe(expected);
  });

  it("of no language is taken for English", () => {
    const { language: _, ...bare } = item();
    expect(prepareItem(bare, "apa").title).toBe("Talks stall in Istanbul");
  });

  it.each<[string, CitedStatement]>([
    ["the author", from({ author: "Trade Stage" })],
    ["who speaks", from({}, { speaker: { name: "Trade Stage", kind: "organisation" } })],
    ["the outlet", from({ outlet: { name: "Trade Stage", kind: "newspaper" } })],
    ["the place", from({}, { place: "Trade Stage" })],
    ["the event", from({}, { event: "Trade Stage" })],
    ["whom it was said to", from({}, { addressee: "Trade Stage" })],
    ["the role", from({}, { roleThen: "Trade Stage" })],
  ])("keeps the capitals of %s", (_, statement) => {
    const title = "Talks Stall at Trade Stage";
    expect(prepareItem(item({ title }), "apa", statement).title).toBe("Talks stall at Trade Stage");
    expect(prepareItem(item({ title }), "apa", from()).title).toBe("Talks stall at trade stage");
    expect(prepareItem(item({ title }), "apa").title).toBe("Talks stall at trade stage");
  });

  it("in other letters gives way to the romanised one, and has its translation behind it", () => {
    const statement = from({ titleRomanised: "Gozaresh az Kabol", titleTranslated: "A Report From Kabul" });
    const [open, shut] = TRANSLATION;
    const persian = item({ title: "گزارش", language: "fa" });
    expect(prepareItem(persian, "mla", statement).title).toBe(
      `Gozaresh az Kabol${open}A Report From Kabul${shut}`,
    );
    expect(prepareItem(persian, "apa", statement).title).toBe(
      `Gozaresh az Kabol${open}A report from Kabul${shut}`,
    );
    expect(prepareItem(persian, "apa", from()).title).toBe("\u2068گزارش\u2069");
  });
});

describe("the kind of a work", () => {
  const speech = (style: CitationStyle) =>
    prepareItem(
      item({ type: "speech", genre: "Speech", publisher: "The Office" }),
      style,
      from({ kind: "speech" }),
    );
  it("is its medium where a style prints that, and stands within the note of Chicago", () => {
    expect(speech("mla")).toMatchObject({
      type: "webpage",
      medium: "Speech",
      "container-title": "The Office",
    });
    expect(speech("harvard")).toMatchObject({ medium: "Speech", genre: "Speech" });
    expect(speech("chicago-notes").genre).toBe("speech");
    expect(speech("chicago-notes")).not.toHaveProperty("medium");
    expect(speech("apa").genre).toBe("Speech");
    expect(speech("apa")).not.toHaveProperty("publisher");
  });

  it("sets a stop between a title and who asked in Chicago’s author and date", () => {
    const asked = (title: string, style: CitationStyle = "chicago-author-date") =>
      prepareItem(
        item({ type: "interview", title, interviewer: [{ family: "Roe" }] }),
        style,
        from({ kind: "interview" }),
      ).title;
    expect(asked("Mr. Vale speaks to us")).toBe("Mr. Vale speaks to us.");
    expect(asked("Will You Sign?")).toBe("Will You Sign?");
    expect(asked("We sign!")).toBe("We sign!");
    expect(asked("We sign", "chicago-notes")).toBe("We sign");
    expect(
      prepareItem(item({ type: "interview" }), "chicago-author-date", from({ kind: "interview" })).title,
    ).toBe("Talks Stall in Istanbul");
  });

  it("names who issued a press release as its author, and who broadcasts in APA", () => {
    const release = item({ type: "report", publisher: "The Ministry" });
    const issued = prepareItem(release, "chicago-notes", from({ kind: "press_release" }));
    expect(issued.author).toEqual([{ literal: "The Ministry" }]);
    expect(prepareItem(release, "chicago-notes", from({ kind: "report" }))).not.toHaveProperty("author");
    const aired = item({ type: "broadcast", "container-title": "Radio One" });
    expect(prepareItem(aired, "apa")).toMatchObject({ author: [{ literal: "Radio One" }] });
    expect(prepareItem(aired, "mla")).not.toHaveProperty("author");
    const { "container-title": _, ...silent } = aired;
    expect(prepareItem(silent, "apa")).not.toHaveProperty("publisher");
  });

  it("of a page puts its site behind the title in Vancouver", () => {
    const page = item({ "container-title": "Example Television" });
    expect(prepareItem(page, "vancouver").publisher).toBe("Example Television");
    expect(prepareItem(page, "vancouver")).not.toHaveProperty("container-title");
    expect(prepareItem(page, "harvard")["container-title"]).toBe("Example Television");
    expect(prepareItem({ ...page, type: "article-newspaper" }, "vancouver")).not.toHaveProperty("publisher");
  });
});

describe("a copy kept elsewhere", () => {
  it("is named behind the original, or alone", () => {
    const kept = { archive_location: "https://archive.test/1" };
    expect(prepareItem(item({ ...kept, URL: "https://x.test" }), "mla")).toMatchObject({
      URL: "https://x.test, archived at https://archive.test/1",
    });
    expect(prepareItem(item(kept), "mla")).toMatchObject({ URL: "https://archive.test/1" });
    expect(prepareItem(item(kept), "mla")).not.toHaveProperty("archive_location");
  });
});

describe("an author who is also the outlet", () => {
  const own = (rest: Partial<CslItem> = {}) =>
    item({ author: [{ literal: "The  Ministry" }], "container-title": "The Ministry", ...rest });
  it("is named once: as the author in APA, as the outlet in MLA", () => {
    expect(prepareItem(own(), "apa")).toMatchObject({ author: [{ literal: "The  Ministry" }] });
    expect(prepareItem(own(), "apa")).not.toHaveProperty("container-title");
    expect(prepareItem(own(), "mla")).toMatchObject({ "container-title": "The Ministry" });
    expect(prepareItem(own(), "mla")).not.toHaveProperty("author");
    const { "container-title": _, ...issued } = own({ publisher: "The Ministry" });
    expect(prepareItem(issued, "mla")).toMatchObject({ publisher: "The Ministry" });
    expect(prepareItem(issued, "mla")).not.toHaveProperty("container-title");
    expect(prepareItem(issued, "apa")).not.toHaveProperty("publisher");
  });

  it.each<[string, Partial<CslItem>]>([
    ["another outlet", { "container-title": "The Courier" }],
    ["two authors", { author: [{ literal: "The Ministry" }, { literal: "The Office" }] }],
    ["a person", { author: [{ family: "The Ministry" }] }],
    ["a newspaper", { type: "article-newspaper" }],
  ])("is told from %s", (_, rest) => {
    for (const style of ["apa", "mla"] as const) {
      expect(prepareItem(own(rest), style)).toHaveProperty("author");
      expect(prepareItem(own(rest), style)).toHaveProperty("container-title");
    }
  });
});

describe("names", () => {
  const kim = { family: "Kim", given: "Jong Un", "static-ordering": true } as const;
  const authors = (author: CslItem["author"], style: CitationStyle) =>
    prepareItem(item(author ? { author } : {}), style).author;
  it.each<[CitationStyle, boolean]>([
    ["apa", false],
    ["vancouver", false],
    ["harvard", false],
    ["mla", true],
    ["chicago-notes", true],
  ])("keep their own order in %s: %s", (style, isKept) => {
    expect(authors([kim], style)).toEqual([isKept ? kim : { family: "Kim", given: "Jong Un" }]);
  });

  it("of a body beside others are taken whole", () => {
    expect(authors([{ literal: 'The "Nine"' }, kim], "mla")).toEqual([{ family: '"The ”Nine”"' }, kim]);
    expect(authors([{ literal: 'The "Nine"' }], "apa")).toEqual([{ literal: 'The "Nine"' }]);
    expect(authors([{ literal: "A" }, { literal: "B" }], "apa")).toEqual([
      { family: '"A"' },
      { family: '"B"' },
    ]);
    expect(authors(undefined, "apa")).toBeUndefined();
  });
});

describe("what runs from right to left", () => {
  it.each(["עברית", "عابد", "\ufb1d", "\ufdff", "\ufe70", "\ufefc"])("is shut in: %s", (text) => {
    expect(isolated(text)).toBe(`\u2068${text}\u2069`);
    expect(isolated(`a ${text}`)).toBe(`\u2068a ${text}\u2069`);
  });
  it("is shut in wherever it stands, and nothing else is", () => {
    const urdu = "عابد";
    const shut = "\u2068عابد\u2069";
    const all = { "container-title": urdu, author: [{ family: urdu, given: urdu }, { family: urdu }] };
    expect(prepareItem(item(all), "mla")).toMatchObject({
      ...{ "container-title": shut, author: [{ family: shut, given: shut }, { family: shut }] },
    });
    const alone = prepareItem(
      item({ author: [{ literal: urdu }], publisher: urdu, type: "book" }),
      "chicago-notes",
    );
    expect(alone.publisher ?? shut).toBe(shut);
    expect(prepareItem(item({ publisher: urdu, type: "book" }), "mla").publisher).toBe(shut);
    expect(prepareItem(item({ author: [{ family: urdu }] }), "mla").author?.[0]).not.toHaveProperty("given");
    expect(isolated("plain")).toBe("plain");
  });
});
