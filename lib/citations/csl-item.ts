import { absoluteUrl, deskName } from "@/lib/http";
import { authorsOf, type Name, namesInByline, speakerNameOf, spokenName } from "@/lib/names";
import { type Company, companyOf, shortWording, type Worded, wordsInCompany } from "@/lib/statements";
import { normaliseName, writeDated } from "@/lib/text";
import { type CslName, toCslName } from "./csl-names";
import { isContained, kindOfSource } from "./kinds";

export interface CslDate {
  readonly "date-parts": readonly [readonly number[]];
}

/** A CSL-JSON item as far as it is used here: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly interviewer?: readonly CslName[];
  readonly "container-title"?: string;
  readonly publisher?: string;
  /** Who holds a hearing. */
  readonly authority?: string;
  readonly genre?: string;
  /** For styles that print the kind of work there. */
  readonly medium?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  /** Where somebody else keeps a copy of it. */
  readonly archive_location?: string;
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
  readonly roleThen?: string;
  readonly addressee?: string;
  readonly saidOn?: Date | null;
  readonly saidOnPrecision?: string | null;
  readonly place?: string;
  readonly event?: string;
  readonly speaker: {
    readonly name: string;
    readonly kind: string;
    readonly nameParts?: string | null;
  } | null;
  readonly publishedVersion: number | null;
  readonly publishedAt: Date | null;
  readonly source: {
    readonly title: string;
    readonly titleRomanised?: string | null;
    readonly titleTranslated?: string | null;
    readonly kind: string;
    readonly author: string | null;
    readonly authorNames?: string | null;
    readonly address: string | null;
    readonly archiveAddress?: string | null;
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
  const byline = authorsOf(source).map(toCslName);
  const asked = source.kind === "interview" ? interviewed(statement) : null;
  const authors = asked ? [toCslName(asked)] : byline;
  const { csl: type, genre } = kindOfSource(source.kind, outlet);
  const company = companyOf(statement);
  const item: Mutable<CslItem> = { id: publicId, type, title: source.title };
  if (authors.length > 0) item.author = authors;
  if (asked && byline.length > 0) item.interviewer = byline;
  if (outlet) item[isContained(type) ? "container-title" : "publisher"] = outlet.name;
  if (outlet && type === "hearing") item.authority = outlet.name;
  if (genre) item.genre = genre;
  if (source.publishedOn) item.issued = dateOf(source.publishedOn, source.publishedOnPrecision);
  if (anchor && source.address) item.accessed = dateOf(anchor.edition.retrievedAt, "day");
  if (source.address) item.URL = source.address;
  if (source.archiveAddress) item.archive_location = source.archiveAddress;
  item.language = source.language;
  item.note = noteOf(statement, company);
  if (company.notice) item.status = `Statement ${publicId}: ${company.notice}`;
  return item;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const RECORD_WORDS_UTF16 = 60;
const NOTE_WORDS_UTF16 = 1000;

/**
 * The record of the statement itself, at its permanent address and in the version that was published. Its title is one within
 * a citation, before which stands what must be read with the words.
 */
export function toRecordItem(statement: CitedStatement, address: string): CslItem {
  return {
    id: `${statement.publicId}-record`,
    type: "webpage",
    title: recordTitle(statement, { isInCompany: true }),
    "container-title": deskName(),
    ...(statement.publishedAt ? { issued: dateOf(statement.publishedAt, "day") } : {}),
    URL: address,
    language: "en",
  };
}

/**
 * "Sami Yousafzai: “the prospects of détente…” (statement st-7k2m9q, version 2)": no two statements have it alike. It says of
 * itself what must be read with the words, unless it is set where that stands already.
 */
export function recordTitle(statement: CitedStatement, { isInCompany = false } = {}): string {
  const words = shortWording(statement.wording, RECORD_WORDS_UTF16);
  // what was cut off within its marks of quotation, wherever they open
  const isOpen = words !== statement.wording && /“[^”]*$/u.test(words);
  const { notice, lead, introduction, tail } = companyOf(statement);
  const said = [lead, introduction ? `[${introduction}]` : "", `${words}${isOpen ? "”" : ""}`]
    .filter(Boolean)
    .join(" ");
  const before = isInCompany || !notice ? "" : `${notice} `;
  const behind = isInCompany || tail.length === 0 ? "" : ` [${tail.join("; ")}]`;
  return `${before}${speakerOf(statement)}: ${said}${behind} (statement ${versionOf(statement)})`;
}

/** "st-7k2m9q, version 2". */
export function versionOf({ publicId, publishedVersion }: CitedStatement): string {
  return `${publicId}${publishedVersion ? `, version ${publishedVersion}` : ""}`;
}

/**
 * Who answers in an interview, whom the manuals name first and not who asked (Chicago 14.211, MLA 5.7): whoever is quoted, or
 * the outermost voice through which the words came. Null where nobody is named, or the words are those of who asked.
 */
function interviewed(statement: CitedStatement): Name | null {
  const [outermost] = statement.hops;
  if (outermost) return namesInByline(outermost.name)[0] ?? null;
  if (!statement.speaker) return null;
  const name = speakerNameOf(statement.speaker);
  const key = normaliseName(spokenName(name));
  const hasAsked = authorsOf(statement.source).some((one) => normaliseName(spokenName(one)) === key);
  return hasAsked ? null : name;
}

/** Whether who speaks is who wrote, or who is interviewed: a speech, a press release, a post. */
export function isOwnWork(statement: CitedStatement): boolean {
  const { speaker, source, hops } = statement;
  if (source.kind === "interview" && hops.length === 0 && interviewed(statement)) return true;
  const key = speaker ? normaliseName(speaker.name) : "";
  return (
    key !== "" && authorsOf(statement.source).some((author) => normaliseName(spokenName(author)) === key)
  );
}

/** The words with who said them, as what, to whom, when and where, and where they are recorded: at most so many words of it. */
export function noteOf(statement: CitedStatement, company: Company = companyOf(statement)): string {
  const verb = statement.form === "indirect" ? "Reports" : "Quotes";
  const short = shortWording(statement.wording, NOTE_WORDS_UTF16);
  const words = wordsInCompany(short, { ...company, notice: null });
  // a program shows the beginning of a note, or nothing of it
  const first = company.notice ? `${company.notice} ` : "";
  const said = `${verb} ${speakerOf(statement)}${occasionOf(statement)}: ${words}`;
  return `${first}${said} ${titledAs(statement)}${askedBy(statement)}${recordedAs(statement)}`;
}

/** Who asked in an interview, for programs that know only who answered: a sentence with a space behind it, or nothing. */
function askedBy(statement: CitedStatement): string {
  if (statement.source.kind !== "interview" || !interviewed(statement)) return "";
  const asked = authorsOf(statement.source).map(spokenName).join(" and ");
  return asked ? `Interviewed by ${asked}. ` : "";
}

/** What a title in another language says, for programs that have no field for it: a sentence with a space behind it, or nothing. */
function titledAs({ source: { titleRomanised, titleTranslated } }: CitedStatement): string {
  if (!titleRomanised && !titleTranslated) return "";
  const romanised = titleRomanised ? `in Latin letters “${titleRomanised}”` : "";
  const translated = titleTranslated ? `translated “${titleTranslated}”` : "";
  return `The title is ${romanised}${romanised && translated && ", "}${translated}. `;
}

/** "Recorded as st-7k2m9q, version 2: https://…" */
export function recordedAs(statement: CitedStatement): string {
  // a file asks for it twice at every row: for the note, and by itself
  if (lastRecorded?.statement !== statement) lastRecorded = { statement, text: recordedWords(statement) };
  return lastRecorded.text;
}

let lastRecorded: { readonly statement: CitedStatement; readonly text: string } | null = null;

function recordedWords(statement: CitedStatement): string {
  const address = absoluteUrl(`/statements/${statement.publicId}`);
  return `Recorded as ${versionOf(statement)}: ${address}${isLocal(address) ? ` (${LOCAL_NOTE})` : ""}`;
}

/** As what, to whom, when, where and at what it was said, as far as it is known: each behind a comma. */
function occasionOf(statement: CitedStatement): string {
  const { roleThen, addressee, place, event } = statement;
  const said = saidOnOf(statement);
  const [as, to] = [roleThen ? `, ${roleThen}` : "", addressee ? `, to ${addressee}` : ""];
  return `${as}${to}${said ? `, on ${said}` : ""}${place ? `, in ${place}` : ""}${event ? `, at ${event}` : ""}`;
}

/** When it was said as ISO 8601 as far as it is known; null when nothing is. */
export function saidOnOf({ saidOn, saidOnPrecision }: CitedStatement): string | null {
  if (!saidOn) return null;
  const precision = saidOnPrecision === "year" || saidOnPrecision === "month" ? saidOnPrecision : "day";
  return writeDated({ on: saidOn, precision });
}

/** Said beside an address that leads nowhere from elsewhere. */
export const LOCAL_NOTE = "address of this machine only";

/** Whether an address names the machine that it is read on. */
export function isLocal(address: string): boolean {
  // a list asks it of one origin at every row
  const origin = address.slice(0, address.indexOf("/", "https://".length) + 1 || undefined);
  if (origin !== knownOrigin?.origin) knownOrigin = { origin, isLocal: isLocalHost(address) };
  return knownOrigin.isLocal;
}

let knownOrigin: { readonly origin: string; readonly isLocal: boolean } | null = null;

function isLocalHost(address: string): boolean {
  return /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/iu.test(
    new URL(address).hostname,
  );
}

/** Who is quoted, as far as anything tells. */
export function speakerOf({ speaker, attribution }: Pick<CitedStatement, "speaker" | "attribution">): string {
  return speaker?.name ?? (attribution || "an unnamed voice");
}

function dateOf(on: Date, precision: string | null): CslDate {
  const year = on.getUTCFullYear();
  if (precision === "year") return { "date-parts": [[year]] };
  const month = on.getUTCMonth() + 1;
  return { "date-parts": [precision === "month" ? [year, month] : [year, month, on.getUTCDate()]] };
}
