import { appendAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Unavailable } from "@/lib/errors";
import { eventOf, MOST_TRIES, TOLD_ACTIONS, type Try, waitMsAfter } from "./model";
import { findPublicRecord } from "./payload";
import { type Outcome, post } from "./posting";
import { secretOf, signatureOf } from "./signing";

const MARK = "webhooks.read";
const PAGE = 500;

/**
 * Reads the record of changes on from where it was read to, and notes for each address what is to be sent. The log is the
 * outbox: its entry is written in the transaction of the act, so that no act that was answered is ever forgotten. Of several
 * servers one notes: the mark moves together with the notes.
 */
export async function noteEvents(): Promise<void> {
  const first = await listSentTo();
  if (first.length === 0) return;
  const mark = await db.setting.findUnique({ where: { key: MARK } });
  const from = Math.max(Number(mark?.value ?? 0), Math.min(...first.map(({ fromSeq }) => fromSeq)));
  const entries = await db.auditEntry.findMany({
    where: { seq: { gt: from } },
    orderBy: { seq: "asc" },
    take: PAGE,
    select: { seq: true, action: true, subjectType: true, subjectId: true, at: true },
  });
  const last = entries.at(-1);
  if (!last) return;
  // asked again: one that was added meanwhile is told of what these entries hold since then
  const webhooks = await listSentTo();
  const data = entries
    .filter(({ action }) => TOLD_ACTIONS.includes(action))
    .flatMap(({ seq, action, subjectType, subjectId, at }) => {
      const event = eventOf(action) ?? "";
      return webhooks
        .filter(({ events, fromSeq }) => seq > fromSeq && events.split(" ").includes(event))
        .map(({ id }) => ({
          ...{ webhookId: id, entrySeq: seq, event, subjectType, subjectId, happenedAt: at },
          ...{ state: "waiting", dueAt: now(), createdAt: now() },
        }));
    });
  await transact(async (tx) => {
    const value = String(last.seq);
    if (mark) {
      const where = { key: MARK, value: mark.value };
      const { count } = await tx.setting.updateMany({ where, data: { value } });
      // another server was faster
      if (count === 0) return;
    } else await tx.setting.create({ data: { key: MARK, value } });
    await tx.webhookDelivery.createMany({ data });
  });
  if (entries.length === PAGE) await noteEvents();
}

function listSentTo() {
  return db.webhook.findMany({
    where: { removedAt: null, switchedOffAt: null },
    orderBy: { id: "asc" },
    select: { id: true, events: true, fromSeq: true },
  });
}

/** How many are sent to one address at once. */
const AT_ONCE = 10;
/** Longer than any try takes: whoever was killed within one leaves it to others after that. */
const LEASE_MS = 60_000;

/** Sends what is due. Each event is claimed before it is sent, so that one of several servers sends it. */
export async function sendDue(send: typeof post = post): Promise<void> {
  const at = now();
  const isDue = {
    ...{ state: "waiting", dueAt: { lte: at } },
    OR: [{ leaseUntil: null }, { leaseUntil: { lt: at } }],
    webhook: { removedAt: null, switchedOffAt: null },
  };
  // an address that hangs, with hundreds waiting for it, may not stand before the others
  const addresses = await db.webhookDelivery.groupBy({
    by: ["webhookId"],
    where: isDue,
    orderBy: { webhookId: "asc" },
  });
  const due = await Promise.all(
    addresses.map(({ webhookId }) =>
      db.webhookDelivery.findMany({
        where: { ...isDue, webhookId },
        orderBy: [{ dueAt: "asc" }, { id: "asc" }],
        take: AT_ONCE,
        include: { webhook: { select: { url: true, salt: true } } },
      }),
    ),
  );
  await Promise.all(
    due.flat().map(async (delivery) => {
      const { id, leaseUntil } = delivery;
      const lease = new Date(at.getTime() + LEASE_MS);
      const where = { id, state: "waiting", leaseUntil };
      const { count } = await db.webhookDelivery.updateMany({ where, data: { leaseUntil: lease } });
      if (count > 0) await sendOne(delivery, lease, send);
    }),
  );
}

type Due = NonNullable<Awaited<ReturnType<typeof db.webhookDelivery.findFirst>>> & {
  readonly webhook: { readonly url: string; readonly salt: string };
};

