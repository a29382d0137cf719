import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PageForm } from "@/components/forms/page-form";
import { ClosedToRole, PublicNote } from "@/components/notices/public-note";
import { StoryFields } from "@/components/stories/story-fields";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { isPublic } from "@/lib/notices/server";
import { editStoryAction, reinstateStoryAction, withdrawStoryAction } from "../../actions";
import { storyPageAction } from "../page-action";
import { readStory } from "../read";

export const metadata: Metadata = { title: "Edit a story", robots: { index: false } };

export default async function EditStoryPage({ params }: PageProps<"/stories/[slug]/edit">) {
  const actor = await requireActor();
  if (!can(actor, "story:edit")) notFound();
  const { story } = await readStory((await params).slug);
  const page = `/stories/${story.slug}` as Route;
  const isRead = await isPublic({ type: "story", id: story.id });
  const mayChange = !isRead || can(actor, "published:change");
  const isWithdrawn = story.withdrawnAt !== null;
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
      <PageForm action={storyPageAction}>
        {mayChange ? (
          <ActionForm
            action={editStoryAction}
            id="story"
            label="Edit the story"
            version={story.version}
            className="stack measure"
          >
            <Hidden values={{ slug: story.slug }} />
            <StoryFields story={story} />
            {isRead ? <PublicNote /> : null}
            <div className="btns">
              <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
              <LinkButton href={page} variant="quiet">
                Leave it as it is
              </LinkButton>
            </div>
          </ActionForm>
        ) : (
          <ClosedToRole what="story" />
        )}
        {isRead && mayChange ? (
          <Section
            id="withdraw"
            title={isWithdrawn ? "Show it again" : "Withdraw it"}
            margin={
              isWithdrawn
                ? "Its address answers with the notice alone."
                : "Lists leave it out. Its address stays and answers with the notice alone; its statements stay published."
            }
            isLast
          >
            <ActionForm
              action={isWithdrawn ? reinstateStoryAction : withdrawStoryAction}
              id={isWithdrawn ? "reinstate-story" : "withdraw-story"}
              label={isWithdrawn ? "Show the story again" : "Withdraw the story"}
              version={story.version}
              className="stack measure"
            >
              <Hidden values={{ slug: story.slug }} />
              <PublicNote />
              <SubmitButton variant="plain" pendingLabel="Saving…">
                {isWithdrawn ? "Show the story again" : "Withdraw the story"}
              </SubmitButton>
            </ActionForm>
          </Section>
        ) : null}
      </PageForm>
    </Page>
  );
}
