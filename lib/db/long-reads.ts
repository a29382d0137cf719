import { statSync } from "node:fs";
import { DriverAdapterError, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { Unavailable } from "@/lib/errors";
import { askThread, Endless, programNamed, type ThreadLimits } from "@/lib/threads/server";

/** What is asked of the thread that reads: of the file as it was opened and its planner's statistics as they were then. */
export interface ToRead {
  readonly file: string;
  readonly opening: string;
  readonly query: SqlQuery;
}

/** What the thread read and how long it took, or the cause for which the driver refused. */
export type WasRead =
  | { readonly result: SqlResultSet; readonly tookMs: number }
  | { readonly cause: DriverAdapterError["cause"] };

// in a smaller file nothing that a page asks takes long
const LARGE_BYTES = 64 * 1024 * 1024;
const LOOK_AGAIN_MS = 10_000;
const LONG_MS = 10;
// a second thread costs memory, and is started where a question keeps others waiting that long
const LIMITS: ThreadLimits = { timeMs: 30_000, memoryMb: 512, patienceMs: 30 };

// how long these take lies in what is looked for; of other queries the last times tell
const IS_UP_TO_VALUES = /\b(?:instr\(|MATCH\b|COUNT\(|GROUP BY\b)/i;
const MAY_BE_LONG = /\b(?:EXISTS|JOIN)\b/i;
const MOST_KNOWN = 1000;

/** Which queries of one SQLite file take long, and reads these in a thread with a connection of its own. */
export class LongReads {
  readonly #file: string;
  readonly #program: string;
  readonly #limits: ThreadLimits;
  readonly #largeBytes: number;
  readonly #tookMs = new Map<string, number>();
  #isLarge = false;
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    file: string,
    program: string,
    { limits = LIMITS, largeBytes = LARGE_BYTES }: { limits?: ThreadLimits; largeBytes?: number } = {},
  ) {
    this.#file = file;
    this.#program = program;
    this.#limits = limits;
    this.#largeBytes = largeBytes;
  }

  /** Whether a query may take so long that others would notice. */
  isLong(statement: string): boolean {
    if (!this.#fileIsLarge()) return false;
    if (IS_UP_TO_VALUES.test(statement)) return true;
    const tookMs = this.#tookMs.get(statement);
    return tookMs === undefined ? MAY_BE_LONG.test(statement) : tookMs >= LONG_MS;
  }

  /** Notes how long a query took; one that was long is taken for long a few times more. */
  note(statement: string, tookMs: number): void {
    const before = this.#tookMs.get(statement) ?? 0;
    this.#tookMs.delete(statement);
    this.#tookMs.set(statement, Math.max(tookMs, before / 2));
    for (const oldest of this.#tookMs.keys()) {
      if (this.#tookMs.size <= MOST_KNOWN) break;
      this.#tookMs.delete(oldest);
    }
  }

  /**
   * What a query gives, read in the thread; `opening` is another text whenever the connections were opened anew.
   * @throws {Unavailable} when it takes longer than anybody should wait.
   */
  async read(query: SqlQuery, opening: string): Promise<SqlResultSet> {
    const question: ToRead = { file: this.#file, opening, query };
    const answer = await askThread<WasRead>(this.#program, question, this.#limits).catch((error: unknown) => {
      throw error instanceof Endless ? new Unavailable({ cause: error }, TOO_LONG) : error;
    });
    if ("cause" in answer) throw new DriverAdapterError(answer.cause);
    this.note(query.sql, answer.tookMs);
    return answer.result;
  }

  #fileIsLarge(): boolean {
    if (performance.now() - this.#lookedAtMs > LOOK_AGAIN_MS) {
      this.#lookedAtMs = performance.now();
      this.#isLarge = (statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0) >= this.#largeBytes;
    }
    return this.#isLarge;
  }
}

const TOO_LONG =
  "This was looked for longer than anybody should wait, and given up. Nothing was changed. Ask for rarer words, or narrow what is asked by a speaker, a source or a story.";

/** Reads of `file` in the bundled thread; null where nobody is served meanwhile, as on the command line, whose questions may take long. */
export function longReadsOf(file: string): LongReads | null {
  // set by the bundler in what it makes for the site
  const program = process.env.NEXT_RUNTIME === "nodejs" ? programNamed("long-reads-thread.mjs") : null;
  return program === null ? null : new LongReads(file, program);
}
