import { Refused } from "@/lib/errors";
import { askThread, Endless, programNamed, type ThreadLimits } from "@/lib/threads/server";
import { answerTo, type Question, type Step } from "./steps";

// a step of 48,000 characters takes about a second at the worst; what takes so much longer never ends
// read in some milliseconds
const SHORT_UTF16 = 16_000;
const LIMITS = { timeMs: 60_000, memoryMb: 1024 };

/**
 * What `readStep` finds. It is read in a thread of its own, one step after another, so that a page which somebody else asks for never
 * waits for a text, and so that of many texts that a command brings one is read while another is written. Tests, which have no
 * bundled program, read where they are. @throws {Refused} when a step does not end.
 */
export function readApart(question: Question): Promise<Step> {
  const file = programNamed("reading-thread.mjs");
  const isShort = question.text.length <= SHORT_UTF16;
  if (file !== null) return inThread(file, question, { ...LIMITS, isShort });
  return Promise.resolve(answerTo(question));
}

/** `readApart` with the program at `file`; a step that takes more than `limits` allow is ended, and the thread with it. */
export async function inThread(
  file: string,
  question: Question,
  limits: ThreadLimits = LIMITS,
): Promise<Step> {
  try {
    return await askThread<Step>(file, question, limits);
  } catch (error) {
    throw error instanceof Endless ? endless() : error;
  }
}

function endless(): Refused {
  return new Refused([
    {
      rule: "text.endless",
      message:
        "The program could not read this text to its end, and gave up. Paste a part of it, and leave out tables, code and what is no article.",
      field: "text",
    },
  ]);
}
