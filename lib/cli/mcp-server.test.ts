import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { makeKey, revokeKey } from "@/lib/keys/server";
import { checkedSchema } from "@/lib/reports";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { ensureProgram } from "../../scripts/build.mjs";
import { readerOf, serveRecord } from "./mcp-server";

let open: { publicId: string };
let denied: { publicId: string };
let retracted: { publicId: string };
let hidden: { publicId: string };
let reporter: Awaited<ReturnType<typeof makeUser>>;
const clients: Client[] = [];

beforeAll(async () => {
  reporter = await makeUser("reporter");
  const speaker = await makeSpeaker("Ada Machine");
  const source = await makeSource("“We met,” said Ada Machine. “We left,” she said.", "A report");
  const of = { speakerId: speaker.id, sourceId: source.id, state: "published" };
  open = await makeStatement({ ...of, wording: "“We met at the bridge,”" });
  denied = await makeStatement({ ...of, wording: "the bridge was sold", form: "indirect" });
  await db.statement.update({ where: { publicId: denied.publicId }, data: { isDenial: true } });
  retracted = await makeStatement({ ...of, wording: "“We sold the bridge,”", state: "retracted" });
  hidden = await makeStatement({ ...of, wording: "“We lost the bridge,”", state: "captured" });
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

async function connect(key: string | null = null): Promise<Client> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "a test", version: "1" });
  clients.push(client);
  await Promise.all([serveRecord(readerOf(key)).connect(there), client.connect(here)]);
  return client;
}

type Told = {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent?: Record<string, unknown>;
};

async function call(client: Client, name: string, asked: Record<string, unknown>): Promise<Told> {
  return (await client.callTool({ name, arguments: asked })) as unknown as Told;
}

const idsIn = ({ structuredContent }: Told) =>
  ((structuredContent?.statements ?? []) as { id: string }[]).map(({ id }) => id).sort();

describe("the public’s view", () => {
  it("is offered in tools that read, with what they take", async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      "check_text",
      "cite",
      "get_statement",
      "search_statements",
    ]);
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(description).not.toBe("");
      expect(Object.keys(inputSchema.properties ?? {})).not.toEqual([]);
    }
    expect(client.getInstructions()).toContain("inFull");
  });

  it("finds what is public, each with all that must be read with its words", async () => {
    const client = await connect();
    const found = await call(client, "search_statements", { words: "bridge" });
    expect(idsIn(found)).toEqual([open.publicId, denied.publicId].sort());
    const statements = found.structuredContent?.statements as Record<string, string>[];
    expect(statements.find(({ id }) => id === denied.publicId)?.inFull).toMatch(/^Denies: /u);
    expect(JSON.parse(found.content[0]?.text ?? "")).toEqual(found.structuredContent);
  });

  it("says what of a search it does not understand, and finds nothing by it", async () => {
    const answer = await call(await connect(), "search_statements", { words: "bridge speakr:holm" });
    expect(answer).toMatchObject({ isError: true });
    expect(answer.content[0]?.text).toContain("At letter 8: There is no “speakr:”.");
  });

  it.each(["get_statement", "cite"])("%s never leaves out a denial or a notice", async (tool) => {
    const client = await connect();
    const denial = await call(client, tool, { id: denied.publicId });
    expect(denial.structuredContent?.inFull).toMatch(/^Denies: /u);
    const gone = await call(client, tool, { id: retracted.publicId });
    expect(gone.structuredContent?.notice).toMatch(/retracted/iu);
    if (tool === "cite") {
      const texts = (answer: Told) => JSON.stringify(answer.structuredContent?.citation);
      expect(texts(denial)).toContain("denies");
      expect(texts(gone)).toMatch(/retracted/iu);
    }
  });

  it.each(["get_statement", "cite"])("%s finds nothing that is not public", async (tool) => {
    const client = await connect();
    const answer = await call(client, tool, { id: hidden.publicId });
    expect(answer).toMatchObject({ isError: true });
    expect(answer.content[0]?.text).toContain("was not found");
    expect(JSON.stringify(answer)).not.toContain("lost");
  });

  it("checks what an assistant wrote against the texts that it was given", async () => {
    const material = [{ name: "talks.txt", text: "QUIST: We were close to a deal on the bridge." }];
    const text = "“We are close to a deal on the bridge,” said Ada Quist, the mayor.";
    const { structuredContent } = await call(await connect(), "check_text", { text, material });
    const { findings } = checkedSchema.parse(structuredContent);
    expect(findings).toMatchObject([
      { label: "wording_drift", mustBeLookedAt: true, match: { source: "talks.txt" } },
    ]);
  });

  it("checks it against the public’s statements too, and tells what must be read with them", async () => {
    const text = "“We sold the bridge,” said Ada Machine, the mayor of Osthaven.";
    const { structuredContent } = await call(await connect(), "check_text", { text });
    const { findings, statements } = checkedSchema.parse(structuredContent);
    expect(findings.map(({ label }) => label)).toEqual(["corrected"]);
    expect(statements).toMatchObject([
      { id: retracted.publicId, notice: expect.stringMatching(/retracted/iu) },
    ]);
    expect(JSON.stringify(structuredContent)).not.toContain(hidden.publicId);
  });

  it("names the styles where one is not known", async () => {
    const answer = await call(await connect(), "cite", { id: open.publicId, style: "nonsense" });
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toContain("chicago-notes");
  });
});

