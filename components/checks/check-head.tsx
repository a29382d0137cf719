import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/button";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { CHECK_SCOPES } from "@/lib/checks";
import type { FormAction } from "@/lib/forms";
import { directionOf, labelOf } from "@/lib/text";
import { CheckState } from "./check-list";
import type { ShownCheck } from "./shown";

/** What was compared with what, when and by whom, and what can be done with all of it. */
export function CheckHead({ check, compareAgain }: { check: ShownCheck; compareAgain: FormAction }) {
  const { publicId, title, language, searched, story } = check;
  return (
    <>
      <Crumbs above={[{ href: "/check", label: "Checks" }]} here={publicId} />
      <PageHead
        title={
          <span lang={language} dir={directionOf(title, language)}>
            {title}
          </span>
        }
        lede={
          <>
            Draft {check.draft.number}, compared <Time value={check.ranAt} precision="time" /> with{" "}
            {countOf(searched.texts, "text")} of {searched.words.toLocaleString("en-GB")} words and{" "}
            {countOf(searched.statements, "stored statement")}.
          </>
        }
        actions={
          <>
            <LinkButton href={`/check/${publicId}/proof` as Route} variant="quiet" icon="list-checks">
              Proof sheet
            </LinkButton>
            {check.closedAt ? null : (
              <>
                <LinkButton href={`/check/${publicId}/edit` as Route} icon="square-pen">
                  Edit the draft
                </LinkButton>
                <ActionForm
                  action={compareAgain}
                  id="compare-again"
                  label="Compare again"
                  version={check.version}
                >
                  <Hidden values={{ checkId: publicId }} />
                  <SubmitButton variant="plain" icon="refresh-cw" pendingLabel="Comparing…">
                    Compare again
                  </SubmitButton>
                </ActionForm>
              </>
            )}
          </>
        }
      />
      <Run>
        <CheckState closedAt={check.closedAt} open={check.open} />
        <span>{countOf(check.findings.length, "statement")}</span>
        <span>{labelOf(CHECK_SCOPES, check.scope)}</span>
        {story ? <Link href={`/stories/${story.slug}` as Route}>{story.title}</Link> : null}
        {check.by ? (
          <span>
            begun by <bdi>{check.by}</bdi>
          </span>
        ) : null}
      </Run>
    </>
  );
}
