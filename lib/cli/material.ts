import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { DOCUMENT_ENDINGS, DocumentRefused, type ReadDocument } from "@/lib/documents";
import { MOST_DOCUMENT_BYTES, readDocument } from "@/lib/documents/server";
import { CommandFailed, type Terminal } from "./terminal";

/** A file that was read, under the name that the person gave it. */
export interface Given extends ReadDocument {
  readonly name: string;
}

/** A text that a draft is compared with. */
export interface Material {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly day: string | null;
  readonly marks: ReadDocument["marks"];
}

/** Reads the file of this name, or standard input for "-". @throws {CommandFailed} */
export async function readGiven(name: string, terminal: Terminal): Promise<Given> {
  const told = name === "-" ? "standard input" : name;
  const bytes =
    name === "-" ? await terminal.readBytes() : await bytesOf(path.resolve(terminal.folder, name), name);
  const read = await inWords(told, () => readDocument(bytes, name));
  for (const notice of read.notices) terminal.tell(`${told}: ${notice}`);
  return { ...read, name: told };
}

/**
 * Reads files, and of folders all that is in them and can be read. One that cannot be is no reason to go on without it:
 * what was not compared would count as compared. @throws {CommandFailed}
 */
export async function readMaterial(
  paths: readonly string[],
  { terminal, without }: { terminal: Terminal; without: string },
): Promise<Material[]> {
  // a draft that lies among its transcripts would be found in itself
  const seen = new Set(without === "-" ? [] : [await realpath(path.resolve(terminal.folder, without))]);
  const material: Material[] = [];
  let leftOut = 0;
  for (const given of paths) {
    const from = path.resolve(terminal.folder, given);
    const isFolder = (await statOf(from, given)).isDirectory();
    const files = isFolder ? await filesBelow(from) : { read: [from], leftOut: 0 };
    leftOut += files.leftOut;
    for (const file of files.read) {
      const real = await realpath(file);
      if (seen.has(real)) continue;
      seen.add(real);
      const name = isFolder ? path.join(given, path.relative(from, file)) : given;
      const id = name.split(path.sep).join("/");
      const bytes = await bytesOf(file, id);
      const read = await inWords(id, () => readDocument(bytes, id)).catch((error: unknown) => {
        // in a folder a file without words is nothing that could have been compared
        if (
          isFolder &&
          error instanceof CommandFailed &&
          error.cause instanceof DocumentRefused &&
          error.cause.rule === "empty"
        )
          return null;
        throw error;
      });
      if (read === null) continue;
      for (const notice of read.notices) terminal.tell(`${id}: ${notice}`);
      material.push({ id, title: id, text: read.text, day: read.day, marks: read.marks });
    }
  }
  if (leftOut > 0)
    terminal.tell(
      `${leftOut} ${leftOut === 1 ? "file was" : "files were"} left out, as ${leftOut === 1 ? "its" : "their"} ending is none of ${DOCUMENT_ENDINGS.join(", ")}. Name a file to read it all the same.`,
    );
  if (material.length === 0)
    throw new CommandFailed("There is nothing to compare with: no text was found there.");
  return material;
}

const MOST_DEEP = 32;
const MOST_FILES = 20_000;

async function filesBelow(folder: string): Promise<{ read: string[]; leftOut: number }> {
  const read: string[] = [];
  let leftOut = 0;
  const walk = async (at: string, depth: number): Promise<void> => {
    if (depth > MOST_DEEP) throw new CommandFailed(`${at} lies more than ${MOST_DEEP} folders deep.`);
    const entries = await readdir(at, { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      // what is hidden belongs to programs, and so do the locks of open documents
      if (/^(?:\.|~\$)/u.test(entry.name)) continue;
      const file = path.join(at, entry.name);
      if (entry.isDirectory()) await walk(file, depth + 1);
      else if (!(await stat(file)).isFile()) continue;
      else if (DOCUMENT_ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending))) read.push(file);
      else leftOut += 1;
      if (read.length > MOST_FILES) throw new CommandFailed(`${folder} holds more than ${MOST_FILES} files.`);
    }
  };
  await walk(folder, 0);
  return { read, leftOut };
}

async function statOf(file: string, name: string) {
  try {
    return await stat(file);
  } catch (error) {
    throw notThere(error, name);
  }
}

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  const { size } = await statOf(file, name);
  if (size > MOST_DOCUMENT_BYTES) throw new CommandFailed(`${name}: it is larger than 100 MB.`);
  try {
    return await readFile(file);
  } catch (error) {
    throw notThere(error, name);
  }
}

function notThere(error: unknown, name: string): CommandFailed {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new CommandFailed(`There is no file ${name}.`);
  if (code === "EISDIR") return new CommandFailed(`${name} is a folder.`);
  return new CommandFailed(`${name} cannot be read: ${message}`);
}

async function inWords<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    throw Object.assign(new CommandFailed(`${name} was not read. ${error.message}`), { cause: error });
  }
}