describe("a person’s view", () => {
  it("is what they may read, and ends with the key", async () => {
    const { key } = await makeKey(reporter, { label: "Assistant", scopes: ["read"], days: "30" });
    const client = await connect(key);
    expect(idsIn(await call(client, "search_statements", { words: "bridge" }))).toContain(hidden.publicId);
    await revokeKey(reporter, { keyId: (await db.apiKey.findFirstOrThrow()).id });
    const answer = await call(client, "search_statements", { words: "bridge" });
    expect(answer).toMatchObject({ isError: true });
    expect(answer.content[0]?.text).toContain("opens nothing");
  });

  it("is none with a key that may not read", async () => {
    const { key } = await makeKey(reporter, { label: "Capture", scopes: ["capture"], days: "30" });
    expect(await readerOf(key).whyNot()).toContain("may not read");
    expect(await readerOf("vbk_nonsense").whyNot()).toContain("opens nothing");
    expect(await readerOf(null).whyNot()).toBeNull();
  });
});

it("speaks the protocol over standard input and output, and ends when it is closed", async () => {
  await ensureProgram();
  await db.$queryRawUnsafe("SELECT 1");
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const program = path.resolve("scripts/verbatim.mjs");
  const client = new Client({ name: "a test", version: "1" });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, "mcp"], env, stderr: "inherit" }),
  );
  try {
    const found = await call(client, "search_statements", { words: "bridge" });
    expect(idsIn(found)).toEqual([open.publicId, denied.publicId].sort());
  } finally {
    await client.close();
  }
  const child = spawn(process.execPath, [program, "mcp"], { stdio: ["pipe", "ignore", "inherit"] });
  child.stdin.end();
  expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(0);
});

it("tells in a line of what is no message, and leaves whoever sends one without end", async () => {
  await ensureProgram();
  const program = path.resolve("scripts/verbatim.mjs");
  const child = spawn(process.execPath, [program, "mcp"], { stdio: ["pipe", "ignore", "pipe"] });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    told += piece;
  });
  // it hears no more of it
  child.stdin.on("error", () => {});
  child.stdin.write('no message\n{"jsonrpc":"2.0"}\n');
  child.stdin.write(`"${"x".repeat(11_000_000)}`);
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
  const passed = "mcp: What came was no message of the protocol, and was passed over.";
  expect(told.trim().split("\n")).toEqual([passed, expect.stringContaining("more than 10 MB")]);
});

it("is the gate that the guide shows", async () => {
  await ensureProgram();
  const guide = readFileSync("docs/user-guide.md", "utf8");
  const gate = /```js\n(?<code>import \{ Client \}[\s\S]*?)```/u.exec(guide)?.groups?.code ?? "";
  expect(gate.trim().split("\n").length).toBeLessThan(13);
  const asked = [
    "“We are close to a deal,” said Ada Quist, the mayor.",
    "“We were close to a deal,” said Ada Quist, the mayor.",
  ];
  const use = `const material = [{ name: "talks", text: "QUIST: We were close to a deal." }];
for (const text of ${JSON.stringify(asked)}) console.log(JSON.stringify(await gate(text, material)));
await close();`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", `${gate}\n${use}`], {
    encoding: "utf8",
  });
  const [wrong, right] = ended.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as string[]);
  expect(wrong).toHaveLength(1);
  expect(wrong?.[0]).toContain("were");
  expect(right).toEqual([]);
});
