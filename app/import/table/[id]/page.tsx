import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { KeptHere } from "@/components/forms/kept-here";
import { PageForm } from "@/components/forms/page-form";
import { ColumnsForm } from "@/components/tables/columns-form";
import { RowList } from "@/components/tables/row-list";
import { MendedForm, PutAwayForm, StoreTable } from "@/components/tables/store-table";
import { TableProblems } from "@/components/tables/table-problems";
import { TableStored } from "@/components/tables/table-stored";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { Refused } from "@/lib/errors";
import { findStoredTable, getTable, type TableDetail } from "@/lib/tables/server";
import { discardTableAction, replaceTableAction, sayTableAction, storeTableAction } from "../actions";
import { tablePageAction } from "./page-action";
import { askedOf } from "./shown";

export const metadata: Metadata = { title: "A table", robots: { index: false } };

const ABOVE = [
  { href: "/import" as Route, label: "Import" },
  { href: "/import/table" as Route, label: "Tables" },
];

export default async function OneTablePage({ params, searchParams }: PageProps<"/import/table/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "source:import")) notFound();
  const [{ id: tableId }, { notice }] = await Promise.all([params, searchParams]);
  const stored = await findStoredTable(actor, { tableId });
  if (stored) {
    return (
      <Page>
        <Crumbs above={ABOVE} here={<bdi>{stored.name}</bdi>} />
        <PageHead title={<bdi>{stored.name}</bdi>} />
        <KeptHere />
        <TableStored {...stored} />
      </Page>
    );
  }
  const read = await getTable(actor, { tableId }).catch((error: unknown) =>
    error instanceof Refused ? error : orNotFound(error),
  );
  if (read instanceof Refused) {
    return (
      <Page>
        <Crumbs above={ABOVE} here={tableId} />
        <PageHead title="This table cannot be read any more" />
        <Note tone="stop" title={read.refusals.map(({ message }) => message).join(" ")} />
        <PageForm action={tablePageAction}>
          <PutAwayForm action={discardTableAction} tableId={tableId} />
        </PageForm>
      </Page>
    );
  }
  return <OpenTable table={read} notice={typeof notice === "string" ? notice : ""} />;
}

function OpenTable({ table, notice }: { table: TableDetail; notice: string }) {
  const { publicId: tableId, version, counts, problems } = table;
  const form = { tableId, version };
  return (
    <Page>
      <Crumbs above={ABOVE} here={<bdi>{table.name}</bdi>} />
      <PageHead
        title={<bdi>{table.name}</bdi>}
        lede={`${countOf(counts.rows, "row")}. Nothing is stored yet: this is what they would become.`}
      />
      {notice === "looked" ? (
        <Note title="What you said is kept, and the rows were looked at again" isLive />
      ) : null}
      {notice === "mended" ? (
        <Note title="The mended file is read in place of the other" isLive>
          <p>What you said of its columns and speakers stayed.</p>
        </Note>
      ) : null}
      {table.notices.map((words) => (
        <Note key={words} tone="care" title={words} />
      ))}
      <PageForm action={tablePageAction}>
        <Section
          id="outcome"
          title="What it comes to"
          margin="All rows are stored, or none. Brought a second time they are known again."
        >
          <StoreTable {...form} action={storeTableAction} counts={counts} />
        </Section>
        {problems.length > 0 ? (
          <Section
            id="problems"
            title={counts.stop > 0 ? "What stops it" : "What is told"}
            margin="By the row and the column of your spreadsheet. Mend it there and bring the file again below, or choose other columns."
          >
            <TableProblems problems={problems} all={table.allProblems} />
          </Section>
        ) : null}
        <ColumnsForm
          {...form}
          action={sayTableAction}
          {...{ columns: table.columns, choices: table.choices, kind: table.kind }}
          {...{ sheets: table.sheets, sheet: table.sheet, story: table.story?.title ?? "" }}
          asked={askedOf(table)}
          askedCount={table.askedCount}
        />
        {table.rows.length > 0 ? (
          <Section
            id="first-rows"
            title="First rows"
            margin={
              counts.rows > table.rows.length
                ? `The first ${table.rows.length} that can be read, as they would become statements.`
                : "As they would become statements."
            }
          >
            <RowList rows={table.rows} />
          </Section>
        ) : null}
        <Section
          id="mended"
          title="The mended file"
          margin="It takes the place of this one; what you said of its columns and speakers stays. The file itself never comes back into the field: a browser does not allow it."
        >
          <MendedForm {...form} action={replaceTableAction} />
        </Section>
        <Section id="away" title="Put it away" margin="Nothing of it is stored, and the file goes." isLast>
          <PutAwayForm action={discardTableAction} tableId={tableId} />
        </Section>
      </PageForm>
    </Page>
  );
}
