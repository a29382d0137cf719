import type { Material } from "@/lib/checks/server";
import { DocumentRefused } from "@/lib/documents";
import { readDocumentApart } from "@/lib/documents/server";
import { Refused } from "@/lib/errors";

/** The words of a file, or of what was typed where none was chosen. @throws {Refused} when it cannot be read. */
export async function wordsIn(file: File | undefined, field: string, typed: string): Promise<string> {
  if (file === undefined || isNone(file)) return typed;
  try {
    return (await readDocumentApart(new Uint8Array(await file.arrayBuffer()), file.name)).text;
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    throw new Refused([{ rule: `document.${error.rule}`, message: `${file.name}: ${error.message}`, field }]);
  }
}

/**
 * An empty field sends one file without a name, which the framework calls "undefined"; one that was chosen is read, and refused
 * when nothing is in it.
 */
const isNone = ({ name, size }: File) => size === 0 && ["", "undefined", undefined].includes(name);

/** What stands behind a draft: each file under its name, and pasted notes. @throws {Refused} when one cannot be read. */
export async function materialIn(files: readonly File[], notes: string): Promise<Material[]> {
  const materials: Material[] = [];
  for (const file of files.filter((one) => !isNone(one)))
    materials.push({ name: file.name, text: await wordsIn(file, "material", "") });
  if (notes.trim() !== "") materials.push({ name: "Pasted notes", text: notes });
  return materials;
}
