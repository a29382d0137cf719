import type { Entry, Found } from "./model";

const TAG = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/u;

/** The records of a RIS file: from TY to ER. A line without a tag goes on with the one before. */
export function readRis(text: string): Found {
  const entries: Entry[] = [];
  const problems: Found["problems"][number][] = [];
  let open: { startUtf16: number; lines: string[]; key: string; label: string } | null = null;
  const close = (endUtf16: number) => {
    if (open)
      entries.push({
        ...{ startUtf16: open.startUtf16, endUtf16, version: null },
        ...{ key: open.key, label: open.label, text: open.lines.join("\n") },
      });
    open = null;
  };
  let at = 0;
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    const [, tag, value = ""] = TAG.exec(line.replace(/^\ufeff|\r$/gu, "")) ?? [];
    if (tag === "TY") {
      if (open) {
        problems.push({ atUtf16: start, message: "A record begins before the one above it has ended (ER)." });
        close(start);
      }
      open = { startUtf16: start, lines: [], key: "", label: "" };
    } else if (tag === "ER") {
      if (!open) problems.push({ atUtf16: start, message: "A record ends that never began (TY)." });
      close(Math.min(at, text.length));
    } else if (open) {
      if (tag === "ID") open.key = value.trim();
      if ((tag === "TI" || tag === "T1") && open.label === "") open.label = value.trim();
      open.lines.push(tag ? value : line);
    } else if (line.trim() !== "")
      problems.push({ atUtf16: start, message: "This line belongs to no record." });
  }
  if (open) {
    problems.push({ atUtf16: text.length, message: "The last record has no end (ER)." });
    close(text.length);
  }
  return { entries, problems };
}
