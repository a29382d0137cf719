import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { STYLE_COOKIE } from "@/app/citation-style/cookie";
import { addressOf, filterEntries } from "@/app/statements/address";
import { ExportForm } from "@/components/exports/export-form";
import { ExportPreview } from "@/components/exports/export-preview";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty, Note } from "@/components/ui/note";
import { Page, PageHead, Section } from "@/components/ui/page";
import type { Actor } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { USUAL_STYLE } from "@/lib/citations";
import { NotFound } from "@/lib/errors";
import { describeSelection, FORMATS, previewExport } from "@/lib/exports/server";
import type { StatementFilter } from "@/lib/statements";
import { findStyle, listStyles } from "@/lib/styles/server";
import { downloadOf, exportedOf, knownExports, readAsked } from "./asked";

export const metadata: Metadata = { title: "Export", robots: { index: false } };

// each has a field of its own; a form, a state or a day comes along from the list that led here
const FIELDS = ["q", "speaker", "story", "claim", "source", "id"];

export default async function ExportsPage({ searchParams }: PageProps<"/exports">) {
  const [actor, params] = [await getActor(), await searchParams];
  const styles = await listStyles();
  const chosen = (await cookies()).get(STYLE_COOKIE)?.value;
  const asked = readAsked(params, { styles, ...(chosen ? { chosen } : {}) });
  const { filter, format } = asked;
  const style = (await findStyle(asked.style)) ?? USUAL_STYLE;
  const entries = filterEntries(filter);
  const typed = FIELDS.map((name) => {
    const values = entries.filter(([field]) => field === name).map(([, value]) => value);
    return [name, values.join(", ")] as const;
  });
  const selection = await selectionInWords(actor, filter);
  const preview =
    "title" in selection
      ? await previewExport(actor, filter, { format, of: exportedOf({ filter, style }, selection.title) })
      : null;
  return (
    <Page>
      <PageHead
        title="Export"
        lede={
          <>
            Statements as a bibliography, a table, a memo or data, with all that must be read with them. Of
            one that you took before, <Link href="/check/bibliography">see what was corrected since</Link>.
          </>
        }
      />
      <AddressNote asked={params} known={knownExports(styles)} />
      <Section
        id="what"
        title="What, and how"
        margin="Off the record, embargoed and unpublished words are in no file that a visitor gets."
      >
        <ExportForm
          values={Object.fromEntries(typed)}
          kept={entries.filter(([name]) => !FIELDS.includes(name))}
          formats={FORMATS}
          format={format.id}
          styles={styles}
          style={asked.style}
          isNarrowed={entries.length > 0}
        />
      </Section>
      <Section
        id="preview"
        title="Preview"
        isLast
        margin={"title" in selection ? <p dir="auto">{selection.title}</p> : undefined}
      >
        {preview === null ? (
          <Note tone="stop" title="Nothing of that name is here">
            {"missing" in selection ? <p dir="auto">{selection.missing}</p> : null}
            <p>
              It is not here, or you may not see it, and a file without it would be taken for all of it. Its
              name stands at the end of its address: open its page and use the link to its export, or{" "}
              <Link href={"/exports" as Route}>export everything</Link>. What you typed is kept above.
            </p>
          </Note>
        ) : preview.count.count === 0 ? (
          <Empty
            level={3}
            title="No statement matches"
            actions={
              <LinkButton href={addressOf("/statements", filter) as Route}>See the same list</LinkButton>
            }
          >
            <p>There is nothing to take away. Try fewer words, or take away a choice above.</p>
          </Empty>
        ) : (
          <ExportPreview {...format} {...preview} href={downloadOf(asked)} />
        )}
      </Section>
    </Page>
  );
}

/** What is asked for in words, or what it names and the actor does not see. */
async function selectionInWords(actor: Actor, filter: StatementFilter) {
  try {
    return await describeSelection(actor, filter);
  } catch (error) {
    if (error instanceof NotFound) return { missing: error.message };
    throw error;
  }
}
