import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { pageOrNotFound } from "@/app/listed";
import { QueueList } from "@/components/review/queue-list";
import { stateWord } from "@/components/statements/words";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { now } from "@/lib/env";
import { countQueue, listQueue, QUEUE_VIEWS, type QueueView } from "@/lib/review/server";
import { STATEMENT_STATES } from "@/lib/statements";

export const metadata: Metadata = { title: "Review queue", robots: { index: false } };

const VIEW_WORDS: Record<QueueView, { label: string; empty: string }> = {
  mine: { label: "Mine", empty: "Nothing is assigned to you. Take something from “Unassigned”." },
  unassigned: { label: "Unassigned", empty: "Every captured statement has a reviewer." },
  due: { label: "Due", empty: "Nothing under review has a day when it is due." },
  to_decide: { label: "To approve", empty: "Nothing waits for an editor’s decision." },
  to_confirm: {
    label: "To confirm",
    empty: "No correction and no retraction of another editor waits for you.",
  },
  changed: {
    label: "Changed in the source",
    empty: "No source prints the words of a statement otherwise by now, as far as it was looked at.",
  },
  to_publish: { label: "To publish", empty: "Nothing approved waits to be published." },
  all: { label: "All under work", empty: "Nothing is under work. Import a text to begin." },
};

export default async function QueuePage({ searchParams }: PageProps<"/review">) {
  const actor = await requireActor();
  if (!can(actor, "statement:read_unpublished")) notFound();
  const search = await searchParams;
  const view =
    QUEUE_VIEWS.find((known) => known === search.view) ?? (can(actor, "review:take") ? "mine" : "all");
  const state = STATEMENT_STATES.find((known) => known === search.state);
  const after = typeof search.after === "string" ? search.after : undefined;
  const [queue, counts] = await Promise.all([
    pageOrNotFound(listQueue(actor, state ? { state } : view, { after })),
    countQueue(actor),
  ]);
  const here = state ? `state=${state}` : `view=${view}`;
  return (
    <Page>
      <PageHead
        title="Review"
        lede="Statements on their way from capture to publication. An editor who had no hand in a statement approves it."
      />
      <nav className="styles noprint" aria-label="Views of the queue">
        {QUEUE_VIEWS.map((known) => (
          <Link
            key={known}
            href={`/review?view=${known}` as Route}
            aria-current={!state && known === view ? "page" : undefined}
          >
            {VIEW_WORDS[known].label}{" "}
            <span className="num meta">
              {counts.views[known]}
              {counts.more.has(known) ? "+" : ""}
            </span>
          </Link>
        ))}
      </nav>
      <nav className="meta run above-3 below-4 noprint" aria-label="By state">
        {STATEMENT_STATES.map((known) => (
          <Link
            key={known}
            href={`/review?state=${known}` as Route}
            aria-current={known === state ? "page" : undefined}
          >
            {stateWord(known).label} <span className="num">{counts.states[known] ?? 0}</span>
          </Link>
        ))}
      </nav>
      {queue.items.length === 0 ? (
        <Empty
          title="Nothing here"
          actions={
            <>
              <LinkButton href={"/review?view=unassigned" as Route}>Unassigned</LinkButton>
              <LinkButton href="/import" icon="clipboard-paste">
                Import a text
              </LinkButton>
            </>
          }
        >
          {state ? `No statement is ${stateWord(state).label.toLowerCase()}.` : VIEW_WORDS[view].empty}
        </Empty>
      ) : (
        <>
          <QueueList items={queue.items} now={now()} />
          <Pager
            next={queue.next ? (`/review?${here}&after=${queue.next}` as Route) : null}
            first={after ? (`/review?${here}` as Route) : null}
            summary={`${countOf(queue.items.length, "statement")} on this page, ${view === "due" && !state ? "the earliest due first" : "the newest occasion first"}`}
          />
        </>
      )}
    </Page>
  );
}
