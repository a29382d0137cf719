import path from "node:path";
import { Refused } from "@/lib/errors";
import { askThread, Endless, type ThreadLimits } from "@/lib/threads/server";
import { bibliographyText } from "./file";
import { type NamedBibliography, namedIn } from "./named";
import type { Answer, Question } from "./thread";

// five megabytes take a second or two; what takes so much longer never ends
const LIMITS: ThreadLimits = { timeMs: 30_000, memoryMb: 1024 };
// whoever comes behind so many others asks again
const MOST_WAITING = 10;

// set by the bundler in what it makes for the site; nobody waits behind a command
const isServed = () => process.env.NEXT_RUNTIME === "nodejs";
const program = () => path.join(process.cwd(), ".cache/program/bibliography-thread.mjs");

/**
 * What `namedIn` finds. Anybody may send a bibliography, so the served site reads it in a thread of its own, one after another.
 * @throws {Refused} when it does not end, or too many others wait.
 */
export async function namedApart(text: string, most: number): Promise<NamedBibliography> {
  if (!isServed()) return namedIn(text, most);
  const answer = await askReader(program(), { kind: "text", text, most });
  if (!("named" in answer)) throw new Error("The reader of bibliographies did not answer what was asked.");
  return answer.named;
}

/** What `bibliographyText` finds, in the same thread. @throws {Refused} */
export async function textApart(bytes: Uint8Array, name: string): Promise<string> {
  if (!isServed()) return bibliographyText(bytes, name);
  const answer = await askReader(program(), { kind: "file", bytes, name });
  if (!("text" in answer)) throw new Error("The reader of bibliographies did not answer what was asked.");
  return answer.text;
}

// the parts of the site that are bundled apart count together
const shared = globalThis as typeof globalThis & { verbatimBibliographiesAsked?: number };

/** Asks the program at `file`. @throws {Refused} */
export async function askReader(file: string, question: Question, limits = LIMITS): Promise<Answer> {
  const waiting = shared.verbatimBibliographiesAsked ?? 0;
  const field = question.kind;
  if (waiting >= MOST_WAITING) throw refused(field, "busy", BUSY);
  shared.verbatimBibliographiesAsked = waiting + 1;
  try {
    const answer = await askThread<Answer>(file, question, limits);
    if ("refused" in answer) throw new Refused([...answer.refused]);
    if ("fault" in answer) throw new Error(answer.fault);
    return answer;
  } catch (error) {
    throw error instanceof Endless ? refused(field, "endless", ENDLESS) : error;
  } finally {
    shared.verbatimBibliographiesAsked -= 1;
  }
}

const BUSY = "Many bibliographies are being read just now. Nothing of yours was; send it again in a moment.";
const ENDLESS = "The program could not read this to its end, and gave up. Check its parts one after another.";

const refused = (field: string, rule: string, message: string) =>
  new Refused([{ rule: `bibliography.${rule}`, message, field }]);
