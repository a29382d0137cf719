import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { findSession } from "@/lib/auth/server";
import { parseForm, readSending } from "@/lib/forms";
import { isDatabaseAway } from "@/lib/health/server";
import { takeForm } from "@/lib/http";
import { isOfAnother, keepSent, senderOf } from "@/lib/sendings/server";
import { pageOfTyped } from "./page-of-typed";

/**
 * Takes in a form that no action can: one of a page that an earlier build drew, or one sent while the database is away.
 * proxy.ts sends it here. What was typed is kept and the page of today shows it; when it cannot be kept, the answer itself
 * holds every word.
 */
export const POST = takeForm(async (form) => {
  const sending = readSending(form);
  const signedIn = (await findSession().catch(() => null))?.actor.id ?? null;
  const isTheirs = signedIn !== null && !isOfAnother(form, signedIn);
  const userId = isTheirs ? signedIn : senderOf(form);
  const isKept = sending !== null && (await keepSent(userId, form).catch(() => false));
  if (!isKept) {
    const { values } = parseForm(z.object({}), form);
    return pageOfTyped(values, sending?.place ?? "/", await isDatabaseAway());
  }
  if (!isTheirs)
    redirect(
      `/sign-in?${signedIn === null ? "ended" : "other"}&next=${encodeURIComponent(sending.place)}` as Route,
    );
  redirect(`${sending.place}${sending.form === "form" ? "" : `#${sending.form}`}` as Route);
});
