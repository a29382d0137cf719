/** The program of the thread in which tables are read: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { SpreadsheetRefused } from "@/lib/spreadsheets";
import type { ShownSpeaker } from "./kinds";
import type { ReadTable } from "./model";
import { readTable, type TableToRead } from "./read";

export type Question =
  | { readonly ask: "table"; readonly table: TableToRead }
  | { readonly ask: "kinds"; readonly names: readonly { readonly name: string; readonly role: string }[] };

export type Answer =
  | { readonly read: ReadTable }
  | { readonly shown: readonly ShownSpeaker[] }
  | { readonly refused: { readonly rule: SpreadsheetRefused["rule"]; readonly message: string } }
  | { readonly fault: string };

parentPort?.on("message", (question: Question) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(question: Question): Promise<Answer> {
  try {
    if (question.ask === "table") return { read: await readTable(question.table) };
    // what names show is known from much that only few tables ask for
    const { shownSpeakers } = await import("./kinds");
    return { shown: shownSpeakers(question.names) };
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) return { fault: String(error) };
    return { refused: { rule: error.rule, message: error.message } };
  }
}
