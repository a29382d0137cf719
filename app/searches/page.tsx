import type { Metadata } from "next";
import { filterEntries, followedAt } from "@/app/statements/address";
import { PageForm } from "@/components/forms/page-form";
import { SaveSearch } from "@/components/searches/save-search";
import { SearchList } from "@/components/searches/search-list";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Empty, Note } from "@/components/ui/note";
import { Page, PageHead, Section } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { now } from "@/lib/env";
import { filterOf } from "@/lib/searches";
import { listNew, listSearches } from "@/lib/searches/server";
import {
  changeSearchAction,
  markSeenAction,
  removeSearchAction,
  renewFeedAction,
  saveSearchAction,
} from "./actions";
import { searchesPageAction } from "./page-action";

export const metadata: Metadata = { title: "Saved searches", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  saved: "The search was saved",
  changed: "The search was changed",
  renewed: "Its feeds have another address: the former one ended",
  removed: "The search was removed, with its feeds",
  seen: "What it finds by now counts as seen",
};

export default async function SearchesPage({ searchParams }: PageProps<"/searches">) {
  const [actor, params] = [await requireActor(), await searchParams];
  const asked = filterOf(typeof params.save === "string" ? params.save : "");
  const entries = filterEntries(asked);
  // before it is read: what comes meanwhile is told again rather than never
  const lookedAt = now();
  const saved = await listSearches(actor);
  const news = await listNew(actor, saved);
  const searches = saved.map(({ filter, ...search }, nth) => ({
    ...search,
    href: followedAt(search.id, filter),
    entries: filterEntries(filter),
    isNew: { count: news[nth]?.ids.size ?? 0, isMore: news[nth]?.isMore ?? false },
  }));
  const done =
    typeof params.done === "string" && Object.hasOwn(DONE, params.done) ? DONE[params.done] : undefined;
  const mayShare = can(actor, "search:share");
  return (
    <Page>
      <PageHead
        title="Saved searches"
        lede="What you search for again and again, with what came since you looked."
        actions={<LinkButton href="/statements">Search statements</LinkButton>}
      />
      <AddressNote asked={params} known={{ save: "one", done: "any" }} />
      {done === undefined ? null : (
        <div className="below-5">
          <Note tone="pass" title={done} isLive />
        </div>
      )}
      <PageForm action={searchesPageAction}>
        {entries.length > 0 ? (
          <Section id="save" title="Save this search">
            <SaveSearch
              asked={new URLSearchParams(entries).toString()}
              {...{ entries, mayShare }}
              save={saveSearchAction}
            />
          </Section>
        ) : null}
        <Section
          id="saved"
          title="Your searches"
          margin="A feed shows what the public may read, to whoever has its address."
          isLast
        >
          {searches.length === 0 ? (
            <Empty
              title="No search is saved yet"
              actions={<LinkButton href="/statements">Search statements</LinkButton>}
            >
              <p>Search or narrow the list of statements, and press “Save this search” above it.</p>
            </Empty>
          ) : (
            <SearchList
              {...{ searches, lookedAt, mayShare }}
              mayRemove={actor.role === "editor"}
              actions={{
                change: changeSearchAction,
                remove: removeSearchAction,
                renew: renewFeedAction,
                seen: markSeenAction,
              }}
            />
          )}
        </Section>
      </PageForm>
    </Page>
  );
}
