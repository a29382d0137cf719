import { askThread, Endless, programNamed, type ThreadLimits } from "@/lib/threads/server";
import { DocumentRefused, type ReadDocument } from "./model";
import { readDocument } from "./read";
import type { Answer, Question } from "./thread";

// a book takes a second or two; what takes so much longer never ends
const LIMITS: ThreadLimits = { timeMs: 60_000, memoryMb: 1024 };

/**
 * What `readDocument` reads. The served site reads files in a thread of its own, one after another, so that nobody waits for
 * what somebody else has packed into one; tests, which have no bundled program, read where they are. @throws {DocumentRefused}
 */
export function readDocumentApart(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const file = programNamed("document-thread.mjs");
  return file === null ? readDocument(bytes, name) : askDocumentReader(file, { bytes, name });
}

/** `readDocumentApart` with the program at `file`; what takes more than `limits` allow is ended, and the thread with it. */
export async function askDocumentReader(
  file: string,
  question: Question,
  limits = LIMITS,
): Promise<ReadDocument> {
  try {
    const answer = await askThread<Answer>(file, question, limits);
    if ("refused" in answer) throw new DocumentRefused(answer.refused.rule, answer.refused.message);
    if ("fault" in answer) throw new Error(answer.fault);
    return answer.read;
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    throw new DocumentRefused(
      "endless",
      "The program could not read it to its end, and gave up. Save its words as .txt and take that.",
      { cause: error },
    );
  }
}
