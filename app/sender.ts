import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PATH_HEADER } from "@/lib/auth";
import { findSession, type SignedIn } from "@/lib/auth/server";
import { type FormAction, type PageState, readPressed, readSending, UNSENT, UNSENT_PAGE } from "@/lib/forms";
import { keepSent, senderOf } from "@/lib/sendings/server";

/**
 * The person who sent a form. When their session has ended, what they typed is kept for the person whom the page was
 * drawn for, and they are sent to sign in; the page that they come back to holds it.
 */
export async function requireSender(form: FormData): Promise<SignedIn["actor"]> {
  const found = await findSession();
  if (found !== null) return found.actor;
  await keepSent(senderOf(form), form);
  const place = readSending(form)?.place ?? (await headers()).get(PATH_HEADER) ?? "/";
  redirect(`/sign-in?ended&next=${encodeURIComponent(place)}`);
}

/**
 * Does the work of the form whose button was pressed on a page whose forms are sent together, and keeps what was typed
 * into the others.
 */
export async function sendPressed(
  form: FormData,
  actionOf: (name: string) => FormAction | undefined,
): Promise<PageState> {
  const actor = await requireSender(form);
  const pressed = readPressed(form);
  const action = pressed ? actionOf(pressed.name) : undefined;
  await keepSent(actor.id, form, action && pressed ? pressed.name : undefined);
  if (!pressed || !action) return UNSENT_PAGE;
  return { name: pressed.name, state: await action(UNSENT, pressed.sent) };
}
