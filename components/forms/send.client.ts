"use client";

import { unstable_isUnrecognizedActionError as isOfFormerBuild } from "next/navigation";
import { type FormState, NOT_KEPT, type PageState, UNSENT, wordsOfTurnedAway } from "@/lib/forms";
import { released } from "./press.client";

/**
 * Does what sends a form, and answers in words when no answer came: the inputs are still on the screen then, and stay.
 * A redirect is an answer; the page that it leads to is on its way. The answer is drawn at once, so it waits for a press.
 */
export async function send(work: () => Promise<FormState>): Promise<FormState> {
  try {
    // an action that redirects to the page it stands on may answer nothing
    return (await work()) ?? UNSENT;
  } catch (error) {
    if (isRedirect(error)) return UNSENT;
    return { ...UNSENT, status: "failed", message: messageOf(error) };
  } finally {
    await released();
  }
}

function messageOf(error: unknown): string {
  if (isOfFormerBuild(error)) return RENEWED;
  if (digestOf(error) === NOT_KEPT) return ENDED;
  const turnedAway = wordsOfTurnedAway(error);
  return turnedAway === null ? UNKNOWN : `${turnedAway} Nothing was stored. What you typed stands below.`;
}

const RENEWED =
  "Verbatim was renewed while this page was open, and this was not stored. What you typed stands below and is kept: load the page anew, where it is filled in again, and send it from there.";

const ENDED =
  "You are not signed in any more, and what you typed could not be kept on the server. It was not stored. It stands below: sign in in another tab, then send it again from here.";

const UNKNOWN =
  "No answer came, so it may have been stored, or not. What you typed stands below. Send it again: it will not be stored twice.";

function isRedirect(error: unknown): boolean {
  return digestOf(error).startsWith("NEXT_REDIRECT");
}

function digestOf(error: unknown): string {
  return error instanceof Error && "digest" in error ? String(error.digest) : "";
}

/** The same for several forms of a page that are sent at once: each of those named has an answer. */
export async function sendPage(
  names: readonly string[],
  work: () => Promise<PageState>,
): Promise<PageState["answers"]> {
  const alone: { page?: PageState } = {};
  const whole = await send(async () => {
    alone.page = await work();
    return UNSENT;
  });
  const { page } = alone;
  return page?.answers ?? Object.fromEntries(names.map((name) => [name, whole]));
}
