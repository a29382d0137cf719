import { toBibtex } from "./bibtex";
import { type CitedStatement, recordedAs, toCslItem } from "./csl-item";
import { toRis } from "./ris";

interface Download {
  /** What follows the statement's id in its address. */
  readonly extension: string;
  readonly label: string;
  readonly mediaType: string;
  write(statement: CitedStatement): string;
}

/** The files in which a citation can be taken away, each at the statement's own address. */
export const DOWNLOADS: readonly Download[] = [
  {
    extension: "ris",
    label: "RIS",
    mediaType: "application/x-research-info-systems",
    write: (statement) => toRis(toCslItem(statement)),
  },
  {
    extension: "bib",
    label: "BibTeX",
    mediaType: "application/x-bibtex",
    write: (statement) => toBibtex(toCslItem(statement), recordedAs(statement)),
  },
  {
    extension: "biblatex",
    label: "BibLaTeX",
    mediaType: "application/x-bibtex",
    write: (statement) => toBibtex(toCslItem(statement), recordedAs(statement), "biblatex"),
  },
  {
    extension: "csl.json",
    label: "CSL-JSON",
    mediaType: "application/vnd.citationstyles.csl+json",
    write: (statement) => `${JSON.stringify([toCslItem(statement)], null, 2)}\n`,
  },
];

/** The file of a statement's citation, or null when there is no such format. */
export function writeDownload(statement: CitedStatement, extension: string) {
  const download = DOWNLOADS.find((known) => known.extension === extension);
  if (!download) return null;
  return {
    fileName: `${statement.publicId}.${extension}`,
    mediaType: download.mediaType,
    body: download.write(statement),
  };
}
