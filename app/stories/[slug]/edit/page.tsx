import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form.client";
import { StoryFields } from "@/components/stories/story-fields";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button.client";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { editStoryAction } from "../../actions";
import { readStory } from "../read";

export const metadata: Metadata = { title: "Edit a story", robots: { index: false } };

export default async function EditStoryPage({ params }: PageProps<"/stories/[slug]/edit">) {
  if (!can(await requireActor(), "story:edit")) notFound();
  const { story } = await readStory((await params).slug);
  const page = `/stories/${story.slug}` as Route;
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/stories", label: "Stories" },
          { href: page, label: story.title },
        ]}
        here="Edit"
      />
      <PageHead title="Edit the story" />
      <ActionForm
        action={editStoryAction}
        label="Edit the story"
        version={story.version}
        className="stack measure"
      >
        <Hidden values={{ slug: story.slug }} />
        <StoryFields story={story} />
        <div className="btns">
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
          <LinkButton href={page} variant="quiet">
            Leave it as it is
          </LinkButton>
        </div>
      </ActionForm>
    </Page>
  );
}
