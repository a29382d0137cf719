import { z } from "zod";
import { findSession } from "@/lib/auth/server";
import { parseForm, readSending } from "@/lib/forms";
import { takeForm } from "@/lib/http";
import { keepTyped, senderOf } from "@/lib/sendings/server";

/** Keeps what is being typed into a form, for the person who types it and nobody else. */
export const POST = takeForm(async (form) => {
  const sending = readSending(form);
  if (!sending) return new Response(null, { status: 400 });
  const userId = (await findSession())?.actor.id ?? senderOf(form);
  const isKept = await keepTyped(userId, sending, parseForm(z.object({}), form).values);
  return new Response(null, { status: isKept ? 204 : 422 });
});
