import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { orMoved } from "@/app/speakers/moved";
import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { PageForm } from "@/components/forms/page-form";
import { ClosedToRole } from "@/components/notices/public-note";
import { MergeForm } from "@/components/speakers/merge-form";
import { TwinList } from "@/components/speakers/twin-list";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { isPublic } from "@/lib/notices/server";
import { findTwins, getSpeaker, listKeptApart, previewMerge, slugsNow } from "@/lib/speakers/server";
import { chooseTwinAction, mergeSpeakersAction } from "./actions";
import { mergePageAction } from "./page-action";

export const metadata: Metadata = { title: "The same speaker", robots: { index: false } };

/** Where somebody says that a speaker is another one, and sees beforehand what becomes of what each has. */
export default async function MergePage({ params, searchParams }: PageProps<"/speakers/[slug]/merge">) {
  const actor = await requireActor();
  if (!can(actor, "speaker:edit")) notFound();
  const { slug } = await params;
  const from = await getSpeaker(actor, slug).catch(orMoved(actor, slug, "/merge"));
  const { into: asked } = await searchParams;
  const [other = null] = typeof asked === "string" ? await slugsNow(actor, [asked]) : [];
  const into = other === null ? null : await getSpeaker(actor, other).catch(orNotFound);
  const [twins, preview, apart] = await Promise.all([
    findTwins(actor, from),
    previewMerge(actor, from.id),
    listKeptApart(actor, from.id),
  ]);
  const kept = apart.find(({ one, other }) => [one.slug, other.slug].includes(into?.slug ?? ""));
  const both = into === null ? [] : [from, into];
  const isRead = (await Promise.all(both.map(({ id }) => isPublic({ type: "speaker", id })))).some(Boolean);
  const isAlike = twins.some(({ id }) => id === into?.id);
  const path = `/speakers/${from.slug}`;
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/speakers" as Route, label: "Speakers" },
          { href: path as Route, label: from.name },
        ]}
        here="The same speaker"
      />
      <PageHead
        title={`Is ${from.name} here twice?`}
        lede="Make one speaker of two. Everything goes to the one that stays, and the other address leads there. It can be undone."
        actions={<LinkButton href={`${path}/edit` as Route}>Back to editing</LinkButton>}
      />
      <PageForm action={mergePageAction.bind(null, from.slug)}>
        <Section
          id="choose"
          title="The one that stays"
          margin="Offered: who shares a name, or has a surname that is spelled almost so."
          isLast={into === null}
        >
          <TwinList path={path} twins={twins} chosen={into?.slug ?? null} />
          <ActionForm
            action={chooseTwinAction.bind(null, from.slug)}
            id="twin"
            label="Another speaker"
            className="stack measure above-4"
          >
            <ComboField of="speakers" name="knownName" label="Somebody else" />
            <div className="btns">
              <SubmitButton variant="plain">Look at both</SubmitButton>
            </div>
          </ActionForm>
        </Section>
        {into === null ? null : (
          <Section id="becomes" title="What becomes of it" isLast>
            {kept ? (
              <div className="below-5">
                <Note tone="care" title="Somebody found that they are two">
                  <p>{kept.reason}</p>
                </Note>
              </div>
            ) : null}
            {isRead && !can(actor, "published:change") ? (
              <ClosedToRole what="speaker" />
            ) : (
              <MergeForm action={mergeSpeakersAction} {...{ from, into, preview, isRead, isAlike }} />
            )}
          </Section>
        )}
      </PageForm>
    </Page>
  );
}
