import { expect, it } from "vitest";
import { bibliographySchema } from "@/lib/bibliographies";
import { absoluteUrl } from "@/lib/http";
import { makeKey } from "@/lib/keys/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { answerApi } from "./server";

async function ask(key: string | null, body: unknown) {
  const headers = { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const url = "http://localhost:3000/api/v1/bibliography";
  const request = new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = await answerApi(request, "/bibliography");
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

it("a program is told what a bibliography cites, as far as its person may read it", async () => {
  const { key: reader } = await makeKey(await makeUser("reader"), {
    label: "A",
    scopes: ["read"],
    days: "30",
  });
  const { key: reporter } = await makeKey(await makeUser("reporter"), {
    label: "B",
    scopes: ["read"],
    days: "30",
  });
  const [open, hidden] = [await makeStatement({ state: "retracted" }), await makeStatement()];
  const text = [open, hidden].map(({ publicId }) => absoluteUrl(`/statements/${publicId}`)).join("\n");
  expect((await ask(null, { text })).status).toBe(401);
  expect((await ask(reader, { text, more: 1 })).status).toBe(422);
  for (const [key, unknown, unpublished] of [
    [reader, 1, 0],
    [reporter, 0, 1],
  ] as const) {
    const { status, body } = await ask(key, { text, refresh: true });
    expect(status).toBe(200);
    const report = bibliographySchema.parse(body);
    expect(report.counts).toMatchObject({ retracted: 1, unknown, not_published: unpublished });
    expect(report.refreshed).toContain(`${absoluteUrl(`/statements/${open.publicId}`)} [Retracted.]`);
    expect(JSON.stringify(report).includes(hidden.wording)).toBe(unpublished === 1);
  }
});
