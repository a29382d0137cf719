import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { SizeGuard } from "@/components/imports/size-guard.client";
import { RowsFields } from "@/components/tables/rows-fields";
import { TableList } from "@/components/tables/table-list";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { findStoryTold } from "@/lib/stories/server";
import { MOST_ROWS } from "@/lib/tables";
import { listTables } from "@/lib/tables/server";
import { MOST_TEXT_BYTES, MOST_TEXT_WORDS } from "@/lib/text";
import { bringTableAction } from "./actions";

export const metadata: Metadata = { title: "Import a table", robots: { index: false } };

export default async function TablePage({ searchParams }: PageProps<"/import/table">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const query = await searchParams;
  const wanted = typeof query.story === "string" ? query.story : undefined;
  const [tables, story] = await Promise.all([listTables(actor), findStoryTold(actor, wanted)]);
  return (
    <Page>
      <Crumbs above={[{ href: "/import", label: "Import" }]} here="A table" />
      <PageHead
        title="Import a table"
        lede="Bring the spreadsheet in which you keep quotations. You see what each row would become, and what is wrong with it, before anything is stored."
      />
      {query.discarded === undefined ? null : (
        <Note title="The table was put away" isLive>
          <p>Nothing of it was stored.</p>
        </Note>
      )}
      <ActionForm action={bringTableAction} id="table-form" label="Import a table" className="above-4">
        <SizeGuard
          mostBytes={MOST_TEXT_BYTES}
          mostWords={MOST_TEXT_WORDS}
          advice="Split it: rows that were brought before are known again."
        />
        <Section
          id="rows"
          title="The rows"
          margin={`One quotation a row, at most ${MOST_ROWS.toLocaleString("en-GB")} rows and 10 MB. Any names of columns, in any order: you say next what they hold.`}
        >
          <RowsFields rows={10} />
        </Section>
        <Section
          id="where"
          title="Where they go"
          margin="A story gathers the statements of one piece of work. It may stay empty."
          isLast={tables.length === 0}
        >
          <div className="stack">
            <ComboField of="stories" name="story" label="Story" value={story} />
            <div className="btns">
              <SubmitButton icon="table" pendingLabel="Reading…">
                Look at the rows
              </SubmitButton>
            </div>
          </div>
        </Section>
      </ActionForm>
      {tables.length > 0 ? (
        <Section id="tables" title="Tables you left open" margin="Only you see them." isLast>
          <TableList tables={tables} />
        </Section>
      ) : null}
    </Page>
  );
}
