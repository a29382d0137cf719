import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { PositionForm } from "@/components/claims/position-form";
import { Fold } from "@/components/forms/fold.client";
import { PageForm } from "@/components/forms/page-form";
import { ChangedSource } from "@/components/review/changed-source";
import { ChecklistForm } from "@/components/review/checklist-form";
import { Comments } from "@/components/review/comments";
import { SourcePane } from "@/components/review/source-pane";
import { StatementPane } from "@/components/review/statement-pane";
import { AnchorForm } from "@/components/review/step-forms";
import { Transitions } from "@/components/review/transitions";
import { SourcingForm } from "@/components/sourcing/sourcing-form";
import { SourcingGlance } from "@/components/sourcing/sourcing-glance";
import { RoleConflict } from "@/components/statements/role-by-record";
import { speakerName, stateWord } from "@/components/statements/words";
import { LinkButton } from "@/components/ui/button";
import { Crumbs, Page } from "@/components/ui/page";
import { Steps } from "@/components/ui/steps";
import { VerdictAxes } from "@/components/verdicts/verdict-axes";
import { TruthForm, VerdictForm } from "@/components/verdicts/verdict-form";
import { type Actor, can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { countPositionsTaken, listPositionsOf } from "@/lib/claims/server";
import { findWaitingSighting } from "@/lib/editions/server";
import { listRelationsOf } from "@/lib/relations/server";
import { CHECKLIST, openChecks } from "@/lib/review";
import { getReview, listQueue } from "@/lib/review/server";
import { corroborationOf, findAssessedAlike, latestSourcing } from "@/lib/sourcing/server";
import { findRoleOnDay } from "@/lib/speakers/server";
import { isEditable } from "@/lib/statements";
import { getStatement } from "@/lib/statements/server";
import { latestVerdicts, listScales } from "@/lib/verdicts/server";
import * as actions from "./actions";
import { NextStep } from "./next-step";
import { reviewPageAction } from "./page-action";
import { SAVED_TOGETHER } from "./parts";
import { RelationsPart } from "./relations-part";

export const metadata: Metadata = { title: "Review", robots: { index: false } };

export default async function ReviewPage({ params, searchParams }: PageProps<"/review/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "statement:read_unpublished")) notFound();
  const { id } = await params;
  const search = await searchParams;
  const word = (name: string) => (typeof search[name] === "string" ? search[name] : "");
  const statement = await getStatement(actor, id).catch(orNotFound);
  const [review, sourcing, corroboration, verdicts, relations, positions, taken, neighbours, sighting, role] =
    await Promise.all([
      getReview(actor, id),
      latestSourcing(actor, id),
      corroborationOf(actor, id),
      latestVerdicts(actor, id),
      listRelationsOf(actor, id),
      listPositionsOf(actor, statement.id),
      countPositionsTaken(actor, statement.id),
      neighboursOf(actor, id),
      findWaitingSighting(actor, id),
      findRoleOnDay(actor, { ...statement, speakerId: statement.speaker?.id ?? null }),
    ]);
  const { facts } = review;
  const at = { statementId: statement.publicId, version: facts.version };
  const mayAssess = isEditable(facts.state) && can(actor, "sourcing:assess");
  const standing = (axis: string) => verdicts.find((verdict) => verdict.axis === axis) ?? null;
  const alikeId = mayAssess && sourcing === null ? await findAssessedAlike(actor, id) : null;
  const isFilledIn = alikeId !== null && word("like") === alikeId;
  const filledIn = isFilledIn ? await latestSourcing(actor, alikeId) : null;
  const given = facts.axesGiven.filter((axis) => axis !== "true").length;
  const unjudged = mayAssess
    ? (["said", "faithful", "in_context"] as const).find((axis) => standing(axis) === null)
    : null;
  const checked = CHECKLIST.length - openChecks(facts.checks).length;
  return (
    <Page isWide>
      <PageForm action={reviewPageAction} together={SAVED_TOGETHER}>
        <div className="rvhead">
          <div>
            <Crumbs above={[{ href: "/review", label: "Review" }]} here={<span className="id">{id}</span>} />
            <h1 className="title">
              <bdi>{speakerName(statement)}</bdi>
            </h1>
          </div>
          <Steps label="State" steps={stepsFor(facts.state)} at={facts.state} />
          <div className="btns noprint">
            {neighbours.previous ? (
              <LinkButton
                href={`/review/${neighbours.previous}` as Route}
                isSmall
                icon="chevron-left"
                shortcut="k"
              >
                Previous
              </LinkButton>
            ) : null}
            {neighbours.next ? (
              <LinkButton
                href={`/review/${neighbours.next}` as Route}
                isSmall
                icon="chevron-right"
                shortcut="j"
              >
                Next
              </LinkButton>
            ) : null}
            {isEditable(facts.state) && can(actor, "statement:edit") ? (
              <LinkButton href={`/statements/${id}/edit` as Route} isSmall icon="pencil" shortcut="e">
                Edit
              </LinkButton>
            ) : null}
          </div>
        </div>
        <div className="panes">
          <section aria-label="Source">
            <div className="stick">
              <SourcePane
                statement={statement}
                around={statement.around}
                source={statement.source}
                anchor={statement.anchors[0] ?? null}
                editions={statement.source.editions.length}
                capturedBy={review.author}
              />
              {sighting ? (
                <div className="above-4">
                  <ChangedSource
                    action={can(actor, "statement:edit") ? actions.keepWordsAction : null}
                    sighting={sighting}
                    statement={statement}
                    mayCorrect={statement.state === "published" && can(actor, "statement:correct")}
                    {...at}
                  />
                </div>
              ) : null}
              {statement.anchor && statement.anchor.state !== "exact" && isEditable(facts.state) ? (
                <div className="above-4">
                  <AnchorForm
                    action={actions.explainAction}
                    explanation={facts.anchor?.explanation ?? ""}
                    {...at}
                  />
                </div>
              ) : null}
            </div>
          </section>
          <section aria-label="Statement">
            <div className="stick">
              <StatementPane
                statement={statement}
                relations={relations}
                positions={positions}
                beside={
                  <RoleConflict roleThen={statement.roleThen} byRecord={role} speaker={statement.speaker} />
                }
              >
                {can(actor, "position:take") ? (
                  <Fold className="behind">
                    <summary>Take a position on a claim</summary>
                    <div className="above-3">
                      <PositionForm
                        action={actions.positionAction}
                        statementId={id}
                        taken={taken}
                        withPublicNote={
                          can(actor, "published:change") &&
                          (statement.state === "published" || statement.state === "retracted")
                        }
                      />
                    </div>
                  </Fold>
                ) : null}
              </StatementPane>
            </div>
          </section>
          <section aria-labelledby="assessment-title">
            <h2 id="assessment-title">Assessment</h2>
            <NextStep actor={actor} statement={statement} review={review} again={word("again")} />
            <nav className="styles above-5 noprint" aria-label="Parts of the assessment">
              <a href="#sourcing" data-key="1" data-into>
                Sourcing <span className="num meta">{sourcing ? "set" : "not set"}</span>
              </a>
              <a href="#relations" data-key="2" data-into>
                Relations <span className="num meta">{relations.length}</span>
              </a>
              <a href={`#${unjudged ? `verdict-${unjudged}` : "verdicts"}`} data-key="3" data-into>
                Verdicts <span className="num meta">{given} of 3</span>
              </a>
              <a href={mayAssess ? "#checklist" : "#checks"} data-key="4" data-into>
                Checklist{" "}
                <span className="num meta">
                  {checked} of {CHECKLIST.length}
                </span>
              </a>
            </nav>
            <h3 className="fh">Sourcing</h3>
            {mayAssess ? (
              <SourcingForm
                action={actions.assessAction}
                sourcing={sourcing ?? filledIn}
                corroboration={corroboration}
                alike={alikeId === null ? null : { publicId: alikeId, isFilledIn }}
                {...at}
              />
            ) : (
              <div id="sourcing">
                <SourcingGlance sourcing={sourcing} corroboration={corroboration} />
              </div>
            )}
            <RelationsPart
              actor={actor}
              statement={statement}
              relations={relations}
              find={word("find")}
              otherId={word("other")}
              isTurned={word("turned") === "1"}
            />
            <h3 className="fh" id="verdicts">
              Verdicts
            </h3>
            {mayAssess ? (
              <>
                {(["said", "faithful", "in_context"] as const).map((axis) => (
                  <VerdictForm
                    key={axis}
                    action={actions.verdictAction}
                    axis={axis}
                    standing={standing(axis)}
                    {...at}
                  />
                ))}
                <TruthForm
                  action={actions.verdictAction}
                  unjudge={actions.unjudgeAction}
                  scales={await listScales()}
                  standing={standing("true")}
                  {...at}
                />
              </>
            ) : (
              <VerdictAxes verdicts={verdicts} />
            )}
            <h3 className="fh" id="checks">
              Checklist
            </h3>
            {mayAssess ? (
              <ChecklistForm action={actions.checkAction} checks={facts.checks} {...at} />
            ) : (
              <p id="checklist">
                {checked} of {CHECKLIST.length} checks are done or explained.
              </p>
            )}
            <h3 className="fh">Comments</h3>
            <Comments
              statementId={id}
              comments={review.comments}
              comment={actions.commentAction}
              resolve={actions.resolveCommentAction}
            />
            <h3 className="fh">Steps so far</h3>
            <Transitions steps={review.transitions} />
          </section>
        </div>
      </PageForm>
    </Page>
  );
}

const WAY = ["captured", "in_review", "submitted", "approved", "published"];

/** The way of a statement; a state beside the way stands where it was left. */
function stepsFor(state: string) {
  const way = WAY.includes(state) ? WAY : (BESIDE[state] ?? WAY);
  return way.map((key) => ({ key, ...stateWord(key) }));
}

const BESIDE: Readonly<Record<string, string[]>> = {
  changes_requested: ["captured", "changes_requested", "submitted", "approved", "published"],
  retracted: [...WAY, "retracted"],
  declined: ["captured", "declined"],
};

async function neighboursOf(actor: Actor, id: string) {
  const { items } = await listQueue(actor, "mine", { take: 200 });
  const at = items.findIndex(({ publicId }) => publicId === id);
  if (at === -1) return { previous: null, next: items[0]?.publicId ?? null };
  return { previous: items[at - 1]?.publicId ?? null, next: items[at + 1]?.publicId ?? null };
}