async function sendOne(delivery: Due, lease: Date, send: typeof post): Promise<void> {
  const body = await bodyOf(delivery).catch((error: unknown) => {
    // the database is asked again, and the event waits
    if (error instanceof Unavailable) throw error;
    console.error(`The event ${delivery.id} of a webhook could not be read: ${String(error)}`);
    return undefined;
  });
  // what the public cannot read by now is nobody's to be told
  if (body === null) return note(delivery, lease, { state: "dropped", dueAt: null });
  const at = now();
  const outcome =
    body === undefined
      ? { status: null, error: "What it tells of could not be read here." }
      : await send(delivery.webhook.url, body, {
          ...{ "content-type": "application/json; charset=utf-8", "user-agent": "Verbatim webhooks" },
          "verbatim-signature": signatureOf(secretOf(delivery.webhook.salt), body, at),
        });
  const tries = triesWith(delivery.tries, { at: at.toISOString(), ...outcome });
  const attempts = delivery.attempts + 1;
  if (outcome.error === null) {
    await db.webhook.updateMany({ where: { id: delivery.webhookId }, data: { failuresInARow: 0 } });
    return note(delivery, lease, { state: "delivered", tries, attempts, dueAt: null });
  }
  const waitMs = waitMsAfter(attempts);
  const dueAt = waitMs === null ? null : new Date(at.getTime() + waitMs);
  await note(delivery, lease, { state: dueAt ? "waiting" : "failed", tries, attempts, dueAt });
  await countFailure(delivery, outcome, dueAt === null);
}

/** The event as it is sent, with what the public reads of it at this moment; null when that is nothing. */
async function bodyOf({ id, event, subjectType, subjectId, happenedAt }: Due): Promise<string | null> {
  const told = { id, event, happenedAt: happenedAt.toISOString() };
  if (event === "test") return JSON.stringify({ ...told, url: null, type: "test", record: null });
  const found = await findPublicRecord(subjectType, subjectId);
  return found && JSON.stringify({ ...told, url: found.url, type: subjectType, record: found.record });
}

async function note(
  { id }: Due,
  leaseUntil: Date,
  data: { state: string; tries?: string; attempts?: number; dueAt: Date | null },
): Promise<void> {
  // one whose lease ran out is another's by now
  await db.webhookDelivery.updateMany({ where: { id, leaseUntil }, data: { ...data, leaseUntil: null } });
}

/** Switches an address off at which an event was given up and none arrived meanwhile. */
async function countFailure({ webhookId }: Due, { error }: Outcome, isGivenUp: boolean): Promise<void> {
  const where = { id: webhookId, switchedOffAt: null };
  await db.webhook.updateMany({ where, data: { failuresInARow: { increment: 1 } } });
  if (!isGivenUp) return;
  await transact(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { ...where, failuresInARow: { gte: MOST_TRIES } },
      data: { switchedOffAt: now(), offBecause: "failures" },
    });
    if (count === 0) return;
    await appendAudit(tx, {
      ...{ actor: SYSTEM, action: "webhook.switched_off", subjectType: "webhook", subjectId: webhookId },
      after: { offBecause: "failures", error },
    });
  });
}

const KEPT_TRIES = 30;

function triesWith(before: string, one: Try): string {
  return JSON.stringify([...(JSON.parse(before) as Try[]), one].slice(-KEPT_TRIES));
}

const EVERY_MS = 3000;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Notes and sends from now on, beside whatever is served; nobody waits for it. */
export function keepSending(): void {
  let isAtWork = false;
  let turns = 0;
  const turn = async () => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      await noteEvents();
      await sendDue();
      if (turns++ % 1000 === 0) await forgetOld();
    } catch (error) {
      // a database that is away is asked again in a moment; nothing is lost, for the log keeps it
      if (!(error instanceof Unavailable)) console.error(`Webhooks could not be sent: ${String(error)}`);
    } finally {
      isAtWork = false;
    }
  };
  const timer = setInterval(() => void turn(), EVERY_MS);
  timer.unref();
}

async function forgetOld(): Promise<void> {
  const createdAt = { lt: new Date(now().getTime() - KEPT_MS) };
  await db.webhookDelivery.deleteMany({ where: { createdAt, state: { not: "waiting" } } });
}
