import type { Metadata, Route } from "next";
import { addressOf } from "@/components/forms/typed";
import { TypedForm } from "@/components/forms/typed-form";
import { LinkButton } from "@/components/ui/button";
import { Empty, Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/auth/server";
import { listTyped } from "@/lib/sendings/server";
import { placeOfTyped } from "./records";

export const metadata: Metadata = { title: "Typed and not stored", robots: { index: false } };

const SHOWN = 20;

export default async function TypedPage({ searchParams }: PageProps<"/account/typed">) {
  const actor = await requireActor();
  const search = await searchParams;
  const word = (name: string) => (typeof search[name] === "string" ? search[name] : undefined);
  const [id, after] = [word("id"), word("after")];
  const found = await listTyped(actor, { id, after, take: SHOWN + 1 });
  const typed = found.slice(0, SHOWN);
  const places = new Map<string, Awaited<ReturnType<typeof placeOfTyped>>>();
  for (const { place } of typed) {
    if (!places.has(place)) places.set(place, await placeOfTyped(actor, place));
  }
  return (
    <Page>
      <Crumbs above={[{ href: "/account", label: "Account" }]} here="Typed and not stored" />
      <PageHead
        title="Typed and not stored"
        lede="What you wrote into forms and did not send, or what could not be stored. Only you see it. It goes when you store or discard it, or after sixty days."
        actions={id === undefined ? null : <LinkButton href="/account/typed">All that is kept</LinkButton>}
      />
      {search.refused === undefined ? null : (
        <Note tone="stop" title="Your role does not allow what you sent" isLive>
          <p>Nothing was changed. What you had typed is kept here.</p>
        </Note>
      )}
      {search.gone === undefined ? null : (
        <Note tone="stop" title="What you sent was not stored" isLive>
          <p>Its page was closed meanwhile and leads elsewhere. What you had typed is kept here.</p>
        </Note>
      )}
      {typed.length === 0 ? (
        <Empty title="Nothing is waiting">Everything that you typed was stored or discarded.</Empty>
      ) : (
        <ul className="typed">
          {typed.map((one) => (
            <li key={one.id}>
              <TypedForm
                typed={one}
                place={places.get(one.place) ?? { page: one.place, record: null, isOpen: true }}
                address={addressOf(one)}
                whole={id === undefined ? `/account/typed?id=${one.id}` : null}
              />
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN || after !== undefined ? (
        <Pager
          summary={`${typed.length} on this page, the newest first`}
          next={found.length > SHOWN ? (`/account/typed?after=${typed.at(-1)?.id}` as Route) : null}
          first={after === undefined ? null : "/account/typed"}
        />
      ) : null}
    </Page>
  );
}
