import CSL from "citeproc";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { toCoins, toQuotation } from "./coins";
import { type CitedStatement, isLocal, toCslItem } from "./csl-item";
import { type CitationForm, citeStatement, formatCitation, plainText } from "./format";
import { shortForms } from "./short-forms";
import { CITATION_STYLES, type CitationStyle } from "./style-names";

// a citation is made for an address that others can open; what stands beside one of this machine is tested below
vi.hoisted(() => {
  process.env.BASE_URL = "https://verbatim.example";
  process.env.DESK_NAME = "The Lindmouth Courier";
});

type Changes = Partial<CitedStatement["source"]>;

function quotedIn(changes: Changes = {}, rest: Partial<CitedStatement> = {}): CitedStatement {
  return {
    publicId: "st-7k2m9q",
    wording: "“the prospects of détente now look increasingly remote.”",
    ...{ form: "direct", language: "en", isDenial: false, state: "published" },
    ...{ originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ editMarks: "[]", introduction: null },
    ...{ hops: [], verdicts: [], corrections: [], retractions: [] },
    attribution: "Sami Yousafzai, a journalist",
    speaker: { name: "Sami Yousafzai", kind: "person" },
    publishedVersion: 2,
    publishedAt: new Date("2025-10-30T08:15:00Z"),
    source: {
      title: "Peace talks stall in Istanbul",
      kind: "article",
      author: "Abid Hussain",
      address: "https://news.example/istanbul",
      language: "en",
      publishedOn: new Date("2025-10-28T00:00:00Z"),
      publishedOnPrecision: "day",
      outlet: { name: "The Example Times", kind: "newspaper" },
      ...changes,
    },
    anchor: { edition: { retrievedAt: new Date("2025-10-29T18:42:00Z") } },
    ...rest,
  };
}

/** Italics between asterisks, so that a case reads like the manual's own example. */
function set(form: CitationForm | undefined): string {
  return (form?.stretches ?? []).map(({ text, isItalic }) => (isItalic ? `*${text}*` : text)).join("");
}

const cite = (style: CitationStyle, changes?: Changes, rest?: Partial<CitedStatement>) =>
  citeStatement(quotedIn(changes, rest), style).map(set);

const SITE = { outlet: { name: "Example Television", kind: "broadcaster" } };
const BARE = { author: null, outlet: null, publishedOn: null, address: null };

// each expected string was written after the manual's section that the comment names, not copied from the program
describe("Chicago 17, notes and bibliography", () => {
  const record =
    "“Sami Yousafzai: ‘the prospects of détente now look increasingly remote.’ (statement st-7k2m9q, version 2),” The Lindmouth Courier, October 30, 2025, https://verbatim.example/statements/st-7k2m9q.";

  it.each([
    // 14.191, 14.198: newspaper article online
    [
      "newspaper",
      {},
      `Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/istanbul; ${record}`,
      "Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/istanbul.",
    ],
    // 14.199: an unsigned article stands in the bibliography under the paper
    [
      "no author",
      { author: null },
      `Sami Yousafzai, quoted in “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/istanbul; ${record}`,
      "*The Example Times*. “Peace Talks Stall in Istanbul.” October 28, 2025. https://news.example/istanbul.",
    ],
    // 14.207, 14.12: a page without a date is given the day of access
    [
      "page without a date",
      { ...SITE, publishedOn: null },
      `Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” Example Television, accessed October 29, 2025, https://news.example/istanbul; ${record}`,
      "Hussain, Abid. “Peace Talks Stall in Istanbul.” Example Television. Accessed October 29, 2025. https://news.example/istanbul.",
    ],
    // 14.76: two authors
    [
      "two authors",
      { author: "Abid Hussain and Sabena Siddiqui" },
      `Sami Yousafzai, quoted in Abid Hussain and Sabena Siddiqui, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/istanbul; ${record}`,
      "Hussain, Abid, and Sabena Siddiqui. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/istanbul.",
    ],
    [
      "month only",
      { publishedOnPrecision: "month" },
      `Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 2025, https://news.example/istanbul; ${record}`,
      "Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 2025. https://news.example/istanbul.",
    ],
  ])("%s", (_, changes, note, entry) => {
    expect(cite("chicago-notes", changes).slice(0, 2)).toEqual([note, entry]);
  });

  it("gives this record an entry of its own", () => {
    expect(cite("chicago-notes")[2]).toBe(
      "The Lindmouth Courier. “Sami Yousafzai: ‘the prospects of détente now look increasingly remote.’ (statement st-7k2m9q, version 2),” October 30, 2025. https://verbatim.example/statements/st-7k2m9q.",
    );
  });
});

