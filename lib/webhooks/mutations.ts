import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { mayBeSentTo } from "@/lib/networks/server";
import { EVENT_NAMES, MOST_WEBHOOKS } from "./model";
import { type AddWebhookInput, addWebhookSchema } from "./schema";
import { markOf, secretOf } from "./signing";

type AtWebhook = { readonly webhookId: string };

/**
 * Adds an address; what becomes public from now on is sent to it. Its secret is told this once.
 * @throws {Forbidden} @throws {Refused} also when one that stands has the same address and the same events.
 */
export async function addWebhook(
  actor: Actor,
  input: AddWebhookInput,
): Promise<{ id: string; secret: string }> {
  assertCan(actor, "setting:change");
  const { label, url, events } = acceptInput(addWebhookSchema, input);
  refuseClosed(url);
  const salt = newSalt();
  const { id } = await transact(async (tx) => {
    const told = EVENT_NAMES.filter((event) => events.includes(event)).join(" ");
    const standing = await tx.webhook.findMany({
      where: { removedAt: null },
      select: { label: true, url: true, events: true },
      orderBy: { id: "asc" },
    });
    const twin = standing.find((one) => one.events === told && new URL(one.url).href === new URL(url).href);
    if (twin) throw toldAlready(twin);
    if (standing.length >= MOST_WEBHOOKS)
      throw new Refused([
        { rule: "webhook.many", message: `There are ${MOST_WEBHOOKS} already. Remove one first.` },
      ]);
    const kept = { label, url, events: told };
    const made = await tx.webhook.create({
      data: { ...kept, salt, fromSeq: await endOfLog(tx), createdAt: now() },
      select: { id: true },
    });
    await tell(tx, actor, "webhook.added", made.id, kept);
    return made;
  });
  return { id, secret: secretOf(salt) };
}

/**
 * Gives an address another secret; the former one ends at once.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the one it has is no longer `was`
 */
export async function renewSecret(
  actor: Actor,
  { was, ...at }: AtWebhook & { readonly was?: string | undefined },
): Promise<{ secret: string }> {
  const salt = newSalt();
  await change(actor, at, "webhook.secret_renewed", async (_, before) => {
    // the one that a colleague has just been told would end before they have copied it
    if (was !== undefined && was !== markOf(before.salt))
      throw new Refused([{ rule: "webhook.secret", message: ANOTHER_SECRET }]);
    return { salt };
  });
  return { secret: secretOf(salt) };
}

/** Sends nothing any more until it is switched on again. @throws {Forbidden} @throws {NotFound} @throws {Refused} when it is off */
export function switchOff(actor: Actor, at: AtWebhook): Promise<string> {
  return change(actor, at, "webhook.switched_off", async (_, { switchedOffAt }) => {
    if (switchedOffAt) throw new Refused([{ rule: "webhook.off", message: "It is switched off already." }]);
    return { switchedOffAt: now(), offBecause: "person" };
  });
}

/** Sends again what waited, and what happens from now on. @throws {Forbidden} @throws {NotFound} @throws {Refused} when it is on */
export function switchOn(actor: Actor, at: AtWebhook): Promise<string> {
  return change(actor, at, "webhook.switched_on", async (tx, { switchedOffAt }) => {
    // what happened since a colleague switched it on, and is not noted yet, would be passed over
    if (!switchedOffAt) throw new Refused([{ rule: "webhook.on", message: "It is switched on already." }]);
    // what waited is due now, with all of its tries before it
    const fresh = { attempts: 0, dueAt: now() };
    await tx.webhookDelivery.updateMany({
      where: { webhookId: at.webhookId, state: "waiting" },
      data: fresh,
    });
    return { switchedOffAt: null, offBecause: "", failuresInARow: 0, fromSeq: await endOfLog(tx) };
  });
}

/** Takes an address away for good; what waited for it is not sent. @throws {Forbidden} @throws {NotFound} */
export function removeWebhook(actor: Actor, at: AtWebhook): Promise<string> {
  return change(actor, at, "webhook.removed", async (tx) => {
    await tx.webhookDelivery.deleteMany({ where: { webhookId: at.webhookId } });
    return { removedAt: now() };
  });
}

