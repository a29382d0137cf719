/**
 * What importing a text costs: opening a draft of 5 kB, 100 kB and 1 MB, and reading on in it to the end, each against
 * the bare insert of the same text in the same run on the same machine. SQLite, in a folder of its own.
 * Usage: npm run bench -- drafts [--runs N]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const runs = Number(values.runs);

const dataDir = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
process.env.DATA_DIR = dataDir;
delete process.env.DATABASE_URL;

const NAMES = ["Mira Tanvald", "Oskar Brenn", "Vera Holt", "Ivo Marek", "Lena Aster", "Jonas Reed"];
const THINGS = [
  "the bridge",
  "the border",
  "a new school",
  "the harvest",
  "the vaccine",
  "the river",
  "the vote",
];
const DONE = [
  "would open in spring",
  "had been sold twice",
  "was nobody’s business",
  "cost more than planned",
];

/** Prose of some length in which every third sentence or so is somebody’s; no two texts are the same. */
function proseOf(lengthUtf16: number, seed: number): string {
  const paragraphs: string[] = [`Report ${seed}`];
  let length = 0;
  for (let n = seed; length < lengthUtf16; n++) {
    const pick = (list: readonly string[], step: number) => list[Math.floor(n / step) % list.length] ?? "";
    const [name, thing, done] = [pick(NAMES, 1), pick(THINGS, 2), pick(DONE, 3)];
    const paragraph = [
      `“We have waited ${n} days and ${thing} ${done},” ${name} told reporters. “Nobody asked us.”`,
      `Rain fell in the north for the ${n}th day, and the trains to the coast were late again.`,
      `${name}, a member of the council, said that ${thing} ${done}, according to two people at the meeting.`,
      `The ministry published ${n} pages on ${thing}; few of them deal with what it will cost the towns.`,
    ][n % 4] as string;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}

const median = (samples: readonly number[]) =>
  [...samples].sort((one, other) => one - other)[Math.floor(samples.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function main() {
  const { SYSTEM } = await import("@/lib/auth");
  const { closeDb, db } = await import("@/lib/db/server");
  const { createDraft, readFurther } = await import("@/lib/imports/server");
  const { migrate } = await import("@/lib/migrations/server");
  await migrate();
  await createDraft(SYSTEM, { text: proseOf(40_000, 1) });

  console.log(`medians of ${runs} runs`);
  console.log(
    "text      insert ms   open ms   open / insert   longest call ms   to the end ms   kB a second",
  );
  for (const [name, length] of [
    ["5 kB", 5_000],
    ["100 kB", 100_000],
    ["1 MB", 1_000_000],
  ] as const) {
    const samples = {
      insert: [] as number[],
      open: [] as number[],
      longest: [] as number[],
      whole: [] as number[],
    };
    for (let run = 0; run < runs; run++) {
      const text = proseOf(length, 10_000 * (run + 1) + Math.round(length / 1000));
      const row = { publicId: `bench-${name}-${run}`, ownerId: "bench", text, sha256: "" };
      samples.insert.push(await timed(() => db.importDraft.create({ data: row })));
      let draftId = "";
      samples.open.push(
        await timed(async () => {
          draftId = (await createDraft(SYSTEM, { text })).draftId;
        }),
      );
      const calls: number[] = [0];
      for (let isRead = false; !isRead; ) {
        calls.push(
          await timed(async () => {
            isRead = (await readFurther(SYSTEM, { draftId })).unreadFromUtf16 === null;
          }),
        );
      }
      samples.longest.push(Math.max(...calls));
      samples.whole.push(calls.reduce((sum, ms) => sum + ms, samples.open.at(-1) ?? 0));
    }
    const [insert, open, whole] = [median(samples.insert), median(samples.open), median(samples.whole)];
    console.log(
      [
        name.padEnd(8),
        insert.toFixed(1).padStart(10),
        open.toFixed(0).padStart(9),
        (open / insert).toFixed(1).padStart(15),
        median(samples.longest).toFixed(0).padStart(17),
        whole.toFixed(0).padStart(15),
        (length / whole).toFixed(0).padStart(13),
      ].join(" "),
    );
  }
  await closeDb();
}

await main().finally(() => rmSync(dataDir, { recursive: true, force: true }));
