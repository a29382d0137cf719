import { z } from "zod";
import { findSession } from "@/lib/auth/server";
import { parseForm, readSending } from "@/lib/forms";
import { takeForm } from "@/lib/http";
import { isOfAnother, isStored, keepTyped, senderOf, whyNotKept } from "@/lib/sendings/server";

/** Keeps what is being typed into a form, for the person who types it and nobody else. */
export const POST = takeForm(async (form) => {
  const sending = readSending(form);
  if (!sending) return new Response("This names no form of Verbatim.\n", { status: 400 });
  const signedIn = (await findSession())?.actor.id ?? null;
  // a page that was drawn for somebody else, who was signed in at this browser before, keeps it for them
  const userId = signedIn === null || isOfAnother(form, signedIn) ? senderOf(form) : signedIn;
  const { values } = parseForm(z.object({}), form);
  const isKept = await keepTyped(userId, sending, values).catch(whyNotKept);
  // the page tries again, and asks before it is left
  if (typeof isKept === "string") return new Response(`${isKept}\n`, { status: 503 });
  // a form that was stored while its page was left: the next page does not fill it in again
  if (isKept && (await isStored(userId, sending).catch(() => false)))
    return new Response(null, { status: 205 });
  return isKept
    ? new Response(null, { status: 204 })
    : new Response("This could not be kept: nobody is named whose it is, or it is too much.\n", {
        status: 422,
      });
});
