import { describe, expect, it } from "vitest";
import { zipOf } from "@/lib/zip/server";
import { readDocument } from "./read";

const AT = new Date("2026-11-27T03:00:00Z");

async function packed(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const files = Object.entries(parts).map(([name, content]) => ({ name, pieces: [content] }));
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(files, AT)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const STYLES =
  '<w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style><w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>';
const p = (inside: string, style = "") =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${inside}</w:p>`;
const r = (words: string, properties = "") =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${words}</w:t></w:r>`;

async function docx(body: string, parts: Record<string, string> = {}) {
  const document = `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
  return readDocument(
    await packed({
      ...{ "[Content_Types].xml": TYPES, "word/styles.xml": STYLES, "word/document.xml": document },
      ...parts,
    }),
    "draft.docx",
  );
}

const kindsIn = ({ text, paragraphs }: Awaited<ReturnType<typeof readDocument>>) =>
  paragraphs.map(({ kind, startUtf16, endUtf16 }) => [kind, text.slice(startUtf16, endUtf16)]);

describe("a document of Word", () => {
  it("is read paragraph by paragraph, each as what its style says in any language", async () => {
    const read = await docx(
      [
        p(r("Talks end"), "berschrift1"),
        p(r("“We ") + r("agreed", "<w:b/>") + r(" &amp; signed,” she said.")),
        p(r("A picture of the hall"), "Beschriftung"),
        p(r("Nothing was agreed."), "Zitat"),
        `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>${r("A point")}</w:p>`,
        p(""),
      ].join(""),
    );
    expect(kindsIn(read)).toEqual([
      ["headline", "Talks end"],
      ["prose", "“We agreed & signed,” she said."],
      ["caption", "A picture of the hall"],
      ["quote", "Nothing was agreed."],
      ["item", "A point"],
    ]);
    expect(read).toMatchObject({ kind: "docx", title: "Talks end" });
    expect(read.text).toContain("Talks end\n\n“We agreed");
  });

  it("holds the words that stand when every tracked change is accepted", async () => {
    const { text } = await docx(
      p(
        `${r("We will ")}<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>${r("always ")}</w:ins>${r("talk")}<w:moveFrom>${r(" today")}</w:moveFrom><w:moveTo>${r(" tomorrow")}</w:moveTo>${r(".")}`,
      ),
    );
    expect(text).toBe("We will always talk tomorrow.");
  });

  it("joins paragraphs whose end was taken out", async () => {
    const { text } = await docx(
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r("One ")}</w:p>${p(r("paragraph."))}${p(r("Another."))}`,
    );
    expect(text).toBe("One paragraph.\n\nAnother.");
  });

  it("holds tables, text boxes once, breaks and notes, and no comments, codes of fields or hidden words", async () => {
    const { text } = await docx(
      [
        `<w:tbl><w:tr><w:tc>${p(r("Left"))}</w:tc><w:tc>${p(r("Right"))}</w:tc></w:tr></w:tbl>`,
        p(
          `${r("Around")}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(r("In a box"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(r("In a box"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${r(" it")}`,
        ),
        p(
          `${r("A line")}<w:r><w:br/></w:r>${r("a break")}<w:r><w:instrText> PAGE </w:instrText></w:r>${r("secret", "<w:vanish/>")}<w:commentRangeStart w:id="0"/>${r(" told")}<w:commentRangeEnd w:id="0"/>`,
        ),
      ].join(""),
      {
        "word/comments.xml": `<w:comments><w:comment>${p(r("Is this so?"))}</w:comment></w:comments>`,
        "word/footnotes.xml": `<w:footnotes><w:footnote w:type="separator">${p(r("----"))}</w:footnote><w:footnote w:id="1">${p(r("She said so in May."))}</w:footnote></w:footnotes>`,
      },
    );
    expect(text).toBe(
      "Left\n\nRight\n\nAround it\n\nIn a box\n\nA line\na break told\n\nShe said so in May.",
    );
  });

  it("leaves out what is struck out, and nothing where that is nearly all", async () => {
    const struck = (words: string, how = "<w:strike/>") => r(words, how);
    const { text } = await docx(
      p(
        `${r("We will ")}${struck("never ")}${struck("not ", "<w:dstrike/>")}${struck("always ", '<w:strike w:val="0"/>')}${r("talk.")}`,
      ),
    );
    expect(text).toBe("We will always talk.");
    const all = await docx(`${p(struck("All that she said on the day is struck out."))}${p(r("ok"))}`);
    expect(all.text).toBe("All that she said on the day is struck out.\n\nok");
  });

  it("is the same whatever prefix its names have", async () => {
    const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const named = (prefix: string) => {
      const at = prefix === "" ? "" : `${prefix}:`;
      const body = `${at}body`;
      return `<${at}document xmlns${prefix === "" ? "" : `:${prefix}`}="${space}"><${body}><${at}p><${at}r><${at}t>Bridge stays</${at}t></${at}r><${at}del><${at}r><${at}t> not</${at}t></${at}r></${at}del></${at}p></${body}></${at}document>`;
    };
    for (const prefix of ["w", "ns0", "x", ""])
      expect((await docx("", { "word/document.xml": named(prefix) })).text, prefix).toBe("Bridge stays");
  });

  it("joins a first letter that hangs over several lines with its word", async () => {
    const hanging = (how: string) =>
      `<w:p><w:pPr><w:framePr w:dropCap="${how}" w:lines="3"/></w:pPr>${r("T")}</w:p>`;
    const { text } = await docx(
      [
        hanging("drop"),
        p(r("he bridge stays.")),
        hanging("margin"),
        p(r("omorrow.")),
        hanging("none"),
        p(r("End")),
      ].join(""),
    );
    expect(text).toBe("The bridge stays.\n\nTomorrow.\n\nT\n\nEnd");
  });

  it("keeps its style where a change of style is kept beside it", async () => {
    const read = await docx(
      `<w:p><w:pPr><w:pStyle w:val="Zitat"/><w:pPrChange><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange></w:pPr>${r("Words.")}</w:p>`,
    );
    expect(kindsIn(read)).toEqual([["quote", "Words."]]);
  });
});

