"use client";

import { type FormValues, typedFields } from "@/lib/forms";
import { released } from "./press.client";
import { valuesOf } from "./standing.client";

/**
 * What was typed, from a page that is left to the next one of the same window. The server keeps it as well, but the page
 * that is asked for next may be drawn before the text has arrived there, or arrives after the server was gone. It stands
 * in the window for that one step: whatever page comes next takes it out.
 */
const HANDED = "verbatim.typed";

// a page is asked for at once; what is older was left by a page that never came
const BRIEFLY_MS = 120_000;

type Handed = Record<string, { readonly at: number; readonly sent: readonly (readonly [string, string])[] }>;

function read(): Handed {
  try {
    return JSON.parse(sessionStorage.getItem(HANDED) ?? "{}") as Handed;
  } catch {
    // a window that keeps nothing, or holds something else under the name
    return {};
  }
}

/** Hands on what stands in a form, by the name that tells person, page and form. */
export function handOver(name: string, standing: FormData): void {
  const sent = [...standing].map(([field, value]) => [field, String(value)] as const);
  try {
    sessionStorage.setItem(HANDED, JSON.stringify({ ...read(), [name]: { at: Date.now(), sent } }));
  } catch {
    // it is too much, or nothing may be kept here: the server has it, or has it soon
  }
}

let taken: Handed | null = null;

/** What the page before handed on for a form; null the second time. */
export function takeHanded(name: string): FormData | null {
  if (taken === null) {
    taken = read();
    try {
      sessionStorage.removeItem(HANDED);
    } catch {
      // nothing was kept
    }
  }
  const { [name]: handed, ...rest } = taken;
  taken = rest;
  if (!handed || Date.now() - handed.at > BRIEFLY_MS) return null;
  const sent = new FormData();
  for (const [field, value] of handed.sent) sent.append(field, value);
  return sent;
}

/** Whether the page holds already what was handed on, because it reached the server in time. */
export function holdsAlready(kept: FormValues | null, handed: FormData): boolean {
  const words = (values: FormValues) => JSON.stringify(typedFields(values));
  const typed = typedFields(valuesOf(handed));
  return typed.length === 0 || (kept !== null && words(kept) === JSON.stringify(typed));
}

/** Keeps it on the server, where it is by now in most cases; false when it has been stored meanwhile. Told when nothing is being pressed. */
export async function isStillTyped(handed: FormData): Promise<boolean> {
  const answer = await fetch("/typed/keep", { method: "POST", body: handed }).catch(() => null);
  await released();
  return answer?.status !== STORED;
}

/** What `/typed/keep` says of a sending that was stored: nothing of it is to be typed again. */
const STORED = 205;
