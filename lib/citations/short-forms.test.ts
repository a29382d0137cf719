import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { toCitationMeta, toCoins, toQuotation } from "./coins";
import type { CitedStatement } from "./csl-item";
import { sentenceCase } from "./sentence-case";
import { shortForms } from "./short-forms";

vi.hoisted(() => {
  process.env.BASE_URL = "https://verbatim.example";
  process.env.DESK_NAME = "The Lindmouth Courier";
});

const ADDRESS = "https://verbatim.example/statements/st-7k2m9q";

function cited(
  rest: Partial<CitedStatement> = {},
  source: Partial<CitedStatement["source"]> = {},
): CitedStatement {
  return {
    ...{ publicId: "st-7k2m9q", wording: "“No.”", form: "direct", language: "en", isDenial: false },
    ...{ state: "published", originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ editMarks: "[]", introduction: null, hops: [], verdicts: [], corrections: [], retractions: [] },
    ...{ attribution: "an official", speaker: { name: "Kim Jong Un", kind: "person" } },
    ...{ publishedVersion: 2, publishedAt: new Date("2025-10-30T08:15:00Z") },
    ...{ saidOn: new Date("2025-10-27T00:00:00Z"), saidOnPrecision: "day", addressee: "Al Jazeera" },
    source: {
      ...{
        title: "Talks",
        kind: "article",
        author: "Jan van der Berg and Human Rights Watch",
        language: "en",
      },
      ...{
        address: "https://news.example/a?b=1|2",
        outlet: { name: "The Example Times", kind: "newspaper" },
      },
      ...{ publishedOn: new Date("2025-10-28T00:00:00Z"), publishedOnPrecision: "day" },
      ...source,
    },
    anchor: { edition: { retrievedAt: new Date("2025-10-29T18:42:00Z") } },
    ...rest,
  };
}

const form = (place: string, statement = cited()) =>
  shortForms(statement).find((one) => one.place === place)?.text ?? "";

