import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { exportsOf } from "@/app/exports/asked";
import { Judged } from "@/components/claims/judged";
import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { TextField } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { NoticeList } from "@/components/notices/notice-list";
import { PrintButton } from "@/components/statements/print-button.client";
import { StatementList } from "@/components/statements/statement-list";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Empty, Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import { type Actor, can } from "@/lib/auth";
import { Refused } from "@/lib/errors";
import { noticeThat } from "@/lib/notices";
import { listNotices } from "@/lib/notices/server";
import { countStatements, listStatements } from "@/lib/statements/server";
import { STORY_WITHDRAWN } from "@/lib/stories";
import { findFormerStory } from "@/lib/stories/server";
import { addToStoryAction, takeFromStoryAction } from "../actions";
import { storyMetadata, titleOf } from "./metadata";
import { storyPageAction } from "./page-action";
import { readStory } from "./read";

export async function generateMetadata({ params }: PageProps<"/stories/[slug]">): Promise<Metadata> {
  const { story } = await readStory((await params).slug);
  return storyMetadata(story);
}

export default async function StoryPage({ params, searchParams }: PageProps<"/stories/[slug]">) {
  const { actor, story } = await readStory((await params).slug);
  const query = await searchParams;
  const after = typeof query.after === "string" ? query.after : undefined;
  const [list, { count, isCapped }, notices] = await Promise.all([
    readList(actor, story.slug, after),
    countStatements(actor, { story: story.slug }),
    listNotices(actor, { type: "story", id: story.id }),
  ]);
  const path = `/stories/${story.slug}`;
  const isWorking = can(actor, "statement:read_unpublished");
  const isFallen = story.withdrawnAt !== null;
  const withdrawal = noticeThat(STORY_WITHDRAWN, notices);
  const mayEdit = can(actor, "story:edit");
  const former =
    mayEdit && typeof query.moved === "string"
      ? await findFormerStory(actor, { slug: story.slug, statementId: query.moved })
      : null;
  const note = can(actor, "published:change") ? (
    <TextField
      name="publicNote"
      label="Public note"
      hint="Needed when the statement is published: why it belongs here, or not. Visitors read it."
    />
  ) : null;
  return (
    <Page printTitle={titleOf(story)}>
      <Crumbs above={[{ href: "/stories", label: "Stories" }]} here={story.title} />
      {former ? (
        <div className="above-5">
          <Note icon="circle-alert" title="It left another story">
            <p>
              The statement was in <Link href={`/stories/${former.slug}` as Route}>{former.title}</Link>; a
              statement is in one story at a time.
            </p>
          </Note>
        </div>
      ) : null}
      {story.withdrawnAt ? (
        <div className="above-5">
          <Note tone="stop" icon="archive-x" title="This story was withdrawn">
            <p>
              On <Time value={story.withdrawnAt} precision="day" />
              {withdrawal ? (
                <>
                  : <span dir="auto">{withdrawal.note}</span>
                </>
              ) : (
                "."
              )}{" "}
              Its address stays, so that whoever linked to it finds this notice; the statements that it held
              stay where they are.
            </p>
          </Note>
        </div>
      ) : null}
      <PageHead
        title={<span dir="auto">{story.title}</span>}
        lede={story.summary}
        actions={
          <>
            {mayEdit ? (
              <LinkButton href={`${path}/edit` as Route} icon="pencil" shortcut="e">
                Edit
              </LinkButton>
            ) : null}
            {isFallen || !can(actor, "check:work") ? null : (
              <LinkButton href={`/check?story=${story.slug}` as Route} icon="file-check">
                Check a draft
              </LinkButton>
            )}
            {isFallen && !isWorking ? null : (
              <LinkButton href={exportsOf({ story: story.slug }) as Route} icon="download">
                Export
              </LinkButton>
            )}
            <LinkButton href={`/speakers?story=${story.slug}` as Route} icon="users">
              Speakers
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <AddressNote asked={query} known={{ after: "one" }} />
      {notices.length > 0 && !(isFallen && !isWorking) ? (
        <Section id="notices" title="Changes" margin="What was changed here since it is public, and why.">
          <NoticeList notices={notices} />
        </Section>
      ) : null}
      {story.claims.length > 0 ? (
        <Section id="claims" title="Claims" margin={countOf(story.claims.length, "claim")}>
          <ul className="list">
            {story.claims.map(({ slug, proposition, found }) => (
              <li key={slug}>
                <Link href={`/claims/${slug}` as Route}>{proposition}</Link> <Judged found={found} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {story.sources.length > 0 ? (
        <Section id="sources" title="Sources" margin={countOf(story.sources.length, "source")}>
          <ul className="list">
            {story.sources.map(({ publicId, title, outlet, publishedOn }) => (
              <li key={publicId}>
                <Link href={`/sources/${publicId}` as Route}>{title}</Link>
                <p className="meta">
                  {outlet?.name ?? "Outlet not recorded"}
                  {publishedOn ? (
                    <>
                      , <Time value={publishedOn} precision="day" />
                    </>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {story.withdrawnAt && !isWorking ? null : (
        <Section
          id="statements"
          title="Statements"
          margin={`${isCapped ? "More than " : ""}${countOf(count, "statement")}, newest occasion first.`}
          isLast={!mayEdit}
        >
          {list.items.length > 0 ? (
            <StatementList statements={list.items} withSpeaker withState={mayEdit} />
          ) : (
            <Empty level={3} title="No statement is in this story yet">
              <p>
                Put one in below, or{" "}
                <Link href={`/import?story=${story.slug}` as Route}>import an article into this story</Link>.
              </p>
            </Empty>
          )}
          <Pager
            next={list.next ? `${path}?after=${encodeURIComponent(list.next)}#statements` : null}
            first={after ? `${path}#statements` : null}
            summary={`${list.items.length} on this page`}
          />
        </Section>
      )}
      {mayEdit ? (
        <Section id="change" title="Put in, take out" margin="A statement is in one story at a time." isLast>
          <PageForm action={storyPageAction}>
            <div className="grid-2">
              <ActionForm action={addToStoryAction} id="add" label="Put a statement in">
                <Hidden values={{ slug: story.slug }} />
                <ComboField
                  of="statements"
                  name="statementId"
                  label="Statement to put in"
                  hint="Its id, such as st-7k2m9q; words or a speaker find it."
                  isRequired
                />
                {note}
                <SubmitButton pendingLabel="Putting in…">Put in</SubmitButton>
              </ActionForm>
              <ActionForm action={takeFromStoryAction} id="take" label="Take a statement out">
                <Hidden values={{ slug: story.slug }} />
                <TextField
                  name="statementId"
                  label="Statement to take out"
                  hint="Its id; it stays on the desk."
                  isRequired
                />
                {note}
                <SubmitButton pendingLabel="Taking out…">Take out</SubmitButton>
              </ActionForm>
            </div>
          </PageForm>
        </Section>
      ) : null}
    </Page>
  );
}

async function readList(actor: Actor, story: string, after: string | undefined) {
  try {
    return await listStatements(actor, { story }, { after });
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}
