import type { Metadata, Route } from "next";
import type { ComponentProps } from "react";
import { pageOrNotFound } from "@/app/listed";
import { FoundTexts } from "@/components/sources/found-texts";
import { SourceList } from "@/components/sources/source-list";
import { SearchBox } from "@/components/statements/search-box";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { type Actor, can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { listPassages } from "@/lib/passages/server";
import { parseQuery } from "@/lib/query";
import { listSources } from "@/lib/sources/server";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ searchParams }: PageProps<"/sources">) {
  const [actor, params] = [await getActor(), await searchParams];
  const maySearch = can(actor, "statement:read_unpublished");
  if (maySearch && typeof params.q === "string" && params.q.trim() !== "")
    return <TextsPage actor={actor} params={params} q={params.q.trim()} />;
  const outlet = typeof params.outlet === "string" ? params.outlet : undefined;
  const after = typeof params.after === "string" ? params.after : undefined;
  const page = await pageOrNotFound(listSources(actor, { outlet }, { after }));
  const canImport = can(actor, "source:import");
  const outletName = page.items[0]?.outlet?.name;
  return (
    <Page>
      <PageHead
        title="Sources"
        lede={
          outlet && outletName ? (
            <>
              Published by{" "}
              <Link href={`/outlets/${outlet}` as Route}>
                <bdi>{outletName}</bdi>
              </Link>
              . <Link href="/sources">Show all sources</Link>, or{" "}
              <Link href={`/speakers?outlet=${outlet}` as Route}>whom it quotes</Link>
            </>
          ) : (
            <>
              The documents in which statements stand, newest recorded first.{" "}
              <Link href="/outlets">Who published them</Link>
            </>
          )
        }
        actions={
          canImport ? (
            <LinkButton href="/import" variant="main" icon="plus">
              Import
            </LinkButton>
          ) : null
        }
      />
      <AddressNote
        asked={params}
        known={{ outlet: "one", after: "one", ...(maySearch ? { q: "one" as const } : {}) }}
      />
      {maySearch ? <TextsSearch /> : null}
      {page.items.length === 0 ? (
        <Empty title={canImport ? "No source is recorded yet" : "No source is public yet"}>
          <p>
            {canImport
              ? "Import an article: its text is kept as an edition, and its statements stand in it."
              : "Sources appear here once a statement in them is published."}
          </p>
        </Empty>
      ) : (
        <>
          <SourceList sources={page.items} />
          <Pager
            next={page.next ? addressOf(outlet, page.next) : null}
            first={after ? addressOf(outlet) : null}
            summary={`${countOf(page.items.length, "source")} on this page`}
          />
        </>
      )}
    </Page>
  );
}

interface TextsPageProps {
  actor: Actor;
  params: Readonly<Record<string, string | string[] | undefined>>;
  q: string;
}

/** Where words stand in the whole texts of sources, captured or not: for the desk alone. */
async function TextsPage({ actor, params, q }: TextsPageProps) {
  const after = typeof params.after === "string" ? params.after : undefined;
  const read = parseQuery(q);
  const problem = "problem" in read ? read.problem : null;
  const { items, next, unasked } = await pageOrNotFound(listPassages(actor, q, { after }));
  const places = items.reduce((sum, text) => sum + text.places.length, 0);
  const address = (from?: string) =>
    `/sources?${new URLSearchParams({ q, ...(from ? { after: from } : {}) })}`;
  return (
    <Page>
      <PageHead
        title="Words in the texts of sources"
        lede={
          <>
            Every word that the texts hold is looked for, captured or not, in the texts kept last first.{" "}
            <Link href="/sources">Show all sources</Link>
          </>
        }
      />
      <AddressNote asked={params} known={{ q: "one", after: "one" }} />
      <TextsSearch value={q} problem={problem} />
      {items.length > 0 && "query" in read ? (
        <>
          <FoundTexts texts={items} query={read.query} />
          <Pager
            next={next ? address(next) : null}
            first={after ? address() : null}
            summary={`${countOf(places, "place")} on this page`}
          />
        </>
      ) : (
        <Empty title={problem ? "The search is not understood" : "No text holds these words"}>
          {unasked.length > 0 ? (
            <p>
              A text has no {unasked.join(", ")}: <bdi>{unasked.map((field) => `${field}:`).join(" ")}</bdi>{" "}
              is asked of statements. Of texts ask for words, <bdi>source:</bdi>, <bdi>outlet:</bdi> or{" "}
              <bdi>type:</bdi>.
            </p>
          ) : (
            <p>
              All words of a search must stand near one another, on about a page of the text. Try fewer, or
              the beginning of one with a * behind it.
            </p>
          )}
        </Empty>
      )}
    </Page>
  );
}

function TextsSearch({ value, problem }: Pick<ComponentProps<typeof SearchBox>, "value" | "problem">) {
  return (
    <div className="below-5">
      <SearchBox
        {...{ action: "/sources", of: "Texts of sources", value, problem: problem ?? null }}
        label="Search the texts of sources"
        placeholder="Words as the text has them; source: outlet: type: …"
      />
    </div>
  );
}

function addressOf(outlet: string | undefined, after?: string): string {
  const query = new URLSearchParams({ ...(outlet ? { outlet } : {}), ...(after ? { after } : {}) });
  return query.size > 0 ? `/sources?${query}` : "/sources";
}
