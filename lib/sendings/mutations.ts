import { z } from "zod";
import type { Actor } from "@/lib/auth";
import { beginningWith, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { DomainError, storageFailure } from "@/lib/errors";
import {
  type FormDone,
  type FormState,
  type FormValues,
  isTyped,
  parseForm,
  readSending,
  readTypedIn,
  type Sending,
  sectionsOf,
  toFormState,
  toKept,
  versionOf,
} from "@/lib/forms";
import {
  DAY_MS,
  failedState,
  KEPT_DAYS,
  MOST_KEPT,
  MOST_KEPT_CHARACTERS,
  REMEMBERED_DAYS,
  type Stored,
  storedAlready,
} from "./model";
import { findStored, keyOf } from "./queries";

/**
 * Reads a sent form and does its work, once: a second sending under the same key stores nothing and is told when the
 * first was stored. Whatever goes wrong, what was typed comes back in the state and is kept for its person; only what
 * the framework itself throws, such as a redirect, is thrown on.
 */
export async function runForm<S extends z.ZodType, T>(
  actor: Actor,
  schema: S,
  form: FormData,
  work: (input: z.output<S>) => Promise<T>,
): Promise<FormState | FormDone<T>> {
  const sending = readSending(form);
  const parsed = parseForm(schema, form);
  // a visitor only signs in, which done twice is done once
  if (actor.id !== null && sending === null) return withoutKey(parsed.values);
  const outcome = parsed.status === "refused" ? parsed : await doOnce(actor, sending, form, parsed, work);
  if (outcome.status !== "ok" && outcome.status !== "done" && sending && isTyped(form)) {
    // a database that does not answer cannot keep it either; the page still holds it
    await keepTyped(actor.id, sending, outcome.values).catch(() => false);
  }
  return outcome;
}

async function doOnce<I, T>(
  actor: Actor,
  sending: Sending | null,
  form: FormData,
  { input, values }: { input: I; values: FormValues },
  work: (input: I) => Promise<T>,
): Promise<FormState | FormDone<T>> {
  let hasStored = () => false;
  try {
    if (sending === null || actor.id === null) return { status: "ok", result: await work(input) };
    // asked first as well, because guards that stand before the transaction would refuse what is done already
    const stored = await findStored(actor, sending);
    if (stored) return storedAlready(stored);
    const result = await beginningWith(
      (tx) => recordSending(tx, actor, sending, { values, version: versionOf(form) }),
      (isStored) => {
        hasStored = isStored;
        return work(input);
      },
    );
    return { status: "ok", result };
  } catch (error) {
    if (error instanceof StoredAlready) return storedAlready(error.stored);
    if (error instanceof DomainError) {
      // the key is free again: what was stored before the refusal was only a step of it, such as a counted attempt
      if (sending && hasStored()) await forgetSending(actor, sending);
      return toFormState(error, values);
    }
    if (isOfFramework(error)) throw error;
    return failed(actor, sending, values, error);
  }
}

/**
 * Keeps what a person typed into a form in one window, in place of what was kept of it there, or of what was filled in
 * there; what another window holds stays. False when it is too much to keep.
 */
export async function keepTyped(
  userId: string | null,
  { form, place, key }: Sending,
  values: FormValues,
): Promise<boolean> {
  const text = JSON.stringify(toKept(values));
  if (userId === null || text.length > MOST_KEPT_CHARACTERS) return false;
  return transact(async (tx) => {
    // what was typed may arrive after the form was stored
    if (
      await tx.sending.findUnique({
        where: { key: keyOf({ id: userId, name: "", role: "reader" }, { form, place, key }) },
      })
    ) {
      return true;
    }
    if ((await tx.user.count({ where: { id: userId } })) === 0) return false;
    const { window } = readTypedIn(values);
    const kept = { window, values: text, keptAt: now() };
    const before = await tx.formDraft.findMany({
      where: ofWindow({ userId, place, form }, values),
      select: { id: true, window: true },
      orderBy: { id: "asc" },
      take: 2,
    });
    const own = before.find((one) => one.window === window) ?? before[0];
    if (own) await tx.formDraft.update({ where: { id: own.id }, data: kept });
    else await tx.formDraft.create({ data: { userId, place, form, ...kept } });
    await sweepTyped(tx, userId);
    return true;
  });
}

/**
 * Keeps what was typed into each form that was sent, but those named. Forms in which nothing was typed are left out.
 * Returns null when all of it is kept, else why not, in words: whoever sent it must get it back then. It throws nothing,
 * because it stands between what was typed and the answer.
 */
export async function keepSent(
  userId: string | null,
  form: FormData,
  but: readonly string[] = [],
): Promise<string | null> {
  for (const [name, section] of sectionsOf(form)) {
    const sending = readSending(section);
    if (but.includes(name) || sending === null || !isTyped(section)) continue;
    const { values } = parseForm(z.object({}), section);
    try {
      if (await keepTyped(userId, sending, values)) continue;
    } catch (error) {
      // a busy database is waited for once, not for each form
      return whyNotKept(error);
    }
    return userId === null ? "The page does not say for whom it was drawn." : "It is too much to keep.";
  }
  return null;
}

/** Why what was typed could not be kept, in words; the log is told which failure it was. */
export function whyNotKept(error: unknown): string {
  console.error(`not kept: ${wordsForLog(error)}`);
  if (error instanceof DomainError) return error.message;
  return storageFailure(error) ?? "The database does not answer.";
}

/** Lets go of what was kept, when the actor says so. */
export async function discardTyped(actor: Actor, { id }: { id: string }): Promise<void> {
  if (actor.id === null) return;
  const userId = actor.id;
  await transact((tx) => tx.formDraft.deleteMany({ where: { id, userId } }));
}

class StoredAlready extends Error {
  constructor(readonly stored: Stored) {
    super("This sending is stored.");
  }
}

/** The first write of a form's work: the key, and the end of what was kept of it. @throws {StoredAlready} */
async function recordSending(
  tx: Tx,
  actor: Actor,
  sending: Sending,
  { values, version }: { values: FormValues; version: number | null },
): Promise<void> {
  const key = keyOf(actor, sending);
  // writers wait for one another, so nobody can write the key between this question and the next line
  const found = await tx.sending.findUnique({ where: { key } });
  if (found) throw new StoredAlready(found);
  await tx.sending.create({ data: { key, storedAt: now(), version } });
  const { place, form } = sending;
  await tx.formDraft.deleteMany({ where: ofWindow({ userId: actor.id ?? "", place, form }, values) });
  const old = await tx.sending.findMany({
    where: { storedAt: { lt: daysAgo(REMEMBERED_DAYS) } },
    select: { key: true },
    take: 50,
    orderBy: { key: "asc" },
  });
  if (old.length > 0) await tx.sending.deleteMany({ where: { key: { in: old.map((one) => one.key) } } });
}

async function forgetSending(actor: Actor, sending: Sending): Promise<void> {
  await transact((tx) => tx.sending.deleteMany({ where: { key: keyOf(actor, sending) } }));
}

/** What is kept of a form in the window that it comes from: its own, or what was filled in there and is as it was. */
function ofWindow(of: { userId: string; place: string; form: string }, values: FormValues) {
  const { window, from } = readTypedIn(values);
  return { ...of, OR: [{ window }, ...(from === null ? [] : [from])] };
}

async function sweepTyped(tx: Tx, userId: string): Promise<void> {
  const old = await tx.formDraft.findMany({
    where: { keptAt: { lt: daysAgo(KEPT_DAYS) } },
    select: { id: true },
    take: 50,
    orderBy: { id: "asc" },
  });
  const over = await tx.formDraft.findMany({
    where: { userId },
    orderBy: [{ keptAt: "desc" }, { id: "desc" }],
    select: { id: true },
    skip: MOST_KEPT,
    take: 50,
  });
  const ids = [...old, ...over].map(({ id }) => id);
  if (ids.length > 0) await tx.formDraft.deleteMany({ where: { id: { in: ids } } });
}

function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * DAY_MS);
}

function withoutKey(values: FormValues): FormState {
  const message =
    "This form came without the key that every form of ours carries. Open its page again and send it from there.";
  return { status: "refused", values, errors: [{ message }] };
}

async function failed(actor: Actor, sending: Sending | null, values: FormValues, error: unknown) {
  const name = crypto.randomUUID().slice(0, 8);
  console.error(`${name} ${wordsForLog(error)}`);
  const stored = sending ? await findStored(actor, sending).catch(() => undefined) : undefined;
  if (stored) return storedAlready(stored);
  const state = failedState(values, stored === null ? false : null, name);
  const cause = storageFailure(error);
  return cause === null ? state : { ...state, message: `${cause} ${state.message}` };
}

/** Which failure, and where. Never its own message when the database wrote it: that repeats what was typed. */
export function wordsForLog(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const message = error.name.startsWith("PrismaClient") ? "" : ` ${error.message}`;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return `${error.name}${code}${message}\n${frames.join("\n")}`;
}

/** Redirects and their like are thrown by the framework under a digest that begins with its name. */
export function isOfFramework(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
