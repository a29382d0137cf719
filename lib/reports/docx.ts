import { type Finding, type FindingMatch, LABELS } from "@/lib/checking";
import { inXml } from "@/lib/text";
import { type ZipFile, zipOf } from "@/lib/zip/server";
import { type CheckedDraft, companyIn, paragraphsIn, placesIn, recordPlaces } from "./model";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A checked draft as a document of Word (ECMA-376) with a comment at every finding, in pieces. Its words are those that were
 * read; what else the draft's own document holds, such as pictures, is not in it.
 */
export function annotatedDocx(checked: CheckedDraft): AsyncGenerator<Uint8Array> {
  return zipOf(filesOf(checked), checked.madeAt);
}

function* filesOf(checked: CheckedDraft): Generator<ZipFile> {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  yield file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("document", "document.main")}${part("styles", "styles")}${part("comments", "comments")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  );
  yield file(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TIES}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  yield file(
    "docProps/core.xml",
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${inXml(checked.title ?? checked.name)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${momentOf(checked)}</dcterms:created></cp:coreProperties>`,
  );
  yield file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${TIES}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${TIES}/comments" Target="comments.xml"/></Relationships>`,
  );
  yield file("word/styles.xml", STYLES);
  yield file("word/comments.xml", commentsOf(checked));
  yield file("word/document.xml", documentOf(checked));
}

const file = (name: string, content: string): ZipFile => ({ name, pieces: [HEAD, content] });
const momentOf = ({ madeAt }: CheckedDraft) => `${madeAt.toISOString().slice(0, 19)}Z`;

const STYLE_OF: Readonly<Record<string, string>> = {
  ...{
    headline: "Heading1",
    caption: "Caption",
    quote: "Quote",
    note: "FootnoteText",
    item: "ListParagraph",
  },
};

