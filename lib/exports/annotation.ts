import { absoluteUrl, deskName } from "@/lib/http";
import { wordedInFull } from "@/lib/statements";
import { type ExportEntry, type ExportFormat, STATEMENT_SCOPES } from "./format";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** The W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), one annotation a statement. */
export const ANNOTATION: ExportFormat = {
  id: "web-annotation",
  label: "Web Annotation",
  extension: "annotation.json",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  isBinary: false,
  hasCodePoints: true,
  about: "For Hypothesis, Recogito and other annotators: where the words stand in the page they are from.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "what was judged but for what must be read with the words",
    "the pieces of a quotation that is split, apart from its whole stretch",
    "the chain, the place and the occasion of the words",
  ],
  async *write(entries, { address, title, isOne }) {
    if (isOne) {
      for await (const entry of entries)
        yield `${JSON.stringify({ "@context": CONTEXT, ...toAnnotation(entry) }, null, 2)}\n`;
      return;
    }
    const head = {
      "@context": CONTEXT,
      id: `${address}#annotations`,
      type: "AnnotationCollection",
      label: title,
    };
    const page = { id: `${address}#annotations-page`, type: "AnnotationPage", startIndex: 0 };
    yield `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify(page).slice(0, -1)},"items":[`;
    let total = 0;
    for await (const entry of entries)
      yield `${total++ === 0 ? "\n" : ",\n"}${JSON.stringify(toAnnotation(entry))}`;
    yield `\n]},\n"total":${total}}\n`;
  },
};

/** One statement as an annotation of the page that it stands in; without an address, of our own page of the source. */
function toAnnotation(entry: ExportEntry) {
  const { publicId, source, anchor, speaker, publishedAt, corrections } = entry;
  const url = absoluteUrl(`/statements/${publicId}`);
  const ours = absoluteUrl(`/sources/${source.publicId}`);
  const modified = corrections.at(-1)?.givenAt;
  const isFound = anchor !== null && anchor.state !== "lost";
  return {
    id: `${url}.annotation.json`,
    type: "Annotation",
    motivation: "describing",
    ...(publishedAt ? { created: publishedAt.toISOString() } : {}),
    ...(modified ? { modified: modified.toISOString() } : {}),
    creator: { type: "Organization", name: deskName() },
    canonical: url,
    body: [
      {
        type: "TextualBody",
        value: wordedInFull(entry),
        format: "text/plain",
        language: entry.language,
        purpose: "describing",
      },
      ...(speaker ? [{ type: "TextualBody", value: speaker.name, purpose: "identifying" }] : []),
    ],
    target: {
      source: source.address ?? ours,
      ...(isFound ? { selector: selectorsOf(entry, anchor) } : {}),
      ...(anchor
        ? {
            state: {
              type: "TimeState",
              sourceDate: anchor.edition.retrievedAt.toISOString(),
              cached: `${ours}?edition=${anchor.edition.number}`,
            },
          }
        : {}),
    },
  };
}

/** By position, counted in code points as the model asks, and by the words themselves. */
function selectorsOf({ codePoints }: ExportEntry, anchor: NonNullable<ExportEntry["anchor"]>) {
  return [
    ...(codePoints ? [{ type: "TextPositionSelector", start: codePoints[0], end: codePoints[1] }] : []),
    {
      type: "TextQuoteSelector",
      exact: anchor.exact,
      ...(anchor.prefix === null ? {} : { prefix: anchor.prefix }),
      ...(anchor.suffix === null ? {} : { suffix: anchor.suffix }),
    },
  ];
}
