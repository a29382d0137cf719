import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, RadioField, TextArea, TextField } from "@/components/forms/fields.client";
import { BatchList } from "@/components/imports/batch-list";
import { DetailsFields } from "@/components/imports/details-fields";
import { DraftList } from "@/components/imports/draft-list";
import { FilesSender } from "@/components/imports/files-sender.client";
import { SizeGuard } from "@/components/imports/size-guard.client";
import { StoredNote } from "@/components/sources/stored-note";
import { LinkButton } from "@/components/ui/button";
import { AGAIN } from "@/components/ui/choose-again";
import { Kbd } from "@/components/ui/kbd";
import { Note } from "@/components/ui/note";
import { Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { MOST } from "@/lib/batches";
import { listBatches } from "@/lib/batches/server";
import { env } from "@/lib/env/server";
import { listDrafts } from "@/lib/imports/server";
import { findStoryTold } from "@/lib/stories/server";
import { MOST_TEXT_BYTES, MOST_TEXT_WORDS } from "@/lib/text";
import { BATCH_FILES } from "./accepted";
import { startImportAction } from "./actions";

export const metadata: Metadata = { title: "Import", robots: { index: false } };

export default async function ImportPage({ searchParams }: PageProps<"/import">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const query = await searchParams;
  const wanted = typeof query.story === "string" ? query.story : undefined;
  const [drafts, batches, story] = await Promise.all([
    listDrafts(actor),
    listBatches(actor),
    findStoryTold(actor, wanted),
  ]);
  const { refused, discarded } = query;
  return (
    <Page>
      <PageHead
        title="Import"
        lede="Bring an article as a file or by its address, or paste it. Every attributed statement in it is shown to you first; nothing is stored until you accept it."
      />
      {refused === "too-large" ? (
        <Note tone="stop" title={`That was more than ${MOST_TEXT_WORDS}`} isLive>
          <p>
            Nothing of it was kept. Paste the article alone, or split it and import the parts. Of several
            files {MOST.sendingBytes / 1024 ** 2} MB arrive in one sending without scripts; more can be added
            to them then.
          </p>
        </Note>
      ) : null}
      {discarded === undefined ? null : (
        <Note title="The import was discarded" isLive>
          <p>Statements that you had stored from it stay.</p>
        </Note>
      )}
      <StoredNote {...query} />
      <ActionForm action={startImportAction} id="import-form" label="Import" className="above-4">
        <SizeGuard mostBytes={MOST_TEXT_BYTES} mostWords={MOST_TEXT_WORDS} />
        <FilesSender action={startImportAction} />
        <Section
          id="text"
          title="The text"
          margin={`At most ${MOST_TEXT_WORDS} of text. It is kept as it is, so that every quotation can be found in it again; a file is kept as it arrived, too.`}
        >
          <div className="stack">
            <TextArea name="text" label="Paste the article" rows={14} isRecord />
            <TextField
              name="from"
              label="Or give the address of a page"
              type="url"
              hint={
                env().isFetchOn
                  ? "https://… This server fetches it once, from the internet alone, and keeps the answer as it came. It counts before pasted words."
                  : "Turned off here (FETCH=off): paste the article, or save the page and choose the file."
              }
            />
            <FileField
              name="file"
              label="Or choose or drop files"
              hint={`A saved page, PDF, Word, OpenDocument or rich text (RTF) file, Markdown, text in any encoding, subtitles (.srt, .vtt), a letter (.eml), or a fact check by others as ClaimReview (.json, .html); at most 10 MB each. Of a page the article is taken, with its headline, byline, date and address. A file counts before an address and pasted words. Several files, or a zip of them, become an import each: they are read one after another, also when you leave the page. ${AGAIN}`}
              accept={BATCH_FILES}
              isMultiple
            />
            <RadioField
              name="accepts"
              label="Of several files, accept without a look"
              hint={`At most ${MOST.files.toLocaleString("en-GB")} files and ${MOST.bytes / 1024 ** 2} MB at once. For one file it says nothing: you decide in it.`}
              value="none"
              choices={[
                { value: "none", label: "Nothing: all that is found waits in one list" },
                { value: "confident", label: "What is in no doubt, and store it" },
                { value: "all", label: "All that is found, and store it; what asks something waits" },
              ]}
            />
          </div>
        </Section>
        <Section
          id="about"
          title="Where it was published"
          margin="All of it may wait. What is left out is missing in every citation until somebody adds it."
        >
          <div className="stack">
            <DetailsFields story={story} />
            <div className="btns">
              <SubmitButton icon="file-search" pendingLabel="Reading…">
                Find statements
              </SubmitButton>
              <span className="small js-only forkeys">
                or press <Kbd keys="Ctrl Enter" /> in the text
              </span>
            </div>
          </div>
        </Section>
      </ActionForm>
      {/* behind the form: its first field stays one key from the top */}
      <Section
        id="table"
        title="Quotations in a spreadsheet"
        margin="CSV, Excel or JSON Lines, a row for each."
        isLast={drafts.length + batches.length === 0}
      >
        <LinkButton href="/import/table" icon="table">
          Import a table
        </LinkButton>
      </Section>
      {batches.length > 0 ? (
        <Section
          id="batches"
          title="Many files at once"
          margin="Your last ten, with what came of them. Only you see them."
          isLast={drafts.length === 0}
        >
          <BatchList batches={batches} />
        </Section>
      ) : null}
      {drafts.length > 0 ? (
        <Section id="drafts" title="Imports you left open" margin="Only you see them." isLast>
          <DraftList drafts={drafts} />
          {drafts.length > 1 ? (
            <div className="btns above-3">
              <LinkButton href="/import/work" icon="list-checks">
                Decide all that waits in them
              </LinkButton>
            </div>
          ) : null}
        </Section>
      ) : null}
    </Page>
  );
}
