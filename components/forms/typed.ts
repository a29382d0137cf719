import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { PATH_HEADER } from "@/lib/auth";
import { findSession, isBrowserShared } from "@/lib/auth/server";
import { LABEL, writeTypedIn } from "@/lib/forms";
import { listTyped, signSender, type Typed } from "@/lib/sendings/server";
import type { KeptOfPage } from "./kept-named";
import type { KeptTyping } from "./kept-note";

// within this span it was a slip, a link or a restart, and is simply there again; later it is offered
const SLIP_MS = 30 * 60 * 1000;

/**
 * What every form of this page carries, read once a page: the key of its sending, its place, what was typed before, and
 * what was typed into it in other windows.
 */
export async function carriedBy(form: string) {
  const { place, sender, kept, autoComplete } = await readPage();
  const all = kept.filter((one) => one.form === form);
  const typed = all.find(({ isAsked }) => isAsked) ?? all[0] ?? null;
  return {
    ...{ sending: { key: randomUUID(), form, place }, sender, typed, all, autoComplete },
    typedIn: writeTypedIn({ window: randomUUID(), from: typed?.isTaken ? typed : null }),
  };
}

/** What was typed into forms of this page and is not stored, whether or not the page shows them. */
export async function keptOnPage(): Promise<KeptOfPage[]> {
  const { kept } = await readPage();
  return kept.map(({ id, form, values }) => {
    const label = [values[LABEL] ?? []].flat().at(-1);
    return { id, form, label: label || form };
  });
}

/**
 * Whether a browser may fill in by itself what stood in the forms of this page when somebody goes back to it: "off" in one that
 * several people use, for it does not ask who is signed in by now. What is kept on the server is its writer's alone.
 */
export async function restoredBy(): Promise<"off" | undefined> {
  return (await readPage()).autoComplete;
}

/** Where what was typed into a form is filled in again. */
export function addressOf({ id, place, form }: Pick<Typed, "id" | "place" | "form">): string {
  // the desk of an import draws one proposal at a time
  const [, ordinal] = /^proposal-(\d+)$/.exec(form) ?? [];
  return `${place}?${ordinal ? `at=${ordinal}&` : ""}typed=${id}${form === "form" ? "" : `#${form}`}`;
}

const readPage = cache(async () => {
  const url = new URL((await headers()).get(PATH_HEADER) ?? "/", "http://localhost");
  const actor = (await findSession())?.actor;
  if (!actor) return { place: url.pathname, sender: null, kept: [] };
  const autoComplete = (await isBrowserShared()) ? ("off" as const) : undefined;
  const asked = url.searchParams.get("typed");
  const typed = await listTyped(actor, { place: url.pathname });
  const kept = typed.map(({ id, form, window, values, keptAt }): KeptTyping & { form: string } => ({
    ...{ id, form, window, values, keptAt, address: addressOf({ id, place: url.pathname, form }) },
    isAsked: id === asked,
    isTaken: id === asked || Date.now() - keptAt.getTime() < SLIP_MS,
  }));
  return { place: url.pathname, sender: signSender(actor.id), kept, autoComplete };
});
