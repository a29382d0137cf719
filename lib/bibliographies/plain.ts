import { mentionsIn } from "./mentions";
import type { Entry, Found } from "./model";

/** So many lines before one that names a record are read with it: the quotation that it is the reference of. */
const MOST_BEFORE = 12;

/** The lines of a text that name a record of ours: a list of addresses, a page of notes, a memo with its quotations. */
export function readPlain(text: string): Found {
  const entries: Entry[] = [];
  let before: string[] = [];
  let at = 0;
  // in a list of addresses a line without one is an entry that names nothing
  const lines = text.split("\n");
  const isList = lines.some((line) => isAddress(line.trim()));
  for (const line of lines) {
    const startUtf16 = at;
    at += line.length + 1;
    const words = line.trim();
    if (words === "") continue;
    if (mentionsIn(words).length > 0 || (isList && isAddress(words))) {
      entries.push({
        ...{ startUtf16, endUtf16: startUtf16 + line.length, key: "", version: null },
        label: words,
        text: `${words}\n${before.join("\n")}`,
      });
      before = [];
    } else before = [...before.slice(1 - MOST_BEFORE), words];
  }
  return { entries, problems: [] };
}

const isAddress = (words: string) => /^https?:\/\/\S+$/u.test(words);
