import { createHash } from "node:crypto";
import path from "node:path";
import { Unavailable } from "@/lib/errors";
import { askThread } from "@/lib/threads/server";
import { FITS, layoutOf } from "./layout";
import type { Picture } from "./model";
import type { DrawingAnswer, DrawingQuestion } from "./thread";

const LIMITS = { timeMs: 20_000, memoryMb: 256 };
// each takes a tenth of a second of a thread of its own: whoever asks for more than that at once asks again
const MOST_WAITING = 20;
// some 40 kB each
const MOST_KEPT = 100;

const BUSY = "Many pictures are being drawn just now. Ask again in a moment.";

interface Drawn {
  readonly kept: Map<string, Promise<Uint8Array>>;
  waiting: number;
}

// the parts of the site that are bundled apart share what is drawn
const shared = globalThis as typeof globalThis & { verbatimPictures?: Drawn };

/** What tells this picture from every other one, without drawing it: changes with its words, and with how it is drawn. */
export function tagOf(picture: Picture): string {
  const drawn = FITS[0] ? layoutOf(picture, FITS[0]) : picture;
  return createHash("sha256").update(JSON.stringify(drawn)).digest("base64url").slice(0, 27);
}

/**
 * The picture as a PNG, drawn in a thread and kept while it is among the newest asked for.
 * @throws {Unavailable} when too many others wait for theirs
 */
export async function drawPicture(picture: Picture): Promise<Uint8Array> {
  shared.verbatimPictures ??= { kept: new Map(), waiting: 0 };
  const { kept } = shared.verbatimPictures;
  const tag = tagOf(picture);
  const png = kept.get(tag) ?? drawApart(shared.verbatimPictures, picture);
  // the last asked for stands last
  kept.delete(tag);
  kept.set(tag, png);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  try {
    return await png;
  } catch (error) {
    kept.delete(tag);
    throw error;
  }
}

async function drawApart(drawn: Drawn, picture: Picture): Promise<Uint8Array> {
  if (drawn.waiting >= MOST_WAITING) throw new Unavailable({}, BUSY);
  drawn.waiting += 1;
  try {
    const [program, folder] = ["program/picture-thread.mjs", "faces/pictures"].map((name) =>
      path.join(process.cwd(), ".cache", name),
    ) as [string, string];
    const question: DrawingQuestion = { picture, folder };
    const answer = await askThread<DrawingAnswer>(program, question, LIMITS);
    if ("fault" in answer) throw new Error(answer.fault);
    return answer.png;
  } finally {
    drawn.waiting -= 1;
  }
}
