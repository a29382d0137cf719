import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { zipOf } from "@/lib/zip/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { main } from "./main";
import type { Terminal } from "./terminal";

let folder: string;

beforeEach(async () => {
  await clearDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "verbatim-import-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    folder,
    print: (line) => void printed.push(line),
    write: () => Promise.resolve(),
    tell: (line) => void told.push(line),
    readInput: () => Promise.resolve(""),
    readBytes: () => Promise.resolve(new Uint8Array()),
  };
  const code = await main(["import", ...args], terminal);
  return { code, lines: printed.sort(), told: told.join("\n") };
}

const article = (n: number) => `Report ${n}\n\n“We will sign treaty ${n} tomorrow,” Dr Mira Tanvald said.\n`;

async function packed(name: string, files: readonly string[]) {
  const pieces: Uint8Array[] = [];
  const entries = files.map((name) => ({ name, pieces: [article(9)] }));
  for await (const piece of zipOf(entries, new Date(0))) pieces.push(piece);
  await writeFile(path.join(folder, name), Buffer.concat(pieces));
}

it("brings folders with all that is in them and zips, tells what came of each, and knows them the next time", async () => {
  await makeUser("reporter");
  await mkdir(path.join(folder, "in/deep"), { recursive: true });
  await writeFile(path.join(folder, "in/one.txt"), article(1));
  await writeFile(path.join(folder, "in/deep/two.md"), article(2));
  await writeFile(path.join(folder, "in/.hidden.txt"), article(3));
  await writeFile(path.join(folder, "in/picture.png"), "no document");
  await writeFile(path.join(folder, "in/broken.pdf"), "%PDF-1.7 nothing");
  await packed("nine.zip", ["x/nine.txt"]);
  const asked = ["in", "nine.zip", "--accept", "all"];
  const dry = await run(...asked, "--dry-run");
  // why it is refused, behind its name
  expect(dry.lines.filter((line) => line.includes("broken.pdf: in/broken.pdf"))).toEqual([]);
  expect(dry.lines.map((line) => line.split(":")[0])).toEqual([
    ...[
      "new      in/deep/two.md",
      "new      in/one.txt",
      "new      nine.zip/x/nine.txt",
      "refused  in/broken.pdf",
    ],
  ]);
  expect([await db.importDraft.count(), dry.told]).toEqual([0, expect.stringContaining("Nothing was kept")]);
  const first = await run(...asked);
  expect(first.code).toBe(1);
  expect(first.lines[0]).toMatch(/^refused {2}in\/broken\.pdf: It is a damaged PDF/);
  expect(first.lines.slice(1).every((line) => /^stored {3}\S+: 1 stored in src-\w+$/.test(line))).toBe(true);
  expect(first.told).toBe("4 documents: 3 stored, 1 refused.");
  const again = await run(...asked);
  expect(again.told).toMatch(/3 known/);
  expect([await db.source.count(), await db.statement.count(), await db.speaker.count()]).toEqual([3, 3, 1]);
});

it("refuses a zip that names places outside itself, and brings the others", async () => {
  await makeUser("reporter");
  await writeFile(path.join(folder, "one.txt"), article(1));
  await packed("evil.zip", ["aa/nine.txt"]);
  const file = path.join(folder, "evil.zip");
  const { readFile } = await import("node:fs/promises");
  await writeFile(
    file,
    Buffer.from((await readFile(file)).toString("latin1").replaceAll("aa/nine", "../nine"), "latin1"),
  );
  const { code, lines, told } = await run("evil.zip", "one.txt", "--accept", "all");
  expect([code, told]).toEqual([1, "2 documents: 1 stored, 1 refused."]);
  expect(lines).toEqual([
    expect.stringMatching(/^refused {2}evil\.zip: “\.\.\/nine\.txt”/),
    expect.stringMatching(/^stored {3}one\.txt/),
  ]);
});

it("asks for whom, where several may import, and refuses an address within", async () => {
  const one = await makeUser("reporter");
  await makeUser("reporter");
  await writeFile(path.join(folder, "one.txt"), article(1));
  expect(await run("one.txt")).toMatchObject({ code: 1, told: expect.stringContaining("--for") });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: one.id ?? "" } });
  expect((await run("one.txt", "--for", email)).lines[0]).toMatch(
    /^waiting {2}one\.txt: 1 to decide under \/import\/imp-/,
  );
  expect((await run("http://127.0.0.1:9/", "--for", email)).lines[0]).toMatch(/^refused .*not the internet/);
  expect((await run("none.txt", "--for", email)).told).toBe("There is no file none.txt.");
});
