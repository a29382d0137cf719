import type { Actor } from "@/lib/auth";
import type { Count } from "@/lib/paging";
import type { StatementFilter } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { CSV } from "./csv-format";
import type { ExportEntry, Exported, ExportFormat } from "./format";
import { MARKDOWN } from "./markdown";
import { entriesOf } from "./queries";

/** The beginning of a file, and how much it will be. */
export interface Preview {
  /** The first entries, as text; of a format that is none, what stands in it. */
  readonly text: string;
  readonly entries: number;
  readonly count: Count;
  /** How large the file will be, reckoned from its first entries. */
  readonly bytes: number;
}

const FIRST = 3;
const MOST_UTF16 = 6000;

/** What a file will begin with, and how many statements and about how many bytes it will have. */
export async function previewExport(
  actor: Actor,
  filter: StatementFilter,
  { format, of }: { format: ExportFormat; of: Exported },
): Promise<Preview> {
  const [{ items }, count] = await Promise.all([
    listStatements(actor, filter, { take: FIRST }),
    countStatements(actor, filter),
  ]);
  const entries = await entriesOf(actor, items, format);
  const [none, some] = [await written(format, [], of), await written(format, entries, of)];
  const each = (some.length - none.length) / Math.max(1, entries.length);
  const shown = format.isBinary ? (format.isFull ? CSV : MARKDOWN) : format;
  const text = format.isBinary ? await written(shown, entries, of) : some;
  const whole = text.toString("utf8").replace(/^\ufeff/u, "");
  return {
    text:
      whole.length > MOST_UTF16 ? `${whole.slice(0, MOST_UTF16).replace(/[\ud800-\udbff]$/u, "")}…` : whole,
    entries: entries.length,
    count,
    bytes: Math.round(none.length + each * count.count),
  };
}

async function written(format: ExportFormat, entries: readonly ExportEntry[], of: Exported): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(entries, of))
    pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}
