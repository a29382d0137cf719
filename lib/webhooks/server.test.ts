import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { appendAudit, verifyAudit } from "@/lib/audit/server";
import { type Actor, ROLES, SYSTEM } from "@/lib/auth";
import { publishClaim, takePosition, withdrawClaim } from "@/lib/claims/server";
import { db, transact } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { makeStatement, makeUser } from "@/prisma/factories";
import { EVENT_NAMES, MOST_TRIES, type WebhookEvent, waitMsAfter } from "./model";
import {
  addWebhook,
  getWebhook,
  listWebhooks,
  noteEvents,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendDue,
  sendTest,
  switchOff,
  switchOn,
} from "./server";

interface Sent {
  readonly id: string;
  readonly event: string;
  readonly url: string;
  readonly record: Record<string, unknown>;
  readonly signature: string;
}

let server: Server;
let base: string;
let admin: Actor & { id: string };
let editor: Actor & { id: string };
const got: Sent[] = [];
let answer: (request: IncomingMessage) => [number, Record<string, string>?] = () => [204];

beforeAll(async () => {
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const signature = String(request.headers["verbatim-signature"]);
    if (body !== "") got.push({ ...(JSON.parse(body) as Sent), signature });
    response.writeHead(...answer(request)).end("whatever it says");
  };
  server = createServer((request, response) => void take(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [admin, editor] = [await makeUser("admin"), await makeUser("editor")];
});

afterAll(() => server.close());

beforeEach(async () => {
  process.env.WEBHOOK_NETWORKS = "127.0.0.0/8";
  for (const { id } of await listWebhooks(admin)) await removeWebhook(admin, { webhookId: id });
  got.length = 0;
  answer = () => [204];
});

afterEach(() => {
  setClock(null);
  process.env.WEBHOOK_NETWORKS = "";
});

const add = (events: readonly WebhookEvent[] = EVENT_NAMES, url = `${base}/hook`) =>
  addWebhook(admin, { label: "The website", url, events: [...events] });

/** An act as the log tells it; the acts themselves have tests of their own. */
const act = (action: string, subjectId: string, subjectType = "statement") =>
  transact((tx) => appendAudit(tx, { actor: editor, action, subjectType, subjectId }));

async function turn(): Promise<void> {
  await noteEvents();
  await sendDue();
}

const later = (ms: number) => setClock(new Date(Date.now() + ms));

describe("what became public", () => {
  test("is sent as the public reads it, by the acts themselves", async () => {
    await add();
    const { publicId } = await makeStatement({ state: "published", wording: "“We met,”" });
    const taken = {
      proposition: `They met (${publicId}).`,
      statementId: publicId,
      stance: "asserts",
    } as const;
    const { claimId, slug } = await takePosition(await makeUser("reviewer"), taken);
    await publishClaim(editor, { claimId, version: 1 });
    await turn();
    expect(got.map(({ event }) => event)).toEqual(["claim.published"]);
    expect(got[0]).toMatchObject({ type: "claim", url: expect.stringContaining(`/claims/${slug}`) });
    expect(got[0]?.record).toMatchObject({ slug, proposition: taken.proposition });
    await withdrawClaim(editor, { claimId, version: 2, publicNote: "It is asked otherwise now." });
    await turn();
    const withdrawn = got.find(({ event }) => event === "claim.withdrawn");
    // the notice alone, as its page has it
    expect(JSON.stringify(withdrawn?.record.positions)).toBe("[]");
    expect(new Set(got.map(({ id }) => id)).size).toBe(got.length);
  });

  test("with what must be read with the words, and nothing that is not public any more", async () => {
    await add();
    const open = await makeStatement({ state: "published", wording: "“We met,”" });
    const hidden = await makeStatement({ state: "captured", wording: "“Nobody may read this,”" });
    await act("review.publish", open.id);
    await act("review.publish", hidden.id);
    await act("review.propose_correction", open.id);
    await act("statement.edited", open.id);
    await turn();
    expect(got.map(({ event, record }) => [event, record.id, record.notice])).toEqual([
      ["statement.published", open.publicId, null],
    ]);
    expect(got[0]?.record).toHaveProperty("inFull");
    const { state } = await db.webhookDelivery.findFirstOrThrow({ where: { subjectId: hidden.id } });
    expect(state).toBe("dropped");
  });

  test("is what the address asked for, and what happened after it was added", async () => {
    const { id } = await makeStatement({ state: "published" });
    await act("review.publish", id);
    await add(["statement.retracted"]);
    await act("review.publish", id);
    await turn();
    expect(got).toEqual([]);
    await act("review.confirm_retraction", id);
    await turn();
    expect(got.map(({ event }) => event)).toEqual(["statement.retracted"]);
  });

  test("is forgotten by no kill after the act, and told of none that was undone", async () => {
    await add();
    const { id } = await makeStatement({ state: "published" });
    await act("review.publish", id);
    // the process is killed here: nothing but the log knows of it
    expect(await db.webhookDelivery.count()).toBe(0);
    await expect(
      transact(async (tx) => {
        await appendAudit(tx, {
          actor: editor,
          action: "review.publish",
          subjectType: "statement",
          subjectId: id,
        });
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    await turn();
    expect(got).toHaveLength(1);
  });

  test("is sent once by two servers, and by the other where one was killed within a try", async () => {
    await add();
    const { id } = await makeStatement({ state: "published" });
    await act("review.publish", id);
    await Promise.allSettled([noteEvents(), noteEvents()]);
    await Promise.all([sendDue(), sendDue()]);
    expect(got).toHaveLength(1);
    await act("statement.edited", id);
    await act("review.publish", id);
    await noteEvents();
    const lost = { leaseUntil: new Date(Date.now() + 60_000) };
    await db.webhookDelivery.updateMany({ where: { state: "waiting" }, data: lost });
    await sendDue();
    expect(got).toHaveLength(1);
    later(61_000);
    await sendDue();
    expect(got).toHaveLength(2);
  });
});

describe("an address that does not answer", () => {
  test("is tried again under the same id with another signature, and each try stands in the log", async () => {
    const { id } = await add();
    answer = () => [500];
    await act("review.publish", (await makeStatement({ state: "published" })).id);
    await turn();
    await sendDue();
    expect(got).toHaveLength(1);
    answer = () => [200];
    later(waitMsAfter(1) ?? 0);
    await sendDue();
    expect(got).toHaveLength(2);
    expect(got[0]?.id).toBe(got[1]?.id);
    expect(got[0]?.signature).not.toBe(got[1]?.signature);
    const { deliveries } = await getWebhook(admin, id);
    expect(deliveries[0]).toMatchObject({ state: "delivered", tries: [{ status: 500 }, { status: 200 }] });
  });

  test("counts a try where what is to be sent cannot be read, and holds up no other event", async () => {
    const { id } = await add();
    const [broken, whole] = [
      await makeStatement({ state: "published" }),
      await makeStatement({ state: "published" }),
    ];
    await act("review.publish", broken.id);
    await act("review.publish", whole.id);
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    const read = vi.spyOn(db.statement, "findUnique").mockRejectedValueOnce(new TypeError("broken"));
    try {
      await turn();
    } finally {
      read.mockRestore();
      told.mockRestore();
    }
    expect(got).toHaveLength(1);
    const { deliveries } = await getWebhook(admin, id);
    expect(deliveries.map(({ state }) => state).sort()).toEqual(["delivered", "waiting"]);
    expect(deliveries.flatMap(({ tries }) => tries.map(({ error }) => error))).toContain(
      "What it tells of could not be read here.",
    );
    later(waitMsAfter(1) ?? 0);
    await sendDue();
    expect(got).toHaveLength(2);
  });

  test("is switched off when an event was given up and none arrived, and says so", async () => {
    const { id } = await add();
    answer = () => [503];
    await act("review.publish", (await makeStatement({ state: "published" })).id);
    await noteEvents();
    let atMs = Date.now();
    setClock(new Date(atMs));
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      await sendDue();
      expect(got).toHaveLength(tries);
      expect((await listWebhooks(admin))[0]?.state).toBe(tries < MOST_TRIES ? "on" : "failed");
      atMs += waitMsAfter(tries) ?? 0;
      setClock(new Date(atMs));
    }
    await sendDue();
    expect(got).toHaveLength(MOST_TRIES);
    const told = await db.auditEntry.findFirstOrThrow({
      where: { action: "webhook.switched_off" },
      orderBy: { seq: "desc" },
    });
    expect(told).toMatchObject({ subjectId: id, actorRole: "system" });
    await expect(sendTest(admin, { webhookId: id })).rejects.toThrow(Refused);
    answer = () => [204];
    await switchOn(admin, { webhookId: id });
    const [{ id: deliveryId = "" } = {}] = (await getWebhook(admin, id)).deliveries;
    await sendAgain(admin, { webhookId: id, deliveryId });
    await sendDue();
    expect((await getWebhook(admin, id)).deliveries[0]?.state).toBe("delivered");
    const { findings } = await verifyAudit(SYSTEM);
    expect(findings.filter(({ message }) => /Webhook/u.test(message))).toEqual([]);
  });
});

describe("who may", () => {
  test("add, see and change an address: administrators", async () => {
    const { id } = await add();
    for (const role of ROLES) {
      const actor = await makeUser(role);
      const tried = [
        () => listWebhooks(actor),
        () => getWebhook(actor, id),
        () => addWebhook(actor, { label: "x", url: "https://example.org", events: ["claim.published"] }),
        ...[switchOff, switchOn, sendTest, renewSecret].map((of) => () => of(actor, { webhookId: id })),
      ];
      for (const attempt of tried)
        if (role === "admin") await attempt();
        else await expect(attempt()).rejects.toThrow(Forbidden);
    }
    await removeWebhook(admin, { webhookId: id });
    await expect(getWebhook(admin, id)).rejects.toThrow(NotFound);
    await expect(switchOn(admin, { webhookId: id })).rejects.toThrow(NotFound);
  });

  test.each([
    ["file:///etc/passwd"],
    ["https://name:password@example.org/"],
    ["https://example.org/#x"],
    ["http://10.0.0.1/"],
    ["http://[::1]/"],
    ["http://2852039166/"],
    ["example.org"],
  ])("nobody adds %s", async (url) => {
    process.env.WEBHOOK_NETWORKS = "";
    await expect(add(EVENT_NAMES, url)).rejects.toThrow(Refused);
  });

  test("the secret is told once, stands nowhere, and another one ends it", async () => {
    const { id, secret } = await add();
    const rows = [
      await db.webhook.findMany({}),
      await db.auditEntry.findMany({}),
      await db.auditSeal.findMany({}),
    ];
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await getWebhook(admin, id))).not.toContain(secret);
    await sendTest(admin, { webhookId: id });
    await sendDue();
    const renewed = await renewSecret(admin, { webhookId: id });
    expect(renewed.secret).not.toBe(secret);
    expect(got.map(({ event }) => event)).toEqual(["test"]);
  });
});
