import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { PrintButton } from "@/components/statements/print-button.client";
import { Empty } from "@/components/ui/note";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { listCalls } from "@/lib/checks/server";

export const metadata: Metadata = { title: "Call sheet", robots: { index: false } };

export default async function CallsPage({ params }: PageProps<"/check/[id]/calls">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const { id } = await params;
  const { publicId, title, language, calls } = await listCalls(actor, id).catch(orNotFound);
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/check", label: "Checks" },
          { href: `/check/${publicId}` as Route, label: publicId },
        ]}
        here="Call sheet"
      />
      <PageHead
        title={
          <span lang={language} dir="auto">
            {title}
          </span>
        }
        lede="What to ask whom. No quotation stands here: read a source nothing that was not said, and ask what was."
        actions={<PrintButton />}
      />
      {calls.length === 0 ? (
        <Empty title="Nothing to ask">No finding is open, and nobody wrote a query on the proof sheet.</Empty>
      ) : (
        calls.map(({ whom, questions }) => (
          <section key={whom} className="above-4">
            <h2 className="calls__whom">
              <bdi>{whom}</bdi>
            </h2>
            <ol className="calls">
              {questions.map(({ start, place, ask }) => (
                <li key={`${start} ${ask}`}>
                  <span className="small">{place}</span>
                  <span dir="auto">{ask}</span>
                </li>
              ))}
            </ol>
          </section>
        ))
      )}
    </Page>
  );
}
