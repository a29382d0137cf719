import type { Metadata, Route } from "next";
import { LeadPair } from "@/components/relations/relation-pair";
import { HappenedList } from "@/components/review/happened";
import { WaitingWork } from "@/components/review/waiting-work";
import { MostQuoted } from "@/components/speakers/most-quoted";
import { FrontContradiction } from "@/components/statements/front-contradiction";
import { FrontLead, FrontStatement } from "@/components/statements/front-statement";
import { QueueGlance } from "@/components/statements/queue-glance";
import { SearchBox } from "@/components/statements/search-box";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { countAsked } from "@/lib/checks/server";
import { now } from "@/lib/env";
import { countDrafts } from "@/lib/imports/server";
import { countContradictions, listNewestContradictions } from "@/lib/relations/server";
import { countQueue, listHappened, listQueue } from "@/lib/review/server";
import { countHeld } from "@/lib/search/server";
import { listMostQuoted } from "@/lib/speakers/server";
import { listNewestPublished } from "@/lib/statements/server";
import { listStories } from "@/lib/stories/server";

export const metadata: Metadata = {
  title: { absolute: "Verbatim" },
  description: "Who said what, where it was printed, and what it competes with.",
};

/** The views that the front page counts for nobody. */
const UNSHOWN = ["due"] as const;

export default async function FrontPage() {
  const actor = await getActor();
  const isWorking = can(actor, "statement:read_unpublished");
  const [held, newest, open, openCount, quoted, stories, queue, happened, drafts, asked] = await Promise.all([
    countHeld(actor),
    listNewestPublished(actor, { take: 6 }),
    listNewestContradictions(actor, { take: 4 }),
    countContradictions(actor, { isOpenOnly: true }),
    listMostQuoted(actor, { take: 6 }),
    listStories(actor, { take: 4 }),
    isWorking ? Promise.all([listQueue(actor, "mine", { take: 3 }), countQueue(actor, UNSHOWN)]) : null,
    isWorking ? listHappened(actor, { take: 5 }) : [],
    can(actor, "source:import") ? countDrafts(actor) : { count: 0, newest: null },
    countAsked(actor),
  ]);
  const [lead, ...waiting] = open;
  const openWords = `${openCount.isCapped ? "more than " : ""}${openCount.count}`;
  return (
    <Page>
      <section className="ask noprint" aria-labelledby="ask-title">
        <h1 id="ask-title">Who said what, where it was printed, and what it competes with</h1>
        <SearchBox label="Search statements and speakers" placeholder="Words of a quotation, or a speaker" />
        <p className="small above-2">
          {countOf(held.statements, "statement")} by {countOf(held.speakers, "speaker")} from{" "}
          {countOf(held.sources, "source")}
        </p>
      </section>
      <div className="front">
        <div className="front__lead">
          {lead ? (
            <section className="front__first" aria-labelledby="lead-title">
              <h2 id="lead-title">Nobody has reconciled these two</h2>
              <LeadPair relation={lead} />
            </section>
          ) : null}
          <Newest statements={newest} isFirst={!lead} isWorking={isWorking} />
        </div>
        <section className="front__mid" aria-labelledby="open-title">
          <div className="headed">
            <h2 id="open-title">{lead ? "More open contradictions" : "Open contradictions"}</h2>
            {lead ? (
              <Link className="meta num" href={"/contradictions?open" as Route}>
                {isWorking ? `${openWords} with those suggested` : `all ${openWords}`}
              </Link>
            ) : null}
          </div>
          {waiting.length > 0 ? (
            <ol className="list">
              {waiting.map((relation) => (
                <li key={relation.publicId}>
                  <FrontContradiction relation={relation} />
                </li>
              ))}
            </ol>
          ) : (
            <p className="small">{lead ? "No other waits" : "None waits"} for a resolution.</p>
          )}
        </section>
        <aside
          className="front__side"
          aria-label={isWorking ? "Your work and the desk" : "Speakers and stories"}
        >
          {queue ? (
            <section aria-labelledby="mine-title">
              <h2 id="mine-title">My queue</h2>
              <QueueGlance items={queue[0].items} now={now()} />
              <p className="above-3">
                <LinkButton href={"/review" as Route} isSmall>
                  Open the queue, {queue[1].views.mine}
                  {queue[1].more.has("mine") ? " and more" : ""} of mine
                </LinkButton>
              </p>
              <WaitingWork
                actor={actor}
                counts={queue[1].views}
                drafts={drafts}
                asked={asked}
                more={queue[1].more}
              />
            </section>
          ) : null}
          {happened.length > 0 ? (
            <section aria-labelledby="happened-title">
              <h2 id="happened-title">What colleagues did with yours</h2>
              <HappenedList happened={happened} />
            </section>
          ) : null}
          <section aria-labelledby="most-title">
            <h2 id="most-title">Most quoted</h2>
            <MostQuoted speakers={quoted} />
          </section>
          {stories.items.length > 0 ? (
            <section aria-labelledby="stories-title">
              <div className="headed">
                <h2 id="stories-title">Newest stories</h2>
                <Link className="meta" href="/stories">
                  all stories
                </Link>
              </div>
              <ul className="waits">
                {stories.items.map(({ slug, title, statements }) => (
                  <li key={slug}>
                    <Link href={`/stories/${slug}` as Route}>
                      <bdi>{title}</bdi>
                    </Link>{" "}
                    <span className="meta num nowrap">{countOf(statements, "statement")}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </aside>
      </div>
    </Page>
  );
}

interface NewestProps {
  statements: Awaited<ReturnType<typeof listNewestPublished>>;
  isFirst: boolean;
  isWorking: boolean;
}

/** What was published last, one from each voice; where nothing else leads the page, the first of them does. */
function Newest({ statements, isFirst, isWorking }: NewestProps) {
  const lead = isFirst ? statements[0] : undefined;
  const rest = lead ? statements.slice(1) : statements;
  return (
    <section aria-labelledby="new-title">
      <div className="headed">
        <h2 id="new-title">Newest, one from each speaker</h2>
        <Link className="meta" href="/statements">
          all statements
        </Link>
      </div>
      {lead ? <FrontLead statement={lead} /> : null}
      {rest.length > 0 ? (
        <ol className="list two">
          {rest.map((statement) => (
            <li key={statement.publicId}>
              <FrontStatement statement={statement} />
            </li>
          ))}
        </ol>
      ) : null}
      {statements.length === 0 ? (
        <Empty
          level={3}
          title="Nothing is published yet"
          actions={isWorking ? <LinkButton href="/import">Import an article</LinkButton> : null}
        >
          <p>Statements stand here once an editor has published them.</p>
        </Empty>
      ) : null}
    </section>
  );
}
