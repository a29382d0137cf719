export { readDocumentApart } from "./apart";
export { decodeFile } from "./encodings";
export { readHtml, STRUCK } from "./html";
export { MOST_DOCUMENT_BYTES, type PlainFile, readDocument, readPlainFile } from "./read";
