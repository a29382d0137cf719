import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { AddFiles, CancelBatch } from "@/components/imports/batch-forms";
import { BatchReport, ReportStates } from "@/components/imports/batch-report";
import { documentsOf, tallyWords } from "@/components/imports/batch-words";
import { KeepLooking } from "@/components/imports/keep-looking.client";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { Progress } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { MOST, REPORTED } from "@/lib/batches";
import { type BatchDetail, getBatch } from "@/lib/batches/server";
import { BATCH_FILES } from "../../accepted";
import { addFilesAction, cancelBatchAction } from "./actions";

export const metadata: Metadata = { title: "Import of many files", robots: { index: false } };

export default async function BatchPage({ params, searchParams }: PageProps<"/import/batch/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const [{ id: batchId }, query] = await Promise.all([params, searchParams]);
  const state = REPORTED.find((one) => one === query.state);
  const page = Number(typeof query.page === "string" ? query.page : 1);
  const batch = await getBatch(actor, {
    ...{ batchId, state, page: Number.isInteger(page) ? page : 1 },
  }).catch(orNotFound);
  const isUnderWay = batch.counts.queued > 0;
  return (
    <Page>
      <Crumbs above={[{ href: "/import", label: "Import" }]} here={batchId} />
      <PageHead
        title={`Import of ${countOf(documentsOf(batch.counts), "file")}`}
        lede={
          <>
            Brought by you, <Time value={batch.createdAt} precision="time" />. {ACCEPTED[batch.accepts]} Only
            you see it.
          </>
        }
        actions={
          batch.toDecide > 0 ? (
            <LinkButton href="/import/work" variant="main" icon="list-checks">
              Decide all that waits
            </LinkButton>
          ) : null
        }
      />
      <Notice of={typeof query.notice === "string" ? query.notice : ""} />
      <Missing batch={batch} />
      <Section
        id="stands"
        title="Where it stands"
        margin={
          isUnderWay
            ? "It goes on when you leave this page, and after a restart of the server where it stood."
            : "All of it was looked at."
        }
      >
        <Standing batch={batch} />
        {isUnderWay ? (
          <div className="btns above-3">
            <CancelBatch action={cancelBatchAction} batchId={batchId} />
            <LinkButton href={`/import/batch/${batchId}` as Route} icon="refresh-cw">
              Look again
            </LinkButton>
            <KeepLooking />
          </div>
        ) : null}
      </Section>
      <Section
        id="report"
        title="What came of each"
        margin="By the name of the file: first what was refused, then what waits for you, what was stored, and what was known."
      >
        <ReportStates batchId={batchId} counts={batch.counts} states={REPORTED} shown={batch.state} />
        <BatchReport files={batch.files} />
        <Pages batch={batch} />
      </Section>
      <div className="noprint">
        <Section
          id="add"
          title="Add files"
          margin={`At most ${MOST.files.toLocaleString("en-GB")} files and ${MOST.bytes / 1024 ** 2} MB in all, ${MOST.fileBytes / 1024 ** 2} MB each. Without scripts ${MOST.sendingBytes / 1024 ** 2} MB arrive in one sending; add the next ones here.`}
          isLast
        >
          <AddFiles action={addFilesAction} batchId={batchId} accept={BATCH_FILES} />
        </Section>
      </div>
    </Page>
  );
}

const ACCEPTED: Readonly<Record<string, string>> = {
  none: "Nothing is accepted without you: what was found waits in one list.",
  confident: "What is in no doubt is accepted and stored; the rest waits in one list.",
  all: "All that was found is accepted and stored, but for what asks you something.",
};

function Standing({ batch }: { batch: BatchDetail }) {
  const { counts, stored, toDecide, inHand } = batch;
  const all = documentsOf(counts);
  const done = all - counts.queued;
  return (
    <>
      <p role="status">
        {counts.queued > 0
          ? `${done.toLocaleString("en-GB")} of ${countOf(all, "file")} read`
          : `Done: ${tallyWords(counts)}`}
        .
      </p>
      {counts.queued > 0 ? <Progress label="Files read" value={done} max={all} /> : null}
      <p>
        {counts.queued > 0 ? `So far: ${tallyWords(counts)}. ` : ""}
        {stored > 0 ? `${countOf(stored, "statement")} stored. ` : ""}
        {toDecide > 0 ? `${countOf(toDecide, "proposal")} to decide by now.` : ""}
        {inHand === null ? null : (
          <>
            {" "}
            In hand: <bdi>{inHand}</bdi>.
          </>
        )}
      </p>
    </>
  );
}

const NOTICES: Readonly<Record<string, string>> = {
  added: "The files are added",
  cancelled: "The rest is cancelled: what was read stays, and a file that is being read is read to its end",
};

function Notice({ of }: { of: string }) {
  const title = Object.hasOwn(NOTICES, of) ? NOTICES[of] : undefined;
  return title === undefined ? null : <Note title={title} isLive />;
}

/** Of a choice that came in portions, that some of it never arrived. */
function Missing({ batch: { chosen, cameInPortions, cancelledAt } }: { batch: BatchDetail }) {
  if (chosen === null || cameInPortions >= chosen || cancelledAt !== null) return null;
  return (
    <Note
      tone="care"
      title={`${cameInPortions.toLocaleString("en-GB")} of ${countOf(chosen, "chosen file")} arrived`}
    >
      <p>
        The others are on their way, or the page that sent them was left. Choose all of them again below: a
        file that is here already is told as known.
      </p>
    </Note>
  );
}

function Pages({ batch: { publicId, page, pages, state } }: { batch: BatchDetail }) {
  if (pages === 1) return null;
  const at = (number: number) =>
    `/import/batch/${publicId}?${state === null ? "" : `state=${state}&`}page=${number}#report` as Route;
  return (
    <nav className="bar noprint" aria-label="Pages of the report">
      <span className="meta">
        Page {page} of {pages}
      </span>
      <span className="push btns">
        {page > 1 ? (
          <Link className="btn btn--sm" href={at(page - 1)} rel="prev">
            Previous page
          </Link>
        ) : null}
        {page < pages ? (
          <Link className="btn btn--sm" href={at(page + 1)} rel="next">
            Next page
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
