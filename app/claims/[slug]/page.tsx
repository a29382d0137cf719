import type { Metadata, Route } from "next";
import { cache } from "react";
import { exportsOf } from "@/app/exports/asked";
import { orNotFound } from "@/app/or-not-found";
import { LinkedData } from "@/components/citations/linked-data";
import { Positions } from "@/components/claims/positions";
import { Truth } from "@/components/claims/truth";
import { NoticeList } from "@/components/notices/notice-list";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty, Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { toClaimReview } from "@/lib/claimreview";
import { CLAIM_WITHDRAWN } from "@/lib/claims";
import { findReviewed, findTruth, getClaim } from "@/lib/claims/server";
import { noticeThat } from "@/lib/notices";
import { listNotices } from "@/lib/notices/server";
import { ClaimDesk } from "./claim-desk";
import { claimMetadata, titleOf } from "./metadata";

const claimOf = cache(async (slug: string) => getClaim(await getActor(), slug).catch(orNotFound));
const truthOf = cache(async (claimId: string) => findTruth(await getActor(), claimId));

export async function generateMetadata({ params }: PageProps<"/claims/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  const claim = await claimOf(slug);
  return claimMetadata(claim, await truthOf(claim.id));
}

export default async function ClaimPage({ params }: PageProps<"/claims/[slug]">) {
  const actor = await getActor();
  const { slug } = await params;
  const claim = await claimOf(slug);
  const notices = await listNotices(actor, { type: "claim", id: claim.id });
  const truth = await truthOf(claim.id);
  const reviewed = truth && claim.state === "published" ? await findReviewed(actor, claim.id) : null;
  const isWithdrawn = claim.state === "withdrawn";
  const isWorking = can(actor, "statement:read_unpublished");
  const newest = noticeThat(CLAIM_WITHDRAWN, notices);
  return (
    <Page printTitle={titleOf(claim)}>
      <Crumbs above={[{ href: "/claims", label: "Claims" }]} here={slug} />
      {isWithdrawn ? (
        <div className="above-5">
          <Note tone="stop" icon="archive-x" title="This claim was withdrawn">
            <p>
              {newest ? (
                <>
                  On <Time value={newest.givenAt} precision="day" />: <span dir="auto">
                    {newest.note}
                  </span>{" "}
                </>
              ) : null}
              Its address stays, so that whoever linked to it finds this notice.
            </p>
          </Note>
        </div>
      ) : null}
      <header className="pagehead">
        <div>
          <h1>{claim.proposition}</h1>
          {claim.note ? <p dir="auto">{claim.note}</p> : null}
          {claim.state === "published" || isWithdrawn ? null : (
            <Tag icon="eye">At the desk only; not published</Tag>
          )}
        </div>
        {isWithdrawn && !isWorking ? null : (
          <div className="btns noprint">
            <LinkButton href={exportsOf({ claim: slug }) as Route} icon="download">
              Export
            </LinkButton>
          </div>
        )}
      </header>
      {reviewed ? <LinkedData of={toClaimReview(reviewed)} /> : null}
      {truth && !(isWithdrawn && !isWorking) ? (
        <Section id="truth" title="Is it true?" margin="The finding of this desk, with its reasons.">
          <Truth truth={truth} />
        </Section>
      ) : null}
      {isWithdrawn && !isWorking ? null : (
        <Section
          id="positions"
          title="Positions"
          margin={`${countOf(claim.positions.length, "statement")}, in the order in which they were said. They are not a vote.`}
          isLast={claim.stories.length === 0 && notices.length === 0 && !can(actor, "claim:edit")}
        >
          {claim.positions.length === 0 ? (
            <Empty title="No statement takes a position on it yet" level={3}>
              Positions are taken in the review of a statement.
            </Empty>
          ) : (
            <Positions positions={claim.positions} />
          )}
        </Section>
      )}
      {notices.length > 0 && !(isWithdrawn && !isWorking) ? (
        <Section
          id="notices"
          title="Changes"
          margin="What was changed here since it is public, and why."
          isLast={claim.stories.length === 0 && !can(actor, "claim:edit")}
        >
          <NoticeList notices={notices} />
        </Section>
      ) : null}
      {claim.stories.length > 0 ? (
        <Section id="stories" title="Stories" isLast={!can(actor, "claim:edit")}>
          <ul className="list">
            {claim.stories.map(({ story }) => (
              <li key={story.slug}>
                <Link href={`/stories/${story.slug}` as Route}>{story.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {can(actor, "claim:edit") ? <ClaimDesk actor={actor} claim={claim} truth={truth} /> : null}
    </Page>
  );
}
