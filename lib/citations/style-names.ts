/** The styles that a citation can be had in. `label` is the tab, `name` the manual with its edition. */
export const CITATION_STYLES = [
  {
    key: "chicago-notes",
    label: "Chicago",
    name: "Chicago Manual of Style, 17th edition, notes and bibliography",
  },
  { key: "apa", label: "APA", name: "APA Style, 7th edition" },
  { key: "mla", label: "MLA", name: "MLA Handbook, 9th edition" },
  {
    key: "chicago-author-date",
    label: "Chicago author-date",
    name: "Chicago Manual of Style, 17th edition, author and date",
  },
  { key: "harvard", label: "Harvard", name: "Harvard, as in Cite Them Right, 12th edition" },
  { key: "vancouver", label: "Vancouver", name: "Vancouver" },
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number]["key"];

/** The style of that name, or Chicago when there is none. */
export function citationStyleOf(key: string | null | undefined): CitationStyle {
  return CITATION_STYLES.find((style) => style.key === key)?.key ?? "chicago-notes";
}
