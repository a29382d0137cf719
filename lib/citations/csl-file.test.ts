import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotCsl, readCsl } from "./csl-file";
import { NotXml, readXml } from "./xml";

const CSL = 'xmlns="http://purl.org/net/xbiblio/csl"';
const INFO = "<info><title>The Courier</title><id>http://x.test/styles/courier</id></info>";
const LAYOUT = '<citation><layout><text variable="title"/></layout></citation>';
const styleOf = ({ head = 'class="note" version="1.0"', info = INFO, body = LAYOUT } = {}) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!-- a style --><style ${CSL} ${head}>${info}${body}</style>\n`;

describe("XML", () => {
  it("is read with its signs, its comments left out", () => {
    expect(
      readXml("\ufeff<a x='1 &lt; &#x32;' y=\"\"><!-- <b> --><b>R&amp;D <![CDATA[<i>]]></b> \n<c/></a>"),
    ).toEqual({
      name: "a",
      attrs: { x: "1 < 2", y: "" },
      children: [
        { name: "b", attrs: {}, children: ["R&D <i>"] },
        { name: "c", attrs: {}, children: [] },
      ],
    });
  });

  it("gives a term its text, though it has none", () => {
    expect(readXml('<term name="and"/>').children).toEqual([""]);
  });

  it.each([
    [
      '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><style>&b;</style>',
      /document type or entities/,
    ],
    ["<a>&b;</a>", /&b; is no sign/],
    ["<a>AT&T</a>", /& is no sign/],
    ["<a>&#0;</a>", /no sign/],
    ["<a>&#xD800;</a>", /no sign/],
    ["<a><b></a></b>", /closes what is not open in line 1/],
    ["<a>\n<b>", /<b> is not closed/],
    ["<a x=1/>", /not written as XML asks/],
    ['<a x="1" x="2"/>', /x stands twice/],
    ['<a x="<"/>', /not written/],
    ["<a/><b/>", /second outermost/],
    ["words", /words outside/],
    ["", /empty/],
    ["<!-- <a/>", /not closed/],
    [`${"<a>".repeat(100)}${"</a>".repeat(100)}`, /deep/],
    [`<a>${"<b/>".repeat(40_001)}</a>`, /elements/],
    ["PK\u0003\u0004", /words outside/],
  ])("refuses file %#", (text, why) => {
    expect(() => readXml(text.slice(0, 1_000_000))).toThrow(NotXml);
    expect(() => readXml(text)).toThrow(why);
  });

  it("ends on whatever it is given, with a tree or with a reason", () => {
    const piece = fc.constantFrom(
      "<a",
      "<b>",
      "</b>",
      ">",
      "/>",
      ' x="',
      "'",
      "&",
      ";",
      "<!--",
      "-->",
      "]]>",
      "<?",
      " ",
      "é",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          readXml(pieces.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(NotXml);
        }
      }),
    );
  });

  it("keeps an attribute called __proto__ an attribute", () => {
    const { attrs } = readXml('<a __proto__="x"/>');
    expect(Object.getOwnPropertyNames(attrs)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(attrs)).toBe(Object.prototype);
  });
});

describe("a style", () => {
  it("says what it is", () => {
    expect(readCsl(styleOf())).toMatchObject({
      ...{
        kind: "style",
        id: "http://x.test/styles/courier",
        title: "The Courier",
        shortTitle: "The Courier",
      },
      ...{ language: "", format: "note" },
    });
    const info = `<info><title>A \u202e\n b</title><title-short>Ab</title-short><id>ab</id><category citation-format="numeric"/></info>`;
    expect(
      readCsl(styleOf({ head: 'class="in-text" version="1.0" default-locale="de-DE"', info })),
    ).toMatchObject({
      ...{ title: "A b", shortTitle: "Ab", format: "numeric", language: "de-DE" },
    });
  });

  it("names the parent of a dependent one, which is to be added in its stead", () => {
    const link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>';
    const info = `<info><title>Hydrology</title><id>x</id>${link}</info>`;
    expect(() => readCsl(styleOf({ info, body: "" }))).toThrow(
      /“Hydrology” only says that it is set as another style is: http:\/\/www\.zotero\.org\/styles\/apa\. Add that one/,
    );
  });

  const macros = (count: number, calls: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<macro name="m${index}">${(index === 0 ? '<text value="a"/>' : `<text macro="m${index - 1}"/>`).repeat(calls)}</macro>`,
    ).join("");
  const calling = (name: string) => `<citation><layout><text macro="${name}"/></layout></citation>`;

  it.each([
    [styleOf({ info: "<info/>" }), /no <id> or no <title>/],
    [styleOf({ head: 'class="note"' }), /CSL 1\.0/],
    [styleOf({ head: 'class="footnote" version="1.0"' }), /notes or in the text/],
    [styleOf({ head: 'class="note" version="1.0" default-locale="German"' }), /names no language/],
    [styleOf({ body: "" }), /no <citation> with a <layout>/],
    [styleOf({ body: `${LAYOUT}<script/>` }), /<script> is no element of CSL/],
    [styleOf({ body: `${LAYOUT}<constructor/>` }), /<constructor> is no element/],
    [styleOf({ body: calling("none") }), /calls a macro “none” that it does not have/],
    [
      styleOf({ body: `<macro name="a"><group><text macro="a"/></group></macro>${calling("a")}` }),
      /“a” calls itself/,
    ],
    [styleOf({ body: macros(12, 10) + calling("m11") }), /comes to \d+ elements/],
    [styleOf().replace("purl.org", "example.org"), /namespace of CSL/],
    [`<terms ${CSL}/>`, /neither a style nor a locale/],
    [`<locale ${CSL} xml:lang="xx-yy"><terms><term name="a"/></terms></locale>`, /names no language/],
    [`<locale ${CSL} xml:lang="de-DE"/>`, /no terms/],
    ["{}", /words outside/],
  ])("is refused with the reason: %.60s", (text, why) => {
    expect(() => readCsl(text)).toThrow(NotCsl);
    expect(() => readCsl(text)).toThrow(why);
  });

  it("may call macros as often as the largest ones that there are", () => {
    expect(readCsl(styleOf({ body: macros(6, 10) + calling("m5") }))).toMatchObject({ kind: "style" });
  });

  it("may be the words of a language", () => {
    const text = `<locale ${CSL} xml:lang="de-DE"><terms><term name="and">und</term></terms></locale>`;
    expect(readCsl(text)).toMatchObject({ kind: "locale", id: "de-DE", language: "de-DE" });
  });
});
