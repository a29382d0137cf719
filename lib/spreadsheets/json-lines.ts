import { Budget, type RowProblem, type SheetLimits, type SheetRow, SpreadsheetRefused } from "./model";

const MOST_COLUMNS = 500;

/** Whether a text is a list of JSON objects, one a line or in brackets. */
export function isJsonLines(text: string): boolean {
  const head = text.replace(/^\ufeff/u, "").trimStart();
  if (/^\[\s*(?:\{|\]\s*$)/u.test(head)) return true;
  return head.startsWith("{") && objectIn(head.split("\n", 1)[0] ?? "") !== null;
}

/**
 * The objects of a text, one a line or all in brackets; each name that occurs is a column. An object within one gives
 * columns such as `source.title`, and a list of words stands in one cell. A row is the line, or the place in the list.
 * @throws {SpreadsheetRefused}
 */
export function readJsonLines(
  text: string,
  limits: SheetLimits,
): { columns: string[]; rows: SheetRow[]; problems: RowProblem[] } {
  const budget = new Budget(limits);
  const places = new Map<string, number>();
  const rows: SheetRow[] = [];
  const problems: RowProblem[] = [];
  for (const [number, object] of objectsIn(text)) {
    if (object === null) {
      problems.push({ row: number, message: "This line is no JSON object. Write one object a line." });
      continue;
    }
    const cells: string[] = [];
    for (const [name, value] of fieldsOf(object)) {
      const at = places.get(name) ?? places.size;
      if (at >= MOST_COLUMNS)
        throw new SpreadsheetRefused("too_large", `It has more than ${MOST_COLUMNS} names of fields.`);
      places.set(name, at);
      const cell = textOf(value);
      if (cell === null)
        problems.push({
          row: number,
          message: `“${name.slice(0, 80)}” holds a list of lists, which no cell can.`,
        });
      while (cells.length < at) {
        budget.take("");
        cells.push("");
      }
      budget.take(cell ?? "");
      cells[at] = cell ?? "";
    }
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ number, cells });
  }
  return { columns: [...places.keys()], rows, problems };
}

function* objectsIn(text: string): Generator<[number, Readonly<Record<string, unknown>> | null]> {
  const bare = text.replace(/^\ufeff/u, "");
  if (/^\s*\[/u.test(bare)) {
    const list = parsed(bare);
    if (!Array.isArray(list))
      throw new SpreadsheetRefused("damaged", "It begins as a list in JSON does, and is none to its end.");
    for (const [index, one] of list.entries()) yield [index + 1, asObject(one)];
    return;
  }
  for (const [index, line] of bare.split("\n").entries()) {
    if (line.trim() !== "") yield [index + 1, objectIn(line)];
  }
}

const objectIn = (line: string) => asObject(parsed(line));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const asObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;

function* fieldsOf(object: Readonly<Record<string, unknown>>): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(object)) {
    const inner = asObject(value);
    if (inner === null) yield [name, value];
    else for (const [below, more] of Object.entries(inner)) yield [`${name}.${below}`, more];
  }
}

/** A value as the text of a cell; null for what no cell holds. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (!Array.isArray(value) || value.some((one) => typeof one === "object" && one !== null)) return null;
  return value.map(String).join("; ");
}
