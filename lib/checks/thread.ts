/** The program of the thread in which the site compares drafts: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { type Against, checkDraft } from "@/lib/checking";
import { withKeys } from "./keys";

/** A question; its answer is what `checkDraft` gives, each finding with its key. */
export interface Question {
  readonly draft: string;
  readonly against: Against;
  readonly language: string;
}

parentPort?.on("message", ({ draft, against, language }: Question) => {
  const report = checkDraft(draft, against, { language });
  parentPort?.postMessage({ ...report, findings: withKeys(draft, report.findings) });
});
