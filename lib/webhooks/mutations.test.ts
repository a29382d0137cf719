import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { makeStatement, makeUser } from "@/prisma/factories";
import { EVENT_NAMES } from "./model";
import {
  addWebhook,
  getWebhook,
  listWebhooks,
  noteEvents,
  removeWebhook,
  renewSecret,
  sendDue,
  sendTest,
  switchOff,
  switchOn,
} from "./server";

// Two administrators with one address open, each of whom presses what the page of an hour ago offers.

let one: Actor;
let other: Actor;
let editor: Actor;

beforeAll(async () => {
  [one, other, editor] = [await makeUser("admin"), await makeUser("admin"), await makeUser("editor")];
});

beforeEach(async () => {
  for (const { id } of await listWebhooks(one)) await removeWebhook(one, { webhookId: id });
});

afterAll(async () => {
  await db.webhook.deleteMany({});
});

const add = (url = "https://example.test/hook") =>
  addWebhook(one, { label: "The website", url, events: [...EVENT_NAMES] });

const act = (subjectId: string) =>
  transact((tx) =>
    appendAudit(tx, { actor: editor, action: "review.publish", subjectType: "statement", subjectId }),
  );

describe("two administrators at one address", () => {
  test("make one new secret: the second is told, and ends what a colleague copies only when they have seen that there is one", async () => {
    const { id: webhookId } = await add();
    const { secretMark: was } = await getWebhook(one, webhookId);
    const both = await Promise.allSettled([
      renewSecret(one, { webhookId, was }),
      renewSecret(other, { webhookId, was }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Refused) });
    const seen = (await getWebhook(other, webhookId)).secretMark;
    expect(seen).not.toBe(was);
    await renewSecret(other, { webhookId, was: seen });
    expect((await getWebhook(one, webhookId)).secretMark).not.toBe(seen);
  });

  test("switch it on: what was published since the first is sent all the same", async () => {
    const { id: webhookId } = await add();
    await switchOff(one, { webhookId });
    await switchOn(one, { webhookId });
    const { id } = await makeStatement({ state: "published" });
    await act(id);
    await expect(switchOn(other, { webhookId })).rejects.toThrow("It is switched on already.");
    await noteEvents();
    expect(await db.webhookDelivery.count({ where: { webhookId, subjectId: id } })).toBe(1);
  });

  test("switch it off: it stays off for the reason that it had", async () => {
    const { id: webhookId } = await add();
    await db.webhook.update({
      where: { id: webhookId },
      data: { switchedOffAt: new Date(), offBecause: "failures" },
    });
    await expect(switchOff(other, { webhookId })).rejects.toThrow(Refused);
    expect((await getWebhook(one, webhookId)).state).toBe("failed");
  });

  test("remove it: the second is told that it is gone, whatever they press", async () => {
    const { id: webhookId } = await add();
    await removeWebhook(one, { webhookId });
    for (const press of [switchOff, switchOn, renewSecret, sendTest, removeWebhook])
      await expect(press(other, { webhookId })).rejects.toThrow(NotFound);
  });
});

test("an address that is added while the log is read is told of everything since", async () => {
  await add();
  const { id } = await makeStatement({ state: "published" });
  await act(id);
  const added: string[] = [];
  // the mark is read between the addresses and the log
  const readMark = vi.spyOn(db.setting, "findUnique");
  readMark.mockImplementationOnce((async (asked: never) => {
    added.push((await add("https://example.test/later")).id);
    await act(id);
    readMark.mockRestore();
    return db.setting.findUnique(asked);
  }) as never);
  await noteEvents();
  await noteEvents();
  expect(added).toHaveLength(1);
  expect(await db.webhookDelivery.count({ where: { webhookId: added[0] ?? "" } })).toBe(1);
});

test("an address for which hundreds wait stands before no other", async () => {
  const { id } = await makeStatement({ state: "published" });
  await add("https://slow.test/hook");
  for (let number = 0; number < 12; number++) await act(id);
  await noteEvents();
  await add("https://quick.test/hook");
  await act(id);
  await noteEvents();
  const asked: string[] = [];
  await sendDue((address) => {
    asked.push(new URL(address).hostname);
    return Promise.resolve({ status: null, error: "No answer came within ten seconds." });
  });
  expect(asked.filter((host) => host === "slow.test")).toHaveLength(10);
  expect(asked.filter((host) => host === "quick.test")).toHaveLength(1);
});
