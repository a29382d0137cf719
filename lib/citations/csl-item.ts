import { absoluteUrl } from "@/lib/http";
import { authorsOf, type Name } from "@/lib/names";
import { companyOf, type Worded, wordedInFull } from "@/lib/statements";

/** A name in CSL: parts, or a literal when it is no person's. */
export type CslName = CslPerson | { readonly literal: string };

interface CslPerson {
  readonly family: string;
  readonly given?: string;
  readonly "non-dropping-particle"?: string;
  readonly "dropping-particle"?: string;
  readonly suffix?: string;
  /** The family name is printed first. */
  readonly "static-ordering"?: true;
}

export interface CslDate {
  readonly "date-parts": readonly [readonly number[]];
}

/** A CSL-JSON item as far as it is used here: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
  readonly note?: string;
  /** That this desk retracted or corrected what is cited: "Retracted on 3 November 2025." */
  readonly status?: string;
  readonly version?: string;
}

/** What a citation is made from; `getStatement` gives it. */
export interface CitedStatement extends Worded {
  readonly publicId: string;
  readonly attribution: string;
  readonly speaker: {
    readonly name: string;
    readonly kind: string;
    readonly nameParts?: string | null;
  } | null;
  readonly publishedVersion: number | null;
  readonly publishedAt: Date | null;
  readonly source: {
    readonly title: string;
    readonly kind: string;
    readonly author: string | null;
    readonly authorNames?: string | null;
    readonly address: string | null;
    readonly language: string;
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
    readonly outlet: { readonly name: string; readonly kind: string } | null;
  };
  readonly anchor: { readonly edition: { readonly retrievedAt: Date } } | null;
}

/** The source in which the words stand, as CSL-JSON. */
export function toCslItem(statement: CitedStatement): CslItem {
  const { publicId, source, anchor } = statement;
  const { outlet } = source;
  const authors = authorsOf(source).map(toCslName);
  const type = typeOf(source.kind, outlet?.kind);
  const { notice } = companyOf(statement);
  return {
    id: publicId,
    type,
    title: source.title,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(outlet ? (isContained(type) ? { "container-title": outlet.name } : { publisher: outlet.name }) : {}),
    ...(source.publishedOn ? { issued: dateOf(source.publishedOn, source.publishedOnPrecision) } : {}),
    ...(anchor && source.address ? { accessed: dateOf(anchor.edition.retrievedAt, "day") } : {}),
    ...(source.address ? { URL: source.address } : {}),
    language: source.language,
    note: noteOf(statement),
    ...(notice ? { status: `Statement ${publicId}: ${notice}` } : {}),
  };
}

/** The record of the statement itself, at its permanent address and in the version that was published. */
export function toRecordItem(statement: CitedStatement, address: string): CslItem {
  const version = statement.publishedVersion;
  return {
    id: `${statement.publicId}-record`,
    type: "webpage",
    // an id stays as it is where a style sets titles in capitals
    title: `Statement <span class="nocase">${statement.publicId}${version ? `, version ${version}` : ""}</span>`,
    "container-title": "Verbatim",
    ...(statement.publishedAt ? { issued: dateOf(statement.publishedAt, "day") } : {}),
    URL: address,
    language: "en",
  };
}

function noteOf(statement: CitedStatement): string {
  const { notice } = companyOf(statement);
  const verb = statement.form === "indirect" ? "Reports" : "Quotes";
  const version = statement.publishedVersion ? `, version ${statement.publishedVersion}` : "";
  const words = wordedInFull(statement, { withNotice: false });
  const address = absoluteUrl(`/statements/${statement.publicId}`);
  return [
    // a program shows the beginning of a note, or nothing of it
    ...(notice ? [notice] : []),
    `${verb} ${speakerOf(statement)}: ${words}`,
    `Recorded as ${statement.publicId}${version}: ${address}${isLocal(address) ? ` (${LOCAL_NOTE})` : ""}`,
  ].join(" ");
}

/** Said beside an address that leads nowhere from elsewhere. */
export const LOCAL_NOTE = "address of this machine only";

/** Whether an address names the machine that it is read on. */
export function isLocal(address: string): boolean {
  return /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/iu.test(
    new URL(address).hostname,
  );
}

/** Who is quoted, as far as anything tells. */
export function speakerOf({ speaker, attribution }: Pick<CitedStatement, "speaker" | "attribution">): string {
  return speaker?.name ?? (attribution || "an unnamed voice");
}

/** A name as CSL has it. */
function toCslName(name: Name): CslName {
  if ("literal" in name) return { literal: name.literal };
  const { family, given, particle, droppingParticle, suffix, isFamilyFirst } = name;
  return {
    family,
    ...(given ? { given } : {}),
    ...(particle ? { "non-dropping-particle": particle } : {}),
    ...(droppingParticle ? { "dropping-particle": droppingParticle } : {}),
    ...(suffix ? { suffix } : {}),
    ...(isFamilyFirst ? { "static-ordering": true } : {}),
  };
}

/** "van der Berg, Jan", "King, Martin Luther, Jr.": a name as RIS and the names of a page's head have it. */
export function invertedCslName(name: CslName): string {
  if ("literal" in name) return name.literal;
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return [familyOfCsl(name), given, name.suffix].filter(Boolean).join(", ");
}

/** The family name with the particle that stays with it. */
export function familyOfCsl(name: CslPerson): string {
  const particle = name["non-dropping-particle"];
  if (!particle) return name.family;
  return /[-'’‘]$/u.test(particle) ? `${particle}${name.family}` : `${particle} ${name.family}`;
}

function dateOf(on: Date, precision: string | null): CslDate {
  const parts = [on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate()];
  const known = precision === "year" ? 1 : precision === "month" ? 2 : 3;
  return { "date-parts": [parts.slice(0, known)] };
}

// what is held of a speech or a broadcast is its text on a site, and only as a page does every style print its date
const TYPES: Readonly<Record<string, string>> = {
  transcript: "webpage",
  broadcast: "webpage",
  speech: "webpage",
  post: "post",
  report: "report",
  dataset: "dataset",
  press_release: "report",
  book: "book",
  other: "document",
};

// the manuals cite an article of a newspaper or an agency by its paper, and one of a broadcaster's site as a page of it
function typeOf(sourceKind: string, outletKind: string | undefined): string {
  if (sourceKind !== "article") return TYPES[sourceKind] ?? "document";
  return outletKind === "newspaper" || outletKind === "agency" || outletKind === "unspecified"
    ? "article-newspaper"
    : "webpage";
}

function isContained(type: string): boolean {
  return type !== "report" && type !== "dataset" && type !== "book" && type !== "document";
}
