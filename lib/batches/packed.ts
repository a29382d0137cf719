import { Refused } from "@/lib/errors";
import { isArticleFile, isHiddenFile } from "@/lib/imports";
import { openZip, type Zip } from "@/lib/zip/server";
import { MOST } from "./model";

/** The documents of a zip, none of them unpacked yet. */
export interface Packed {
  readonly documents: readonly PackedDocument[];
  /** How many files of other kinds stand beside them. */
  readonly others: number;
}

interface PackedDocument {
  readonly name: string;
  readonly sizeBytes: number;
  /** @throws {Refused} where this one is damaged or too large, which says nothing of the others */
  bytes(): Promise<Uint8Array>;
}

const LIMITS = { mostFiles: 10 * MOST.files, mostBytes: MOST.bytes, passesFolders: true };

/** What a zip holds. @throws {Refused} where nothing of it can be read, or it is made to do harm */
export async function openPacked(bytes: Buffer, name: string): Promise<Packed> {
  const read = (start: number, length: number) => Promise.resolve(bytes.subarray(start, start + length));
  const zip = await openZip({ size: bytes.length, read }, LIMITS).catch(refuse);
  const shown = zip.names.filter((entry) => !entry.split("/").some(isHiddenFile));
  const documents = shown.filter(isArticleFile).map((entry) => ({
    ...{ name: `${name}/${entry}`, sizeBytes: zip.sizeOf(entry) },
    bytes: () => unpack(zip, entry).catch(refuse),
  }));
  return { documents, others: shown.length - documents.length };
}

async function unpack(zip: Zip, entry: string): Promise<Uint8Array> {
  if (zip.sizeOf(entry) > MOST.fileBytes)
    throw new Refused([
      { rule: "batch.zip", message: `It unpacks to more than ${MOST.fileBytes / 1024 ** 2} MB.` },
    ]);
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function refuse(error: unknown): never {
  if (!(error instanceof Error) || error.name !== "ZipRefused") throw error;
  throw new Refused([{ rule: "batch.zip", message: error.message }]);
}
