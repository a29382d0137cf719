import { createHmac, timingSafeEqual } from "node:crypto";
import { now } from "@/lib/env";
import { sessionSecret } from "@/lib/env/server";
import { type FormState, type FormValues, SENDER } from "@/lib/forms";

/** A key is remembered, and a page may bring back what was typed into it, for so long. */
export const REMEMBERED_DAYS = 30;

/** What is typed and never sent is kept for so long. */
export const KEPT_DAYS = 60;

/** One person's unsent forms; the one kept longest ago gives way. */
export const MOST_KEPT = 200;

/** The longest imported text fits, with the fields beside it. */
export const MOST_KEPT_CHARACTERS = 6_000_000;

export const DAY_MS = 24 * 60 * 60 * 1000;

/** What a person typed into one form of one page and has not stored. */
export interface Typed {
  readonly id: string;
  readonly place: string;
  readonly form: string;
  /** The window that it was typed in: the same form open in two may hold two texts. */
  readonly window: string;
  readonly values: FormValues;
  readonly keptAt: Date;
}

/** Says for whom a page is drawn, so that what they type still reaches them when their session ended meanwhile. */
export function signSender(userId: string): string {
  const day = Math.floor(now().getTime() / DAY_MS);
  return `${userId}.${day}.${macOf(userId, day)}`;
}

/** The person for whom the page of a sent form was drawn, or null when it does not say so truly, or too long ago. */
export function senderOf(form: FormData): string | null {
  const drawn = readSender(form);
  return drawn !== null && drawn.ageInDays >= 0 && drawn.ageInDays <= REMEMBERED_DAYS ? drawn.userId : null;
}

/**
 * Whether the page of a sent form was drawn for somebody else than who is signed in, however long ago: then what was typed
 * is not theirs. Null is nobody.
 */
export function isOfAnother(form: FormData, userId: string | null): boolean {
  const drawn = readSender(form);
  return drawn !== null && drawn.userId !== userId;
}

function readSender(form: FormData): { userId: string; ageInDays: number } | null {
  const [userId, day, mac] = String(form.get(SENDER) ?? "").split(".");
  if (!userId || !day || !mac) return null;
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(userId, Number(day)))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return { userId, ageInDays: Math.floor(now().getTime() / DAY_MS) - Number(day) };
}

function macOf(userId: string, day: number): string {
  return createHmac("sha256", sessionSecret()).update(`sender\n${userId}\n${day}`).digest("base64url");
}

/** When a sending was stored, and on which version of its record; null when the form names none. */
export interface Stored {
  readonly storedAt: Date;
  readonly version: number | null;
}

/** What the second of two equal sendings is told. */
export function storedAlready({ storedAt, version }: Stored): FormState {
  const clock = storedAt.toISOString().slice(11, 16);
  const day = storedAt.toISOString().slice(0, 10) === now().toISOString().slice(0, 10);
  const at = day ? clock : `${clock} on ${storedAt.toISOString().slice(0, 10)}`;
  return {
    status: "done",
    values: {},
    errors: [],
    storedOn: version,
    receipt: {
      title: `This had been stored already at ${at} UTC`,
      text: "It was the same sending of the same form. Nothing was stored twice.",
    },
  };
}

/** What a form says after a failure that nobody foresaw. `isStored` is null when that cannot be told. */
export function failedState(values: FormValues, isStored: false | null, name: string): FormState {
  const truth =
    isStored === null
      ? "It may have been stored, or not: the database does not answer."
      : "It was not stored.";
  return {
    status: "failed",
    values,
    errors: [],
    message: `${truth} What you typed stands below. Send it again: it will not be stored twice. The server’s log names the failure ${name}.`,
  };
}
