import type { Material } from "@/lib/checks/server";
import { Refused } from "@/lib/errors";
import { takeBytes } from "@/lib/text";

/** The words of a file, or of what was typed where none was chosen. @throws {Refused} when it cannot be read. */
export async function wordsIn(file: File | undefined, field: string, typed: string): Promise<string> {
  if (file === undefined || file.size === 0) return typed;
  const intake = takeBytes(new Uint8Array(await file.arrayBuffer()));
  if (intake.isText) return intake.text;
  throw new Refused([{ rule: `text.${intake.rule}`, message: `${file.name}: ${intake.message}`, field }]);
}

/** What stands behind a draft: each file under its name, and pasted notes. @throws {Refused} when one cannot be read. */
export async function materialIn(files: readonly File[], notes: string): Promise<Material[]> {
  const materials: Material[] = [];
  // an empty field sends one file without a name
  for (const file of files.filter(({ size }) => size > 0))
    materials.push({ name: file.name, text: await wordsIn(file, "material", "") });
  if (notes.trim() !== "") materials.push({ name: "Pasted notes", text: notes });
  return materials;
}
