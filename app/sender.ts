import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PATH_HEADER } from "@/lib/auth";
import { findSession, type SignedIn } from "@/lib/auth/server";
import {
  ALL_OF_PAGE,
  type FormAction,
  type FormState,
  isAmong,
  isTyped,
  LABEL,
  movedBy,
  movedOn,
  type PageState,
  PRESSED,
  readPressed,
  readSending,
  sectionsOf,
  UNSENT,
  UNSENT_PAGE,
  versionOf,
} from "@/lib/forms";
import { isOfAnother, keepSent, senderOf } from "@/lib/sendings/server";

/**
 * The person who sent a form. When their session has ended, what they typed is kept for the person whom the page was
 * drawn for, and they are sent to sign in; the page that they come back to holds it. The same when somebody else has
 * signed in at this browser since: nothing is done in the name of one that the other typed.
 */
export async function requireSender(form: FormData): Promise<SignedIn["actor"]> {
  const found = await findSession();
  if (found !== null && !isOfAnother(form, found.actor.id)) return found.actor;
  await keepSent(senderOf(form), form);
  const here = (await headers()).get(PATH_HEADER) ?? "/";
  // what only takes forms has no page to come back to
  const place = readSending(form)?.place ?? (here.startsWith("/typed/") ? "/account/typed" : here);
  redirect(`/sign-in?${found === null ? "ended" : "other"}&next=${encodeURIComponent(place)}`);
}

/**
 * Does the work of the form whose button was pressed on a page whose forms are sent together, and keeps what was typed
 * into the others. When all of them are to be saved, each of those that `together` names and something is typed in does
 * its work, in the order of the page, and answers by itself; what is refused is kept.
 */
export async function sendPressed(
  form: FormData,
  actionOf: (name: string) => FormAction | undefined,
  together: readonly string[] = [],
): Promise<PageState> {
  const actor = await requireSender(form);
  if (form.get(PRESSED) === ALL_OF_PAGE) return sendAll(actor.id, form, actionOf, together);
  const pressed = readPressed(form);
  const action = pressed ? actionOf(pressed.name) : undefined;
  await keepSent(actor.id, form, action && pressed ? [pressed.name] : []);
  if (!pressed || !action) return UNSENT_PAGE;
  return { answers: { [pressed.name]: await action(UNSENT, pressed.sent) } };
}

async function sendAll(
  userId: string,
  form: FormData,
  actionOf: (name: string) => FormAction | undefined,
  together: readonly string[],
): Promise<PageState> {
  const sections = [...sectionsOf(form)].filter(
    ([name, sent]) => isAmong(together, name) && isTyped(sent) && actionOf(name) !== undefined,
  );
  await keepSent(
    userId,
    form,
    sections.map(([name]) => name),
  );
  const answers: Record<string, FormState> = {};
  const labels = Object.fromEntries(sections.map(([name, sent]) => [name, String(sent.get(LABEL) ?? name)]));
  const moves = new Set<number>();
  for (const [name, sent] of sections) {
    sent.delete(PRESSED);
    // those before moved the version on by one each; a colleague in between makes it another one, and is told
    const read = versionOf(sent);
    if (read !== null) sent.set("version", String(movedOn(moves, read)));
    try {
      const answer = await actionOf(name)?.(UNSENT, sent);
      if (answer === undefined) continue;
      answers[name] = answer;
      const moved = movedBy(answer, sent);
      if (moved !== null) moves.add(moved);
    } catch (error) {
      // the session ended between two of them
      await keepSent(userId, form, Object.keys(answers));
      throw error;
    }
  }
  return { answers, labels };
}
