import { readFileSync, statSync } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { isArticleFile as isDocument, isHiddenFile as isHidden } from "@/lib/imports";
import { openZip } from "@/lib/zip/server";
import { CommandFailed } from "./terminal";

/** A document that may be brought: its name as the person knows it, and its bytes when they are asked for. */
export interface FoundFile {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

const MOST_DEEP = 32;
const MOST_BYTES = 100 * 1024 * 1024;
const ZIP_LIMITS = { mostFiles: 200_000, mostBytes: 20 * 1024 * 1024 * 1024, passesFolders: true };

/**
 * The documents of files, folders and zips, one after another in the order of their names, so that a thousand cost no more memory
 * than one. A file that is named is read whatever its ending. @throws {CommandFailed}
 */
export async function* filesIn(paths: readonly string[], folder: string): AsyncGenerator<FoundFile> {
  for (const given of paths) {
    const at = path.resolve(folder, given);
    const found = await stat(at).catch(() => null);
    if (found === null) throw new CommandFailed(`There is no file ${given}.`);
    if (found.isDirectory()) yield* filesBelow(at, given, 0);
    else if (/\.zip$/iu.test(given)) yield* filesPacked(at, given);
    else yield { name: given, bytes: () => bytesOf(at) };
  }
}

async function* filesBelow(folder: string, name: string, depth: number): AsyncGenerator<FoundFile> {
  if (depth > MOST_DEEP) throw new CommandFailed(`${name} lies more than ${MOST_DEEP} folders deep.`);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (isHidden(entry.name)) continue;
    const [at, told] = [path.join(folder, entry.name), `${name.replace(/\/$/u, "")}/${entry.name}`];
    if (entry.isDirectory()) yield* filesBelow(at, told, depth + 1);
    // no link is followed: it may lead out of the folder, or round in it
    else if (!entry.isFile()) continue;
    else if (/\.zip$/iu.test(entry.name)) yield* filesPacked(at, told);
    else if (isDocument(entry.name)) yield { name: told, bytes: () => bytesOf(at) };
  }
}

async function* filesPacked(file: string, name: string): AsyncGenerator<FoundFile> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const read = async (start: number, length: number) => {
      const piece = Buffer.alloc(length);
      const { bytesRead } = await handle.read(piece, 0, length, start);
      return piece.subarray(0, bytesRead);
    };
    const zip = await openZip({ size, read }, ZIP_LIMITS);
    for (const entry of zip.names) {
      if (!isDocument(entry) || entry.split("/").some(isHidden)) continue;
      if (zip.sizeOf(entry) > MOST_BYTES) {
        const refused = new CommandFailed("It unpacks to more than 100 MB.");
        yield { name: `${name}/${entry}`, bytes: () => Promise.reject(refused) };
        continue;
      }
      // unpacked here, while the file is open
      const pieces: Buffer[] = [];
      for await (const piece of zip.pieces(entry)) pieces.push(piece);
      yield { name: `${name}/${entry}`, bytes: async () => Buffer.concat(pieces) };
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ZipRefused") throw error;
    // told in its place, and the other files are brought
    yield { name, bytes: () => Promise.reject(new CommandFailed(error.message)) };
  } finally {
    await handle.close();
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (statSync(file).size > MOST_BYTES) throw new CommandFailed("It is larger than 100 MB.");
  // at once: nobody else is served here, and what is read bit by bit waits for a turn behind each bit
  return Uint8Array.from(readFileSync(file));
}
