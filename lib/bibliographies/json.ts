import type { Entry, Found } from "./model";

const LISTS = /"(?:statements|items|entries|references)"\s*:\s*\[/u;
const NESTED = 16;

/**
 * The objects of a JSON text: those of its list, of the list that it holds under a name that we write, or one a line. Each is
 * read by itself, so that one that is broken takes no other with it.
 */
export function readJson(text: string): Found {
  const entries: Entry[] = [];
  const problems: Found["problems"][number][] = [];
  for (let at = startOfList(text); at < text.length; ) {
    const start = text.indexOf("{", at);
    if (start < 0) break;
    const end = endOfObject(text, start);
    if (end === null) {
      problems.push({
        atUtf16: start,
        message: "This entry never ends, or lists and objects stand too deep in it.",
      });
      // whatever begins a line is likelier to be the next one than a part of this
      const next = /\n\s{0,4}\{/u.exec(text.slice(start + 1));
      if (!next) break;
      at = start + 1 + next.index;
      continue;
    }
    at = end;
    try {
      entries.push(entryOf(JSON.parse(text.slice(start, end)) as object, start, end));
    } catch {
      problems.push({ atUtf16: start, message: "This entry is no JSON." });
    }
  }
  return { entries, problems };
}

/** Whether the entries of a text are those of CSL, which have a type and no address of ours by itself. */
export function isCsl(text: string): boolean {
  return /"type"\s*:/u.test(text) && !/"publishedVersion"\s*:|"@context"\s*:/u.test(text);
}

function startOfList(text: string): number {
  const root = /\S/u.exec(text)?.index ?? text.length;
  if (text[root] === "[") return root + 1;
  const list = LISTS.exec(text);
  return list ? list.index + list[0].length : root;
}

/** Where the object ends that begins at `start`; null when it does not, or is deeper than anything of ours. */
function endOfObject(text: string, start: number): number | null {
  const open: string[] = [];
  let isWithinText = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (isWithinText) {
      if (sign === "\\") at++;
      else if (sign === '"') isWithinText = false;
      // no text of JSON goes over a line: a mark is missing, and what follows is another entry
      else if (sign === "\n") return null;
    } else if (sign === '"') isWithinText = true;
    else if (sign === "{" || sign === "[") {
      if (open.push(CLOSED_BY[sign]) > NESTED) return null;
    } else if (sign === "}" || sign === "]") {
      if (open.pop() !== sign) return null;
      if (open.length === 0) return at + 1;
    }
  }
  return null;
}

const CLOSED_BY = { "{": "}", "[": "]" } as const;

function entryOf(item: object, startUtf16: number, endUtf16: number): Entry {
  const texts: string[] = [];
  collect(item, texts);
  const { id, title, inFull, publishedVersion, version, canonical } = item as Record<string, unknown>;
  const named = [title, inFull].find((one): one is string => typeof one === "string");
  const number = [publishedVersion, version].find((one): one is number => Number.isSafeInteger(one));
  // an annotation is at an address of its own, beside the statement's
  const key = [canonical, id].find((one): one is string => typeof one === "string");
  return {
    ...{ startUtf16, endUtf16, key: key ?? "", version: number ?? null },
    label: named ?? texts[0] ?? "",
    text: texts.join("\n"),
  };
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, texts);
  else if (value !== null && typeof value === "object")
    for (const one of Object.values(value)) collect(one, texts);
}
