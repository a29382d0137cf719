// the part of citeproc-js that is used here: https://citeproc-js.readthedocs.io/en/latest/running.html
declare module "citeproc" {
  /** A style or a locale as citeproc's own JSON form of CSL's XML. */
  export interface XmlNode {
    name: string;
    attrs: Record<string, string>;
    children: (XmlNode | string)[];
  }

  export interface CitationItem {
    id: string;
    prefix?: string;
    suffix?: string;
    locator?: string;
    label?: string;
  }

  interface System {
    retrieveLocale(language: string): XmlNode;
    retrieveItem(id: string): object;
  }

  class Engine {
    constructor(system: System, style: XmlNode, language?: string, forceLanguage?: boolean);
    setOutputFormat(format: "html" | "text"): void;
    /** With no citations: back to where it was when it was built. */
    restoreProcessorState(citations: readonly never[]): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: object, entries: string[]] | false;
    previewCitationCluster(
      citation: { citationItems: CitationItem[]; properties: { noteIndex: number } },
      before: [id: string, noteIndex: number][],
      after: [id: string, noteIndex: number][],
      format: "html" | "text",
    ): string;
  }

  const CSL: { Engine: typeof Engine };
  export default CSL;
}
