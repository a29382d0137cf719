import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

// A source's title may repeat what is off the record or under an embargo. Every query that reads one for a reader takes it
// through `titlesFor`, or `readableEvidence`, which does; the others say here why they need not.
const READS_BARE: Readonly<Record<string, string>> = {
  "lib/checks/against.ts": "gives texts to those alone who see everything that the desk holds",
  "lib/checks/twice.ts": "the title is that of a check of the one who asks",
  "lib/claims/mutations.ts": "compares it with what is sealed, and shows it to nobody",
  "lib/claims/queries.ts": "the titles are those of stories",
  "lib/imports/near.ts": "for the desk alone",
  "lib/imports/queries.ts": "for the desk alone",
  "lib/imports/recognising.ts": "for the desk alone",
  "lib/imports/work.ts": "for the desk alone",
  "lib/passages/texts.ts": "for the desk alone",
  "lib/profiles/named-notes.ts": "for editors alone",
  "lib/profiles/named-still.ts": "for editors alone",
  "lib/publication/approval.ts": "compares it with what is sealed, and shows it to nobody",
  "lib/publication/mutations.ts":
    "the record of what was published; a version is read through its own queries",
  "lib/review/queue.ts": "for the desk alone",
  "lib/styles/mutations.ts": "the titles are those of styles",
  "lib/tables/origins.ts": "for the desk alone",
  "lib/tables/queries.ts": "the titles are those of stories",
  "lib/stories/contents.ts": "the words of a notice, which lose them at a source that holds what is sealed",
};
const ROOT = path.resolve(import.meta.dirname, "../..");

it("no query gives a title of a source past what is sealed, or it says why", () => {
  const files = readdirSync(path.join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join("lib", file.split(path.sep).join("/")))
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."));
  const reading = files.filter((file) => {
    const code = readFileSync(path.join(ROOT, file), "utf8");
    const isRead = /\b(?:source|sources|evidence)\b/u.test(code) && /\btitle: true\b/u.test(code);
    return isRead && !/\b(?:titlesFor|readableEvidence)\(/u.test(code);
  });
  expect(reading.filter((file) => !(file in READS_BARE))).toEqual([]);
  expect(Object.keys(READS_BARE).filter((file) => !reading.includes(file))).toEqual([]);
});
