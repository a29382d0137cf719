import { Readable } from "node:stream";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** A file to be packed: its path with slashes, and what it holds. */
export interface ZipFile {
  readonly name: string;
  readonly pieces: Pieces;
}

const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
// sizes and checksum stand behind the data; names are UTF-8
const FLAGS = 0x0808;
const DEFLATED = 8;
// what a reader has to know: no more than deflating, or old ones refuse the file (APPNOTE 4.4.3)
const VERSION = 20;
const VERSION_OF_64_BITS = 45;

/**
 * The files as a zip, in pieces, made as they are asked for. Every file bears `at` as its time, so that the same content makes
 * the same zip.
 */
export async function* zipOf(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const when = dosTime(at);
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, pieces } of files) {
    const nameBytes = Buffer.from(name, "utf8");
    const began = offset;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x0403_4b50, 0);
    writeCommon(head, 4, when);
    head.writeUInt16LE(nameBytes.length, 26);
    yield head;
    yield nameBytes;
    offset += head.length + nameBytes.length;
    const counted = { crc: 0, size: 0 };
    let packed = 0;
    for await (const piece of deflated(counting(pieces, counted))) {
      packed += piece.length;
      yield piece;
    }
    if (counted.size > MOST_32 || packed > MOST_32) throw new Error(`${name} is larger than 4 GB`);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(counted.crc, 0);
    sizes.writeUInt32LE(packed, 4);
    sizes.writeUInt32LE(counted.size, 8);
    const sign = Buffer.alloc(4);
    sign.writeUInt32LE(0x0807_4b50);
    yield sign;
    yield sizes;
    offset += packed + sign.length + sizes.length;
    directory.push(directoryEntry(nameBytes, { sizes, when, began }));
  }
  const directoryBegan = offset;
  let size = 0;
  for (const entry of directory) {
    yield entry;
    size += entry.length;
  }
  yield endOf({ count: directory.length, size, began: directoryBegan });
}

const SMALL_BYTES = 64 * 1024;
// an empty file, deflated
const NOTHING = Buffer.from([3, 0]);

/** Packed; what is small in one go, for a stream of its own costs more than that. */
async function* deflated(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < SMALL_BYTES) {
    const { value, done } = await pieces.next();
    if (done) {
      yield size === 0 ? NOTHING : deflateRawSync(Buffer.concat(held));
      return;
    }
    held.push(value);
    size += value.length;
  }
  async function* all() {
    yield* held.splice(0);
    yield* pieces;
  }
  yield* Readable.from(all(), { objectMode: true }).pipe(createDeflateRaw()) as AsyncIterable<Buffer>;
}

async function* counting(pieces: Pieces, counted: { crc: number; size: number }) {
  for await (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    if (bytes.length === 0) continue;
    counted.crc = crc32(bytes, counted.crc);
    counted.size += bytes.length;
    yield bytes;
  }
}

function writeCommon(into: Buffer, at: number, when: number): void {
  into.writeUInt16LE(VERSION, at);
  into.writeUInt16LE(FLAGS, at + 2);
  into.writeUInt16LE(DEFLATED, at + 4);
  into.writeUInt32LE(when, at + 6);
}

function directoryEntry(name: Buffer, of: { sizes: Buffer; when: number; began: number }): Buffer {
  const isFar = of.began > MOST_32;
  const extra = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    extra.writeUInt16LE(0x0001, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(of.began), 4);
  }
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  writeCommon(entry, 6, of.when);
  if (isFar) entry.writeUInt16LE(VERSION_OF_64_BITS, 6);
  of.sizes.copy(entry, 16);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  entry.writeUInt32LE(isFar ? MOST_32 : of.began, 42);
  return Buffer.concat([entry, name, extra]);
}

/** The end of the directory; where 32 or 16 bits do not hold the numbers, in the 64-bit form before it. */
function endOf({ count, size, began }: { count: number; size: number; began: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, MOST_16), 8);
  end.writeUInt16LE(Math.min(count, MOST_16), 10);
  end.writeUInt32LE(Math.min(size, MOST_32), 12);
  end.writeUInt32LE(Math.min(began, MOST_32), 16);
  if (count < MOST_16 && size < MOST_32 && began < MOST_32) return end;
  const large = Buffer.alloc(76);
  large.writeUInt32LE(0x0606_4b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(VERSION_OF_64_BITS, 12);
  large.writeUInt16LE(VERSION_OF_64_BITS, 14);
  for (const [at, value] of [
    [24, count],
    [32, count],
    [40, size],
    [48, began],
  ] as const)
    large.writeBigUInt64LE(BigInt(value), at);
  large.writeUInt32LE(0x0706_4b50, 56);
  large.writeBigUInt64LE(BigInt(began + size), 64);
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}

/** The date and time of a file as MS-DOS kept them, which is what a zip has; none before 1980. */
function dosTime(at: Date): number {
  const year = Math.max(at.getUTCFullYear(), 1980) - 1980;
  const date = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
