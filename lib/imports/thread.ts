/** The program of the thread in which the site reads what was pasted: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { answerTo, type Question } from "./steps";

parentPort?.on("message", (question: Question) => {
  parentPort?.postMessage(answerTo(question));
});
