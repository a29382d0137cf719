import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { CheckHead } from "@/components/checks/check-head";
import { CheckFiles, CheckNotes } from "@/components/checks/check-notes";
import { CloseCheck } from "@/components/checks/close-check";
import { ColleagueNames } from "@/components/checks/colleagues";
import { FindingItem } from "@/components/checks/finding-item";
import { FindingsParts, FindingsViews } from "@/components/checks/findings-views";
import { LabelsDefined } from "@/components/checks/labels-defined";
import { CheckMaterials } from "@/components/checks/materials";
import { markOfFinding } from "@/components/checks/shown";
import { PageForm } from "@/components/forms/page-form";
import { Reader } from "@/components/sources/reader";
import { Empty } from "@/components/ui/note";
import { Page, Section } from "@/components/ui/page";
import { listColleagues } from "@/lib/accounts/server";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { findingsView, isMarkedBeside, partOf, queryOfView } from "@/lib/checks";
import { getCheck } from "@/lib/checks/server";
import {
  addMaterialAction,
  captureMaterialAction,
  closeCheckAction,
  compareAgainAction,
  decideFindingAction,
  removeMaterialAction,
  reopenCheckAction,
} from "./actions";
import { checkPageAction } from "./page-action";

export const metadata: Metadata = { title: "Check", robots: { index: false } };

export default async function CheckPage({ params, searchParams }: PageProps<"/check/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { done } = query;
  const [check, colleagues] = await Promise.all([
    getCheck(actor, id).catch(orNotFound),
    listColleagues(actor),
  ]);
  const { publicId, language, draft, findings } = check;
  const view = findingsView.parse(query);
  const { shown, part, parts } = partOf(findings, view);
  const isShown = new Set(shown.map(({ number }) => number));
  const isMarked = isMarkedBeside(shown, findings.length);
  const marks = findings.flatMap((finding, index) => {
    const number = index + 1;
    if (!isMarked(number)) return [];
    const there = isShown.has(number) ? "" : `/check/${publicId}${queryOfView({ show: "all", at: number })}`;
    return [markOfFinding(finding, number, `${there}#f${number}`)];
  });
  const at = { publicId, language, isClosed: check.closedAt !== null, show: view.show };
  return (
    <Page isWide>
      <ColleagueNames names={colleagues.map(({ name }) => name)} />
      <PageForm action={checkPageAction} here={queryOfView({ show: view.show, part })}>
        <CheckHead check={check} compareAgain={compareAgainAction} />
        <CheckNotes check={check} done={typeof done === "string" ? done : null} />
        <div className="imp">
          <section aria-labelledby="h-read" className="imp__text">
            <h2 id="h-read" className="imp__h">
              The draft
              <span className="legend">
                <span>
                  <span className="keyline keyline--pass" /> as in the record
                </span>
                <span>
                  <span className="keyline keyline--look" /> to look at
                </span>
                <span>
                  <span className="keyline keyline--done" /> decided
                </span>
              </span>
            </h2>
            {marks.length === findings.length ? null : (
              <p className="why noprint check__marked">
                {marks.length} of {findings.length.toLocaleString("en-GB")} findings are marked here, those of
                this part and next to it. The other parts of the list mark theirs.
              </p>
            )}
            <Reader text={draft.text} marks={marks} language={language} />
          </section>
          <section aria-labelledby="h-found" className="imp__p">
            <h2 id="h-found" className="imp__h">
              What was found
            </h2>
            <LabelsDefined labels={findings.map(({ label }) => label)} />
            {findings.length === 0 ? (
              <Empty title="No attributed statement" level={3}>
                Nobody is quoted in this draft, and no words stand in quotation marks.
              </Empty>
            ) : (
              <>
                <FindingsViews publicId={publicId} show={view.show} open={check.open} all={findings.length} />
                {shown.length === 0 ? (
                  <Empty title="Nothing to look at" level={3}>
                    Every finding is as in the record, or somebody decided it.
                  </Empty>
                ) : (
                  <ol className="props">
                    {shown.map(({ finding, number }) => (
                      <FindingItem
                        key={finding.key}
                        check={at}
                        finding={finding}
                        number={number}
                        company={check.company}
                        decide={decideFindingAction}
                        capture={captureMaterialAction}
                      />
                    ))}
                  </ol>
                )}
                <FindingsParts
                  publicId={publicId}
                  show={view.show}
                  part={part}
                  parts={parts}
                  first={shown[0]?.number ?? 0}
                  last={shown.at(-1)?.number ?? 0}
                />
              </>
            )}
          </section>
        </div>
        <nav className="imp__jump noprint" aria-label="Draft and findings">
          <a className="btn btn--sm" href="#h-read">
            The draft
          </a>
          <a className="btn btn--sm" href="#h-found">
            What was found
          </a>
        </nav>
        <CheckFiles publicId={publicId} />
        <Section
          id="material"
          title="What stands behind it"
          margin="For the desk alone. It becomes no source unless somebody imports it."
        >
          <CheckMaterials check={check} add={addMaterialAction} remove={removeMaterialAction} />
        </Section>
        <Section id="close" title="Close the check" isLast>
          <CloseCheck
            check={check}
            mayWaive={can(actor, "check:waive")}
            close={closeCheckAction}
            reopen={reopenCheckAction}
          />
        </Section>
      </PageForm>
    </Page>
  );
}