describe("APA 7", () => {
  it.each([
    // 10.1, example 16; 8.6: a secondary source
    [
      "newspaper",
      {},
      "Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/istanbul",
      "(Yousafzai, as cited in Hussain, 2025)",
    ],
    // 10.16, example 110: a page of a news site
    [
      "news site",
      SITE,
      "Hussain, A. (2025, October 28). *Peace talks stall in Istanbul*. Example Television. https://news.example/istanbul",
      "(Yousafzai, as cited in Hussain, 2025)",
    ],
    // 9.12, 8.14: without an author the title moves to the front
    [
      "no author",
      { author: null },
      "Peace talks stall in Istanbul. (2025, October 28). *The Example Times*. https://news.example/istanbul",
      "(Yousafzai, as cited in “Peace Talks Stall in Istanbul,” 2025)",
    ],
    // 9.17, 9.16
    [
      "no date",
      { ...SITE, publishedOn: null },
      "Hussain, A. (n.d.). *Peace talks stall in Istanbul*. Example Television. Retrieved October 29, 2025, from https://news.example/istanbul",
      "(Yousafzai, as cited in Hussain, n.d.)",
    ],
    // 9.8: an ampersand between authors
    [
      "two authors",
      { author: "Abid Hussain & Sabena Siddiqui" },
      "Hussain, A., & Siddiqui, S. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/istanbul",
      "(Yousafzai, as cited in Hussain & Siddiqui, 2025)",
    ],
    // 9.11: a group as author is spelled out
    [
      "a body as author",
      { author: "Example Television Staff", ...SITE },
      "Example Television Staff. (2025, October 28). *Peace talks stall in Istanbul*. Example Television. https://news.example/istanbul",
      "(Yousafzai, as cited in Example Television Staff, 2025)",
    ],
  ])("%s", (_, changes, reference, inText) => {
    expect(cite("apa", changes).slice(0, 2)).toEqual([reference, inText]);
  });
});

describe("MLA 9", () => {
  it.each([
    // 5.23, 5.78, 5.95; 6.77: an indirect source
    [
      "newspaper",
      {},
      "Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/istanbul.",
      "(qtd. in Hussain)",
    ],
    // 5.23, 6.17
    [
      "no author",
      { author: null },
      "“Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/istanbul.",
      "(qtd. in “Peace Talks Stall in Istanbul”)",
    ],
    // 5.111: the day of access for what has no date
    [
      "no date",
      { publishedOn: null },
      "Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, https://news.example/istanbul. Accessed 29 Oct. 2025.",
      "(qtd. in Hussain)",
    ],
    // 5.7: the second author's name is not turned round
    [
      "two authors",
      { author: "Abid Hussain, Sabena Siddiqui" },
      "Hussain, Abid, and Sabena Siddiqui. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/istanbul.",
      "(qtd. in Hussain and Siddiqui)",
    ],
    // 5.31: a report stands by itself, so its title is italic
    [
      "report",
      { kind: "report", author: null },
      "*Peace Talks Stall in Istanbul*. The Example Times, 28 Oct. 2025, https://news.example/istanbul.",
      "(qtd. in *Peace Talks Stall in Istanbul*)",
    ],
  ])("%s", (_, changes, entry, inText) => {
    expect(cite("mla", changes).slice(0, 2)).toEqual([entry, inText]);
  });
});

