import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { sessionSecret } from "@/lib/env/server";
import { Refused } from "@/lib/errors";
import { type FormValues, isTyped, type Sending, toKept, WAS } from "@/lib/forms";

/** So long the same words in the same form are asked about: *Back* brings them into a form that looks unsent. */
const ASKED_MS = 15 * 60_000;

/** Nobody reads the question and answers it in less: two presses of one button are one. */
const READ_MS = 2000;
/** In the place of a version: these words were asked about. */
const ASKED = -1;

/** The same words were stored a moment ago, from a form with another key. */
export class SentAgain extends Error {
  constructor(readonly key: string) {
    super("These words were stored a moment ago.");
  }
}

/** Names what a person typed into a form, whatever key it carries; null where nothing was, and of files, of which each knows itself. */
export function contentKeyOf(
  actor: Actor,
  { form: name, place }: Sending,
  { form, values }: { form: FormData; values: FormValues },
): string | null {
  const hasFile = [...form.values()].some((value) => typeof value !== "string" && value.size > 0);
  if (hasFile || !isTyped(form)) return null;
  const { [WAS]: _held, ...content } = toKept(values);
  const sorted = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  const mac = createHmac("sha256", sessionSecret());
  return `${actor.id} same ${mac.update(JSON.stringify([place, name, sorted])).digest("base64url")}`;
}

/** In the transaction that stores them. @throws {SentAgain} where they were stored a moment ago and nobody was asked yet */
export async function recordContent(tx: Tx, key: string): Promise<void> {
  const found = await tx.sending.findUnique({ where: { key } });
  const at = now();
  const age = found ? at.getTime() - found.storedAt.getTime() : Number.POSITIVE_INFINITY;
  if (age < (found?.version === ASKED ? READ_MS : ASKED_MS)) throw new SentAgain(key);
  const stored = { storedAt: at, version: null };
  await tx.sending.upsert({ where: { key }, create: { key, ...stored }, update: stored });
}

/** Asks once: whoever sends them again means it. */
export async function askAgain({ key }: SentAgain): Promise<Refused> {
  const asked = { storedAt: now(), version: ASKED };
  await transact((tx) => tx.sending.updateMany({ where: { key, version: null }, data: asked }));
  const message =
    "You stored these very words here a moment ago, and they were not stored twice. If they are to stand here once more, send them again.";
  return new Refused([{ rule: "sending.again", message }]);
}
