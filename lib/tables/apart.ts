import { Refused } from "@/lib/errors";
import { SpreadsheetRefused } from "@/lib/spreadsheets";
import { askThread, Endless, programNamed, type ThreadLimits } from "@/lib/threads/server";
import type { ShownSpeaker } from "./kinds";
import type { ReadTable } from "./model";
import { readTable, type TableToRead } from "./read";
import type { Answer, Question } from "./thread";

// ten megabytes take some seconds; what takes so much longer never ends
const LIMITS: ThreadLimits = { timeMs: 60_000, memoryMb: 1024 };

/**
 * What `readTable` reads, and why not in the words of a form. The site and the command read tables in a thread of their own,
 * one after another; tests, which have no bundled program, read where they are. @throws {Refused} at the field `file`
 */
export async function readTableApart(table: TableToRead): Promise<ReadTable> {
  const file = programNamed("table-thread.mjs");
  try {
    if (file === null) return await readTable(table);
    const answer = await askTables(file, { ask: "table", table });
    if (!("read" in answer)) throw new Error("The reader of tables did not answer what was asked.");
    return answer.read;
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    throw refused(error.rule, error.message);
  }
}

/** What `shownSpeakers` tells, in the same thread. @throws {Refused} */
export async function shownApart(
  names: readonly { readonly name: string; readonly role: string }[],
): Promise<readonly ShownSpeaker[]> {
  if (names.length === 0) return [];
  const file = programNamed("table-thread.mjs");
  if (file === null) return (await import("./kinds")).shownSpeakers(names);
  const answer = await askTables(file, { ask: "kinds", names });
  if (!("shown" in answer)) throw new Error("The reader of tables did not answer what was asked.");
  return answer.shown;
}

/** Asks the program at `file`; what takes more than `limits` allow is ended, and the thread with it. @throws {Refused} */
export async function askTables(file: string, question: Question, limits = LIMITS): Promise<Answer> {
  try {
    const answer = await askThread<Answer>(file, question, limits);
    if ("refused" in answer) throw new SpreadsheetRefused(answer.refused.rule, answer.refused.message);
    if ("fault" in answer) throw new Error(answer.fault);
    return answer;
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    throw refused("endless", "The program could not read this table to its end, and gave up. Split it.");
  }
}

const refused = (rule: string, message: string) =>
  new Refused([{ rule: `table.${rule}`, message, field: "file" }]);
