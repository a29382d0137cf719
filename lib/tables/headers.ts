import type { SheetRow } from "@/lib/spreadsheets";
import { languageCode } from "@/lib/text";
import { readDateCell } from "./dates";
import { type ColumnMeaning, type FieldKey, fieldsNamed, headerKey, NO_FIELD } from "./fields";
import { formNamed } from "./wording";

// a title and a date may stand above the names of the columns
const MOST_ABOVE = 10;
const MOST_SAMPLED = 200;

/** The number of the row that names the columns: the one whose cells are known names, else a first row of short words; 0 for none. */
export function headerRowIn(rows: readonly SheetRow[]): number {
  const score = ({ cells }: SheetRow) =>
    cells.filter((cell) => isNameLike(cell) && (fieldsNamed(cell)[0]?.score ?? 0) >= 1.6).length;
  let best = { number: 0, score: 0 };
  for (const [index, row] of rows.slice(0, MOST_ABOVE).entries()) {
    const here = score(row);
    // one word that may be a name stands in many a row
    if (here > best.score && (index === 0 || here > 1)) best = { number: row.number, score: here };
  }
  if (best.score > 0) return best.number;
  const [first] = rows;
  const names = first?.cells.map((cell) => cell.trim()).filter(Boolean) ?? [];
  const isNames =
    names.length > 1 &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= 40 && !/^https?:|[.!?…]["”»]?$|\d{3}/u.test(name));
  return isNames && first ? first.number : 0;
}

/** Whether a cell can name a column: a few words, and no quotation. */
const isNameLike = (cell: string) => cell.trim().length <= 60 && !/[“”„«»"「」!?;]|[.,]\s*$/u.test(cell);

/** What columns were said to hold: a name and its meaning, in the order of the columns; two may have one name. */
export type RememberedColumns = readonly (readonly [header: string, means: ColumnMeaning])[];

/** What each column seems to hold, by its name and by what stands in it; each meaning is given once, to the surest. */
export function guessColumns(
  names: readonly string[],
  cellsOf: (column: number) => readonly string[],
  remembered: RememberedColumns = [],
): ColumnMeaning[] {
  const known = knownMeanings(names, remembered);
  const meanings = known.map((means) => means ?? NO_FIELD);
  const candidates = names.flatMap((name, column) => {
    // of a column without a name beside those that are known nothing is said: what was said of it is not kept
    if (known[column] !== null || (remembered.length > 0 && headerKey(name) === "")) return [];
    const cells = cellsOf(column).slice(0, MOST_SAMPLED);
    return scored(name, cells).map(({ key, score }) => ({ column, key, score }));
  });
  const taken = new Set<ColumnMeaning>(meanings);
  for (const { column, key, score } of candidates.sort((one, other) => other.score - one.score)) {
    if (score < LEAST || meanings[column] !== NO_FIELD || taken.has(key)) continue;
    meanings[column] = key;
    taken.add(key);
  }
  return meanings;
}

const LEAST = 0.7;

/** What is known of each column by its name, a field once; null where nothing is. */
function knownMeanings(names: readonly string[], remembered: RememberedColumns): (ColumnMeaning | null)[] {
  const left = new Map<string, ColumnMeaning[]>();
  for (const [name, means] of remembered) left.set(name, [...(left.get(name) ?? []), means]);
  const taken = new Set<ColumnMeaning>();
  return names.map((name) => {
    const means = left.get(headerKey(name))?.shift();
    if (means === undefined) return null;
    if (means !== NO_FIELD && taken.has(means)) return NO_FIELD;
    taken.add(means);
    return means;
  });
}

interface Candidate {
  readonly key: FieldKey;
  readonly score: number;
}

/** What a column may hold: its name says it, and what stands in it bears it out or speaks against it. */
function scored(name: string, cells: readonly string[]): Candidate[] {
  const seen = valuesOf(cells);
  const byName = fieldsNamed(name).map(({ key, score }) => ({ key, score: score + evidence(key, seen) }));
  // a source that is named by its address
  if (seen.addresses > 0.6 && !byName.some(({ key }) => key === "address"))
    byName.push({ key: "address", score: byName.length > 0 ? 2.2 : 1.5 });
  if (byName.length > 0 || seen.count === 0) return byName;
  if (seen.forms > 0.8) return [{ key: "form", score: 1.5 }];
  if (seen.dates > 0.8)
    return [
      { key: "saidOn", score: 1 },
      { key: "publishedOn", score: 0.8 },
    ];
  if (seen.languages > 0.9) return [{ key: "language", score: 0.9 }];
  // only without names: a column that calls itself something else is something else
  if (headerKey(name) !== "") return seen.quoted > 0.6 ? [{ key: "wording", score: 1 }] : [];
  if (seen.length > 40) return [{ key: "wording", score: 0.7 + Math.min(seen.length, 400) / 1000 }];
  return seen.names > 0.7 ? [{ key: "speaker", score: 0.75 }] : [];
}

/** How far what stands in a column bears out or speaks against what its name says. */
function evidence(key: FieldKey, seen: ReturnType<typeof valuesOf>): number {
  if (seen.count === 0) return 0;
  if (key === "saidOn" || key === "publishedOn") return seen.dates > 0.5 ? 0.5 : -0.9;
  // a running number names a row of this table alone, and begins anew in the next
  if (key === "key") return seen.isRunning ? -3 : 0;
  // a few that are wrong are told later, by row
  const borne = (share: number, by: number, against: number) => (share > 0.5 ? by : share > 0 ? 0 : against);
  if (key === "address") return borne(seen.addresses, 1, -3);
  if (key === "form") return borne(seen.forms, 0.5, -2.5);
  if (key === "language" || key === "originalLanguage") return borne(seen.languages, 0.5, -2.5);
  if (key === "wording") return seen.length > 25 || seen.quoted > 0.5 ? 0.5 : -0.8;
  if (key === "speaker" || key === "role" || key === "outlet" || key === "place")
    return seen.addresses > 0.5 || seen.dates > 0.8 || seen.length > 120 ? -2 : 0;
  return 0;
}

function valuesOf(given: readonly string[]) {
  const cells = given.map((cell) => cell.trim()).filter(Boolean);
  const share = (is: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
  return {
    count: cells.length,
    isRunning: cells.every(
      (cell, at) => /^[01]$/u.test(cells[0] ?? "") && Number(cell) === Number(cells[0]) + at,
    ),
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length),
    dates: share(isDate),
    addresses: share((cell) => /^https?:\/\/\S+$/iu.test(cell)),
    forms: share((cell) => formNamed(cell) !== null),
    languages: share((cell) => cell.length <= 20 && !/\d/u.test(cell) && languageCode(cell) !== null),
    quoted: share((cell) => /^["“„«»「『].*["”“»«」』]$/su.test(cell)),
    names: share((cell) => /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s\p{L}[\p{L}\p{M}.’'-]*){1,4}$/u.test(cell)),
  };
}

function isDate(cell: string): boolean {
  if (cell.length > 40 || !/\d/u.test(cell)) return false;
  const read = readDateCell(cell, "day_first", 9999);
  return "iso" in read && read.iso !== "";
}
