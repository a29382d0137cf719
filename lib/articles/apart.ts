import { DocumentRefused } from "@/lib/documents";
import { askThread, Endless, programNamed, type ThreadLimits } from "@/lib/threads/server";
import type { ReadArticle } from "./model";
import { type Arrived, readArticle } from "./read";
import type { Answer } from "./thread";

// the largest book of the test suites takes four seconds; what takes so much longer was made to
const SHORT_BYTES = 65_536;
const LIMITS: ThreadLimits = { timeMs: 30_000, memoryMb: 768 };

/**
 * What `readArticle` reads, in a thread that is ended when it takes more time or memory than a document can: whoever sends what
 * breaks a reader ends that thread and nothing else. Tests, which have no bundled program, read where they are.
 * @throws {DocumentRefused}
 */
export async function readArrived(arrived: Arrived): Promise<ReadArticle> {
  const file = programNamed("article-thread.mjs");
  if (file === null) return readArticle(arrived);
  const isShort = arrived.bytes.length <= SHORT_BYTES && /\.(?:txt|md|html?)$/iu.test(arrived.name);
  return readInThread(file, arrived, { ...LIMITS, isShort });
}

/** `readArrived` with the program at `file`. */
export async function readInThread(
  file: string,
  arrived: Arrived,
  limits: ThreadLimits = LIMITS,
): Promise<ReadArticle> {
  try {
    const answer = await askThread<Answer>(file, arrived, limits);
    if ("read" in answer) return answer.read;
    throw new DocumentRefused(answer.refused.rule, answer.refused.message);
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    throw new DocumentRefused(
      "hostile",
      "It could not be read within half a minute and the memory that a document may take, and was given up. Save its text as .txt and take that.",
      { cause: error },
    );
  }
}
