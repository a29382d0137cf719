import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { StoryFields } from "@/components/stories/story-fields";
import { LinkButton } from "@/components/ui/button";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { createStoryAction } from "../actions";

export const metadata: Metadata = { title: "Open a story", robots: { index: false } };

export default async function NewStoryPage() {
  if (!can(await requireActor(), "story:edit")) notFound();
  return (
    <Page>
      <Crumbs above={[{ href: "/stories", label: "Stories" }]} here="New" />
      <PageHead title="Open a story" />
      <ActionForm action={createStoryAction} label="Open a story" className="stack measure">
        <StoryFields />
        <div className="btns">
          <SubmitButton pendingLabel="Opening…">Open the story</SubmitButton>
          <LinkButton href="/stories" variant="quiet">
            Leave it
          </LinkButton>
        </div>
      </ActionForm>
    </Page>
  );
}
