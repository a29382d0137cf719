import type { Metadata } from "next";
import { pictureAt } from "@/app/picture";
import { feedsOf } from "@/app/statements/address";
import { absoluteUrl, deskName } from "@/lib/http";
import { shortWording } from "@/lib/statements";

const LONGEST = 200;

interface Titled {
  readonly title: string;
  readonly withdrawnAt: Date | null;
}

/** The head of a story's page, for readers and for unfurling elsewhere. */
export function storyMetadata(story: Titled & { readonly slug: string; readonly summary: string }): Metadata {
  const url = absoluteUrl(`/stories/${story.slug}`);
  // cut at a word and with a sign, or the beginning of a sentence would pass for all of it
  const description = shortWording(story.summary, LONGEST);
  const title = titleOf(story);
  const images = [pictureAt(`/stories/${story.slug}`, title)];
  return {
    title,
    description,
    alternates: { canonical: url, types: feedsOf({ story: story.slug }) },
    openGraph: { type: "article", siteName: deskName(), url, title, description, images },
    twitter: { card: "summary_large_image", title, description, images },
  };
}

/** Before all that it was withdrawn: for the head, for unfurling elsewhere and for print. */
export function titleOf({ title, withdrawnAt }: Titled): string {
  return withdrawnAt ? `Withdrawn: ${title}` : title;
}
