import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { pageOrNotFound } from "@/app/listed";
import { CheckFieldset } from "@/components/checks/check-fields";
import { CheckList } from "@/components/checks/check-list";
import { ActionForm } from "@/components/forms/action-form";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { CHECK_VIEWS } from "@/lib/checks";
import { listChecks } from "@/lib/checks/server";
import { findStoryTold } from "@/lib/stories/server";
import { startCheckAction } from "./actions";

export const metadata: Metadata = { title: "Check a draft", robots: { index: false } };

const KNOWN = { story: "one", view: CHECK_VIEWS.map(({ key }) => key), after: "one" } as const;

export default async function ChecksPage({ searchParams }: PageProps<"/check">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const query = await searchParams;
  const slug = typeof query.story === "string" ? query.story : undefined;
  const after = typeof query.after === "string" ? query.after : undefined;
  const view = CHECK_VIEWS.find(({ key }) => key === query.view)?.key;
  const [checks, story] = await Promise.all([
    pageOrNotFound(listChecks(actor, { story: slug, view, after })),
    findStoryTold(actor, slug),
  ]);
  const isList = view !== undefined || after !== undefined;
  const here = (asked: Readonly<Record<string, string | undefined>>) => addressOf({ story: slug, ...asked });
  return (
    <Page>
      <PageHead
        title="Check a draft"
        lede={
          <>
            Every quotation in it is compared, word by word, with what the desk holds and with what you give
            it. Nothing leaves this machine, and nothing is published. An old list of references has{" "}
            <Link href="/check/bibliography">a page of its own</Link>.
          </>
        }
        actions={
          isList ? (
            <LinkButton href={here({})} icon="file-check">
              Check a draft
            </LinkButton>
          ) : (
            <LinkButton href={here({ view: "open" })} icon="list-checks" variant="quiet">
              Checks that are open
            </LinkButton>
          )
        }
      />
      <AddressNote asked={query} known={KNOWN} />
      {isList ? null : (
        <ActionForm action={startCheckAction} id="check-form" label="Check a draft">
          <CheckFieldset story={story} />
        </ActionForm>
      )}
      <Section
        id="checks"
        title={slug ? "Checks of this story" : "Checks of the desk"}
        margin="Everybody at the desk sees them; no reader does."
        isLast
      >
        {slug === undefined ? null : (
          <p className="below-3">
            <bdi>{story || slug}</bdi>. <Link href={addressOf({ view })}>Checks of all stories</Link>
          </p>
        )}
        <nav className="styles noprint below-3" aria-label="Views of the checks">
          {[{ key: undefined, label: "All" }, ...CHECK_VIEWS].map(({ key, label }) => (
            <Link
              key={label}
              href={here({ view: key })}
              aria-current={key === view && after === undefined ? "page" : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        {checks.items.length === 0 ? (
          <Empty title={view === undefined ? "No check yet" : NONE[view]}>
            Paste a draft under <i>Check a draft</i>. What is found stays here, with what everybody decided of
            it.
          </Empty>
        ) : (
          <>
            <CheckList checks={checks.items} />
            <Pager
              next={checks.next ? here({ view, after: checks.next }) : null}
              first={after === undefined ? null : here({ view })}
              summary={`${countOf(checks.items.length, "check")}, newest first`}
            />
          </>
        )}
      </Section>
    </Page>
  );
}

const NONE = {
  open: "No check is open",
  asked: "Nobody asks you about a finding",
  closed: "No check is closed",
} as const;

function addressOf(asked: Readonly<Record<string, string | undefined>>): Route {
  const told = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/check${told.length === 0 ? "" : `?${new URLSearchParams(told)}#checks`}` as Route;
}
