import type { Metadata, Route } from "next";
import { Fragment } from "react";
import { chosenStyle } from "@/app/citation-style/chosen";
import { CiteBox } from "@/components/citations/cite-box";
import { CopyButton } from "@/components/citations/copy-button.client";
import { LinkedData } from "@/components/citations/linked-data";
import { LineageGlance } from "@/components/lineage/lineage-glance";
import { NoticeList } from "@/components/notices/notice-list";
import { SeenAgain } from "@/components/sources/seen-again";
import { SourcingGlance } from "@/components/sourcing/sourcing-glance";
import { Around } from "@/components/statements/around";
import { ClaimPositions } from "@/components/statements/claim-positions";
import { Competing } from "@/components/statements/competing";
import { History } from "@/components/statements/history";
import { deskHistory, publicHistory } from "@/components/statements/history-words";
import { PrintButton } from "@/components/statements/print-button.client";
import { Provenance } from "@/components/statements/provenance";
import { RoleConflict } from "@/components/statements/role-by-record";
import { StatementHero } from "@/components/statements/statement-hero";
import { StatementNotice } from "@/components/statements/statement-notice";
import { Translation } from "@/components/statements/translation";
import { VerdictEvidence } from "@/components/statements/verdict-evidence";
import { speakerName } from "@/components/statements/words";
import { AnchorButton, LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Crumbs, Page, Section } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { VerdictAxes } from "@/components/verdicts/verdict-axes";
import { can } from "@/lib/auth";
import { shortForms, toCoins, toQuotation } from "@/lib/citations";
import { citeIn } from "@/lib/citations/server";
import { findSighting } from "@/lib/editions/server";
import { FORMATS } from "@/lib/exports/server";
import { absoluteUrl } from "@/lib/http";
import { listPrinted } from "@/lib/lineage/server";
import { isStandingConflict } from "@/lib/relations";
import { findRoleOnDay } from "@/lib/speakers/server";
import { isEditable, wordedInFull } from "@/lib/statements";
import { listStyles } from "@/lib/styles/server";
import { printTitleOf, statementMetadata, titleOf } from "./metadata";
import { readJudged, readStatement } from "./read";

export async function generateMetadata({ params }: PageProps<"/statements/[id]">): Promise<Metadata> {
  const { statement } = await readStatement((await params).id);
  return statementMetadata(statement);
}