describe("in every style", () => {
  const STYLES = CITATION_STYLES.map(({ key }) => key);

  it.each(STYLES)("%s says something of a source of which only the title is known", (style) => {
    for (const form of citeStatement(quotedIn(BARE), style))
      expect(plainText(form.stretches)).toMatch(/\p{L}/u);
  });

  it.each(STYLES)("%s sets an Urdu title as it is", (style) => {
    const urdu = { title: "استنبول میں مذاکرات تعطل کا شکار", language: "ur", author: "عابد حسین" };
    const entry = plainText(
      formatCitation({ id: "a", type: "webpage", title: urdu.title, language: "ur" }, style),
    );
    expect(entry).toContain(urdu.title);
    expect(cite(style, urdu).join(" ")).toContain("عابد حسین");
  });

  it("never lets a title become markup or lose a sign", () => {
    const title = fc.string({ unit: fc.constantFrom(..."ab &<>/=\\"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(title, fc.constantFrom(...STYLES), (raw, style) => {
        fc.pre(/[ab]/.test(raw));
        const printed = plainText(formatCitation({ id: "a", type: "book", title: `x${raw}x` }, style));
        for (const sign of raw.replaceAll(" ", "")) expect(printed.toLowerCase()).toContain(sign);
      }),
      { numRuns: 60 },
    );
  });

  // an apostrophe was taken for the half of a quotation, and the tag that keeps the case of the words was printed with them
  it.each([
    "“the workers’ rights are gone,”",
    "the rock ’n’ roll of the ’90s was “good”",
    "he stands 5' 11\" tall",
    "”nie wieder“",
    "”پل پر اس سال 3 ٹرک بھی نہیں گزریں گے“",
    "“so ”they say“",
  ])("prints no tag beside the words %s", (wording) => {
    const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N} ]/gu, "");
    for (const style of STYLES) {
      const record = cite(style, {}, { wording }).at(-1) ?? "";
      const post = cite(style, { title: wording, kind: "post" }).join(" ");
      expect(`${record} ${post}`).not.toMatch(/[<>]/u);
      expect(lettersOf(record)).toContain(lettersOf(wording));
      expect(lettersOf(post)).toContain(lettersOf(wording));
    }
  });

  it.each(STYLES)("%s shows an edited title at once", (style) => {
    expect(cite(style).join(" ")).toMatch(/Peace talks stall/i);
    expect(cite(style, { title: "A later headline" }).join(" ")).toMatch(/a later headline/i);
  });

  it("does not call a paraphrase quoted", () => {
    expect(cite("chicago-notes", {}, { form: "indirect" })[0]).toMatch(
      /^Sami Yousafzai, cited in Abid Hussain/,
    );
  });

  it.each([
    ["apa", "(Yousafzai, 2025)"],
    ["mla", "(Yousafzai)"],
    ["chicago-author-date", "(Yousafzai 2025)"],
    ["harvard", "(Yousafzai, 2025)"],
    ["vancouver", "(1)"],
  ] as const)("quotes nobody in a work of their own, in the text of %s", (style, inText) => {
    expect(cite(style, { author: "Sami Yousafzai" })[1]).toBe(inText);
  });

  it("keeps the quoted voice apart from the source's author", () => {
    const unnamed = { speaker: null, attribution: "an unnamed Pakistani official" };
    expect(cite("chicago-notes", {}, unnamed)[0]).toMatch(
      /^an unnamed Pakistani official, quoted in Abid Hussain/i,
    );
    const body = { speaker: { name: "ACLED", kind: "organisation" } };
    expect(cite("apa", {}, body)[1]).toBe("(ACLED, as cited in Hussain, 2025)");
  });
});

describe("what must go with the words", () => {
  const confirmedAt = new Date("2025-11-03T09:00:00Z");
  it.each(CITATION_STYLES.map(({ key }) => key))("stands first in every form of %s", (style) => {
    const denied = cite(style, {}, { isDenial: true, hops: [{ name: "Axios" }] });
    for (const form of denied) {
      expect(form).toMatch(/^\[The speaker denies what is quoted; second-hand, through Axios\.\] ./u);
      // said once: the title of the record within it does not say it again
      expect(form.match(/second-hand/gu)).toHaveLength(1);
    }
    const retracted = cite(style, {}, { state: "retracted", retractions: [{ confirmedAt }] });
    for (const form of retracted) expect(form).toMatch(/^\[Retracted on 3 November 2025\.\] ./u);
  });

  it("stands in the note of every file, and a retraction in the field for it", () => {
    const item = toCslItem(quotedIn({}, { isDenial: true, retractions: [{ confirmedAt }] }));
    expect(item.note).toMatch(
      /^Retracted on 3 November 2025\. Quotes Sami Yousafzai: Denies: “the prospects/u,
    );
    expect(item.note).toContain("https://verbatim.example/statements/st-7k2m9q");
    expect(item.status).toBe("Statement st-7k2m9q: Retracted on 3 November 2025.");
    const retracted = quotedIn({}, { isDenial: true, retractions: [{ confirmedAt }] });
    for (const text of [
      new URLSearchParams(toCoins(retracted)).get("rft.description"),
      (toQuotation(retracted) as { description: string }).description,
      ...shortForms(retracted).map(({ text }) => text),
    ])
      expect(text).toMatch(/Retracted on 3 November 2025\./u);
  });
});

