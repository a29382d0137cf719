import { afterEach, describe, expect, test, vi } from "vitest";
import { disableUser, enableUser } from "@/lib/accounts/server";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { withoutWrites } from "@/prisma/testing/no-writes";
import { findKeyed, listOwnKeys, makeKey, revokeKey } from "./server";

const asked = { label: "A bot", scopes: ["read" as const], days: "90" };

afterEach(() => setClock(null));

describe("a key", () => {
  test("opens what its person may, as they stand now, and is kept as a hash alone", async () => {
    const reporter = await makeUser("reporter");
    const { key, prefix } = await makeKey(reporter, { ...asked, scopes: ["import", "read"] });
    expect(await findKeyed(key)).toMatchObject({
      actor: { id: reporter.id, role: "reporter" },
      scopes: ["read", "import"],
    });
    await db.user.update({ where: { id: reporter.id }, data: { role: "reader" } });
    expect(await findKeyed(key)).toMatchObject({ actor: { role: "reader" } });
    const kept = await db.apiKey.findFirstOrThrow({ where: { userId: reporter.id } });
    expect(JSON.stringify(kept)).not.toContain(key);
    expect(key.startsWith(prefix)).toBe(true);
    const told = await db.auditEntry.findMany({ where: { subjectId: kept.id } });
    expect(told.map(({ action }) => action)).toEqual(["key.made"]);
    expect(JSON.stringify(told)).not.toContain(kept.keyHash);
    expect(JSON.stringify(told)).not.toContain(key);
  });

  test("has a name that no other of its person has while it works, whatever its case", async () => {
    const editor = await makeUser("editor");
    const { prefix } = await makeKey(editor, asked);
    const again = { ...asked, label: ` ${asked.label.toUpperCase()}` };
    const twin = {
      refusals: [{ rule: "key.twin", field: "label", message: expect.stringContaining(prefix) }],
    };
    await expect(makeKey(editor, again)).rejects.toMatchObject(twin);
    await makeKey(await makeUser("editor"), asked);
    const { id: keyId } = await db.apiKey.findFirstOrThrow({ where: { prefix } });
    await revokeKey(editor, { keyId });
    await makeKey(editor, again);
  });

  test("opens nothing once it is revoked, has expired, or its account is closed", async () => {
    const editor = await makeUser("editor");
    const [one, two, three] = [
      await makeKey(editor, asked),
      await makeKey(editor, { ...asked, label: "Another bot" }),
      await makeKey(editor, { ...asked, label: "A third bot", days: "30" }),
    ];
    const idOf = async (prefix: string) => (await db.apiKey.findFirstOrThrow({ where: { prefix } })).id;
    await revokeKey(editor, { keyId: await idOf(one.prefix) });
    await revokeKey(editor, { keyId: await idOf(one.prefix) });
    expect(await findKeyed(one.key)).toBeNull();
    setClock(new Date(Date.now() + 31 * 86_400_000));
    expect(await findKeyed(three.key)).toBeNull();
    expect(await findKeyed(two.key)).not.toBeNull();
    // an account that is opened again opens no key of before
    const admin = await makeUser("admin");
    await disableUser(admin, { userId: editor.id });
    expect(await findKeyed(two.key)).toBeNull();
    await enableUser(admin, { userId: editor.id });
    expect(await findKeyed(two.key)).toBeNull();
    await db.user.update({ where: { id: editor.id }, data: { disabledAt: new Date() } });
    expect(await findKeyed("vbk_never-made")).toBeNull();
  });

  test("that was used is nothing altered to whoever checks the record of changes", async () => {
    await clearDatabase();
    const { key } = await makeKey(await makeUser("editor"), asked);
    expect(await findKeyed(key)).not.toBeNull();
    await vi.waitFor(async () =>
      expect(await db.apiKey.count({ where: { lastUsedAt: { not: null } } })).toBe(1),
    );
    const { findings } = await verifyAudit(SYSTEM);
    expect(findings.filter(({ message }) => /ApiKey/u.test(message))).toEqual([]);
    // nor is that it ended with its account
    const [owner] = await db.user.findMany({ where: { apiKeys: { some: {} } } });
    const admin = await makeUser("admin");
    await disableUser(admin, { userId: owner?.id ?? "" });
    expect(await db.apiKey.count({ where: { revokedAt: null } })).toBe(0);
    const ended = (await verifyAudit(SYSTEM)).findings;
    expect(ended.filter(({ message }) => /ApiKey/u.test(message))).toEqual([]);
    // what it may do is sealed all the same
    await db.apiKey.updateMany({ data: { scopes: "read capture import" } });
    const altered = (await verifyAudit(SYSTEM)).findings;
    expect(altered.filter(({ message }) => /ApiKey/u.test(message))).toHaveLength(1);
  });

  test("says when it was used last, written at most once a minute", async () => {
    const editor = await makeUser("editor");
    const { key } = await makeKey(editor, asked);
    const used = async () => (await listOwnKeys(editor))[0]?.lastUsedAt?.getTime();
    expect(await used()).toBeUndefined();
    const at = Date.now();
    setClock(new Date(at));
    await findKeyed(key);
    await vi.waitFor(async () => expect(await used()).toBe(at));
    setClock(new Date(at + 30_000));
    await findKeyed(key);
    setClock(new Date(at + 61_000));
    await findKeyed(key);
    await vi.waitFor(async () => expect(await used()).toBe(at + 61_000));
  });

  test("opens what is read also while nothing can be written", async () => {
    const { key } = await makeKey(await makeUser("editor"), asked);
    expect(await withoutWrites(() => findKeyed(key))).not.toBeNull();
  });

  test("is one’s own: nobody else lists or revokes it, and a visitor makes none", async () => {
    const [owner, admin] = [await makeUser("reporter"), await makeUser("admin")];
    await makeKey(owner, asked);
    const [{ id: keyId = "" } = {}] = await listOwnKeys(owner);
    expect(await listOwnKeys(admin)).toEqual([]);
    await expect(revokeKey(admin, { keyId })).rejects.toThrow(NotFound);
    await expect(makeKey(VISITOR, asked)).rejects.toThrow(Forbidden);
    await expect(makeKey(owner, { ...asked, scopes: [] })).rejects.toThrow(Refused);
  });
});
