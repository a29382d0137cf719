/** The program of the thread in which the site reads the files of writers: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { DocumentRefused, type ReadDocument } from "./model";
import { readDocument } from "./read";

export interface Question {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What was read; or why it is not, by its rule and in words; or what failed. */
export type Answer =
  | { readonly read: ReadDocument }
  | { readonly refused: { readonly rule: DocumentRefused["rule"]; readonly message: string } }
  | { readonly fault: string };

parentPort?.on("message", (question: Question) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo({ bytes, name }: Question): Promise<Answer> {
  try {
    return { read: await readDocument(bytes, name) };
  } catch (error) {
    if (!(error instanceof DocumentRefused)) return { fault: String(error) };
    return { refused: { rule: error.rule, message: error.message } };
  }
}
