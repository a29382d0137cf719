import type { Metadata } from "next";
import { EntryGroups } from "@/components/palette/entry-groups";
import { SearchBox } from "@/components/statements/search-box";
import { AddressNote } from "@/components/ui/address-note";
import { Page, PageHead } from "@/components/ui/page";
import { getActor } from "@/lib/auth/server";
import { groupsFor } from "./groups";

export const metadata: Metadata = { title: "Find anything", robots: { index: false } };

/** What the palette does while somebody types, as a page: for whoever has no scripts, and to be linked to. */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const [actor, params] = [await getActor(), await searchParams];
  const q = typeof params.q === "string" ? params.q : "";
  return (
    <Page>
      <PageHead
        title="Find anything"
        lede="Speakers, statements, stories, sources, claims, saved searches and pages, by the beginnings of their words."
      />
      <AddressNote asked={params} known={{ q: "one" }} />
      <div className="below-5">
        <SearchBox
          action="/search"
          of="Anything"
          value={q}
          label="Words, a name or a printed id"
          placeholder="Words, a name or a printed id"
        />
      </div>
      <EntryGroups groups={await groupsFor(actor, q)} />
    </Page>
  );
}
