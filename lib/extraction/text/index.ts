export { editMarksIn, formOf } from "./forms";
export type { Stretch } from "./marks";
export { quotedStretches } from "./marks";
export { paragraphsOf } from "./paragraphs";
export type { SentenceWords } from "./sentences";
export { sentencesOf } from "./sentences";
export { firstEndingAfter, holds, SpanIndex, touches } from "./span-index";
export type { Token } from "./tokens";
export { tokenize } from "./tokens";
