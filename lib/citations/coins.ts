import { type CslItem, familyOfCsl, invertedCslName } from "./csl-item";

/**
 * An item as COinS, which Zotero reads from a page: an OpenURL context object for the title of a `Z3988` span
 * (https://archive.org/details/OCoinS).
 */
export function toCoins(item: CslItem): string {
  const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, "0"));
  const fields: [key: string, value: string | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", item.type === "article-newspaper" ? "newspaperArticle" : "webpage"],
    ["rft.title", item.title],
    ["rft.source", item["container-title"] ?? item.publisher],
    ...(item.author ?? []).map((name): [string, string] => [
      "rft.creator",
      "literal" in name
        ? name.literal
        : [name.given, familyOfCsl(name), name.suffix].filter(Boolean).join(" "),
    ]),
    ["rft.date", date.join("-")],
    ["rft.identifier", item.URL],
    ["rft.language", item.language],
    ["rft.description", item.note],
  ];
  return new URLSearchParams(fields.flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
}

/** An item as the `citation_*` names that Google Scholar and Zotero read from the head of a page. */
export function toCitationMeta(item: CslItem): Record<string, string | string[]> {
  const date = item.issued?.["date-parts"][0].map((part) => String(part).padStart(2, "0")).join("/");
  const authors = (item.author ?? []).map(invertedCslName);
  const outlet = item["container-title"] ?? item.publisher;
  return {
    citation_title: item.title,
    ...(authors.length > 0 ? { citation_author: authors } : {}),
    ...(date ? { citation_publication_date: date } : {}),
    ...(outlet ? { citation_journal_title: outlet } : {}),
    ...(item.URL ? { citation_public_url: item.URL } : {}),
    ...(item.language ? { citation_language: item.language } : {}),
  };
}
