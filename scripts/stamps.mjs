// A stamp says which inputs an output was made from. It is removed before the work and written after it, whole or not
// at all, so that work interrupted at any point is done again.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** One hash over several texts, in order. */
export function hashOf(texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}\n`).update(text);
  return hash.digest("hex");
}

/** The hash of the contents of files and of all files below folders, for those whose path `isInput` accepts. */
export function hashOfFiles(root, places, isInput = () => true) {
  const texts = places.flatMap((place) =>
    filesBelow(root, place)
      .filter(isInput)
      .flatMap((file) => [file, readFileSync(path.join(root, file))]),
  );
  return hashOf(texts);
}

/** Every file at or below `place`, relative to `root`, in a stable order; none when it does not exist. */
export function filesBelow(root, place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [place];
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = path.posix.join(place, entry.name);
      if (entry.isDirectory()) return filesBelow(root, inner);
      return entry.isFile() ? [inner] : [];
    });
}

/** Whether `file` says that its output was made from `inputs`. */
export function isStamped(file, inputs) {
  return existsSync(file) && readFileSync(file, "utf8") === inputs;
}

export function unstamp(file) {
  rmSync(file, { force: true });
}

export function stamp(file, inputs) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, inputs, { flush: true });
  renameSync(draft, file);
}
