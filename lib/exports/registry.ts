import { ANNOTATION } from "./annotation";
import { BIBLATEX, BIBTEX } from "./bibtex";
import { CSL_JSON } from "./csl-json";
import { CSV } from "./csv-format";
import { DOCX } from "./docx";
import { ENDNOTE_XML } from "./endnote-xml";
import type { ExportFormat } from "./format";
import { JSON_FORMAT, JSON_LINES } from "./json";
import { MARKDOWN } from "./markdown";
import { PARQUET } from "./parquet";
import { RIS } from "./ris";
import { XLSX } from "./xlsx";

/** The formats in which statements leave the desk, in the order of the screens: a new one is a file and a line here. */
export const FORMATS: readonly ExportFormat[] = [
  ...[RIS, BIBTEX, BIBLATEX, CSL_JSON, ENDNOTE_XML, DOCX, MARKDOWN],
  ...[XLSX, CSV, JSON_FORMAT, JSON_LINES, PARQUET, ANNOTATION],
];

/** The format of that id, or of that ending; null when there is none. */
export function formatOf(asked: string): ExportFormat | null {
  return FORMATS.find(({ id, extension }) => id === asked || extension === asked) ?? null;
}
