import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
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
  NOT_KEPT,
  type PageState,
  PRESSED,
  parseForm,
  readPressed,
  readSending,
  sectionsOf,
  UNSENT,
  UNSENT_PAGE,
  versionOf,
} from "@/lib/forms";
import { isOfAnother, keepSent, senderOf } from "@/lib/sendings/server";

/**
 * Nobody is signed in any more who could send it, and what was typed could not be kept: the browser holds it still, and is
 * told so by the name of the failure, or is given back every word.
 */
export class NotKept extends Error {
  /** Survives the way to the browser, where the message does not. */
  readonly digest = NOT_KEPT;
  constructor(readonly why: string) {
    super(`Not kept: ${why}`);
  }
}

/**
 * The person who sent a form. When their session has ended, what they typed is kept for the person whom the page was
 * drawn for, and they are sent to sign in; the page that they come back to holds it. The same when somebody else has
 * signed in at this browser since: nothing is done in the name of one that the other typed.
 * @throws {NotKept} when it could not be kept; without scripts proxy.ts asks before, as nothing else can answer with it
 */
export async function requireSender(form: FormData): Promise<SignedIn["actor"]> {
  // a request made by hand may name an action and send it no form
  if (!(form instanceof FormData)) notFound();
  const found = await findSession();
  if (found !== null && !isOfAnother(form, found.actor.id)) return found.actor;
  const why = await keepSent(senderOf(form), form);
  const here = (await headers()).get(PATH_HEADER) ?? "/";
  const isAction = !here.startsWith("/typed/");
  // every form of ours names its person: an action that is sent one which names nobody, made by hand, only says to sign in
  if (why !== null && (isOfAnother(form, null) || !isAction)) throw new NotKept(why);
  // what only takes forms has no page to come back to
  const place = readSending(form)?.place ?? (isAction ? here : "/account/typed");
  const told = why !== null ? "" : found === null ? "ended&" : "other&";
  redirect(`/sign-in?${told}next=${encodeURIComponent(place)}`);
}

/**
 * Does the work of the form whose button was pressed on a page whose forms are sent together, and keeps what was typed
 * into the others. When all of them are to be saved, each of those that `together` names and something is typed in does
 * its work, in the order of the page, and answers by itself; what is refused is kept. When the others cannot be kept,
 * nothing is done, because what is done may lead to another page: the answer holds all of them.
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
  const meant = action && pressed ? [pressed.name] : [];
  const why = await keepSent(actor.id, form, meant);
  if (why !== null) return givenBack(form, meant, why);
  if (!pressed || !action) return UNSENT_PAGE;
  return { answers: { [pressed.name]: await toldElsewhere(await action(UNSENT, pressed.sent)) } };
}

/**
 * Takes somebody without scripts who may not do what they sent to where they are told so: the page as they see it may not
 * draw the form, and so not its answer. What they typed is kept there.
 */
export async function toldElsewhere(answer: FormState): Promise<FormState> {
  if (!answer.isForbidden || (await headers()).has("next-action")) return answer;
  redirect("/account/typed?refused");
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
  const names = sections.map(([name]) => name);
  const why = await keepSent(userId, form, names);
  if (why !== null) return givenBack(form, names, why);
  const answers: Record<string, FormState> = {};
  const labels = Object.fromEntries(sections.map(([name, sent]) => [name, labelOf(name, sent)]));
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

/** Every form of a page in which something was typed, as it was sent; those that were meant say that nothing was done. */
function givenBack(form: FormData, meant: readonly string[], why: string): PageState {
  const sections = [...sectionsOf(form)].filter(([name, sent]) => meant.includes(name) || isTyped(sent));
  const others = sections
    .filter(([name]) => !meant.includes(name))
    .map(([name, sent]) => labelOf(name, sent));
  const message = `${why} Nothing was stored: what you typed in other forms of this page could not be kept beside it (${others.join(", ")}). All of it stands on this page. Try again later, or copy it first.`;
  const answers = sections.map(([name, sent]): [string, FormState] => {
    const { values } = parseForm(NOTHING, sent);
    const isMeant = meant.includes(name) || meant.length === 0;
    return [
      name,
      isMeant ? { ...UNSENT, status: "failed", values, message } : { ...UNSENT, status: "kept", values },
    ];
  });
  return { answers: Object.fromEntries(answers) };
}

const NOTHING = z.object({});

const labelOf = (name: string, sent: FormData) => String(sent.get(LABEL) ?? name);
