import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { makeKey } from "@/lib/keys/server";
import { checkedSchema } from "@/lib/reports";
import { makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { answerApi } from "./server";

const DRIFT = "“We are close to a deal on the bridge,” said Ada Quist, the mayor of Osthaven.";
const EXACT = "“We were close to a deal on the bridge,” said Ada Quist, the mayor of Osthaven.";
const MATERIAL = [{ name: "talks.txt", text: "QUIST: We were close to a deal on the bridge." }];

let keys: Record<"reader" | "reporter" | "capture", string>;
let retracted: { publicId: string };
let hidden: { publicId: string };

beforeAll(async () => {
  const key = async (role: "reader" | "reporter", scope: "read" | "capture") =>
    (await makeKey(await makeUser(role), { label: "A test", scopes: [scope], days: "30" })).key;
  keys = {
    reader: await key("reader", "read"),
    reporter: await key("reporter", "read"),
    capture: await key("reporter", "capture"),
  };
  const speaker = await makeSpeaker("Ada Quist");
  const of = { speakerId: speaker.id };
  retracted = await makeStatement({
    ...of,
    wording: "The tolls will double in the spring",
    state: "retracted",
  });
  hidden = await makeStatement({ ...of, wording: "The ferry was never for sale in May", state: "captured" });
});

async function ask(key: string | null, body: unknown) {
  const headers = { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const request = new Request("http://localhost:3000/api/v1/check", {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const answer = await answerApi(request, "/check");
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

describe("a draft is checked for a program", () => {
  it("against the texts that come with it, and nothing is kept", async () => {
    const before = await db.auditEntry.count();
    const { status, body, headers } = await ask(keys.reader, {
      text: DRIFT,
      title: "Bridge",
      material: MATERIAL,
    });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, no-cache");
    const checked = checkedSchema.strict().parse(body);
    expect(checked).toMatchObject({ draft: "Bridge", text: DRIFT, language: "en", statements: [] });
    expect(checked.findings).toMatchObject([
      { label: "wording_drift", mustBeLookedAt: true, match: { source: "talks.txt" } },
    ]);
    expect(await db.auditEntry.count()).toBe(before);
  });

  it("against the store as far as the key’s person may read it, with what must be read with its words", async () => {
    const of = async (key: string, words: string, more = {}) =>
      checkedSchema.parse(
        (await ask(key, { text: `“${words},” said Ada Quist, the mayor of Osthaven.`, ...more })).body,
      );
    const fallen = await of(keys.reader, "The tolls will double in the spring");
    expect(fallen.findings[0]?.label).toBe("corrected");
    expect(fallen.statements).toMatchObject([
      { id: retracted.publicId, notice: expect.stringMatching(/retracted/iu) },
    ]);
    const wording = "The ferry was never for sale in May";
    expect((await of(keys.reporter, wording)).findings[0]?.match?.statement).toBe(hidden.publicId);
    const unseen = await of(keys.reader, wording);
    expect(unseen.findings[0]).toMatchObject({ label: "not_found", match: null });
    expect(JSON.stringify(unseen)).not.toContain(hidden.publicId);
    const alone = await of(keys.reporter, wording, { against: "material", material: MATERIAL });
    expect(alone.findings[0]?.label).toBe("not_found");
    expect(alone.searched.statements).toBe(0);
  });

  it.each<[string, () => [string | null, unknown], number]>([
    ["without a key", () => [null, { text: DRIFT }], 401],
    ["with a key that may not read", () => [keys.capture, { text: DRIFT }], 403],
    ["without a text", () => [keys.reader, {}], 422],
    ["with something that is not known", () => [keys.reader, { text: DRIFT, drafts: 1 }], 422],
    ["with a text that is too long", () => [keys.reader, { text: "a ".repeat(200_001) }], 422],
    [
      "with texts that are too long together",
      () => [
        keys.reader,
        { text: DRIFT, material: [1, 2].map((name) => ({ name: `${name}`, text: "a".repeat(2_600_000) })) },
      ],
      422,
    ],
  ])("and is refused %s", async (_, asking, status) => {
    const answer = await ask(...asking());
    expect(answer).toMatchObject({ status, body: { status } });
  });
});

it("the gate for a CMS that the guide shows lets through what stands, and nothing else", async () => {
  const guide = readFileSync("docs/user-guide.md", "utf8");
  const gate = /```js\n(?<code>import \{ readFile \}[\s\S]*?)```/u.exec(guide)?.groups?.code ?? "";
  expect(gate.trim().split("\n").length).toBeLessThan(13);
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = "" } = request.headers;
    const answer = await answerApi(
      new Request(`http://localhost:3000${request.url}`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: Buffer.concat(chunks),
      }),
      (request.url ?? "").slice("/api/v1".length),
    );
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  };
  const site = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-gate-"));
  try {
    writeFileSync(path.join(folder, "gate.mjs"), gate);
    const { port } = site.address() as AddressInfo;
    const passing = async (text: string, key = keys.reader) => {
      const draft = path.join(folder, "draft.txt");
      writeFileSync(draft, text);
      const env = { ...process.env, VERBATIM: `http://127.0.0.1:${port}`, VERBATIM_KEY: key };
      const child = spawn(process.execPath, [path.join(folder, "gate.mjs"), draft], {
        env,
        stdio: ["ignore", "ignore", "pipe"],
      });
      let told = "";
      child.stderr.on("data", (piece) => (told += String(piece)));
      const code = await new Promise((resolve) => child.on("close", resolve));
      return { code, told };
    };
    expect(await passing("Nobody said a word.")).toEqual({ code: 0, told: "" });
    const open = await passing(DRIFT);
    expect(open.code).toBe(1);
    expect(open.told).toContain("We are close");
    expect((await passing(EXACT, "vbk_nonsense")).code).toBe(1);
  } finally {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
