import { isLocal, LOCAL_NOTE, toCslItem, versionOf } from "@/lib/citations";
import { citeSourceIn, type Stretch } from "@/lib/citations/server";
import { absoluteUrl, deskName } from "@/lib/http";
import { wordedInFull } from "@/lib/statements";
import { inXml } from "@/lib/text";
import { type ZipFile, zipOf } from "@/lib/zip/server";
import { type ExportEntry, type Exported, type ExportFormat, STATEMENT_SCOPES } from "./format";
import { referenceKey, saidBy } from "./markdown";

/** A memo (ECMA-376): every quotation with who said it and a number, and the sources under their numbers at the end. */
export const DOCX: ExportFormat = {
  id: "docx",
  label: "DOCX",
  extension: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  isBinary: true,
  hasStyle: true,
  about: "For Word, LibreOffice and Pages: a memo with numbered references in the style that you choose.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "what was judged but for what must be read with the words",
    "the places of the words in the text of the source",
    "fields of a reference manager: the references are text",
    "characters that XML has no place for",
  ],
  async *write(entries, of) {
    yield* zipOf(filesOf(entries, of), of.madeAt);
  },
};

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function* filesOf(entries: Parameters<ExportFormat["write"]>[0], of: Exported): Generator<ZipFile> {
  yield file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  );
  yield file(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TIES}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  yield file(
    "docProps/core.xml",
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${inXml(of.title)}</dc:title><dc:creator>${inXml(deskName())}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${of.madeAt.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`,
  );
  yield file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TIES}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield file("word/styles.xml", STYLES);
  yield { name: "word/document.xml", pieces: documentOf(entries, of) };
}

function file(name: string, content: string): ZipFile {
  return { name, pieces: [HEAD, content] };
}

async function* documentOf(
  entries: Parameters<ExportFormat["write"]>[0],
  { title, address, madeAt, style }: Exported,
): AsyncGenerator<string> {
  yield `${HEAD}<w:document xmlns:w="${W}"><w:body>${paragraph("Title", run(title), title)}`;
  const made = `${deskName()}, ${madeAt.toISOString().slice(0, 10)}. `;
  yield paragraph("Subtitle", run(made) + link(address, address));
  // one reference a source: each is set when it is first cited, and all stand at the end
  const references: string[] = [];
  const numbers = new Map<string, number>();
  for await (const entry of entries) {
    const item = toCslItem(entry);
    const key = referenceKey(entry, item);
    const known = numbers.get(key);
    const number = known ?? numbers.size + 1;
    if (known === undefined) {
      numbers.set(key, number);
      references.push((await citeSourceIn(entry, style)).map(stretchOf).join(""));
    }
    yield entryOf(entry, number);
  }
  if (references.length === 0) yield paragraph("Normal", run("No statement."));
  else yield paragraph("Heading1", run("Sources"));
  for (const [index, reference] of references.entries())
    yield paragraph("Bibliography", `${run(`[${index + 1}] `)}${reference}`);
  yield '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>';
}

function entryOf(entry: ExportEntry, number: number): string {
  const url = absoluteUrl(`/statements/${entry.publicId}`);
  const words = wordedInFull(entry);
  const said = `— ${saidBy(entry)} [${number}] `;
  const local = isLocal(url) ? run(` (${LOCAL_NOTE})`) : "";
  return (
    paragraph(
      "Quote",
      words
        .split(/\r?\n|\u2028|\u2029/u)
        .map((line) => run(line))
        .join("<w:r><w:br/></w:r>"),
      words,
    ) + paragraph("Attribution", run(said) + link(url, versionOf(entry)) + local)
  );
}

/** A paragraph runs as its first letter does. */
function paragraph(style: string, runs: string, text = ""): string {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  const isRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(letter);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${isRightToLeft ? "<w:bidi/>" : ""}</w:pPr>${runs}</w:p>`;
}

function run(text: string, properties = ""): string {
  const isRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
  const faces = `${properties}${isRightToLeft ? "<w:rtl/>" : ""}`;
  return `<w:r>${faces ? `<w:rPr>${faces}</w:rPr>` : ""}<w:t xml:space="preserve">${inXml(text)}</w:t></w:r>`;
}

function stretchOf({ text, isItalic }: Stretch): string {
  return run(text, isItalic ? "<w:i/>" : "");
}

/** A link as a field in parts, which every reader of documents shows; a quotation mark would end the address within it. */
function link(address: string, text: string): string {
  const safe = inXml(address.replace(/["\\\s]/gu, encodeURIComponent));
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const asked = `<w:r><w:instrText xml:space="preserve"> HYPERLINK &quot;${safe}&quot; </w:instrText></w:r>`;
  const shown = run(text, '<w:color w:val="1F4E79"/><w:u w:val="single"/>');
  return `${mark("begin")}${asked}${mark("separate")}${shown}${mark("end")}`;
}

function styleOf(id: string, name: string, paragraphs: string, runs: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
}

const STYLES = [
  `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  styleOf("Title", "Title", '<w:spacing w:after="60"/>', '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>'),
  styleOf(
    "Subtitle",
    "Subtitle",
    '<w:spacing w:after="360"/>',
    '<w:color w:val="595959"/><w:sz w:val="20"/>',
  ),
  styleOf(
    "Heading1",
    "heading 1",
    '<w:keepNext/><w:spacing w:before="480"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>',
  ),
  styleOf(
    "Quote",
    "Quote",
    '<w:keepNext/><w:spacing w:before="240" w:after="40"/><w:ind w:left="567" w:right="567"/>',
    "",
  ),
  styleOf(
    "Attribution",
    "Attribution",
    '<w:ind w:left="567" w:right="567"/>',
    '<w:color w:val="404040"/><w:sz w:val="20"/>',
  ),
  styleOf("Bibliography", "Bibliography", '<w:ind w:left="567" w:hanging="567"/>', ""),
  "</w:styles>",
].join("");
