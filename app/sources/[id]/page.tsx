import type { Metadata, Route } from "next";
import { cache } from "react";
import { exportsOf } from "@/app/exports/asked";
import { orNotFound } from "@/app/or-not-found";
import { NoticeList } from "@/components/notices/notice-list";
import { CaptureHere } from "@/components/sources/capture-here";
import { CheckAddress, CheckedNote } from "@/components/sources/check-address";
import { EditionList } from "@/components/sources/edition-list";
import { Reader } from "@/components/sources/reader";
import { SelectionBar } from "@/components/sources/selection-bar";
import { SourceFacts } from "@/components/sources/source-facts";
import { StoredNote } from "@/components/sources/stored-note";
import { formWord, speakerName, stateWord } from "@/components/statements/words";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { env } from "@/lib/env/server";
import { listArrived } from "@/lib/imports/server";
import { listNotices } from "@/lib/notices/server";
import { getSource, type SourceDetail } from "@/lib/sources/server";
import { signBefore } from "@/lib/statements";
import { countStatements } from "@/lib/statements/server";
import { directionOf } from "@/lib/text";
import { captureHereAction, checkAddressAction } from "./actions";

const readSource = cache(async (sourceId: string, edition: number | undefined) => {
  return getSource(await getActor(), { sourceId, edition }).catch(orNotFound);
});

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/sources/[id]">): Promise<Metadata> {
  const source = await readSource((await params).id, editionOf(await searchParams));
  return { title: source.title };
}

export default async function SourcePage({ params, searchParams }: PageProps<"/sources/[id]">) {
  const [{ id }, query] = [await params, await searchParams];
  const [actor, source] = [await getActor(), await readSource(id, editionOf(query))];
  const { isWhole, edition } = source;
  const mayCheck =
    can(actor, "source:import") && /^https?:\/\//u.test(source.address ?? "") && env().isFetchOn;
  const isQuoted = edition.extent === "quoted";
  const listed = await countStatements(actor, { source: source.publicId });
  const arrived = await listArrived(actor, { sourceId: source.publicId });
  const place = isWhole ? placeOf(query.at, edition.lengthUtf16) : null;
  const notices = await listNotices(actor, { type: "source", id: source.id });
  return (
    <Page printTitle={source.title}>
      <Crumbs above={[{ href: "/sources", label: "Sources" }]} here={source.publicId} />
      <PageHead
        title={
          <span lang={source.language} dir={directionOf(source.title, source.language)}>
            {source.title}
          </span>
        }
        actions={
          <>
            <LinkButton href={exportsOf({ source: source.publicId }) as Route} icon="download">
              Export
            </LinkButton>
            <LinkButton href={`/statements?source=${source.publicId}` as Route}>
              {countOf(listed.count, "statement")} as a list
            </LinkButton>
            {can(actor, "source:edit") ? (
              <LinkButton href={`/sources/${source.publicId}/edit` as Route} icon="pencil">
                Edit
              </LinkButton>
            ) : null}
          </>
        }
      />
      <AddressNote asked={query} known={KNOWN} />
      <CheckedNote
        {...{ sourceId: source.publicId, editions: source.editions }}
        {...{ checked: query.checked, as: query.as }}
      />
      <StoredNote stored={query.stored} known={query.known} pending={query.pending} />
      <Section id="facts" title="What is recorded">
        <SourceFacts
          source={source}
          checkedAt={isWhole ? source.checkedAt : null}
          mayArchive={can(actor, "source:edit")}
        />
        {mayCheck ? <CheckAddress sourceId={source.publicId} check={checkAddressAction} /> : null}
      </Section>
      {notices.length > 0 ? (
        <Section id="notices" title="Changes" margin="What was changed here since it is public, and why.">
          <NoticeList notices={notices} />
        </Section>
      ) : null}
      <Section
        id="text"
        title={isQuoted ? "The quoted words" : isWhole ? "The text" : "The sentences around its statements"}
        margin={
          isQuoted
            ? `Of this source only words that were quoted from it are held.${isWhole ? " Bring the article itself, and each of them is looked for in it." : ""}`
            : isWhole
              ? `Edition ${edition.number}. Follow a highlight to its statement.`
              : "The whole text belongs to its publisher. Here stand the sentences that hold what is published."
        }
      >
        {place && !isQuoted && can(actor, "source:import") ? (
          <CaptureHere
            {...{ sourceId: source.publicId, edition: edition.number, startUtf16: place[0] }}
            capture={captureHereAction}
          />
        ) : null}
        <div className="selbar__of">
          {source.excerpts.length === 0 ? (
            <p>The words of its statements are not found in the text that is held.</p>
          ) : (
            source.excerpts.map((excerpt) => (
              <Reader
                key={excerpt.startUtf16}
                text={excerpt.text}
                language={source.language}
                marks={place ? [...marksIn(excerpt), placeMark(place)] : marksIn(excerpt)}
              />
            ))
          )}
          {isWhole && !isQuoted && can(actor, "source:import") ? (
            <SelectionBar
              {...{ sourceId: source.publicId, edition: edition.number, capture: captureHereAction }}
            />
          ) : null}
        </div>
      </Section>
      <Section
        id="editions"
        title="Editions"
        margin="A text that was changed by its publisher is kept beside the earlier one, never over it."
        isLast
      >
        <EditionList
          {...{ sourceId: source.publicId, editions: source.editions }}
          {...{ shown: edition.number, arrived }}
        />
      </Section>
      {source.stories.length > 0 ? (
        <p className="small">
          In{" "}
          {source.stories.map(({ slug, title }) => (
            <Link key={slug} href={`/stories/${slug}` as Route}>
              {title}
            </Link>
          ))}
        </p>
      ) : null}
    </Page>
  );
}

