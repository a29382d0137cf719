/** The program of the thread in which the site compares drafts: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { type Against, checkDraft } from "@/lib/checking";

/** A question; its answer is what `checkDraft` gives. */
export interface Question {
  readonly draft: string;
  readonly against: Against;
  readonly language: string;
}

parentPort?.on("message", ({ draft, against, language }: Question) => {
  parentPort?.postMessage(checkDraft(draft, against, { language }));
});
