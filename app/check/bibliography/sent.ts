import { bibliographyText } from "@/lib/bibliographies/server";
import { Refused } from "@/lib/errors";
import { MOST_TEXT_BYTES, MOST_TEXT_WORDS } from "@/lib/text";

/** The bibliography that a form holds: of the file that was chosen, or what was pasted. @throws {Refused} */
export async function sentBibliography(form: FormData): Promise<string> {
  const [file, typed] = [form.get("file"), form.get("text")];
  // UTF-16 takes twice the bytes of what it becomes
  if (file instanceof File && file.size > 2 * MOST_TEXT_BYTES) throw tooLarge(file.name, "file");
  const isFile = file instanceof File && file.size > 0;
  const text = isFile
    ? await bibliographyText(new Uint8Array(await file.arrayBuffer()), file.name)
    : typeof typed === "string"
      ? typed
      : "";
  if (text.trim() === "")
    throw refused("Paste a bibliography or a list of addresses, or choose a file.", "text");
  if (Buffer.byteLength(text) > MOST_TEXT_BYTES) throw tooLarge("This", isFile ? "file" : "text");
  return text;
}

const refused = (message: string, field: string) => new Refused([{ rule: "bibliography", message, field }]);

const tooLarge = (name: string, field: string) =>
  refused(`${name} is more than ${MOST_TEXT_WORDS} of text. Check its parts one after another.`, field);
