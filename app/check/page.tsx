import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckFieldset } from "@/components/checks/check-fields";
import { CheckList } from "@/components/checks/check-list";
import { ActionForm } from "@/components/forms/action-form";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { listChecks } from "@/lib/checks/server";
import { findStoryTold } from "@/lib/stories/server";
import { startCheckAction } from "./actions";

export const metadata: Metadata = { title: "Check a draft", robots: { index: false } };

export default async function ChecksPage({ searchParams }: PageProps<"/check">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const query = await searchParams;
  const slug = typeof query.story === "string" ? query.story : undefined;
  const after = typeof query.after === "string" ? query.after : undefined;
  const [checks, story] = await Promise.all([
    listChecks(actor, { story: slug, after }),
    findStoryTold(actor, slug),
  ]);
  const next = new URLSearchParams({ ...(slug ? { story: slug } : {}), after: checks.next ?? "" });
  return (
    <Page>
      <PageHead
        title="Check a draft"
        lede="Every quotation in it is compared, word by word, with what the desk holds and with what you give it. Nothing leaves this machine, and nothing is published."
      />
      {after === undefined ? (
        <ActionForm action={startCheckAction} id="check-form" label="Check a draft">
          <CheckFieldset story={story} />
        </ActionForm>
      ) : null}
      <Section
        id="checks"
        title={slug ? "Checks of this story" : "Checks of the desk"}
        margin="Everybody at the desk sees them; no reader does."
        isLast
      >
        {checks.items.length === 0 ? (
          <Empty title="No check yet">
            Paste a draft above. What is found stays here, with what everybody decided of it.
          </Empty>
        ) : (
          <>
            <CheckList checks={checks.items} />
            <Pager
              next={checks.next ? `/check?${next}` : null}
              first={after === undefined ? null : "/check"}
              summary={`${countOf(checks.items.length, "check")}, newest first`}
            />
          </>
        )}
      </Section>
    </Page>
  );
}
