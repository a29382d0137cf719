import { z } from "zod";
import { now } from "@/lib/env";
import { typedLine, typedPastDay, typedPublicationDay, typedWords } from "@/lib/forms";
import { aheadOfPublication } from "@/lib/sources";
import { SPEAKER_KINDS, type SpeakerKind } from "@/lib/speakers";
import { evenNewlines, languageCode, languageOfWords } from "@/lib/text";
import { readDateCell } from "./dates";
import type { FieldKey } from "./fields";
import type { DateOrder, StatementRow, TableChoices } from "./model";
import { formNamed, formShown } from "./wording";

/** What crosses the boundary of a row: the same limits as where the same thing is typed. */
const rowSchema = z.object({
  wording: typedWords(50_000).refine((words) => words.trim() !== "", "A statement needs its words."),
  originalWording: typedWords(50_000),
  speaker: typedLine(200),
  role: typedLine(500),
  saidOn: typedPastDay,
  saidOnNote: typedLine(200),
  place: typedLine(200),
  event: typedLine(300),
  addressee: typedLine(300),
  context: typedLine(5000),
  note: typedLine(4000),
  title: typedLine(300),
  outlet: typedLine(200),
  author: typedLine(300),
  publishedOn: typedPublicationDay,
  address: typedLine(2000).refine(
    (typed) => typed === "" || (/^https?:\/\/[^\s/]\S*$/iu.test(typed) && URL.canParse(typed)),
    "This is no address of a page. Write one such as https://example.org/page, or leave the cell empty.",
  ),
  key: typedLine(200),
});

/** What is said of one cell, or of the row where `field` is null. */
export interface CellProblem {
  readonly field: FieldKey | null;
  readonly weight: "stop" | "care";
  readonly message: string;
}

export interface RowContext {
  readonly choices: TableChoices;
  readonly orders: Readonly<Record<"saidOn" | "publishedOn", Exclude<DateOrder, "auto"> | null>>;
  readonly thisYear: number;
}

const LONG: ReadonlySet<FieldKey> = new Set(["wording", "originalWording", "context", "note"]);
// no text has these; a tab and the end of a line are white space
const CONTROLS = /(?!\t|\n)\p{Cc}/u;
const HALF = /\p{Cs}/u;
const ERRORS = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|####*)$/u;

/** Reads the cells of a row; the row is null when something stops it. */
export function readRow(
  number: number,
  cellOf: (field: FieldKey) => string,
  context: RowContext,
): { row: StatementRow | null; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const stop = (field: FieldKey | null, message: string) =>
    void problems.push({ field, weight: "stop", message });
  const care = (field: FieldKey, message: string) => void problems.push({ field, weight: "care", message });
  const take = (field: FieldKey): string => {
    const given = cellOf(field);
    if (HALF.test(given)) {
      stop(field, "The cell holds half of a character. Write it again.");
      return "";
    }
    const cell = evenNewlines(given);
    if (ERRORS.test(cell.trim())) {
      stop(
        field,
        `The spreadsheet shows an error here (${cell.trim()}). Mend the formula, or write the value.`,
      );
      return "";
    }
    const control = CONTROLS.exec(cell)?.[0];
    if (control !== undefined) {
      const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      stop(field, `The cell holds the control character U+${code}, which no text has. Take it out.`);
      return "";
    }
    return LONG.has(field) ? cell : cell.replace(/\s+/gu, " ").trim();
  };
  const { choices } = context;
  const wording = take("wording").trim();
  const days = {
    saidOn: readDay("saidOn", take("saidOn"), context, { stop, care }),
    publishedOn: readDay("publishedOn", take("publishedOn"), context, { stop, care }),
  };
  if (days.publishedOn.iso === "" && days.publishedOn.printed !== "")
    stop("publishedOn", "This is no date. Write the day, the month or the year, or leave the cell empty.");
  const ahead = aheadOfPublication(days.publishedOn.iso, now());
  if (ahead !== null) care("publishedOn", ahead);
  const { page, note: pageNote } = readPage(take("page"));
  if (pageNote !== "") care("page", "A page that is no number is kept in the note for the desk.");
  const read = rowSchema.safeParse({
    ...{ wording, originalWording: take("originalWording").trim(), speaker: take("speaker") },
    ...{ role: take("role"), saidOn: days.saidOn.iso, saidOnNote: days.saidOn.printed },
    ...{ place: take("place"), event: take("event"), addressee: take("addressee") },
    ...{ context: take("context"), note: [take("note").trim(), pageNote].filter(Boolean).join("\n") },
    ...{ title: take("title") || choices.title, outlet: take("outlet") || choices.outlet },
    ...{ author: take("author"), publishedOn: days.publishedOn.iso, address: take("address") },
    key: take("key"),
  });
  const form = readForm(take("form"), formShown(wording), choices, stop);
  const language =
    readLanguage("language", take("language"), stop) || languageOfWords(wording, choices.language);
  const originalLanguage = readLanguage("originalLanguage", take("originalLanguage"), stop);
  const speakerKind = readKind(take("speakerKind"), stop);
  if (!read.success) {
    for (const { path, message } of read.error.issues)
      stop(FIELD_OF[String(path[0])] ?? (path[0] as FieldKey), message);
    return { row: null, problems };
  }
  const { title, outlet, author, publishedOn, address, ...fields } = read.data;
  if (title === "" && outlet === "" && address === "" && fields.event === "")
    stop(
      null,
      "Nothing says where this was published or said. Fill in a title, an outlet, an occasion or an address, or write the title that holds for all rows.",
    );
  if (problems.some(({ weight }) => weight === "stop")) return { row: null, problems };
  const source = { title, outlet, author, publishedOn, address };
  return {
    row: { number, ...fields, form, language, originalLanguage, speakerKind, page, source },
    problems,
  };
}