describe("an open document", () => {
  const odt = async (body: string, parts: Record<string, string> = {}) =>
    readDocument(
      await packed({
        mimetype: "application/vnd.oasis.opendocument.text",
        "content.xml": `<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        ...parts,
      }),
      "draft.odt",
    );

  it("leaves out what is struck out, and nothing where that is nearly all", async () => {
    const style = (name: string, how: string) =>
      `<style:style style:name="${name}"><style:text-properties ${how}/></style:style>`;
    const span = (name: string, words: string) => `<text:span text:style-name="${name}">${words}</text:span>`;
    const content = (body: string) => ({
      "content.xml": `<office:document-content><office:automatic-styles>${style("T1", 'style:text-line-through-style="solid"')}${style("T2", 'style:text-line-through-style="none" style:text-line-through-type="none"')}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    });
    const some = content(`<text:p>We will ${span("T1", "never ")}${span("T2", "always ")}talk.</text:p>`);
    expect((await odt("", some)).text).toBe("We will always talk.");
    const all = content(
      '<text:p text:style-name="T1">All that she said on the day.</text:p><text:p>ok</text:p>',
    );
    expect((await odt("", all)).text).toBe("All that she said on the day.\n\nok");
  });

  it("is read with its notes, without what was taken out and what was remarked", async () => {
    const read = await odt(
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>
       <text:h text:outline-level="1">Talks end</text:h>
       <text:p>“We
         agreed<text:s text:c="2"/>and <text:span>signed</text:span>,”<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In May.</text:p></text:note-body></text:note> she<office:annotation><text:p>Sure?</text:p></office:annotation> said.<text:line-break/>Then she left.</text:p>
       <text:p text:style-name="P1">Nothing.</text:p>
       <text:list><text:list-item><text:p>A point</text:p></text:list-item></text:list>
       <table:table><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row></table:table>`,
    );
    expect(kindsIn(read)).toEqual([
      ["headline", "Talks end"],
      ["prose", "“We agreed  and signed,” she said.\nThen she left."],
      ["quote", "Nothing."],
      ["item", "A point"],
      ["cell", "Cell"],
      ["note", "In May."],
    ]);
    expect(read).toMatchObject({ kind: "odt", title: "Talks end" });
  });

  it("is read with the empty folders that LibreOffice packs", async () => {
    expect((await odt("<text:p>Words.</text:p>", { "Configurations2/menubar/": "" })).text).toBe("Words.");
  });

  it("is refused when it is protected", async () => {
    const manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    await expect(odt("<text:p>x</text:p>", { "META-INF/manifest.xml": manifest })).rejects.toMatchObject({
      rule: "encrypted",
    });
  });
});

describe("what is refused, in words", () => {
  it.each<[string, string, string, RegExp]>([
    [
      "entities",
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:p/>',
      "hostile",
      /entities of its own/,
    ],
    ["parts too deep", `${"<w:p>".repeat(600)}${"</w:p>".repeat(600)}`, "too_deep", /500 deep/],
    ["a document without words", p(""), "empty", /no words/],
  ])("%s", async (_, body, rule, words) => {
    const failure = await docx(body).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "DocumentRefused", rule });
    expect((failure as Error).message).toMatch(words);
  });

  it("a zip bomb, before it is unpacked", async () => {
    const bytes = await packed({
      "[Content_Types].xml": TYPES,
      "word/document.xml": `${" ".repeat(80_000_000)}`,
    });
    await expect(readDocument(bytes, "draft.docx")).rejects.toMatchObject({ rule: "too_large" });
  });

  it.each([
    ["xl/workbook.xml", "spreadsheetml.sheet.main+xml", "a spreadsheet"],
    ["ppt/presentation.xml", "presentationml.presentation.main+xml", "a presentation"],
    ["whatever", "", "a packed file"],
  ])("%s", async (name, type, words) => {
    const bytes = await packed({
      "[Content_Types].xml": `<Types><Override ContentType="${type}"/></Types>`,
      [name]: "",
    });
    await expect(readDocument(bytes, "draft.docx")).rejects.toThrow(words);
  });

  it("a document that is damaged", async () => {
    const bytes = await packed({ "[Content_Types].xml": TYPES, "word/document.xml": p(r("Words.")) });
    const failure = readDocument(bytes.subarray(0, bytes.length - 40), "draft.docx");
    await expect(failure).rejects.toMatchObject({ name: "DocumentRefused" });
  });
});
