import type { Metadata } from "next";
import { pageOrNotFound } from "@/app/listed";
import { SourceList } from "@/components/sources/source-list";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { listSources } from "@/lib/sources/server";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ searchParams }: PageProps<"/sources">) {
  const [actor, params] = [await getActor(), await searchParams];
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
              Published by {outletName}. <Link href="/sources">Show all sources</Link>
            </>
          ) : (
            "The documents in which statements stand, newest recorded first."
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
      <AddressNote asked={params} known={{ outlet: "one", after: "one" }} />
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

function addressOf(outlet: string | undefined, after?: string): string {
  const query = new URLSearchParams({ ...(outlet ? { outlet } : {}), ...(after ? { after } : {}) });
  return query.size > 0 ? `/sources?${query}` : "/sources";
}
