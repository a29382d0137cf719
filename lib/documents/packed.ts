import { openZip, type Zip } from "@/lib/zip/server";
import { DocumentRefused } from "./model";

const LIMITS = { mostFiles: 5_000, mostBytes: 400 * 1024 * 1024, passesFolders: true };
/** The longest part of a packed document that is read; pictures beside it may be larger. */
const MOST_PART_BYTES = 64 * 1024 * 1024;

/** The parts of a packed document. @throws {DocumentRefused} */
export async function openPacked(bytes: Uint8Array): Promise<Zip> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source = {
    size: whole.length,
    read: async (start: number, length: number) => whole.subarray(start, start + length),
  };
  return refusing(() => openZip(source, LIMITS));
}

/** A part as text, or null when there is none of that name. @throws {DocumentRefused} */
export async function partOf(zip: Zip, name: string): Promise<string | null> {
  if (!zip.names.includes(name)) return null;
  if (zip.sizeOf(name) > MOST_PART_BYTES)
    throw new DocumentRefused("too_large", "Its text unpacks to more than 64 MB. Split it.");
  return refusing(async () => {
    const pieces: Buffer[] = [];
    for await (const piece of zip.pieces(name)) pieces.push(piece);
    return xmlOf(Buffer.concat(pieces));
  });
}

/** XML is UTF-8 unless a mark at its beginning says UTF-16. */
function xmlOf(bytes: Buffer): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ZipRefused") throw error;
    const rule = /encrypted/u.test(error.message)
      ? "encrypted"
      : /more than are read/u.test(error.message)
        ? "too_large"
        : "hostile";
    throw new DocumentRefused(rule, `It cannot be unpacked. ${error.message}`, { cause: error });
  }
}
