import type { Metadata, Route } from "next";
import { pageOrNotFound } from "@/app/listed";
import { OutletList } from "@/components/outlets/outlet-list";
import { AddressNote } from "@/components/ui/address-note";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { getActor } from "@/lib/auth/server";
import { listOutletsByName } from "@/lib/outlets/server";

const LEDE = "Who published the sources: newspapers, agencies, broadcasters and whoever else, by name.";

export const metadata: Metadata = { title: "Outlets", description: LEDE };

export default async function OutletsPage({ searchParams }: PageProps<"/outlets">) {
  const [actor, params] = [await getActor(), await searchParams];
  const after = typeof params.after === "string" ? params.after : undefined;
  const page = await pageOrNotFound(listOutletsByName(actor, { after }));
  return (
    <Page>
      <Crumbs above={[{ href: "/sources", label: "Sources" }]} here="Outlets" />
      <PageHead title="Outlets" lede={LEDE} />
      <AddressNote asked={params} known={{ after: "one" }} />
      {page.items.length === 0 ? (
        <Empty title="No outlet is recorded yet" actions={<Link href="/sources">The sources</Link>}>
          <p>An outlet appears here with its first source; a source says who published it.</p>
        </Empty>
      ) : (
        <>
          <OutletList outlets={page.items} />
          <Pager
            next={page.next ? (`/outlets?after=${encodeURIComponent(page.next)}` as Route) : null}
            first={after ? "/outlets" : null}
            summary={`${countOf(page.items.length, "outlet")} on this page, by name`}
          />
        </>
      )}
    </Page>
  );
}
