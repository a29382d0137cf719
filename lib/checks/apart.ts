import path from "node:path";
import { type CheckReport, checkDraft } from "@/lib/checking";
import { Refused } from "@/lib/errors";
import { askThread, Endless } from "@/lib/threads/server";
import { withKeys } from "./keys";
import type { KeptFinding } from "./model";
import type { Question } from "./thread";

// a page of draft takes a few hundred milliseconds; what takes so much longer never ends
const LIMITS = { timeMs: 60_000, memoryMb: 1024 };

/** What `checkDraft` finds, each finding with its key. */
type Keyed = Omit<CheckReport, "findings"> & { readonly findings: readonly KeptFinding[] };

/**
 * What `checkDraft` finds, with its keys: of thousands of findings in one paragraph they take as long as the comparison. The served site compares in a thread of its own, so that nobody else waits for a draft; a
 * command, which nobody waits behind, where it is. @throws {Refused} when it does not end.
 */
export async function compareApart({ draft, against, language }: Question): Promise<Keyed> {
  // set by the bundler in what it makes for the site
  if (process.env.NEXT_RUNTIME !== "nodejs") {
    const report = checkDraft(draft, against, { language });
    return { ...report, findings: withKeys(draft, report.findings) };
  }
  const file = path.join(process.cwd(), ".cache/program/checking-thread.mjs");
  try {
    return await askThread<Keyed>(file, { draft, against, language }, LIMITS);
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    const message =
      "The program could not compare this draft to its end, and gave up. Check a part of it, or give it less material.";
    throw new Refused([{ rule: "check.endless", message, field: "text" }]);
  }
}
