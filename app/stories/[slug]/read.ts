import { notFound } from "next/navigation";
import { cache } from "react";
import { getActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { getStory } from "@/lib/stories/server";

/** The story at an address, read once for its page and its head; the site's own 404 when there is none to see. */
export const readStory = cache(async (slug: string) => {
  const actor = await getActor();
  try {
    return { actor, story: await getStory(actor, slug) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
