import { z } from "zod";
import { findSession } from "@/lib/auth/server";
import { parseForm, readSending } from "@/lib/forms";
import { keepTyped, senderOf } from "@/lib/sendings/server";

/** Keeps what is being typed into a form, for the person who types it and nobody else. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const sending = form && readSending(form);
  if (!form || !sending) return new Response(null, { status: 400 });
  const userId = (await findSession())?.actor.id ?? senderOf(form);
  const isKept = await keepTyped(userId, sending, parseForm(z.object({}), form).values);
  return new Response(null, { status: isKept ? 204 : 422 });
}
