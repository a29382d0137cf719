import type { Route } from "next";
import { redirect } from "next/navigation";
import { findSession } from "@/lib/auth/server";
import { Unavailable } from "@/lib/errors";
import { readSending } from "@/lib/forms";
import { isDatabaseAway } from "@/lib/health/server";
import { takeForm } from "@/lib/http";
import { isOfAnother, keepSent, senderOf } from "@/lib/sendings/server";
import { isForEverybody } from "../for-visitors";
import { pageOfTyped } from "../page-of-typed";

/**
 * Takes in a form that no action can: one of a page that an earlier build drew, one sent while the database is away, or
 * one of somebody who is not signed in any more. proxy.ts sends it here. What was typed is kept and the page of today shows
 * it; when it cannot be kept, the answer itself holds every word.
 */
export const POST = takeForm(async (form) => {
  const sending = readSending(form);
  const session = await findSession().catch((error: unknown) => toAway(error));
  // a database that is away or cannot be read keeps nothing, and says nothing of who is signed in
  if (session instanceof Unavailable)
    return pageOfTyped(form, session.message, sending?.place ?? "/", { isAway: true });
  // nothing of it is kept for anybody, and nobody has to sign in for it
  if (sending !== null && isForEverybody(sending.place)) {
    const isAway = await isDatabaseAway();
    return pageOfTyped(form, isAway ? AWAY : RENEWED, sending.place, { isAway });
  }
  const signedIn = session?.actor.id ?? null;
  const isTheirs = signedIn !== null && !isOfAnother(form, signedIn);
  const why =
    sending === null
      ? "The form came without the key that every form of ours carries."
      : await keepSent(isTheirs ? signedIn : senderOf(form), form);
  if (sending === null || why !== null) {
    const place = sending?.place ?? "/";
    // a database that is away says nothing of who is signed in
    if (await isDatabaseAway()) return pageOfTyped(form, AWAY, place, { isAway: true });
    const cause = isTheirs ? RENEWED : signedIn === null ? ENDED : OTHER;
    return pageOfTyped(form, `${cause} What you typed could not be kept on the server. ${why}`, place);
  }
  if (!isTheirs)
    redirect(
      `/sign-in?${signedIn === null ? "ended" : "other"}&next=${encodeURIComponent(sending.place)}` as Route,
    );
  redirect(`${sending.place}${sending.form === "form" ? "" : `#${sending.form}`}` as Route);
});

/** Why a session cannot be read; the library that reads them puts the failure into one of its own. */
function toAway(error: unknown): Unavailable {
  if (error instanceof Unavailable) return error;
  console.error(error);
  return new Unavailable({ cause: error });
}

const AWAY = "The database of Verbatim does not answer just now.";
const RENEWED = "Verbatim was renewed while the page was open.";
const ENDED = "You are not signed in any more: your session had ended.";
const OTHER = "Somebody else has signed in at this browser since the page was opened.";