describe("short forms", () => {
  it("are those of a text, a note, Wikipedia, HTML and Markdown", () => {
    expect(form("In a running text")).toBe("“No.” — Kim Jong Un, told Al Jazeera, 27 October 2025 [1]");
    expect(form("Footnote")).toBe(
      `Kim Jong Un, told Al Jazeera, 27 October 2025, quoted in Jan van der Berg, Human Rights Watch, “Talks”, The Example Times, 28 October 2025, https://news.example/a?b=1|2; statement st-7k2m9q, version 2, ${ADDRESS}.`,
    );
    expect(form("Wikipedia, cite news")).toBe(
      "{{cite news |last=van der Berg |first=Jan |author2=((Human Rights Watch)) |title=Talks |work=The Example Times |date=28 October 2025 |url=https://news.example/a?b=1%7C2 |access-date=29 October 2025 |quote=No.}}",
    );
    expect(form("Wikipedia, quote")).toContain(
      "{{quote |text=“No.” |author=Kim Jong Un, told Al Jazeera, 27 October 2025 |source=",
    );
    expect(form("HTML")).toContain(
      '<blockquote cite="https://news.example/a?b=1|2" lang="en" dir="auto"><p>“No.”</p></blockquote>',
    );
    expect(form("Markdown")).toBe(
      `> “No.”\n>\n> — Kim Jong Un, told Al Jazeera, 27 October 2025. In [Talks](<https://news.example/a?b=1|2>), The Example Times. [Statement st-7k2m9q, version 2](<${ADDRESS}>)`,
    );
  });

  it.each([
    ["year", ", 2025 [1]"],
    ["month", ", October 2025 [1]"],
    ["time", ", 27 October 2025 [1]"],
  ])("give the day as far as it is known: %s", (saidOnPrecision, end) => {
    expect(form("In a running text", cited({ saidOnPrecision })).endsWith(end)).toBe(true);
  });

  it("give nothing that is not known, and quote no paraphrase", () => {
    const bare = cited(
      { saidOn: null, addressee: "", form: "indirect", speaker: null, attribution: "", anchor: null },
      { author: null, outlet: null, address: null, publishedOn: null },
    );
    expect(form("In a running text", bare)).toBe("“No.” — an unnamed voice [1]");
    expect(form("Footnote", bare)).toBe(
      `an unnamed voice, cited in “Talks”; statement st-7k2m9q, version 2, ${ADDRESS}.`,
    );
    expect(form("Wikipedia, cite news", bare)).toBe("{{cite news |title=Talks}}");
  });

  it("give whole templates and figures, and no part of what is not known", () => {
    expect(form("Wikipedia, quote")).toBe(
      `{{quote |text=“No.” |author=Kim Jong Un, told Al Jazeera, 27 October 2025 |source=“Talks”, The Example Times, ${ADDRESS}}}`,
    );
    expect(form("HTML")).toBe(
      [
        "<figure>",
        '<blockquote cite="https://news.example/a?b=1|2" lang="en" dir="auto"><p>“No.”</p></blockquote>',
        `<figcaption>Kim Jong Un, told Al Jazeera, 27 October 2025. In <cite><a href="https://news.example/a?b=1|2">Talks</a></cite>, The Example Times. <a href="${ADDRESS}">Statement st-7k2m9q, version 2</a></figcaption>`,
        "</figure>",
      ].join("\n"),
    );
    const bare = cited({ saidOn: null, addressee: "" }, { author: null, outlet: null, address: null });
    expect(form("Wikipedia, quote", bare)).toBe(
      `{{quote |text=“No.” |author=Kim Jong Un |source=“Talks”, ${ADDRESS}}}`,
    );
    expect(form("HTML", bare)).toBe(
      [
        "<figure>",
        `<blockquote cite="${ADDRESS}" lang="en" dir="auto"><p>“No.”</p></blockquote>`,
        `<figcaption>Kim Jong Un. In <cite>Talks</cite>. <a href="${ADDRESS}">Statement st-7k2m9q, version 2</a></figcaption>`,
        "</figure>",
      ].join("\n"),
    );
    expect(form("Markdown", bare)).toBe(
      `> “No.”\n>\n> — Kim Jong Un. In Talks. [Statement st-7k2m9q, version 2](<${ADDRESS}>)`,
    );
  });

  it("name to whom a paraphrase was said without saying that it was told", () => {
    const passed = cited({ form: "indirect", wording: "it would not" });
    expect(form("In a running text", passed)).toBe(
      "it would not — Kim Jong Un, to Al Jazeera, 27 October 2025 [1]",
    );
    // a paraphrase is no quotation, and stands in no field for one
    expect(form("Wikipedia, cite news", passed)).not.toContain("quote");
  });

  it.each<[string, Partial<CitedStatement>, Partial<CitedStatement["source"]>, string]>([
    ["another language", {}, { language: "ps" }, "|language=ps |quote=No.}}"],
    ["no day of reading", { anchor: null }, {}, "|url=https://news.example/a?b=1%7C2 |quote=No.}}"],
    ["no address", {}, { address: null }, "|date=28 October 2025 |quote=No.}}"],
    ["a month", {}, { publishedOnPrecision: "month" }, "|date=October 2025 |url="],
    ["words in marks within words", { wording: "he “will” go" }, {}, "|quote=he “will” go}}"],
    ["words that end in marks", { wording: "he “will”" }, {}, "|quote=he “will”}}"],
    ["words that begin in marks", { wording: "“Will” he go" }, {}, "|quote=“Will” he go}}"],
    ["words on two lines", { wording: "“No,\n \t never.”" }, {}, "|quote=No, never.}}"],
    [
      "signs of a template",
      { wording: "“a|b {{c}} [d] <e> ''f'' ~~~ 'g' ~~h”" },
      {},
      "|quote=a&#124;b &#123;&#123;c&#125;&#125; &#91;d&#93; &#60;e&#62; &#39;&#39;f&#39;&#39; &#126;&#126;&#126; 'g' ~~h}}",
    ],
    [
      "a lettered suffix",
      {},
      { author: "Martin Luther King, Jr." },
      "|last=King Jr. |first=Martin Luther |title=",
    ],
    ["one name", {}, { author: "Reuters" }, "|author=((Reuters)) |title="],
    [
      "signs in an address",
      {},
      { address: "https://a.example/{x} [y]" },
      "|url=https://a.example/%7Bx%7D%20%5By%5D |",
    ],
  ])("fill Wikipedia's template with %s", (_, rest, source, part) => {
    expect(form("Wikipedia, cite news", cited(rest, source))).toContain(part);
  });

  it("keep the order of a name that begins with its family", () => {
    const parts = JSON.stringify([{ kind: "person", family: "Kim", given: "Jong Un", isFamilyFirst: true }]);
    const text = form("Wikipedia, cite news", cited({}, { author: "Kim Jong Un", authorNames: parts }));
    expect(text).toMatch(/^\{\{cite news \|last=Kim \|first=Jong Un \|author-mask=Kim Jong Un \|title=/u);
  });

  it("escape in HTML and Markdown what would run there", () => {
    const wild = cited(
      { wording: '1. a *b* _c_ `d` <e> & "f"\n- g\n+ h\n10) i #j' },
      { title: "T <x>\n y", address: null },
    );
    expect(form("HTML", wild)).toContain("<p>1. a *b* _c_ `d` &#60;e&#62; &#38; &#34;f&#34;\n- g");
    expect(form("Markdown", wild)).toBe(
      `> 1\\. a \\*b\\* \\_c\\_ \\\`d\\\` \\<e\\> & "f"\n> \\- g\n> \\+ h\n> 10\\) i \\#j\n>\n> — Kim Jong Un, told Al Jazeera, 27 October 2025. In T \\<x\\> y, The Example Times. [Statement st-7k2m9q, version 2](<${ADDRESS}>)`,
    );
  });

  it("carry a denial and those who passed it on", () => {
    const denied = cited({ isDenial: true, hops: [{ name: "Axios" }] });
    expect(Object.fromEntries(new URLSearchParams(toCoins(denied)))["rft.title"]).toBe(
      "Kim Jong Un: Denies: “No.” [second-hand, through Axios] (statement st-7k2m9q, version 2)",
    );
    expect(toQuotation(denied)).toMatchObject({ text: "Denies: “No.” [second-hand, through Axios]" });
    for (const place of ["In a running text", "Wikipedia, cite news", "HTML", "Markdown"])
      expect(form(place, denied)).toMatch(/Denies: “No\.”.*second-hand, through Axios/u);
    expect(form("Footnote", denied)).toMatch(
      /^\[The speaker denies what is quoted; second-hand, through Axios\.\] /u,
    );
  });

  const retracted = { state: "retracted", retractions: [{ confirmedAt: new Date("2025-11-03T09:00:00Z") }] };
  const corrected = {
    corrections: [{ versionNumber: 2, kind: "correction", givenAt: new Date("2025-11-04T09:00:00Z") }],
  };
  const COMPANY: readonly [string, Partial<CitedStatement>, RegExp][] = [
    ["a retraction", retracted, /Retracted on 3 November 2025\./u],
    ["a correction", corrected, /Corrected on 4 November 2025, version 2\./u],
    ["a denial", { isDenial: true }, /Denies:|The speaker denies/u],
    ["a second hand", { hops: [{ name: "an aide" }] }, /second-hand, through an aide/iu],
    ["a translation", { originalLanguage: "ps" }, /translated from Pashto/iu],
    [
      "words disowned",
      { verdicts: [{ axis: "said", value: "denied" }] },
      /the speaker denies having said it/iu,
    ],
    ["an invention", { verdicts: [{ axis: "said", value: "fabricated" }] }, /judged to be fabricated/iu],
  ];
  const PLACES = shortForms(cited()).map(({ place }) => place);

  it.each(
    COMPANY.flatMap(([what, rest, sign]) =>
      ["direct", "mixed", "indirect"].map((how) => [what, how, rest, sign] as const),
    ),
  )("say %s of %s words everywhere, and before them that they stand no more", (_, how, rest, sign) => {
    const wording = how === "indirect" ? "it would not do so" : "it would “not” do so";
    const statement = cited({ ...rest, form: how, wording });
    for (const place of PLACES) {
      const text = form(place, statement).replace(/&#(\d+);/gu, (_sign, code) => String.fromCodePoint(code));
      expect(text, place).toMatch(sign);
      if ("state" in rest || "corrections" in rest)
        expect(text.search(sign), place).toBeLessThan(text.search(/would|Talks/u));
    }
  });

  it("let no word end its place, whatever it holds", () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."ab|{}[]<>&\"'`*_#=\n~\\"),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(signs, signs, (wording, title) => {
        const statement = cited({ wording: `x${wording}x` }, { title: `y${title}y`, author: null });
        for (const place of ["Wikipedia, cite news", "Wikipedia, quote"]) {
          const inside = form(place, statement).slice(2, -2);
          expect(inside).not.toMatch(/[{}]|\n/u);
        }
        const html = form("HTML", statement);
        expect(
          html
            .match(/<[^>]*>/gu)
            ?.map((tag) => tag.replace(/[\s>].*/u, ""))
            .join(""),
        ).toBe("<figure<blockquote<p</p</blockquote<figcaption<cite<a</a</cite<a</a</figcaption</figure");
        for (const line of form("Markdown", statement).split("\n")) expect(line).toMatch(/^>/u);
      }),
    );
  });
});

