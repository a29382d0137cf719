import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeStatement } from "@/prisma/factories";
import { main } from "./main";
import type { Terminal } from "./terminal";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "verbatim-bibliography-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[], input = "") {
  const [printed, told]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    folder,
    print: (line) => void printed.push(line),
    async write(pieces) {
      for await (const piece of pieces) printed.push(String(piece));
    },
    tell: (line) => void told.push(line),
    readInput: async () => input,
    readBytes: async () => Buffer.from(input),
  };
  const code = await main(["bibliography", ...args], terminal);
  return { code, out: printed.join("\n"), err: told.join("\n") };
}

it("a bibliography is compared, told and written anew, and ends with what is to be done", async () => {
  const [standing, fallen] = [
    await makeStatement({ state: "published" }),
    await makeStatement({ state: "retracted" }),
  ];
  const ris = (id: string) => `TY  - NEWS\r\nID  - ${id}\r\nTI  - On ${id}\r\nER  - \r\n`;
  await writeFile(path.join(folder, "old.ris"), `junk\r\n${ris(standing.publicId)}${ris(fallen.publicId)}`);
  const first = await run(["old.ris", "--csv", "report.csv", "--refreshed", "new.ris"]);
  expect(first.code).toBe(1);
  expect(first.out).toContain(`6: Retracted. On ${fallen.publicId}`);
  expect(first.err).toContain("Line 1: This line belongs to no record.");
  expect(first.err).toContain("2 entries: 1 retracted, 1 still as cited");
  expect(await readFile(path.join(folder, "report.csv"), "utf8")).toContain(`,Retracted,${fallen.publicId},`);
  const anew = await readFile(path.join(folder, "new.ris"), "utf8");
  expect(anew).toContain(ris(standing.publicId));
  expect(anew).toContain("N1  - Statement");
  expect((await run(["new.ris", "--json"])).code).toBe(0);
  const { out } = await run(["-", "--json"], standing.publicId);
  expect(JSON.parse(out)).toMatchObject({ format: "text", counts: { as_cited: 1 } });
});

it("says what cannot be read, and what is not written anew", async () => {
  expect(await run(["nothing.bib"])).toMatchObject({ code: 1, out: "" });
  await writeFile(path.join(folder, "data.json"), '[{"id":"st-000000","publishedVersion":1}]');
  const { code, err } = await run(["data.json", "--refreshed", "new.json"]);
  expect([code, err]).toEqual([1, "Data is not written anew: export it again (`verbatim export`)."]);
  await writeFile(path.join(folder, "broken.docx"), "PK\u0003\u0004 and no zip");
  expect((await run(["broken.docx"])).err).toContain("broken.docx: ");
});
