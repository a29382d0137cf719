/** The program of the thread in which the site reads what was pasted: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { readStep } from "./steps";

/** A question; its answer is a `Step`. */
export interface Question {
  readonly text: string;
  readonly fromUtf16: number;
  /** BCP 47; null for what the text itself shows. */
  readonly language: string | null;
}

parentPort?.on("message", ({ text, fromUtf16, language }: Question) => {
  parentPort?.postMessage(readStep(text, fromUtf16, language));
});