describe("what a page carries for Zotero", () => {
  it("is the statement: its speaker, its words, its address and its version, and where it stands", () => {
    const fields = Object.fromEntries(new URLSearchParams(toCoins(cited())));
    expect(fields).toEqual({
      ...{ ctx_ver: "Z39.88-2004", rft_val_fmt: "info:ofi/fmt:kev:mtx:dc", "rft.type": "webpage" },
      "rft.title": "Kim Jong Un: “No.” (statement st-7k2m9q, version 2)",
      ...{ "rft.source": "The Lindmouth Courier", "rft.creator": "Kim, Jong Un", "rft.date": "2025-10-30" },
      ...{ "rft.identifier": ADDRESS, "rft.language": "en" },
      "rft.description":
        "Quotes Kim Jong Un, to Al Jazeera, on 2025-10-27: “No.” In Jan van der Berg, Human Rights Watch, “Talks”, The Example Times, 2025-10-28, https://news.example/a?b=1|2. Recorded as st-7k2m9q, version 2.",
    });
    expect(toCitationMeta(cited())).toMatchObject({
      citation_title: "Kim Jong Un: “No.” (statement st-7k2m9q, version 2)",
      citation_author: "Kim, Jong Un",
      citation_publication_date: "2025/10/30",
      citation_public_url: ADDRESS,
    });
  });

  it.each([
    [{ name: "Afghan officials", kind: "collective" }, "rft.aucorp", "Afghan officials", "Afghan officials"],
    [{ name: "Mullah Yaqoob", kind: "person" }, "rft.aucorp", "Mullah Yaqoob", "Mullah Yaqoob"],
    [{ name: "Jan van der Berg", kind: "person" }, "rft.creator", "van der Berg, Jan", "van der Berg"],
    [{ name: "Islamabad", kind: "institution" }, "rft.creator", "Islamabad", "Islamabad"],
    [null, "rft.aucorp", "an unnamed aide", ""],
  ])("has %j under a key by which Zotero turns no body round", (speaker, key, written, family) => {
    const statement = { ...cited(), speaker, attribution: "an unnamed aide" };
    const fields = new URLSearchParams(toCoins(statement));
    expect([fields.get("rft.creator"), fields.get("rft.aucorp")].filter(Boolean)).toEqual([written]);
    expect(fields.get(key)).toBe(written);
    if (speaker) expect(lastNameInZotero(toCitationMeta(statement).citation_author ?? "")).toBe(family);
  });

  /** What Zotero's translator of a page's head takes for the family name (Embedded Metadata.js, `ZU.cleanAuthor`). */
  function lastNameInZotero(author: string): string {
    const text = author.replace(/[\s.,/[\]:]+$/u, "");
    return author.includes(",") ? (text.split(/, ?/u)[0] ?? "") : text.slice(text.lastIndexOf(" ") + 1);
  }

  it("is a Quotation for schema.org, in the work it is taken from", () => {
    expect(toQuotation(cited())).toMatchObject({
      ...{ "@type": "Quotation", "@id": ADDRESS, text: "“No.”", version: 2 },
      creator: { "@type": "Person", name: "Kim Jong Un" },
      isPartOf: {
        ...{ "@type": "NewsArticle", headline: "Talks", url: "https://news.example/a?b=1|2" },
        author: [
          { "@type": "Person", name: "Jan van der Berg" },
          { "@type": "Organization", name: "Human Rights Watch" },
        ],
      },
    });
    const bare = cited(
      { speaker: null, publishedAt: null, publishedVersion: null },
      { author: null, outlet: null, publishedOn: null, address: null, kind: "post" },
    );
    expect(toQuotation(bare)).toEqual({
      ...{ "@context": "https://schema.org", "@type": "Quotation", "@id": ADDRESS, url: ADDRESS },
      ...{ name: "an official: “No.” (statement st-7k2m9q)", text: "“No.”" },
      description:
        "Quotes an official, to Al Jazeera, on 2025-10-27: “No.” In “Talks”. Recorded as st-7k2m9q.",
      ...{ inLanguage: "en", identifier: "st-7k2m9q" },
      sdPublisher: { "@type": "Organization", name: "The Lindmouth Courier" },
      isPartOf: { "@type": "CreativeWork", headline: "Talks", inLanguage: "en" },
    });
    const speaker = { name: "Human Rights Watch", kind: "organisation" };
    expect(toQuotation(cited({ speaker, translatedBy: "Rana" }))).toMatchObject({
      ...{ datePublished: "2025-10-30T08:15:00.000Z", inLanguage: "en" },
      creator: { "@type": "Organization", name: "Human Rights Watch" },
      translator: { "@type": "Person", name: "Rana" },
      sdPublisher: { "@type": "Organization", name: "The Lindmouth Courier" },
      isPartOf: {
        publisher: { "@type": "Organization", name: "The Example Times" },
        ...{ datePublished: "2025-10-28", inLanguage: "en" },
      },
    });
  });

  it("has no author and no day where none is known", () => {
    const bare = cited({ speaker: null, publishedAt: null });
    const meta = toCitationMeta(bare);
    expect(meta).not.toHaveProperty("citation_author");
    expect(meta).not.toHaveProperty("citation_publication_date");
    expect(meta).toMatchObject({
      citation_journal_title: "The Lindmouth Courier",
      citation_language: "en",
      citation_abstract: expect.stringMatching(/^Quotes an official, to Al Jazeera/u),
    });
    const fields = Object.fromEntries(new URLSearchParams(toCoins(bare)));
    expect(fields["rft.aucorp"]).toBe("an official");
    expect(fields).not.toHaveProperty("rft.date");
  });
});

