import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extract } from "@/lib/extraction";
import { main } from "./main";
import { makeProgram } from "./program";
import type { Terminal } from "./terminal";

const TEXT = "“We are close to an agreement,” the minister said on Monday.\n";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-cli-"));
  writeFileSync(path.join(folder, "article.txt"), TEXT);
  writeFileSync(path.join(folder, "picture.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makeTerminal(input = ""): Terminal & { readonly printed: string[]; readonly told: string[] } {
  const printed: string[] = [];
  const told: string[] = [];
  return {
    printed,
    told,
    folder,
    print: (line) => void printed.push(line),
    async write(pieces) {
      for await (const piece of pieces) printed.push(String(piece));
    },
    tell: (line) => void told.push(line),
    readInput: async () => input,
    readBytes: async () => Buffer.from(input),
  };
}

async function run(args: string, input?: string) {
  const terminal = makeTerminal(input);
  const code = await main(args.split(" ").filter(Boolean), terminal);
  return { code, out: terminal.printed.join("\n"), err: terminal.told.join("\n") };
}

function leaves(command: Command, names: readonly string[] = []): { words: string; command: Command }[] {
  if (command.commands.length === 0) return [{ words: names.join(" "), command }];
  return command.commands.flatMap((child) => leaves(child, [...names, child.name()]));
}

const commands = leaves(makeProgram(makeTerminal()));

describe("every command", () => {
  const guide = readFileSync(path.join(import.meta.dirname, "../../docs/user-guide.md"), "utf8");

  it.each(commands)("$words is in the user guide", ({ words }) => {
    expect(guide).toContain(`\`${words}`);
  });

  it.each(commands)("$words explains itself and its options", async ({ words, command }) => {
    const { code, out } = await run(`${words} --help`);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: verbatim ${words}`);
    expect(command.description()).not.toBe("");
    for (const option of command.options) {
      expect(option.description).not.toBe("");
      expect(out).toContain(option.long);
    }
  });
});

describe("exit codes", () => {
  it.each(["", "users", "nonsense", "extract a b", "users add --email a", "db migrate --nonsense"])(
    "2 for a wrong question: %j",
    async (args) => {
      const { code, out, err } = await run(args);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).not.toBe("");
    },
  );

  it("2 for a role that does not exist, naming those that do", async () => {
    const { code, err } = await run("users add --email a@example.test --name A --role chief");
    expect(code).toBe(2);
    expect(err).toContain("reader, reporter, reviewer, editor, admin");
  });

  it.each([
    ["extract nowhere.txt", "There is no file"],
    ["extract picture.png", "is not UTF-8 text"],
  ])("1 for what cannot be done: %s", async (args, words) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(words);
  });

  it.each(["--help", "help", "help users", "users --help"])("0 for %s", async (args) => {
    expect(await run(args)).toMatchObject({ code: 0, err: "" });
  });
});

describe("extract", () => {
  it("prints what the importer would propose, as JSON", async () => {
    const { code, out } = await run("extract article.txt --json");
    expect(code).toBe(0);
    const found = JSON.parse(JSON.stringify(extract(TEXT)));
    expect(JSON.parse(out)).toEqual({
      proposals: found.map((one: object) => ({ inFull: "“We are close to an agreement,”", ...one })),
    });
    expect(extract(TEXT)).not.toEqual([]);
  });

  it("reads standard input", async () => {
    expect((await run("extract - --json", TEXT)).out).toBe((await run("extract article.txt --json")).out);
  });

  it("prints one line for each statement, and how many", async () => {
    const { out, err } = await run("extract article.txt");
    expect(out.split("\n")).toHaveLength(extract(TEXT).length);
    expect(err).toBe(`${extract(TEXT).length} found`);
  });

  it("prints no words without what must be read with them", async () => {
    const said = [
      "Quist denied that she had met Brenn.",
      "According to Axios, Brenn told aides that the ferry had sunk.",
      "Ankara expressed “deep concern” over the closure.",
    ].join(" ");
    const { out } = await run("extract -", said);
    expect(out).toContain("Quist: Denies: she had met Brenn");
    expect(out).toContain("[Brenn told aides that] the ferry had sunk [second-hand, through Axios]");
    expect(out).toContain("[Ankara expressed] “deep concern”");
    const { proposals } = JSON.parse((await run("extract - --json", said)).out);
    expect(proposals[0]).toMatchObject({ inFull: "Denies: she had met Brenn" });
  });

  it("answers a line for each document with the words where they stand", async () => {
    const documents = [
      { id: "one", text: TEXT },
      { id: "two", text: "Nobody spoke." },
    ];
    const { out } = await run("extract - --jsonl", documents.map((each) => JSON.stringify(each)).join("\n"));
    const rows = out.split("\n").map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(["one", "two"]);
    for (const { text, quotes } of rows) {
      for (const { start, end, text: words } of quotes) expect(text.slice(start, end)).toBe(words);
    }
  });

  it("reads each line in the language that it seems to be in, unless one is named", async () => {
    const german = JSON.stringify({
      id: "de",
      text: "Die Brücke ist sicher, sagte der Bürgermeister am Montag.",
    });
    const found = async (command: string) => JSON.parse((await run(command, german)).out).quotes.length;
    expect(await found("extract - --jsonl")).toBe(1);
    expect(await found("extract - --jsonl --language en")).toBe(0);
  });

  it("names the line that is no document", async () => {
    const { code, err } = await run("extract - --jsonl", `{"id":"a","text":""}\n{"id":1}`);
    expect({ code, err }).toEqual({ code: 1, err: 'Line 2 is not {"id": "…", "text": "…"}.' });
  });
});
