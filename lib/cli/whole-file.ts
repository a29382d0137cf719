import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file that is whole or is not there. */
export async function writeWhole(
  file: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const draft = `${file}.part`;
  // a file that stands there keeps who may read it, and a link leads elsewhere
  await rm(draft, { force: true });
  try {
    await pipeline(
      Readable.from(pieces, { objectMode: true }),
      createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }),
    );
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
