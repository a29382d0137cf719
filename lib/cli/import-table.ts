import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { SPEAKER_KINDS, type SpeakerKind } from "@/lib/speakers";
import { FIELD_KEYS, type FieldKey } from "@/lib/tables";
import { personOf } from "./person";
import { Answered, type Terminal } from "./terminal";

interface Asked {
  readonly map?: readonly (readonly [string, FieldKey])[];
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly dates: "auto" | "day_first" | "month_first";
  readonly words: "direct" | "indirect";
  readonly title?: string;
  readonly outlet?: string;
  readonly language?: string;
  readonly speaker?: readonly (readonly [string, SpeakerKind])[];
  readonly for?: string;
  readonly story?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `import-table`: the rows of a spreadsheet become statements, all of them or none. */
export function addImportTable(program: Command, terminal: Terminal): void {
  program
    .command("import-table")
    .summary("bring the quotations of a spreadsheet, all of them or none")
    .description(
      `Reads CSV, TSV, XLSX or JSON Lines, as the page Import a table does: what each column holds is guessed from its name and its cells, and as such columns were meant the last time. Everything that is wrong is printed by row and column, and then nothing is stored. Rows that the record holds are known again. Ends with 0 when all is stored, with 1 when something stops it. The fields are: ${FIELD_KEYS.join(", ")}.`,
    )
    .argument("<file>", "the spreadsheet; standard input for “-”")
    .option(
      "--map <column=field,…>",
      "what columns hold, by name or letter: Zitat=wording,C=speaker",
      pairsOf,
    )
    .option("--sheet <name>", "the sheet of a workbook; its first where none is named")
    .option("--header-row <number>", "the row with the names of the columns; 0 for none", rowOf)
    .addOption(
      new Option("--dates <order>", "how 3/4/2025 is read where no row shows it")
        .choices(["auto", "day_first", "month_first"])
        .default("auto"),
    )
    .addOption(
      new Option("--words <form>", "what words without quotation marks are")
        .choices(["direct", "indirect"])
        .default("direct"),
    )
    .option("--title <title>", "the title of the source where a row names none")
    .option("--outlet <name>", "the outlet where a row names none")
    .option("--language <language>", "the language of the words where a row names none")
    .option("--speaker <name=kind>", "what a new speaker is; may be given often", speakersOf)
    .option("--for <email>", "who brings them; may be left out where one person alone may import")
    .option("--story <name>", "the story that the statements go into")
    .option("--dry-run", "tell what it would come to, and keep nothing")
    .option("--json", "print JSON: the problems one a line, then what it came to")
    .action((file: string, asked: Asked) => bringRows(file, asked, terminal));
}

async function bringRows(file: string, asked: Asked, terminal: Terminal): Promise<void> {
  const { bringTable, lookAtTable, storeTable } = await import("@/lib/tables/server");
  const { getStoryByWords } = await import("@/lib/stories/server");
  const actor = await personOf(asked.for);
  const story = asked.story === undefined ? "" : (await getStoryByWords(actor, asked.story)).id;
  const bytes =
    file === "-" ? await terminal.readBytes() : await readFile(path.resolve(terminal.folder, file));
  const { title, outlet, language, headerRow } = asked;
  const said = {
    ...{ dates: asked.dates, bareForm: asked.words },
    ...Object.fromEntries(
      Object.entries({ title, outlet, language, headerRow }).filter(([, value]) => value !== undefined),
    ),
  };
  const table = {
    ...{ bytes, said, map: asked.map ?? [], kinds: asked.speaker ?? [] },
    ...(asked.sheet === undefined ? {} : { sheet: asked.sheet }),
  };
  const { counts, problems, allProblems } = await lookAtTable(actor, table);
  for (const { weight, row, column, message } of problems) {
    const place = column === null ? `row ${row}` : `row ${row}, ${column.letter} “${column.name}”`;
    terminal.print(
      asked.json
        ? JSON.stringify({ weight, row, column, message })
        : `${weight.padEnd(4)} ${place}: ${message}`,
    );
  }
  if (allProblems > problems.length) terminal.tell(`${allProblems - problems.length} more are not printed.`);
  if (counts.stop > 0) {
    if (asked.json) terminal.print(JSON.stringify({ what: "stopped", ...counts }));
    terminal.tell(`${counts.stop} of ${allProblems} stop this table. Nothing was stored.`);
    throw new Answered(1);
  }
  if (asked.dryRun) {
    if (asked.json) terminal.print(JSON.stringify({ what: "looked", ...counts }));
    terminal.tell(`${inWords(counts)}. Nothing was kept (--dry-run).`);
    return;
  }
  const { tableId } = await bringTable(actor, {
    ...table,
    name: file === "-" ? "Standard input" : path.basename(file),
    story,
  });
  const outcome = await storeTable(actor, { tableId });
  if (asked.json) terminal.print(JSON.stringify({ what: "stored", ...outcome }));
  terminal.tell(
    `${outcome.stored} stored, ${outcome.known} known; ${outcome.sources} new sources, ${outcome.speakers} new speakers.`,
  );
}

const inWords = ({
  rows,
  new: fresh,
  known,
  double,
}: Readonly<Record<"rows" | "new" | "known" | "double", number>>) =>
  `${rows} rows: ${fresh} new, ${known} known, ${double} twice in the table`;

const parted = (pair: string): [string, string] => {
  const at = pair.lastIndexOf("=");
  if (at < 1) throw new InvalidArgumentError(`“${pair}” is no pair with “=” in it.`);
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
};

function pairsOf(typed: string): [string, FieldKey][] {
  return typed.split(",").map((pair) => {
    const [column, field] = parted(pair);
    const key = FIELD_KEYS.find((one) => one.toLowerCase() === field.toLowerCase());
    if (key === undefined)
      throw new InvalidArgumentError(
        `There is no field “${field}”. The fields are: ${FIELD_KEYS.join(", ")}.`,
      );
    return [column, key];
  });
}

function speakersOf(
  typed: string,
  before: readonly (readonly [string, SpeakerKind])[] = [],
): (readonly [string, SpeakerKind])[] {
  const [name, named] = parted(typed);
  const kind = SPEAKER_KINDS.find((one) => one === named);
  if (kind === undefined)
    throw new InvalidArgumentError(`“${named}” is none of ${SPEAKER_KINDS.join(", ")}.`);
  return [...before, [name, kind]];
}

function rowOf(typed: string): number {
  if (!/^\d{1,7}$/u.test(typed)) throw new InvalidArgumentError("Write the number of a row.");
  return Number(typed);
}
