import type { Actor } from "@/lib/auth";
import { getStoryByWords } from "@/lib/stories/server";

/** The slug of the story that was typed; empty for none. @throws {Refused} when none or several may be meant. */
export async function storySlugOf(actor: Actor, typed: string): Promise<string> {
  return typed.trim() === "" ? "" : (await getStoryByWords(actor, typed.trim())).id;
}
