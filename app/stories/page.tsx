import type { Metadata, Route } from "next";
import { pageOrNotFound } from "@/app/listed";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { listStories } from "@/lib/stories/server";

export const metadata: Metadata = {
  title: "Stories",
  description: "Dossiers: the statements, claims and sources of one piece of work.",
};

export default async function StoriesPage({ searchParams }: PageProps<"/stories">) {
  const [actor, params] = [await getActor(), await searchParams];
  const after = typeof params.after === "string" ? params.after : undefined;
  const page = await pageOrNotFound(listStories(actor, { after }));
  const mayOpen = can(actor, "story:edit");
  return (
    <Page>
      <PageHead
        title="Stories"
        lede="Dossiers: the statements, claims and sources of one piece of work."
        actions={
          mayOpen ? (
            <LinkButton href="/stories/new" variant="main" icon="plus" shortcut="n">
              Open a story
            </LinkButton>
          ) : null
        }
      />
      <AddressNote asked={params} known={{ after: "one" }} />
      {page.items.length > 0 ? (
        <>
          <ol className="list">
            {page.items.map(({ slug, title, summary, createdAt, statements, withdrawnAt }) => (
              <li key={slug} data-list-item tabIndex={-1}>
                <h2 className="story-title" dir="auto">
                  <Link href={`/stories/${slug}` as Route}>{title}</Link>
                </h2>
                <p className="measure" dir="auto">
                  {summary}
                </p>
                <Run className="above-2">
                  <span>{countOf(statements, "statement")}</span>
                  {withdrawnAt ? <span>withdrawn</span> : null}
                  <span>
                    opened <Time value={createdAt} precision="day" />
                  </span>
                </Run>
              </li>
            ))}
          </ol>
          <Pager
            next={page.next ? `/stories?after=${encodeURIComponent(page.next)}` : null}
            first={after ? "/stories" : null}
            summary={`${page.items.length} on this page, newest first`}
          />
        </>
      ) : (
        <Empty title={mayOpen ? "No story is open yet" : "No story is published yet"}>
          <p>
            {mayOpen
              ? "Open one to keep the statements, claims and sources of a piece of work together."
              : "A story appears here with its first published statement."}
          </p>
        </Empty>
      )}
    </Page>
  );
}
