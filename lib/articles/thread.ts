/** The program of the thread in which files and pages are read: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { DocumentRefused } from "@/lib/documents";
import type { ReadArticle } from "./model";
import { type Arrived, readArticle } from "./read";

/** What a question is answered with: a refusal loses its class on the way between threads. */
export type Answer =
  | { readonly read: ReadArticle }
  | { readonly refused: { readonly rule: DocumentRefused["rule"]; readonly message: string } };

// what is no refusal is thrown out of the thread, whose end the asker is told
let last: Promise<unknown> = Promise.resolve();

// in their order, which is all that tells the answers apart
parentPort?.on("message", (question: Arrived) => {
  last = last.then(() => answerTo(question)).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(question: Arrived): Promise<Answer> {
  try {
    return { read: await readArticle(question) };
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    return { refused: { rule: error.rule, message: error.message } };
  }
}