it("closes the marks of words that are cut off within them, also where the sentence began outside", () => {
  const wording = "he could “solve the crisis between the two neighbours very quickly, if he were asked to.”";
  const [note] = cite("chicago-notes", {}, { wording, form: "mixed" });
  expect(note).toContain(
    "“Sami Yousafzai: he could ‘solve the crisis between the two neighbours very…’ (statement",
  );
});

describe("a citation made on the machine that reads it", () => {
  it("says so beside every address of its own, and nowhere else", () => {
    process.env.BASE_URL = "http://localhost:3000";
    try {
      const said = " [address of this machine only]";
      const [note, entry, record] = cite("chicago-notes");
      expect(note).toMatch(
        /http:\/\/localhost:3000\/statements\/st-7k2m9q\. \[address of this machine only\]$/,
      );
      expect(entry).not.toContain(said);
      expect(record?.endsWith(said)).toBe(true);
      expect(cite("apa").map((form) => form.endsWith(said))).toEqual([false, false, true]);
      expect(cite("mla").map((form) => form.endsWith(said))).toEqual([false, false, true]);
      expect(toCslItem(quotedIn()).note).toMatch(/st-7k2m9q \(address of this machine only\)$/);
      const marked = shortForms(quotedIn()).filter(({ text }) => /address of this machine only/u.test(text));
      expect(marked.map(({ place }) => place)).toEqual(["Footnote", "Wikipedia, quote", "HTML", "Markdown"]);
    } finally {
      process.env.BASE_URL = "https://verbatim.example";
    }
  });
});

describe("the places where a citation goes", () => {
  it.each([
    ["chicago-notes", ["Note", "Bibliography", "This record"]],
    ["apa", ["Reference", "In the text", "This record"]],
    ["mla", ["Works cited", "In the text", "This record"]],
    ["chicago-author-date", ["Reference", "In the text", "This record"]],
    ["harvard", ["Reference", "In the text", "This record"]],
    ["vancouver", ["Reference", "In the text", "This record"]],
  ] as const)("are those of %s", (style, places) => {
    expect(citeStatement(quotedIn(), style).map(({ place }) => place)).toEqual(places);
  });

  it.each([
    [{ name: "Ursula von der Leyen", kind: "person" }, "von der Leyen"],
    [{ name: "Nadia", kind: "person" }, "Nadia"],
    [{ name: "Ministry of Roads", kind: "organisation" }, "Ministry of Roads"],
    [{ name: "John <Jack> Smith", kind: "collective" }, "John <Jack> Smith"],
  ])("name %j in the text of APA as %s", (speaker, name) => {
    expect(cite("apa", {}, { speaker })[1]).toBe(`(${name}, as cited in Hussain, 2025)`);
  });

  it("has faces in the order in which they are set, and no empty stretch", () => {
    const [note] = citeStatement(quotedIn(), "chicago-notes");
    expect(note.stretches.filter(({ isItalic }) => isItalic).map(({ text }) => text)).toEqual([
      "The Example Times",
    ]);
    for (const { text } of note.stretches) expect(text).not.toBe("");
    expect(plainText(note.stretches)).toBe(set(note).replaceAll("*", ""));
  });

  it.each(CITATION_STYLES.map(({ key }) => key))("are made of stretches with a face each, in %s", (style) => {
    for (const { stretches } of citeStatement(quotedIn(), style))
      for (const stretch of stretches)
        expect(stretch).toEqual({ text: expect.stringMatching(/./su), isItalic: expect.any(Boolean) });
  });

  it.each([
    ["year", "2024"],
    ["month", "October 2024"],
    ["day", "October 27, 2024"],
    [null, "October 27, 2024"],
  ])("tell the occasion of a note to the %s", (saidOnPrecision, told) => {
    const saidOn = new Date("2024-10-27T00:00:00Z");
    const [note] = cite("chicago-notes", {}, { saidOn, saidOnPrecision });
    expect(note).toMatch(new RegExp(`^Sami Yousafzai, ${told}, quoted in Abid Hussain,`, "u"));
  });

  it("gives the day of access of a page without a date, and none of what was never read", () => {
    expect(cite("mla", { publishedOn: null })[0]).toContain("Accessed 29 Oct. 2025");
    expect(cite("mla", { publishedOn: null }, { anchor: null })[0]).not.toContain("Accessed");
    expect(cite("mla")[0]).not.toContain("Accessed");
  });
});