export default async function StatementPage({ params }: PageProps<"/statements/[id]">) {
  const { actor, statement } = await readStatement((await params).id);
  const { ties, sourcing, corroboration, verdicts, audit, notices } = await readJudged(actor, statement.id);
  const [chosen, styles, { printed, isCut }, sighting, byRecord] = await Promise.all([
    chosenStyle(),
    listStyles(),
    listPrinted(actor, statement),
    findSighting(actor, statement.publicId),
    findRoleOnDay(actor, { ...statement, speakerId: statement.speaker?.id ?? null }),
  ]);
  const { publicId } = statement;
  const address = `/statements/${publicId}`;
  const conflicts = ties.filter(({ relation, other }) =>
    isStandingConflict(relation, [statement.state, other.state]),
  ).length;
  return (
    <Page printTitle={printTitleOf(statement)}>
      <Crumbs
        above={[{ href: "/statements", label: "Statements" }]}
        here={<span className="id">{publicId}</span>}
      />
      <article>
        <span className="Z3988" title={toCoins(statement)} />
        <LinkedData of={toQuotation(statement)} />
        <StatementHero
          statement={statement}
          title={titleOf(statement)}
          held={byRecord?.held}
          beside={
            // of what a source printed visitors are told no doubt that nobody has looked into
            can(actor, "statement:read_unpublished") ? (
              <RoleConflict roleThen={statement.roleThen} byRecord={byRecord} speaker={statement.speaker} />
            ) : null
          }
          notice={
            <StatementNotice
              href={address}
              corrections={statement.corrections}
              retractions={statement.retractions}
            />
          }
          actions={
            <>
              <AnchorButton href="#cite" variant="main" icon="quote">
                Cite
              </AnchorButton>
              <CopyButton text={absoluteUrl(address)} copies="address" isPlain>
                Copy address
              </CopyButton>
              {can(actor, "review:comment") ? (
                <LinkButton href={`/review/${publicId}` as Route} icon="list-checks" shortcut="r">
                  Review
                </LinkButton>
              ) : null}
              {can(actor, "statement:edit") && isEditable(statement.state) ? (
                <LinkButton href={`${address}/edit` as Route} icon="pencil" shortcut="e">
                  Edit
                </LinkButton>
              ) : null}
              <PrintButton />
            </>
          }
        />
        <Section id="provenance" title="How it reached us">
          <Provenance statement={statement} />
          {sighting ? <SeenAgain sighting={sighting} language={statement.language} /> : null}
          <Translation statement={statement} />
          {statement.story ? (
            <p className="small above-5">
              In the story{" "}
              <Link href={`/stories/${statement.story.slug}` as Route}>{statement.story.title}</Link>
            </p>
          ) : null}
        </Section>
        <Section
          id="around"
          title="Around it"
          margin={
            statement.anchor
              ? `The sentences before and after, from edition ${statement.anchor.edition.number}.`
              : undefined
          }
        >
          <Around
            statement={statement}
            around={statement.around}
            language={statement.source.language}
            context={statement.context}
          />
        </Section>
        <LineageGlance
          printed={printed}
          isCut={isCut}
          href={`${address}/lineage`}
          isForDesk={can(actor, "statement:read_unpublished")}
        />
        <Section
          id="competing"
          title="Competing statements"
          margin={
            ties.length > 0
              ? `${conflicts === 1 ? "1 conflict stands" : `${conflicts} conflicts stand`}, ${ties.length - conflicts} beside ${conflicts === 1 ? "it" : "them"}.`
              : undefined
          }
        >
          <Competing
            statement={statement}
            ties={ties}
            empty={
              <p className="small">None is recorded. That says what was found, not that there is none.</p>
            }
          />
          <ClaimPositions positions={statement.positions} />
        </Section>
        <Section
          id="sourcing"
          title="Sourcing"
          margin={
            sourcing ? (
              <p>
                Judged {sourcing.assessedBy ? `by ${sourcing.assessedBy}, ` : ""}
                <Time value={sourcing.assessedAt} precision="day" />. Source and information are graded apart
                and never averaged.
              </p>
            ) : undefined
          }
        >
          {/* the note is written for colleagues */}
          <SourcingGlance
            sourcing={sourcing && { ...sourcing, note: audit ? sourcing.note : undefined }}
            corroboration={corroboration}
          />
        </Section>
        <Section id="verdicts" title="Verdicts" margin="Four questions, kept apart.">
          <VerdictAxes verdicts={verdicts} />
          <VerdictEvidence verdicts={verdicts} />
        </Section>
        <Section id="history" title="History" margin="Append-only. Nothing published is overwritten.">
          <History
            entries={audit ? deskHistory(audit) : publicHistory(statement)}
            empty="Nothing is recorded of it yet."
          />
          {audit && statement.versions.length > 0 ? (
            <p className="small above-3">
              As it was published:{" "}
              {statement.versions.map(({ number }, index) => (
                <Fragment key={number}>
                  {index > 0 ? ", " : null}
                  <Link href={`${address}/versions/${number}` as Route}>version {number}</Link>
                </Fragment>
              ))}
            </p>
          ) : null}
          {notices.length > 0 ? (
            <>
              <h3 className="fh above-5">Changes beside the words</h3>
              <p className="small below-3">
                Made by an editor since it was published, in what this page shows besides the statement’s own
                words. Earlier citations may carry the former data.
              </p>
              <NoticeList notices={notices} />
            </>
          ) : null}
        </Section>
        <Section id="cite" title="Cite" margin="Your last style is remembered." isLast>
          <CiteBox
            address={address}
            styles={styles}
            chosen={chosen.key}
            gone={chosen.gone}
            forms={await citeIn(statement, chosen.style)}
            quotation={`${speakerName(statement)}: ${wordedInFull(statement)}`}
            downloads={FORMATS.filter(({ isReference }) => isReference)}
            others={`/exports?id=${publicId}`}
            shortForms={shortForms(statement)}
          />
        </Section>
      </article>
    </Page>
  );
}
