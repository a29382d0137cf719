import type { Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { tellWhatIsKept } from "@/app/kept-behind";
import type { Actor } from "@/lib/auth";
import { NotFound } from "@/lib/errors";
import { findMergedSlug } from "@/lib/speakers/server";

/** Behind a page's read of a speaker: the address of one that was found to be another leads to the other's. */
export const orMoved =
  (actor: Actor, slug: string, below = "") =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof NotFound)) throw error;
    const now = await findMergedSlug(actor, slug);
    if (now === null) notFound();
    await tellWhatIsKept();
    permanentRedirect(`/speakers/${now}${below}` as Route);
  };

/** The same for a twin or a picture: the answer that leads on, or null where there is nothing to lead to. */
export async function movedResponse(
  actor: Actor,
  { slug, ending }: { slug: string; ending: string },
): Promise<Response | null> {
  const now = await findMergedSlug(actor, slug);
  return now === null
    ? null
    : new Response(null, {
        status: 308,
        // a merge can be taken back, and who asks decides what is found: nobody keeps it
        headers: { location: `/speakers/${now}.${ending}`, "cache-control": "private, no-store" },
      });
}