it("sets what was set lately from what was kept, and anew what is another in anything", () => {
  const previews = vi.spyOn(CSL.Engine.prototype, "makeBibliography");
  const cite = (title: string) => citeStatement(quotedIn({ title }, { publicId: "st-kept00" }), "apa");
  const first = cite("A title that is kept");
  const count = previews.mock.calls.length;
  expect(count).toBeGreaterThan(0);
  expect(cite("A title that is kept")).toEqual(first);
  expect(previews.mock.calls.length).toBe(count);
  expect(cite("A title that is another")).not.toEqual(first);
  expect(previews.mock.calls.length).toBeGreaterThan(count);
  previews.mockRestore();
});

it("keeps a thousand of what was set, those that were asked for last", () => {
  // a style that sets no list of works: nothing is set, which is quick, and kept as well
  const made = vi.spyOn(CSL.Engine.prototype, "makeBibliography").mockReturnValue(false);
  const updates = vi.spyOn(CSL.Engine.prototype, "updateItems").mockReturnValue();
  const isSetAnew = (n: number) => {
    made.mockClear();
    expect(formatCitation({ id: `kept-${n}`, type: "book", title: `Book ${n}` }, "apa")).toEqual([]);
    return made.mock.calls.length > 0;
  };
  for (let n = 0; n < 1000; n++) expect(isSetAnew(n)).toBe(true);
  expect(isSetAnew(0)).toBe(false);
  // one more, for which the one goes that was asked for longest ago
  expect(isSetAnew(1000)).toBe(true);
  expect([0, 2, 999, 1].map(isSetAnew)).toEqual([false, false, false, true]);
  updates.mockRestore();
  made.mockRestore();
});

it("keeps nothing of what was cited before: an engine serves every reader for as long as the site runs", () => {
  const updates = vi.spyOn(CSL.Engine.prototype, "updateItems");
  const authors = Array.from({ length: 40 }, (_, index) => ({ author: `Jane${"abcdefgh"[index % 8]} Roe` }));
  for (const [index, changes] of authors.entries())
    citeStatement(quotedIn(changes, { publicId: `st-aaaa${index}` }), "apa");
  const engines = [...new Set(updates.mock.contexts)] as unknown as Kept[];
  updates.mockRestore();
  // one for entries and one for what cites them
  expect(engines).toHaveLength(2);
  for (const { registry, tmp } of engines) {
    // the record, and no name
    expect(Object.keys(registry.registry).length).toBeLessThanOrEqual(1);
    expect(Object.values(registry.namereg.namereg).flatMap(({ items }) => items)).toHaveLength(0);
    expect(Object.keys(tmp.taintedItemIDs).length).toBeLessThanOrEqual(2);
  }
});

/** What citeproc keeps of what it cited. */
interface Kept {
  readonly registry: {
    readonly registry: object;
    readonly namereg: { readonly namereg: Readonly<Record<string, { readonly items: readonly string[] }>> };
  };
  readonly tmp: { readonly taintedItemIDs: object };
}

it.each([
  ["http://localhost:3000/x", true],
  ["http://127.0.0.1/x", true],
  ["http://[::1]:80/x", true],
  ["http://desk.localhost/x", true],
  ["https://localhost.example.org/x", false],
  ["https://verbatim.example/x", false],
])("%s is of this machine only: %s", (address, local) => expect(isLocal(address)).toBe(local));
