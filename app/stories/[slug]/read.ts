import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { getActor } from "@/lib/auth/server";
import { getStory } from "@/lib/stories/server";

/** The story at an address, read once for its page and its head; the site's own 404 when there is none to see. */
export const readStory = cache(async (slug: string) => {
  const actor = await getActor();
  return { actor, story: await getStory(actor, slug).catch(orNotFound) };
});
