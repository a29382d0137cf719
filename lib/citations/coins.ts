import { absoluteUrl, deskName } from "@/lib/http";
import { authorsOf, speakerNameOf, spokenName } from "@/lib/names";
import { wordedInFull } from "@/lib/statements";
import { type CitedStatement, noteOf, recordedAs, recordTitle, speakerOf, versionOf } from "./csl-item";
import { invertedCslName, toCslName } from "./csl-names";

/**
 * A statement as COinS, which Zotero reads from a page: an OpenURL context object for the title of a `Z3988` span
 * (https://archive.org/details/OCoinS). It is this record of the words, with their speaker, at its permanent address.
 */
export function toCoins(statement: CitedStatement): string {
  const fields: [key: string, value: string | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", "webpage"],
    ["rft.title", recordTitle(statement)],
    ["rft.source", deskName()],
    creatorOf(statement),
    ["rft.date", statement.publishedAt?.toISOString().slice(0, 10)],
    ["rft.identifier", absoluteUrl(`/statements/${statement.publicId}`)],
    ["rft.language", statement.language],
    ["rft.description", descriptionOf(statement)],
  ];
  return new URLSearchParams(fields.flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
}

/** A person family first, and under the key of a body whoever is called by all the words: Zotero turns "Afghan officials" round. */
function creatorOf(statement: CitedStatement): [key: string, value: string] {
  const name = statement.speaker ? speakerNameOf(statement.speaker) : null;
  const text = name ? invertedCslName(toCslName(name)) : speakerOf(statement);
  const isWhole = name === null || "literal" in name;
  return [isWhole && /\s/u.test(text) ? "rft.aucorp" : "rft.creator", text];
}

/** A statement as the `citation_*` names that Zotero and scholarly indexes read from the head of a page. */
export function toCitationMeta(statement: CitedStatement): Record<string, string> {
  const date = statement.publishedAt?.toISOString().slice(0, 10).replaceAll("-", "/");
  const author = authorOf(statement);
  return {
    citation_title: recordTitle(statement),
    ...(author ? { citation_author: author } : {}),
    ...(date ? { citation_publication_date: date } : {}),
    citation_journal_title: deskName(),
    citation_public_url: absoluteUrl(`/statements/${statement.publicId}`),
    citation_language: statement.language,
    citation_abstract: descriptionOf(statement),
  };
}

/** A statement as schema.org's `Quotation`, and the work it is taken from: https://schema.org/Quotation */
export function toQuotation(statement: CitedStatement): object {
  const { source, speaker } = statement;
  const address = absoluteUrl(`/statements/${statement.publicId}`);
  const who = speaker && {
    "@type": speaker.kind === "person" ? "Person" : "Organization",
    name: speaker.name,
  };
  const authors = authorsOf(source).map((name) => ({
    "@type": name.kind === "person" ? "Person" : "Organization",
    name: spokenName(name),
  }));
  return {
    "@context": "https://schema.org",
    "@type": "Quotation",
    "@id": address,
    url: address,
    name: recordTitle(statement),
    // whatever must be read with the words stands in the same field
    text: wordedInFull(statement),
    description: descriptionOf(statement),
    inLanguage: statement.language,
    identifier: statement.publicId,
    ...(statement.publishedVersion ? { version: statement.publishedVersion } : {}),
    ...(statement.publishedAt ? { datePublished: statement.publishedAt.toISOString() } : {}),
    ...(who ? { creator: who } : {}),
    ...(statement.translatedBy ? { translator: { "@type": "Person", name: statement.translatedBy } } : {}),
    sdPublisher: { "@type": "Organization", name: deskName() },
    isPartOf: {
      "@type": source.kind === "article" ? "NewsArticle" : "CreativeWork",
      headline: source.title,
      ...(authors.length > 0 ? { author: authors } : {}),
      ...(source.outlet ? { publisher: { "@type": "Organization", name: source.outlet.name } } : {}),
      ...(source.publishedOn ? { datePublished: source.publishedOn.toISOString().slice(0, 10) } : {}),
      ...(source.address ? { url: source.address } : {}),
      inLanguage: source.language,
    },
  };
}

/**
 * A name for `citation_author`, which knows no bodies: Zotero's *Embedded Metadata* takes the last word for a family's unless there is
 * a comma, and takes the comma itself away, so that behind a name of several words it keeps the whole as one.
 */
function authorOf({ speaker }: CitedStatement): string | undefined {
  if (!speaker) return undefined;
  const name = speakerNameOf(speaker);
  const text = invertedCslName(toCslName(name));
  return "literal" in name && /\s/u.test(text) && !text.includes(",") ? `${text},` : text;
}

/** The words in full and where they stand: “Quotes …: “…” In Abid Hussain, “Peace talks stall”, The Example Times, 2025-10-28, https://…” */
function descriptionOf(statement: CitedStatement): string {
  const { source } = statement;
  const stands = [
    ...authorsOf(source).map(spokenName),
    `“${source.title}”`,
    source.outlet?.name,
    source.publishedOn?.toISOString().slice(0, 10),
    source.address,
  ].filter(Boolean);
  const recorded = recordedAs(statement);
  return `${noteOf(statement).replace(recorded, "").trim()} In ${stands.join(", ")}. Recorded as ${versionOf(statement)}.`;
}
