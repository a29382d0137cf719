import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SpeakerTimeline } from "@/components/speakers/speaker-timeline";
import { TimeClusters } from "@/components/speakers/time-clusters";
import { AddressNote } from "@/components/ui/address-note";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { stretchInWords } from "@/components/ui/time";
import { getActor } from "@/lib/auth/server";
import { absoluteUrl } from "@/lib/http";
import { type Stretch, stretchOf, wholeOf } from "@/lib/profiles";
import { clusterInTime, listInTime, MOST_DRAWN } from "@/lib/profiles/server";
import { getSpeaker } from "@/lib/speakers/server";
import { orMoved } from "../../moved";

const readSpeaker = cache(async (slug: string) => {
  const actor = await getActor();
  return { actor, speaker: await getSpeaker(actor, slug).catch(orMoved(actor, slug, "/timeline")) };
});

export async function generateMetadata({
  params,
}: PageProps<"/speakers/[slug]/timeline">): Promise<Metadata> {
  const { speaker } = await readSpeaker((await params).slug);
  return {
    title: `${speaker.name}: timeline`,
    description: `When ${speaker.name} said what is held here, by year, month and day.`,
    alternates: { canonical: absoluteUrl(`/speakers/${speaker.slug}/timeline`) },
  };
}

/** A speaker's statements in time: clustered by year, month and day until they are few enough to be drawn. */
export default async function SpeakerTimelinePage({
  params,
  searchParams,
}: PageProps<"/speakers/[slug]/timeline">) {
  const { actor, speaker } = await readSpeaker((await params).slug);
  const query = await searchParams;
  const within = typeof query.in === "string" ? stretchOf(query.in) : null;
  if (query.in !== undefined && within === null) notFound();
  const clusters = await clusterInTime(actor, speaker.id, within);
  const total = clusters.reduce((sum, { count }) => sum + count, 0);
  const isDrawn = total > 0 && (total <= MOST_DRAWN || within?.key.length === 10);
  const drawn = isDrawn ? await listInTime(actor, speaker, within) : [];
  const path = `/speakers/${speaker.slug}`;
  const at = ({ key }: { key: string }) => `${path}/timeline?in=${key}` as Route;
  const above = within ? wholesOf(within) : [];
  return (
    <Page printTitle={`${speaker.name} · timeline`} isWide>
      <Crumbs
        above={[
          { href: "/speakers" as Route, label: "Speakers" },
          { href: path as Route, label: <bdi>{speaker.name}</bdi> },
          ...(within ? [{ href: `${path}/timeline` as Route, label: "Timeline" }] : []),
          ...above.map((one) => ({ href: at(one), label: stretchInWords(one.key) })),
        ]}
        here={within ? stretchInWords(within.key) : "Timeline"}
      />
      <PageHead
        title={
          <>
            <bdi>{speaker.name}</bdi>: timeline
          </>
        }
        lede={`${countOf(total, "statement")}${within ? ` in ${stretchInWords(within.key)}` : ", by year"}. What is known to the month alone is counted on its first day, what has no date on that of its source.`}
      />
      <AddressNote asked={query} known={{ in: "one" }} />
      {total === 0 ? (
        <Empty
          title="No statement is held of that time"
          actions={<Link href={`${path}/timeline` as Route}>The whole timeline</Link>}
        >
          <p>Statements are placed by the day on which they were said, else by that of their source.</p>
        </Empty>
      ) : (
        <>
          {within?.key.length === 10 ? null : <TimeClusters clusters={clusters} addressOf={at} />}
          {drawn.length > 0 ? (
            <div className="above-5">
              {drawn.length < total ? (
                <p className="meta below-4">The last {drawn.length} are drawn.</p>
              ) : null}
              <SpeakerTimeline name={speaker.name} statements={drawn} />
            </div>
          ) : null}
        </>
      )}
    </Page>
  );
}

function wholesOf(stretch: Stretch): Stretch[] {
  const whole = wholeOf(stretch);
  return whole ? [...wholesOf(whole), whole] : [];
}