/** Sends a test, which tells of nothing. @throws {Forbidden} @throws {NotFound} @throws {Refused} while it is switched off */
export function sendTest(actor: Actor, at: AtWebhook): Promise<string> {
  return queue(actor, at, "webhook.tested", async (tx) => {
    await tx.webhookDelivery.create({
      data: {
        ...{ webhookId: at.webhookId, event: "test", subjectType: "webhook", subjectId: at.webhookId },
        ...{ state: "waiting", happenedAt: now(), createdAt: now(), dueAt: now() },
      },
    });
  });
}

/** Sends an event again, under the id it had. @throws {Forbidden} @throws {NotFound} @throws {Refused} while it is switched off */
export function sendAgain(actor: Actor, at: AtWebhook & { readonly deliveryId: string }): Promise<string> {
  return queue(actor, at, "webhook.sent_again", async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: at.deliveryId, webhookId: at.webhookId },
      data: { state: "waiting", attempts: 0, dueAt: now(), leaseUntil: null },
    });
    if (count === 0) throw new NotFound("This event");
  });
}

type Changes = Partial<{
  salt: string;
  switchedOffAt: Date | null;
  offBecause: string;
  removedAt: Date;
  failuresInARow: number;
  fromSeq: number;
}>;

/** One change of an address, whose id it gives, and the entry that tells of it: neither the secret nor what makes it stands there. */
async function change(
  actor: Actor,
  { webhookId }: AtWebhook,
  action: string,
  work: (tx: Tx, before: Standing) => Promise<Changes>,
): Promise<string> {
  assertCan(actor, "setting:change");
  await transact(async (tx) => {
    const before = await standing(tx, webhookId);
    const { label, url } = before;
    await tx.webhook.update({ where: { id: webhookId }, data: await work(tx, before) });
    await tell(tx, actor, action, webhookId, { label, url });
  });
  return webhookId;
}

async function queue(
  actor: Actor,
  { webhookId }: AtWebhook,
  action: string,
  work: (tx: Tx) => Promise<void>,
): Promise<string> {
  assertCan(actor, "setting:change");
  await transact(async (tx) => {
    const { label, url, switchedOffAt } = await standing(tx, webhookId);
    if (switchedOffAt)
      throw new Refused([{ rule: "webhook.off", message: "It is switched off: switch it on first." }]);
    await work(tx);
    await tell(tx, actor, action, webhookId, { label, url });
  });
  return webhookId;
}

type Standing = Awaited<ReturnType<typeof standing>>;

async function standing(tx: Tx, id: string) {
  const found = await tx.webhook.findFirst({ where: { id, removedAt: null } });
  if (!found) throw new NotFound("This address");
  return found;
}

function tell(tx: Tx, actor: Actor, action: string, subjectId: string, after: object): Promise<void> {
  return appendAudit(tx, { actor, action, subjectType: "webhook", subjectId, after });
}

/** The last entry of the log so far: what comes behind it has not happened yet. */
async function endOfLog(tx: Tx): Promise<number> {
  return (await tx.auditHead.findUnique({ where: { id: 1 }, select: { seq: true } }))?.seq ?? 0;
}

/** An address that is told twice of one thing does twice what it does. */
function toldAlready({ label }: { readonly label: string }): Refused {
  const message = `This address is told of these already, as “${label}”. Nothing was added. If its secret was not copied, make another one there.`;
  return new Refused([{ rule: "webhook.twin", message, field: "url" }]);
}

/** What a number shows at once; where a name leads is asked each time something is sent. */
function refuseClosed(url: string): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) === 0 || mayBeSentTo(host, env().webhookNetworks)) return;
  const message = "This address lies in a network that is not the internet’s. WEBHOOK_NETWORKS can open one.";
  throw new Refused([{ rule: "webhook.network", message, field: "url" }]);
}

const ANOTHER_SECRET =
  "A colleague has made another secret since this page was opened, and may be copying it. Open the page again to end theirs.";

const newSalt = () => randomBytes(18).toString("base64url");
