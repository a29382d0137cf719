import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { findSession } from "@/lib/auth/server";
import { parseForm, readSending } from "@/lib/forms";
import { takeForm } from "@/lib/http";
import { keepSent, senderOf } from "@/lib/sendings/server";
import { pageOfTyped } from "./page-of-typed";

/**
 * Takes in a form that no action can: one of a page that an earlier build drew, or one sent while the database is away.
 * proxy.ts sends it here. What was typed is kept and the page of today shows it; when it cannot be kept, the answer itself
 * holds every word.
 */
export const POST = takeForm(async (form) => {
  const sending = readSending(form);
  const signedIn = (await findSession().catch(() => null))?.actor.id ?? null;
  const isKept = sending !== null && (await keepSent(signedIn ?? senderOf(form), form).catch(() => false));
  if (!isKept) return pageOfTyped(parseForm(z.object({}), form).values, sending?.place ?? "/");
  if (signedIn === null) redirect(`/sign-in?ended&next=${encodeURIComponent(sending.place)}` as Route);
  redirect(`${sending.place}${sending.form === "form" ? "" : `#${sending.form}`}` as Route);
});
