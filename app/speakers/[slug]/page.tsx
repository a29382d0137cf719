import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { exportsOf } from "@/app/exports/asked";
import { pictureAt } from "@/app/picture";
import { NoticeList } from "@/components/notices/notice-list";
import { ClaimTable } from "@/components/speakers/claim-table";
import { SpeakerHead } from "@/components/speakers/speaker-head";
import { SpeakerRoles } from "@/components/speakers/speaker-roles";
import { SpeakerTally } from "@/components/speakers/speaker-tally";
import { SpeakerTimeline } from "@/components/speakers/speaker-timeline";
import { PrintButton } from "@/components/statements/print-button.client";
import { StatementFacets } from "@/components/statements/statement-facets";
import { StatementList } from "@/components/statements/statement-list";
import { AddressNote } from "@/components/ui/address-note";
import { AnchorButton, LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { Refused } from "@/lib/errors";
import { absoluteUrl, deskName } from "@/lib/http";
import { listNotices } from "@/lib/notices/server";
import { listPositionsOf, MOST_CLAIMS, tallySpeaker } from "@/lib/profiles/server";
import { facetStatementsOf } from "@/lib/search/server";
import { getSpeaker, type SpeakerDetail } from "@/lib/speakers/server";
import { FORMS, STATEMENT_STATES, type StatementFilter, statementFilterSchema } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { addressOf, feedsOf } from "../../statements/address";
import { orMoved } from "../moved";

/** How many statements stand on a page. The timeline draws the newest of them: what both draw is read once. */
const TAKE = 15;

const readSpeaker = cache(async (slug: string) => {
  const actor = await getActor();
  return { actor, speaker: await getSpeaker(actor, slug).catch(orMoved(actor, slug)) };
});

export async function generateMetadata({ params }: PageProps<"/speakers/[slug]">): Promise<Metadata> {
  const { speaker } = await readSpeaker((await params).slug);
  const path = absoluteUrl(`/speakers/${speaker.slug}`);
  const description = `What ${speaker.name} said, where it was printed, and what it competes with.`;
  const images = [pictureAt(`/speakers/${speaker.slug}`, `${speaker.name}. ${description}`)];
  return {
    title: speaker.name,
    description,
    alternates: {
      canonical: path,
      types: { "application/json": `${path}.json`, ...feedsOf({ speaker: [speaker.slug] }) },
    },
    openGraph: { type: "profile", siteName: deskName(), url: path, title: speaker.name, description, images },
    twitter: { card: "summary_large_image", title: speaker.name, description, images },
  };
}

export default async function SpeakerPage({ params, searchParams }: PageProps<"/speakers/[slug]">) {
  const { actor, speaker } = await readSpeaker((await params).slug);
  const query = await searchParams;
  const after = typeof query.after === "string" ? query.after : undefined;
  const { form = [], state = [] } = statementFilterSchema.parse(query);
  const filter: StatementFilter = { speaker: [speaker.slug], form, state };
  const isNarrowed = form.length > 0 || state.length > 0;
  const isWhole = !after && !isNarrowed;
  const drawing = listStatements(actor, { speaker: [speaker.slug] }, { take: TAKE });
  const [tally, claims, drawn, facets, list, notices, narrowed] = await Promise.all([
    tallySpeaker(actor, speaker.id),
    listPositionsOf(actor, speaker.id),
    drawing,
    facetStatementsOf(actor, filter),
    // the page begins with what the timeline draws: read once for both
    isWhole ? drawing : readList(),
    listNotices(actor, { type: "speaker", id: speaker.id }),
    isNarrowed ? countStatements(actor, filter) : null,
  ]);
  const isWorking = can(actor, "statement:read_unpublished");
  const path = `/speakers/${speaker.slug}`;
  // what was retracted is no part of the tally, and a list of it is none of its statements
  const total = narrowed ? `${narrowed.isCapped ? "more than " : ""}${narrowed.count}` : tally.statements;

  async function readList() {
    try {
      return await listStatements(actor, filter, { after, take: TAKE });
    } catch (error) {
      if (error instanceof Refused) notFound();
      throw error;
    }
  }

  return (
    <Page printTitle={`${speaker.name} · ${countOf(tally.statements, "statement")} held`}>
      <Crumbs
        above={[{ href: "/speakers", label: "Speakers" }]}
        here={(speaker.sortName[0] ?? "").toUpperCase() || speaker.name}
      />
      <SpeakerHead
        speaker={speaker}
        role={newestRole(speaker)}
        actions={
          <>
            {can(actor, "speaker:edit") ? (
              <LinkButton href={`${path}/edit` as Route} icon="pencil" shortcut="e">
                Edit
              </LinkButton>
            ) : null}
            <LinkButton href={exportsOf(filter) as Route} icon="download">
              Export
            </LinkButton>
            <AnchorButton href={`${path}.json`} icon="braces">
              JSON
            </AnchorButton>
            <PrintButton />
          </>
        }
      />
      <AddressNote asked={query} known={{ form: FORMS, state: STATEMENT_STATES, after: "one" }} />
      <Section id="held" title="What is held">
        <SpeakerTally
          tally={tally}
          claims={claims.claims}
          changes={claims.changes}
          retractedHref={isWorking ? null : `${path}?state=retracted#statements`}
        />
      </Section>
      <Section id="roles" title="Roles" margin="As recorded. Hatched: nothing recorded.">
        <SpeakerRoles affiliations={speaker.affiliations} />
      </Section>
      {notices.length > 0 ? (
        <Section id="notices" title="Changes" margin="What was changed here since it is public, and why.">
          <NoticeList notices={notices} />
        </Section>
      ) : null}
      {drawn.items.length > 0 ? (
        <Section
          id="timeline"
          title="Timeline"
          margin={`Each mark stands at the latest day possible. A dotted line runs back over the days on which it may have been said.${
            drawn.next ? ` The newest ${TAKE} are drawn.` : ""
          }`}
        >
          <SpeakerTimeline name={speaker.name} statements={drawn.items} />
          {drawn.next ? (
            <p className="small noprint above-2">
              <Link href={`${path}/timeline` as Route}>The whole timeline, by year, month and day</Link>
            </p>
          ) : null}
        </Section>
      ) : null}
      {claims.items.length > 0 ? (
        <Section
          id="claims"
          title="By claim"
          margin={`The position taken on each. A change of position stands on its own line.${
            claims.next ? ` The ${MOST_CLAIMS} spoken of last are listed.` : ""
          }`}
        >
          <ClaimTable claims={claims.items} speaker={speaker.slug} />
          {claims.next ? (
            <p className="small noprint above-2">
              <Link href={`${path}/claims` as Route}>
                Positions on all {claims.claims} claims, of which {claims.changed} with changes
              </Link>
            </p>
          ) : null}
        </Section>
      ) : null}
      <Section
        id="statements"
        title="Statements"
        margin={`${countOf(list.items.length, "statement")} of ${total} on this page, newest occasion first.`}
        isLast
      >
        <div className="withfacets">
          <div>
            {list.items.length > 0 ? (
              <StatementList statements={list.items} isNumbered={isWhole} withState={isWorking} />
            ) : (
              <Empty
                level={3}
                title="No statement matches"
                actions={<LinkButton href={path as Route}>Show all</LinkButton>}
              >
                <p>Take away a filter.</p>
              </Empty>
            )}
            <Pager
              next={list.next ? inPath(path, filter, list.next) : null}
              first={after ? inPath(path, filter) : null}
              summary={countOf(list.items.length, "statement")}
            />
          </div>
          <StatementFacets
            formId="filters"
            action={path}
            chosen={{ form, state, speaker: [] }}
            facets={facets}
            forms={FORMS}
            states={isWorking ? STATEMENT_STATES : []}
            withSpeakers={false}
            kept={[]}
          />
        </div>
      </Section>
    </Page>
  );
}

/** The address of the list on this page, which the speaker's own name already narrows. */
function inPath(path: string, { form, state }: StatementFilter, after?: string): string {
  return addressOf(path, { form, state }, after);
}

function newestRole({ affiliations }: SpeakerDetail) {
  const newest = affiliations.at(-1);
  if (!newest) return null;
  return {
    words: [newest.role, newest.body].filter(Boolean).join(", "),
    since: newest.heldFrom,
    sincePrecision: newest.heldFromPrecision,
  };
}
