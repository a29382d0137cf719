import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { EVENT_NAMES, type Try } from "./model";
import { markOf } from "./signing";

const FIELDS = {
  ...{
    id: true,
    label: true,
    url: true,
    events: true,
    createdAt: true,
    switchedOffAt: true,
    offBecause: true,
  },
} as const;

export type WebhookRow = Awaited<ReturnType<typeof listWebhooks>>[number];

/** The addresses that something is sent to, the oldest first. @throws {Forbidden} */
export async function listWebhooks(actor: Actor) {
  assertCan(actor, "setting:change");
  const found = await db.webhook.findMany({
    where: { removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: FIELDS,
  });
  return found.map(toRow);
}

/** One address with what was sent to it last. @throws {Forbidden} @throws {NotFound} */
export async function getWebhook(actor: Actor, id: string) {
  assertCan(actor, "setting:change");
  const found = await db.webhook.findFirst({
    where: { id, removedAt: null },
    select: {
      ...FIELDS,
      salt: true,
      deliveries: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 100,
        select: { id: true, event: true, happenedAt: true, state: true, tries: true, dueAt: true },
      },
    },
  });
  if (!found) throw new NotFound("This address");
  const { deliveries, salt, ...row } = found;
  return {
    ...toRow(row),
    secretMark: markOf(salt),
    deliveries: deliveries.map(({ tries, ...one }) => ({ ...one, tries: JSON.parse(tries) as Try[] })),
  };
}

function toRow<T extends { events: string; switchedOffAt: Date | null; offBecause: string }>({
  events,
  switchedOffAt,
  offBecause,
  ...row
}: T) {
  const state = switchedOffAt === null ? "on" : offBecause === "failures" ? "failed" : "off";
  return {
    ...row,
    events: EVENT_NAMES.filter((event) => events.split(" ").includes(event)),
    state: state as "on" | "off" | "failed",
  };
}
