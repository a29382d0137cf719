import { beforeEach, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth";
import { transact } from "@/lib/db/server";
import { createSource } from "@/lib/sources/server";
import { makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { main } from "./main";
import type { Terminal } from "./terminal";

beforeEach(clearDatabase);

async function run(...args: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    folder: "/",
    print: (line) => void printed.push(line),
    write: () => Promise.resolve(),
    tell: (line) => void told.push(line),
    readInput: () => Promise.resolve(""),
    readBytes: () => Promise.resolve(new Uint8Array()),
  };
  const code = await main(["sources", "check", ...args], terminal);
  return { code, lines: printed, told: told.join("\n") };
}

it("asks which sources are meant, and how long a span is", async () => {
  expect(await run()).toMatchObject({ code: 2, told: expect.stringContaining("--older-than 7d") });
  expect(await run("--older-than", "soon")).toMatchObject({ code: 2 });
  expect(await run("--all", "--pause", "-1")).toMatchObject({ code: 2 });
  expect(await run("--all")).toEqual({ code: 0, lines: [], told: "No source is to be checked." });
});

it("says of an address that is no page of the internet why it was not asked, and ends with 2", async () => {
  const { sourceId, publicId } = await transact((tx) =>
    createSource(tx, SYSTEM, {
      title: "Report",
      text: "The bridge moved.",
      address: "http://10.0.0.7/report",
    }),
  );
  await makeStatement({ wording: "The bridge moved.", sourceId });
  const { code, lines, told } = await run("--all");
  expect(code).toBe(2);
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^refused +${publicId} .* not the internet’s`, "u")),
  ]);
  expect(told).toBe("1 refused. No statement lost its words.");
  const [line = ""] = (await run("--all", "--json")).lines;
  expect(JSON.parse(line)).toMatchObject({ sourceId: publicId, what: "refused", waiting: [] });
});
