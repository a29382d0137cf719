/** The program of the thread in which the site cites in a style that the desk added: `added.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { type SettingQuestion, setInAdded } from "./added-engine";

/** What was set, or why it could not be, in citeproc's words. */
export type SettingAnswer = { readonly set: readonly string[] } | { readonly fault: string };

parentPort?.on("message", (question: SettingQuestion) => {
  parentPort?.postMessage(answerOf(question));
});

function answerOf(question: SettingQuestion): SettingAnswer {
  try {
    return { set: setInAdded(question) };
  } catch (error) {
    return { fault: String(error).slice(0, 300) };
  }
}