function documentOf({ text, paragraphs, findings }: CheckedDraft): string {
  const all = paragraphs.length > 0 ? paragraphs : paragraphsIn(text);
  const open = findings.map((finding, id) => ({ finding, id }));
  const body = all.map(({ kind, startUtf16, endUtf16 }, index) => {
    // what stands between two paragraphs belongs to the end of the first
    const from = index === 0 ? 0 : startUtf16;
    const to = all[index + 1]?.startUtf16 ?? text.length + 1;
    const own = text.slice(startUtf16, endUtf16);
    const style = STYLE_OF[kind] ?? "Normal";
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${isRightToLeft(firstLetter(own)) ? "<w:bidi/>" : ""}</w:pPr>${runsOf(text, { startUtf16, endUtf16, from, to }, open)}</w:p>`;
  });
  return `<w:document xmlns:w="${W}"><w:body>${body.join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

interface Stretch {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly from: number;
  readonly to: number;
}

function runsOf(
  text: string,
  { startUtf16, endUtf16, from, to }: Stretch,
  open: readonly { finding: Finding; id: number }[],
): string {
  const within = (at: number) => Math.min(Math.max(at, startUtf16), endUtf16);
  const begins = open.filter(({ finding }) => finding.start >= from && finding.start < to);
  const ends = open.filter(({ finding }) => finding.end > from && finding.end <= to);
  const cuts = new Set([startUtf16, endUtf16]);
  for (const { finding } of begins) cuts.add(within(finding.start));
  for (const { finding } of ends) cuts.add(within(finding.end));
  const places = [...cuts].sort((one, other) => one - other);
  return places
    .map((at, index) => {
      const begun = begins.filter(({ finding }) => within(finding.start) === at);
      const ended = ends.filter(({ finding }) => within(finding.end) === at);
      // one that has no length here ends behind its beginning, all others make room first
      const isEmpty = ({ id }: { id: number }) => begun.some((one) => one.id === id);
      const next = places[index + 1];
      const signs = [
        ...ended.filter((one) => !isEmpty(one)).map(endOf),
        ...begun.map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`),
        ...ended.filter(isEmpty).map(endOf),
      ];
      return `${signs.join("")}${next === undefined ? "" : wordsOf(text.slice(at, next))}`;
    })
    .join("");
}

const endOf = ({ id }: { id: number }) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

function wordsOf(words: string): string {
  return words
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map((line) => (line === "" ? "" : run(line)))
    .join("<w:r><w:br/></w:r>");
}

function run(words: string, properties = ""): string {
  const faces = `${properties}${isRightToLeft(words) ? "<w:rtl/>" : ""}`;
  return `<w:r>${faces ? `<w:rPr>${faces}</w:rPr>` : ""}<w:t xml:space="preserve">${inXml(words)}</w:t></w:r>`;
}

const isRightToLeft = (words: string) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(words);
const firstLetter = (words: string) => /\p{L}/u.exec(words)?.[0] ?? "";

function commentsOf(checked: CheckedDraft): string {
  const placeOf = placesIn(checked.text);
  const whereOf = recordPlaces(checked.against);
  const companyOf = companyIn(checked);
  const comments = checked.findings.map((finding, id) => {
    const lines = commentLines(finding, { paragraph: placeOf(finding.start).paragraph, whereOf, companyOf });
    const paragraphs = lines.map(
      ([name, words], index) =>
        `<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${index === 0 ? "<w:r><w:annotationRef/></w:r>" : ""}${run(`${name}${words ? " " : ""}`, "<w:b/>")}${words ? run(words) : ""}</w:p>`,
    );
    return `<w:comment w:id="${id}" w:author="Verbatim" w:date="${momentOf(checked)}" w:initials="V">${paragraphs.join("")}</w:comment>`;
  });
  return `<w:comments xmlns:w="${W}">${comments.join("")}</w:comments>`;
}

interface Told {
  readonly paragraph: number;
  readonly whereOf: (match: FindingMatch) => string;
  readonly companyOf: (match: FindingMatch) => string;
}

function commentLines(
  finding: Finding,
  { paragraph, whereOf, companyOf }: Told,
): [name: string, words: string][] {
  const { label, speaker, match, reason, hidden, notes, others, settles } = finding;
  const { name, mustBeLookedAt } = LABELS[label];
  const line = (words: string) => words.replace(/\s+/gu, " ").trim();
  return [
    [name, line(speaker ?? "")],
    ...(mustBeLookedAt || label !== "exact" ? [["Why:", line(reason)] as [string, string]] : []),
    ...(match && companyOf(match) ? [["Read with it:", line(companyOf(match))] as [string, string]] : []),
    ...(match && label !== "exact" ? [["The record:", line(match.text)] as [string, string]] : []),
    ...(match
      ? [
          [
            "In:",
            `${line(whereOf(match))}${match.speaker ? `, said there by ${line(match.speaker)}` : ""}`,
          ] as [string, string],
        ]
      : []),
    ...hidden.map((words): [string, string] => ["Hides:", line(words)]),
    ...notes.map(({ says }): [string, string] => ["Note:", line(says)]),
    ...(others.length > 0
      ? [
          [
            "Also in:",
            others
              .slice(0, 5)
              .map((one) => line(whereOf(one)))
              .join("; "),
          ] as [string, string],
        ]
      : []),
    ...(settles ? [["To settle:", line(settles)] as [string, string]] : []),
    ...(mustBeLookedAt && !match ? [["Place:", `paragraph ${paragraph}`] as [string, string]] : []),
  ];
}

function styleOf(id: string, name: string, paragraph: string, runs: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
}

const size = (half: number) => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
const STYLES = [
  `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Arial"/>${size(23)}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  styleOf(
    "Heading1",
    "heading 1",
    '<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/>',
    `<w:b/>${size(32)}`,
  ),
  styleOf("Caption", "caption", "", `<w:i/>${size(20)}`),
  styleOf("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>', ""),
  styleOf("ListParagraph", "List Paragraph", '<w:ind w:left="567"/>', ""),
  styleOf("FootnoteText", "footnote text", "", size(20)),
  styleOf(
    "CommentText",
    "annotation text",
    '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    size(20),
  ),
  "</w:styles>",
].join("");
