import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";

/** A zip that is not read: `message` says why, for people. */
export class ZipRefused extends Error {
  override readonly name = "ZipRefused";
}

/** Bytes that can be read from anywhere within. */
export interface ZipSource {
  readonly size: number;
  read(start: number, length: number): Promise<Buffer>;
}

export interface Zip {
  /** The names of the files, in the order of the directory. */
  readonly names: readonly string[];
  /** How many bytes a file says that it has. @throws {ZipRefused} when there is none of that name */
  sizeOf(name: string): number;
  /** A file in pieces. @throws {ZipRefused} also in the midst, when it is not what the directory says of it */
  pieces(name: string): AsyncGenerator<Buffer>;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** How much a zip may hold. What deflates better than a thousandfold is no text. */
export interface ZipLimits {
  readonly mostFiles: number;
  readonly mostBytes: number;
  /** Entries that only name a folder, as LibreOffice writes them, are passed over; without it they are refused. */
  readonly passesFolders?: boolean;
}

const MOST_RATIO = 1032;
const MOST_DIRECTORY_BYTES = 256 * 1024 * 1024;

/** The directory of a zip, with all that can be told of it before anything is unpacked. @throws {ZipRefused} */
export async function openZip(source: ZipSource, limits: ZipLimits): Promise<Zip> {
  const { began, size, count } = await findDirectory(source);
  if (count > limits.mostFiles) throw new ZipRefused(`It holds ${count} files, more than are read.`);
  if (size > MOST_DIRECTORY_BYTES || began + size > source.size)
    throw new ZipRefused("Its directory lies outside the file.");
  const entries = readDirectory(await source.read(began, size), { count, limits });
  refuseHostile(entries, { limits, directoryBegan: began });
  const known = new Map(entries.map((entry) => [entry.name, entry]));
  const find = (name: string) => {
    const entry = known.get(name);
    if (!entry) throw new ZipRefused(`It has no ${name}.`);
    return entry;
  };
  return {
    names: entries.map(({ name }) => name),
    sizeOf: (name) => find(name).size,
    pieces: (name) => unpacked(source, find(name)),
  };
}

async function findDirectory(source: ZipSource) {
  const length = Math.min(source.size, 22 + 0xffff);
  const tail = await source.read(source.size - length, length);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (at === -1 || at + 22 > tail.length) throw new ZipRefused("It is no zip file, or its end is missing.");
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const began = tail.readUInt32LE(at + 16);
  if (count !== 0xffff && size !== 0xffff_ffff && began !== 0xffff_ffff) return { count, size, began };
  const place = source.size - length + at - 20;
  const locator = place < 0 ? Buffer.alloc(0) : await source.read(place, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x0706_4b50) return { count, size, began };
  const large = await source.read(Number(locator.readBigUInt64LE(8)), 56);
  if (large.length < 56 || large.readUInt32LE(0) !== 0x0606_4b50)
    throw new ZipRefused("Its directory cannot be found.");
  return {
    count: Number(large.readBigUInt64LE(32)),
    size: Number(large.readBigUInt64LE(40)),
    began: Number(large.readBigUInt64LE(48)),
  };
}

function readDirectory(directory: Buffer, { count, limits }: { count: number; limits: ZipLimits }): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x0201_4b50)
      throw new ZipRefused("Its directory is damaged.");
    const flags = directory.readUInt16LE(at + 8);
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    if (flags & 1) throw new ZipRefused(`${shown(name)} is encrypted.`);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (limits.passesFolders && name.endsWith("/") && directory.readUInt32LE(at + 24) === 0) {
      at = next;
      continue;
    }
    const kind = (directory.readUInt32LE(at + 38) >>> 16) & 0xf000;
    if (kind !== 0 && kind !== 0x8000) throw new ZipRefused(`${shown(name)} is no plain file.`);
    const offset = directory.readUInt32LE(at + 42);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.push({
      name,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: offset === 0xffff_ffff ? farOffset(extra) : offset,
    });
    at = next;
  }
  if (at !== directory.length) throw new ZipRefused("Its directory is damaged.");
  return entries;
}

/** Of the 64-bit numbers only the place of a file is used: no file here is larger than 32 bits tell. */
function farOffset(extra: Buffer): number {
  if (extra.length < 12 || extra.readUInt16LE(0) !== 1 || extra.readUInt16LE(2) !== 8)
    throw new ZipRefused("It holds a file of more than 4 GB.");
  return Number(extra.readBigUInt64LE(4));
}

function refuseHostile(
  entries: readonly Entry[],
  { limits, directoryBegan }: { limits: ZipLimits; directoryBegan: number },
): void {
  const names = new Set<string>();
  let total = 0;
  for (const { name, method, packed, size } of entries) {
    if (!isPlainPath(name)) throw new ZipRefused(`${shown(name)} is no name of a file within a folder.`);
    // two names that a file system takes for one
    const key = name.normalize("NFC").toLowerCase();
    if (names.has(key)) throw new ZipRefused(`${shown(name)} stands in it twice.`);
    names.add(key);
    if (method !== 0 && method !== 8)
      throw new ZipRefused(`${shown(name)} is packed in a way that is not read.`);
    total += size;
    if (size > packed * MOST_RATIO + 1024) throw new ZipRefused(`${shown(name)} unpacks to far too much.`);
  }
  if (total > limits.mostBytes) throw new ZipRefused(`It unpacks to ${total} bytes, more than are read.`);
  const places = [...entries].sort((one, other) => one.offset - other.offset);
  for (const [index, { name, offset, packed }] of places.entries()) {
    const next = places[index + 1]?.offset ?? directoryBegan;
    if (offset + 30 + packed > next)
      throw new ZipRefused(`${shown(name)} lies over another part of the file.`);
  }
}

function isPlainPath(name: string): boolean {
  if (name === "" || name.length > 400 || /[\\:\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u.test(name)) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

async function* unpacked(source: ZipSource, entry: Entry): AsyncGenerator<Buffer> {
  const head = await source.read(entry.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x0403_4b50)
    throw new ZipRefused(`${shown(entry.name)} is not where the directory says.`);
  const nameLength = head.readUInt16LE(26);
  const name = await source.read(entry.offset + 30, nameLength);
  if (name.toString("utf8") !== entry.name)
    throw new ZipRefused(`${shown(entry.name)} has another name where it stands.`);
  const begins = entry.offset + 30 + nameLength + head.readUInt16LE(28);
  const packed = Readable.from(piecesOf(source, begins, entry.packed));
  // a source that cannot be read ends both, and is told by the loop below
  const pieces = entry.method === 0 ? packed : pipeline(packed, createInflateRaw(), () => {});
  let crc = 0;
  let size = 0;
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.size) throw new ZipRefused(`${shown(entry.name)} is larger than it says.`);
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw new ZipRefused(`${shown(entry.name)} is damaged.`, { cause: error });
  } finally {
    packed.destroy();
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipRefused(`${shown(entry.name)} is damaged.`);
}

const AT_ONCE_BYTES = 64 * 1024;

async function* piecesOf(source: ZipSource, begins: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += AT_ONCE_BYTES) {
    const piece = await source.read(begins + at, Math.min(AT_ONCE_BYTES, length - at));
    if (piece.length === 0) return;
    yield piece;
  }
}

function shown(name: string): string {
  return `“${name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?").slice(0, 80)}”`;
}
