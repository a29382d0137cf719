import type { Actor } from "@/lib/auth";
import { listStories } from "@/lib/stories/server";

interface Choice {
  readonly slug: string;
  readonly title: string;
}

const MOST = 100;

/** The stories that an import may go into, newest first, the chosen one among them; namesakes are told apart by their address. */
export async function storyChoices(actor: Actor, chosen: Choice | null): Promise<Choice[]> {
  const { items } = await listStories(actor, { take: MOST });
  const open = items.filter(({ withdrawnAt, slug }) => withdrawnAt === null || slug === chosen?.slug);
  const all = chosen && !open.some(({ slug }) => slug === chosen.slug) ? [chosen, ...open] : open;
  const isShared = (title: string) => all.filter((one) => one.title === title).length > 1;
  return all.map(({ slug, title }) => ({ slug, title: isShared(title) ? `${title} (${slug})` : title }));
}
