import type { Metadata, Route } from "next";
import { cache } from "react";
import { pageOrNotFound } from "@/app/listed";
import { ClaimTable } from "@/components/speakers/claim-table";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { getActor } from "@/lib/auth/server";
import { absoluteUrl } from "@/lib/http";
import { listPositionsOf } from "@/lib/profiles/server";
import { getSpeaker } from "@/lib/speakers/server";
import { orMoved } from "../../moved";

const TAKE = 25;

const readSpeaker = cache(async (slug: string) => {
  const actor = await getActor();
  return { actor, speaker: await getSpeaker(actor, slug).catch(orMoved(actor, slug, "/claims")) };
});

export async function generateMetadata({ params }: PageProps<"/speakers/[slug]/claims">): Promise<Metadata> {
  const { speaker } = await readSpeaker((await params).slug);
  return {
    title: `${speaker.name}: positions by claim`,
    description: `Every position that ${speaker.name} took, by claim and in time, with changes.`,
    alternates: { canonical: absoluteUrl(`/speakers/${speaker.slug}/claims`) },
  };
}

/** Every position of one speaker over all claims in time. */
export default async function SpeakerClaimsPage({
  params,
  searchParams,
}: PageProps<"/speakers/[slug]/claims">) {
  const { actor, speaker } = await readSpeaker((await params).slug);
  const query = await searchParams;
  const after = typeof query.after === "string" ? query.after : undefined;
  const isChangedOnly = query.changed !== undefined;
  const path = `/speakers/${speaker.slug}`;
  const at = (place?: string) => {
    const asked = new URLSearchParams(isChangedOnly ? { changed: "" } : {});
    if (place) asked.set("after", place);
    return `${path}/claims${asked.size > 0 ? `?${asked}` : ""}`;
  };
  const { items, claims, changes, changed, next } = await pageOrNotFound(
    listPositionsOf(actor, speaker.id, { take: TAKE, after, isChangedOnly }),
  );
  const listed = isChangedOnly ? changed : claims;
  return (
    <Page printTitle={`${speaker.name} · positions by claim`}>
      <Crumbs
        above={[
          { href: "/speakers", label: "Speakers" },
          { href: path as Route, label: <bdi>{speaker.name}</bdi> },
        ]}
        here="Positions by claim"
      />
      <PageHead
        title={
          <>
            <bdi>{speaker.name}</bdi>: positions by claim
          </>
        }
        lede={`${countOf(listed, "claim")}${isChangedOnly ? ` with changes, of ${claims} held` : ""}, the one spoken of last first. A change of position stands on its own line; changes: ${changes}.`}
        actions={
          isChangedOnly ? (
            <LinkButton href={`${path}/claims` as Route}>All claims</LinkButton>
          ) : (
            <LinkButton href={`${path}/claims?changed` as Route}>Only changed positions</LinkButton>
          )
        }
      />
      <AddressNote asked={query} known={{ changed: "any", after: "one" }} />
      {items.length > 0 ? (
        <>
          <ClaimTable claims={items} speaker={speaker.slug} />
          <Pager
            next={next ? at(next) : null}
            first={after ? at() : null}
            summary={`${countOf(items.length, "claim")} of ${listed} on this page`}
          />
        </>
      ) : (
        <Empty
          title={isChangedOnly ? "No change of position is held" : "No position is held"}
          actions={<Link href={path as Route}>Back to the speaker</Link>}
        >
          <p>
            {isChangedOnly
              ? "Wherever more than one position on a claim is held, they are alike."
              : "A position is taken on a claim when somebody reviews a statement."}
          </p>
        </Empty>
      )}
    </Page>
  );
}
