import { confirmRetraction, proposeRetraction } from "@/lib/corrections/server";
import { db } from "@/lib/db/server";
import { getStatement } from "@/lib/statements/server";
import { expect, siteAddress, test } from "./fixtures";
import { type Kept, publishOne } from "./newsroom";

/**
 * A visitor is given a page as it was made for the one before. What is written here is written by another program than the
 * one that keeps the pages, as a second server would: nothing tells the first but the database.
 */

const ask = async (path: string, cookie?: string) => {
  const headers = { accept: "text/html", ...(cookie === undefined ? {} : { cookie }) };
  const answer = await fetch(siteAddress() + path, { headers, redirect: "manual" });
  return {
    status: answer.status,
    isKept: answer.headers.has("cache-status"),
    policy: answer.headers.get("content-security-policy") ?? "",
    caching: answer.headers.get("cache-control") ?? "",
    text: await answer.text(),
  };
};

const pagesOf = ({ publicId, speaker, source }: Kept) => [
  "/",
  `/statements/${publicId}`,
  `/statements?speaker=${speaker.slug}`,
  `/speakers/${speaker.slug}`,
  `/sources/${source.publicId}`,
];

/** The page as it is given when it is kept: other tests write meanwhile, so it may have to be asked for a few times. */
async function kept(path: string) {
  let answer = await ask(path);
  await expect
    .poll(async () => {
      // at once behind another, so that hardly anybody writes in between
      await ask(path);
      answer = await ask(path);
      return answer.isKept;
    })
    .toBe(true);
  return answer;
}

test("what another program writes ends every page that is kept, and nothing of the desk is ever in one", async ({
  colleagues,
  hire,
  open,
}) => {
  const statement = await publishOne(colleagues);
  const { publicId } = statement;
  const desk = await open("editor");
  const cookies = (await desk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const name = colleagues.editor.name;
  for (const path of pagesOf(statement)) {
    const before = await kept(path);
    expect(before.status, path).toBe(200);
    expect(before.caching, path).toContain("no-store");
    const nonce = /'nonce-(\w+)'/.exec(before.policy)?.[1] ?? "none";
    // every script of it runs by the nonce of this very answer
    const scripts = [...before.text.matchAll(/<script\b[^>]*\bnonce="(\w*)"/g)].map(([, one]) => one);
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(new Set(scripts), path).toEqual(new Set([nonce]));
    expect((await kept(path)).policy, path).not.toBe(before.policy);
    const signedIn = await ask(path, cookies);
    expect(signedIn.isKept, path).toBe(false);
    expect(signedIn.text, path).toContain(name);
    expect((await ask(path)).text, path).not.toContain(name);
  }

  const at = async () => ({
    statementId: publicId,
    version: (await getStatement(colleagues.editor, publicId)).version,
  });
  const path = `/statements/${publicId}`;
  const words = "The recording shows that somebody else said it.";
  const other = await hire("editor");
  await proposeRetraction(colleagues.editor, { ...(await at()), words });
  expect((await kept(path)).text).not.toContain(words);
  await confirmRetraction(other.actor, await at());
  const retracted = await ask(path);
  expect([retracted.isKept, retracted.text.includes(words)]).toEqual([false, true]);

  // what is hidden is gone from each page at once, by whatever hides it
  for (const one of pagesOf(statement)) await kept(one);
  await db.statement.update({ where: { publicId }, data: { state: "captured" } });
  const answers = await Promise.all(pagesOf(statement).map((one) => ask(one)));
  expect(answers.map(({ text }) => text.includes(statement.wording))).toEqual(answers.map(() => false));
  expect((await ask(path)).status).toBe(404);
  await db.statement.update({ where: { publicId }, data: { state: "retracted" } });
});
