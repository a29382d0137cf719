import type { Metadata, Route } from "next";
import Link from "next/link";
import { addressOf } from "@/components/forms/typed";
import { Empty } from "@/components/ui/note";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/auth/server";
import { WAS } from "@/lib/forms";
import { listTyped } from "@/lib/sendings/server";

export const metadata: Metadata = { title: "Typed and not stored", robots: { index: false } };

export default async function TypedPage() {
  const actor = await requireActor();
  const typed = await listTyped(actor);
  return (
    <Page>
      <Crumbs above={[{ href: "/account", label: "Account" }]} here="Typed and not stored" />
      <PageHead
        title="Typed and not stored"
        lede="What you wrote into forms and did not send, or what could not be stored. Only you see it. It goes when you store or discard it, or after sixty days."
      />
      {typed.length === 0 ? (
        <Empty title="Nothing is waiting">Everything that you typed was stored or discarded.</Empty>
      ) : (
        <ul className="list">
          {typed.map(({ id, place, form, values, keptAt }) => (
            <li key={id} className="stack stack--tight">
              <p>
                <Link href={addressOf({ id, place, form }) as Route}>{place}</Link>{" "}
                <span className="meta">
                  <Time value={keptAt} precision="time" isShort />
                </span>
              </p>
              <dl className="meta">
                {textsOf(values).map(([name, text]) => (
                  <div key={name}>
                    <dt>
                      <b>{name}</b>
                    </dt>
                    <dd dir="auto">{text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text}</dd>
                  </div>
                ))}
              </dl>
              <form action="/typed/discard" method="post">
                <button
                  type="submit"
                  className="btn btn--sm btn--quiet"
                  name="discard"
                  value={id}
                  aria-label={`Discard what was typed into ${form} of ${place}`}
                >
                  Discard it
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

const MOST_SHOWN = 4000;

/** The words among the values: names of records and versions mean nothing to a reader. */
function textsOf(values: Readonly<Record<string, string | readonly string[]>>): [string, string][] {
  return Object.entries(values)
    .map(([name, held]): [string, string] => [name, [held].flat().join(", ")])
    .filter(([name, text]) => text.trim() !== "" && name !== WAS && !/(^id|Id|version|back)$/.test(name));
}
