export { readDocumentApart } from "./apart";
export { MOST_DOCUMENT_BYTES, readDocument } from "./read";
