import { Refused } from "@/lib/errors";
import { isArticleFile, isHiddenFile } from "@/lib/imports";
import { openZip } from "@/lib/zip/server";
import { MOST } from "./model";

/** A document of a zip; its bytes are null where it unpacks to more than is taken. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

const LIMITS = { mostFiles: 10 * MOST.files, mostBytes: MOST.bytes, passesFolders: true };

/** The documents of a zip, unpacked one after another, and that something stands there that is none. @throws {Refused} */
export async function* packedFiles(bytes: Buffer, name: string): AsyncGenerator<PackedFile | "other"> {
  try {
    const read = (start: number, length: number) => Promise.resolve(bytes.subarray(start, start + length));
    const zip = await openZip({ size: bytes.length, read }, LIMITS);
    for (const entry of zip.names) {
      if (entry.split("/").some(isHiddenFile)) continue;
      if (!isArticleFile(entry)) {
        yield "other";
        continue;
      }
      if (zip.sizeOf(entry) > MOST.fileBytes) {
        yield { name: `${name}/${entry}`, bytes: null };
        continue;
      }
      const pieces: Buffer[] = [];
      for await (const piece of zip.pieces(entry)) pieces.push(piece);
      yield { name: `${name}/${entry}`, bytes: Buffer.concat(pieces) };
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ZipRefused") throw error;
    throw new Refused([{ rule: "batch.zip", message: error.message }]);
  }
}
