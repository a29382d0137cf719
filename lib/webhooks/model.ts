/** What an address may be told of, and the entries of the log that say so. */
const EVENTS = {
  "statement.published": ["review.publish"],
  "statement.corrected": ["review.correct_typo", "review.confirm_correction"],
  "statement.retracted": ["review.confirm_retraction"],
  "claim.published": ["claim.published"],
  "claim.withdrawn": ["claim.withdrawn"],
  "claim.reinstated": ["claim.reinstated"],
  "relation.confirmed": ["relation.confirmed"],
  "relation.resolved": ["relation.resolved"],
  "relation.reopened": ["relation.reopened"],
  "record.changed": ["notice.given"],
} as const;

export type WebhookEvent = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as [WebhookEvent, ...WebhookEvent[]];

/** How an event is told to whoever chooses it. */
export const EVENT_WORDS: Readonly<Record<WebhookEvent, string>> = {
  "statement.published": "A statement is published",
  "statement.corrected": "A statement is corrected",
  "statement.retracted": "A statement is retracted",
  "claim.published": "A claim is published",
  "claim.withdrawn": "A claim is withdrawn",
  "claim.reinstated": "A withdrawn claim stands again",
  "relation.confirmed": "A contradiction or another relation is confirmed",
  "relation.resolved": "A contradiction or another relation is resolved",
  "relation.reopened": "A resolved one is opened again",
  "record.changed":
    "What the public reads of a speaker, source, claim, story or statement is changed with a note",
};

/** The entries of the log that anything is sent of. */
export const TOLD_ACTIONS: readonly string[] = Object.values(EVENTS).flat();

/** The event that an entry of the log is, or null. */
export function eventOf(action: string): WebhookEvent | null {
  return EVENT_NAMES.find((event) => (EVENTS[event] as readonly string[]).includes(action)) ?? null;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** How long is waited after each try that failed: nearly two days in all. */
const WAITS_MS = [
  ...[10 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS],
  ...[2 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS],
];

/** How often one event is tried. */
export const MOST_TRIES = WAITS_MS.length + 1;

/** How long to wait after so many tries, or null when it is given up. */
export function waitMsAfter(tries: number): number | null {
  return WAITS_MS[tries - 1] ?? null;
}

/** How many addresses there may be at one time. */
export const MOST_WEBHOOKS = 20;

/** One try as the log of an address keeps it. */
export interface Try {
  readonly at: string;
  /** What was answered; null when nothing was. */
  readonly status: number | null;
  /** Why it failed, in words; null when it did not. */
  readonly error: string | null;
}

/**
 * A receiver in Node, as the guide and the screen print it and a test runs it: it takes nothing that is not signed, is older
 * than five minutes, or came before.
 */
export const RECEIVER = `import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
const seen = new Set();
createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const [, at, sent] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(request.headers["verbatim-signature"]) ?? [];
  const own = createHmac("sha256", process.env.WEBHOOK_SECRET).update(\`\${at}.\`).update(body).digest();
  const isOurs = sent && timingSafeEqual(own, Buffer.from(sent, "hex")) && Math.abs(Date.now() / 1000 - at) < 300;
  const { id, event, url } = isOurs ? JSON.parse(body) : {};
  if (isOurs && !seen.has(id)) console.log(seen.add(id).size, event, url);
  response.writeHead(isOurs ? 204 : 401).end();
}).listen(process.env.PORT);
`;