function marksIn({ marks }: SourceDetail["excerpts"][number]) {
  return marks.map(({ statement, ranges }) => ({
    id: statement.publicId,
    // “/sources/src-…#st-…” leads to the words
    at: statement.publicId,
    ranges,
    form: statement.form,
    href: `/statements/${statement.publicId}`,
    before: signBefore(statement),
    label: `${speakerName(statement)}, ${formWord(statement.form).label.toLowerCase()}, ${stateWord(statement.state).label.toLowerCase()}${statement.isDenial ? ", denied" : ""}`,
  }));
}

/** The words that were looked for, as a mark in the text. */
const placeMark = (place: readonly [start: number, end: number]) => ({
  ...{ id: "place", ranges: [place], form: "found", isPlace: true, href: "#place", label: "Found" },
});

const KNOWN = {
  at: (value: string) =>
    placeOf(value, Number.MAX_SAFE_INTEGER)
      ? null
      : "It is where words begin and end in the text, such as 120-140.",
  edition: (value: string) =>
    editionOf({ edition: value }) === undefined ? "It is the number of an edition, such as 1." : null,
  // what an import that leads here has stored
  ...({ stored: "any", known: "any", pending: "any" } as const),
  // what came of asking its address again
  ...({ checked: "any", as: "any" } as const),
};

/** A stretch of a text of this length, as an address names it; null of what is none. */
function placeOf(
  asked: string | string[] | undefined,
  length: number,
): readonly [start: number, end: number] | null {
  const [, start, end] = (typeof asked === "string" && /^(\d{1,8})-(\d{1,8})$/u.exec(asked)) || [];
  const place = [Number(start), Number(end)] as const;
  return start !== undefined && place[0] < place[1] && place[1] <= length ? place : null;
}

function editionOf(query: Record<string, string | string[] | undefined>): number | undefined {
  const number = Number(typeof query.edition === "string" ? query.edition : Number.NaN);
  return Number.isInteger(number) && number > 0 && number < 1_000_000 ? number : undefined;
}
