import { authorsOf } from "@/lib/names";
import type { CitedStatement } from "./csl-item";
import type { CitationStyle } from "./style-names";

type Place = "entry" | "note";

/**
 * The first stretch of a citation of a post with the account behind its author's name, where the manual has it (APA 10.15,
 * Chicago 14.209, MLA 5.8); CSL has no variable for it. A name that is an account stands by itself.
 */
export function withHandle(
  text: string,
  { statement, style, place }: { statement: CitedStatement; style: CitationStyle; place: Place },
): string {
  const [author, ...others] = statement.source.kind === "post" ? authorsOf(statement.source) : [];
  const handle = author?.handle;
  if (!author || !handle || others.length > 0 || ("literal" in author && author.literal === handle))
    return text;
  const isInitials = !("literal" in author) && Boolean(author.given);
  if (style === "chicago-notes" && place === "note") return text.replace(/(?=, “)/u, ` (${handle})`);
  if (place === "note") return text;
  switch (style) {
    case "chicago-notes":
      return text.replace(/(?=\. “)/u, ` (${handle})`);
    case "mla":
      return text.replace(/(?=\. “)/u, ` [${handle}]`);
    case "chicago-author-date":
      return text.replace(/(?=\. (?:\d{4}|n\.d))/u, ` (${handle})`);
    case "apa":
      return text.replace(
        /\.? \((?=\d{4}|n\.d)/u,
        (found) => `${isInitials ? found.slice(0, -2) : ""} [${handle}]. (`,
      );
    case "harvard":
      return text.replace(/ \((?=\d{4}|no date)/u, ` [${handle}] (`);
    case "vancouver":
      return text;
  }
}