it.each([
  ["Peace Talks Stall in Istanbul", "Peace talks stall in Istanbul"],
  ["Kabul Rejects New Terms: The Talks Are Over", "Kabul rejects new terms: The talks are over"],
  ["NATO Says Sanctions Will Stay", "NATO says sanctions will stay"],
  ["Trump and Zelenskyy Meet Again in Washington", "Trump and Zelenskyy meet again in Washington"],
  ["US Government Warns of New Attacks", "US government warns of new attacks"],
  ["Peace talks stall in Istanbul", "Peace talks stall in Istanbul"],
  ["Kabul, Istanbul, Ankara and Doha", "Kabul, Istanbul, Ankara and Doha"],
  ["Pakistan’s Foreign Minister Visits Kabul", "Pakistan’s foreign minister visits Kabul"],
  ["", ""],
])("%j is set as a sentence as %j", (title, sentence) => expect(sentenceCase(title)).toBe(sentence));

it("keeps the capitals of names that are known of the statement", () => {
  expect(sentenceCase("Peace Says the Talks Will Stall", ["Jane Peace"])).toBe(
    "Peace says the talks will stall",
  );
  expect(sentenceCase("Why the Talks of Jane Peace Stall", ["Jane Peace"])).toBe(
    "Why the talks of Jane Peace stall",
  );
});
