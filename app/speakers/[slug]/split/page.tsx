import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { pageOrNotFound } from "@/app/listed";
import { orMoved } from "@/app/speakers/moved";
import { SplitChoice } from "@/components/speakers/split-choice";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import type { Actor } from "@/lib/auth";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { parseQuery } from "@/lib/query";
import { searchStatements } from "@/lib/search/server";
import { MOST_CHOSEN } from "@/lib/speakers";
import { getSpeaker, listStandsBetween } from "@/lib/speakers/server";
import { FORMS, STATEMENT_STATES, type StatementFilter } from "@/lib/statements";
import { eachStatementPage } from "@/lib/statements/server";
import { CHOICE, type Choice, choiceAt, readChoice } from "./choice";

export const metadata: Metadata = { title: "Two in one", robots: { index: false } };

const ROWS = 100;

/** Where somebody chooses the statements of the other of two who stand under one name. Each choice is an address. */
export default async function SplitPage({ params, searchParams }: PageProps<"/speakers/[slug]/split">) {
  const actor = await requireActor();
  if (!can(actor, "speaker:edit")) notFound();
  const { slug } = await params;
  const speaker = await getSpeaker(actor, slug).catch(orMoved(actor, slug, "/split"));
  const asked = await searchParams;
  const path = `/speakers/${speaker.slug}`;
  const choice = readChoice(asked);
  const between = await listStandsBetween(actor, speaker.id);
  const filter = filterOf(choice, { slug: speaker.slug, between });
  if (choice.isTicked) {
    const all = choice.isAll ? await allThatMatch(actor, filter) : [];
    const chosen = [...new Set([...choice.chosen, ...all])];
    redirect(choiceAt(`${path}/split`, { ...choice, chosen }));
  }
  const { list, count } = await pageOrNotFound(
    searchStatements(actor, filter, { after: choice.after, take: ROWS }),
  );
  const read = choice.filter.q ? parseQuery(choice.filter.q) : null;
  const isPerson = speaker.kind === "person";
  return (
    <Page isWide>
      <Crumbs
        above={[
          { href: "/speakers" as Route, label: "Speakers" },
          { href: path as Route, label: speaker.name },
        ]}
        here={isPerson ? "Two people in one" : "Two in one"}
      />
      <PageHead
        title={`${isPerson ? "Two people" : "Two"} in one: ${speaker.name}`}
        lede="Choose the statements of the other one. Nothing is changed before you have seen what becomes of what; it can be undone as a whole."
        actions={<LinkButton href={`${path}/edit` as Route}>Back to editing</LinkButton>}
      />
      <AddressNote asked={asked} known={CHOICE} />
      <SplitChoice
        path={`${path}/split`}
        chosen={choice.chosen}
        most={MOST_CHOSEN}
        filter={choice.filter}
        problem={read && "problem" in read ? read.problem.message : null}
        forms={FORMS}
        states={STATEMENT_STATES}
        show={choice.show}
        between={between.length}
        statements={list.items}
        matching={count}
        next={list.next}
        first={choice.after ? choiceAt(`${path}/split`, { ...choice, after: undefined }) : null}
        whole={choiceAt(`${path}/split`, { ...choice, filter: {}, show: null, after: undefined })}
      />
    </Page>
  );
}

/** What is shown: of the chosen and of those where the speaker stands between the ones named, else all that are theirs. */
function filterOf(
  { filter, show, chosen }: Choice,
  { slug, between }: { slug: string; between: readonly string[] },
): StatementFilter {
  const named = show === "chosen" ? chosen : between;
  // no id at all would narrow nothing
  return show === null
    ? { ...filter, speaker: [slug] }
    : { ...filter, id: named.length > 0 ? [...named] : ["none"] };
}

/** The statements that a filter finds, by printed id, at most one more than go along at once. */
async function allThatMatch(actor: Actor, filter: StatementFilter): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of eachStatementPage(actor, filter)) {
    ids.push(...page.map(({ publicId }) => publicId));
    if (ids.length > MOST_CHOSEN) break;
  }
  return ids.slice(0, MOST_CHOSEN + 1);
}
