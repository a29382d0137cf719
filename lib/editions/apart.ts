import { askThread, Endless, programNamed, type ThreadLimits } from "@/lib/threads/server";
import { apart, type Compared, compare, type ToCompare } from "./compared";

// two texts of an article take milliseconds; a megabyte that was rewritten word for word some tens of seconds
const LIMITS = { timeMs: 60_000, memoryMb: 1024 };

/**
 * What `compare` finds, in a thread of its own: a page that somebody else asks for never waits for two texts, and no write waits
 * behind a comparison. Tests, which have no bundled program, compare where they are.
 */
export function compareApart(question: ToCompare): Promise<Compared> {
  const file = programNamed("comparing-thread.mjs");
  return file === null ? Promise.resolve(compare(question)) : inThread(file, question);
}

/** `compareApart` with the program at `file`; texts that take more than `limits` allow are told apart as wholes. */
export async function inThread(
  file: string,
  question: ToCompare,
  limits: ThreadLimits = LIMITS,
): Promise<Compared> {
  try {
    return await askThread<Compared>(file, question, limits);
  } catch (error) {
    if (error instanceof Endless) return apart(question);
    throw error;
  }
}