const FIELD_OF: Readonly<Record<string, FieldKey>> = { saidOnNote: "saidOn" };

interface Telling {
  stop(field: FieldKey, message: string): void;
  care(field: FieldKey, message: string): void;
}

function readDay(
  field: "saidOn" | "publishedOn",
  cell: string,
  { orders, thisYear }: RowContext,
  { stop, care }: Telling,
): { iso: string; printed: string } {
  const read = readDateCell(cell, orders[field], thisYear);
  if ("reason" in read) {
    stop(field, read.reason);
    return { iso: "", printed: "" };
  }
  if (read.care !== undefined && (field === "saidOn" || read.iso !== "")) care(field, read.care);
  return read;
}

function readForm(
  cell: string,
  shows: StatementRow["form"] | null,
  { bareForm }: TableChoices,
  stop: Telling["stop"],
): StatementRow["form"] {
  if (cell === "") return shows ?? bareForm;
  const named = formNamed(cell);
  if (named === null) stop("form", `“${cell.slice(0, 60)}” is no form. Write direct, mixed or indirect.`);
  return named ?? bareForm;
}

function readLanguage(field: FieldKey, cell: string, stop: Telling["stop"]): string {
  const code = cell === "" ? "" : languageCode(cell);
  if (code === null) stop(field, "Write a language by its name or its code, such as Urdu or ur.");
  return code ?? "";
}

const KINDS: Readonly<Record<SpeakerKind, string>> = {
  person: "person personne persona pessoa persoon people individual",
  organisation:
    "organisation organization body company party institution organización organizzazione organização behörde firma",
  collective: "collective group gruppe groupe grupo gruppo several",
  anonymous: "anonymous unnamed anonym anonyme anónimo anonimo",
};

function readKind(cell: string, stop: Telling["stop"]): SpeakerKind | null {
  if (cell === "") return null;
  const word = cell.toLowerCase();
  const kind = SPEAKER_KINDS.find((one) => KINDS[one].split(" ").includes(word));
  if (kind === undefined)
    stop(
      "speakerKind",
      `“${cell.slice(0, 60)}” is no kind of speaker. Write person, organisation, collective or anonymous.`,
    );
  return kind ?? null;
}

/** The first page that a cell names; what names a page without a number is kept as a note. */
function readPage(cell: string): { page: number | null; note: string } {
  if (cell === "") return { page: null, note: "" };
  const number =
    /^(?:pages?|pp?|s|seiten?|pág|página|pagina)?\.?\s*(\d{1,6})(?:\s*(?:ff?\.?|[-–—,]\s*\d{1,6}))?$/iu.exec(
      cell,
    )?.[1];
  return number === undefined || Number(number) === 0
    ? { page: null, note: `Page: ${cell}` }
    : { page: Number(number), note: "" };
}
