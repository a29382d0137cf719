import { CITATION_STYLES, type CslFile } from "@/lib/citations";
import { slugify } from "@/lib/text";

/** A style as it is offered: what an address asks for, the words of its tab, and its whole name. */
export interface OfferedStyle {
  readonly key: string;
  readonly label: string;
  readonly name: string;
}

export const MOST_STYLES = 60;

/** What an address asks for to get the style of a file: the end of its own address, unless a shipped one has it. */
export function keyOfFile({ kind, id }: Pick<CslFile, "kind" | "id">): string {
  if (kind === "locale") return `words-${id}`;
  const end =
    id
      .replace(/[/#?]+$/u, "")
      .split(/[/#?:]/u)
      .at(-1) ?? "";
  const slug = slugify(end);
  const isTaken = slug === "" || slug.startsWith("words-") || CITATION_STYLES.some(({ key }) => key === slug);
  return isTaken ? `${slug || "style"}-added` : slug;
}

const MOST_LABEL = 24;

/** The words of its tab: the short title where it is one, else the beginning of the title. */
export function labelOfFile({ title, shortTitle }: Pick<CslFile, "title" | "shortTitle">): string {
  const short = [shortTitle, title].find((words) => words.length <= MOST_LABEL);
  if (short) return short;
  const cut = title.slice(0, MOST_LABEL).replace(/[\ud800-\udbff]$/u, "");
  return `${cut.replace(/[\s(,–-]+\S*$/u, "") || cut}…`;
}
