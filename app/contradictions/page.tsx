import type { Metadata, Route } from "next";
import { pageOrNotFound } from "@/app/listed";
import { PageForm } from "@/components/forms/page-form";
import { ContradictionTable } from "@/components/relations/contradiction-table";
import { DecisionForms } from "@/components/relations/decision-forms";
import { RelationPair } from "@/components/relations/relation-pair";
import { SpeakerMatrix } from "@/components/relations/speaker-matrix";
import { AddressNote } from "@/components/ui/address-note";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Actor, can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { now } from "@/lib/env";
import { listContradictingSpeakers, listCountedContradictions } from "@/lib/relations/server";
import { confirmAction, rejectAction, reopenAction, resolveAction } from "./actions";
import { contradictionsPageAction } from "./page-action";

export const metadata: Metadata = {
  title: "Contradictions",
  description: "Statements that cannot both hold, side by side, and who contradicts whom.",
};

const DECISIONS = {
  confirm: confirmAction,
  reject: rejectAction,
  resolve: resolveAction,
  reopen: reopenAction,
};

export default async function ContradictionsPage({ searchParams }: PageProps<"/contradictions">) {
  const actor = await getActor();
  const search = await searchParams;
  const after = typeof search.after === "string" ? search.after : undefined;
  const between = [search.speaker ?? []].flat().slice(0, 2);
  const mayDecide = can(actor, "relation:decide");
  const isAsked = search.open !== undefined;
  const filter = { isOpenOnly: isAsked || (mayDecide && between.length === 0), between };
  const [{ count, isCapped, ...page }, pairs] = await Promise.all([
    pageOrNotFound(listCountedContradictions(actor, filter, { after })),
    listContradictingSpeakers(actor),
  ]);
  const rest = [
    ...(isAsked ? ["open"] : []),
    ...between.map((slug) => `speaker=${encodeURIComponent(slug)}`),
  ].join("&");
  const more = page.next ? (`/contradictions?${rest}&after=${page.next}` as Route) : null;
  return (
    <Page>
      <PageHead
        title="Contradictions"
        lede="Pairs that cannot both hold, and pairs that look as if they could not. Nothing is confirmed until a person has said why."
      />
      <AddressNote asked={search} known={{ open: "one", speaker: "any", after: "one" }} />
      <Section
        id="queue"
        title={
          filter.isOpenOnly
            ? mayDecide
              ? "To decide"
              : "Not resolved yet"
            : between.length > 0
              ? "Between these two"
              : "On record"
        }
        margin={
          <>
            <p>
              {isCapped ? "More than " : ""}
              {countOf(count, "pair")}, the oldest first.
            </p>
            {between.length > 0 || (isAsked && !mayDecide) ? (
              <p>
                <Link href="/contradictions">Every contradiction</Link>
              </p>
            ) : null}
          </>
        }
      >
        {page.items.length === 0 ? (
          <Nothing actor={actor} isFirst={after === undefined} />
        ) : mayDecide ? (
          <ToDecide items={page.items} mayChangePublic={can(actor, "published:change")} />
        ) : (
          <div className="stack--loose">
            {page.items.map((relation) => (
              <article key={relation.publicId} id={relation.publicId} data-list-item tabIndex={-1}>
                <RelationPair relation={relation} />
              </article>
            ))}
          </div>
        )}
        {page.next || after ? (
          <Pager
            next={more}
            first={after ? (`/contradictions?${rest}` as Route) : null}
            summary={`${countOf(page.items.length, "pair")} on this page`}
          />
        ) : null}
      </Section>
      <Section
        id="matrix"
        title="Who contradicts whom"
        margin="Relations on record, by pair of speakers. A number stands where there is more than one. Of more than a thousand the newest thousand are drawn."
        isLast
      >
        <SpeakerMatrix pairs={pairs} />
      </Section>
    </Page>
  );
}

type Items = Awaited<ReturnType<typeof listCountedContradictions>>["items"];

/** The pair at the head of the queue in full with what can be decided on it, and what comes next in a table. */
function ToDecide({ items, mayChangePublic }: { items: Items; mayChangePublic: boolean }) {
  const [first, ...next] = items;
  if (!first) return null;
  return (
    <>
      <article id={first.publicId}>
        <Run className="below-4">
          <span>
            {first.state === "suggested" ? "Suggested" : "Confirmed, not resolved"},{" "}
            <Time value={first.createdAt} precision="day" />
          </span>
          <span className="id">{first.publicId}</span>
        </Run>
        <RelationPair relation={first}>
          <PageForm action={contradictionsPageAction}>
            <DecisionForms
              relation={first}
              actions={DECISIONS}
              back="/contradictions"
              hasKeys
              mayChangePublic={mayChangePublic}
            />
          </PageForm>
        </RelationPair>
      </article>
      {next.length > 0 ? <ContradictionTable relations={next} now={now()} /> : null}
    </>
  );
}

function Nothing({ actor, isFirst }: { actor: Actor; isFirst: boolean }) {
  if (!isFirst) return <p>There are no more pairs.</p>;
  const mayDecide = can(actor, "relation:decide");
  return (
    <Empty title={mayDecide ? "Nothing to decide" : "No contradiction is on record"}>
      {mayDecide
        ? "No suggested or confirmed pair waits. Relate two statements from the review of either."
        : "A pair stands here once both statements are published and a reviewer has confirmed that they compete."}
    </Empty>
  );
}
