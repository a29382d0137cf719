import type { Metadata, Route } from "next";
import { exportsOf } from "@/app/exports/asked";
import { pageOrNotFound } from "@/app/listed";
import { SearchAsked } from "@/components/searches/search-asked";
import { InTexts } from "@/components/sources/in-texts";
import { ListOrder } from "@/components/statements/list-order";
import { SearchBox } from "@/components/statements/search-box";
import { SearchGrammar } from "@/components/statements/search-grammar";
import { StatementFacets } from "@/components/statements/statement-facets";
import { StatementTable } from "@/components/statements/statement-table";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { type Actor, can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { toCoins } from "@/lib/citations";
import { COUNT_LIMIT } from "@/lib/paging";
import { listPassages } from "@/lib/passages/server";
import { isRankable, parseQuery } from "@/lib/query";
import { listMeant, type Meant, searchStatements } from "@/lib/search/server";
import { findSearch, listNew } from "@/lib/searches/server";
import { slugsNow } from "@/lib/speakers/server";
import {
  FORMS,
  KNOWN_FILTERS,
  STATEMENT_STATES,
  type StatementFilter,
  statementFilterSchema,
} from "@/lib/statements";
import { addressOf, feedsOf, filterEntries, followedAt, listedAt } from "./address";

export async function generateMetadata({ searchParams }: PageProps<"/statements">): Promise<Metadata> {
  const filter = statementFilterSchema.parse(await searchParams);
  return {
    title: filter.q ? `Statements with “${filter.q}”` : "Statements",
    alternates: {
      types: {
        "application/json": addressOf("/statements.json", filter),
        "text/csv": addressOf("/statements.csv", filter),
        ...feedsOf(filter),
      },
    },
  };
}

export default async function StatementsPage({ searchParams }: PageProps<"/statements">) {
  const [actor, params] = [await getActor(), await searchParams];
  const filter = statementFilterSchema.parse(params);
  const after = typeof params.after === "string" ? params.after : undefined;
  // what is followed is looked through from where it is new
  const isNewest = params.order === "newest" || params.saved !== undefined;
  const {
    list: page,
    count,
    facets,
    order,
  } = await pageOrNotFound(searchStatements(actor, filter, { after }, isNewest ? "newest" : "relevance"));
  const read = filter.q ? parseQuery(filter.q) : null;
  const problem = read && "problem" in read ? read.problem : null;
  const meant =
    filter.q && !problem && !after && page.items.length === 0 ? await listMeant(actor, filter) : [];
  const isWorking = can(actor, "statement:read_unpublished");
  const query = read && "query" in read ? read.query : null;
  const isFirst = filter.q !== undefined && !after;
  const texts = isWorking && isFirst ? await listPassages(actor, filter.q ?? "", { take: LOOKED_AT }) : null;
  const saved = await followed(actor, filter, params.saved);
  const listAt = (place?: string) =>
    saved ? followedAt(saved.id, filter, place) : listedAt(filter, isNewest ? "newest" : "relevance", place);
  const { form = [], state = [] } = filter;
  const speaker = await slugsNow(actor, filter.speaker ?? []);
  return (
    <Page isWide>
      <PageHead
        title="Statements"
        actions={
          <>
            {actor.id === null ? null : <Searches filter={filter} isSaved={saved !== null} />}
            <LinkButton href={exportsOf(filter) as Route} icon="download">
              Export
            </LinkButton>
          </>
        }
      />
      <AddressNote asked={params} known={{ ...KNOWN_FILTERS, q: "one", saved: "one", order: ["newest"] }} />
      {saved ? <Followed {...saved} /> : null}
      <SearchBox
        formId="filters"
        value={filter.q}
        label="Search statements"
        placeholder="Words, a speaker, a place or occasion; speaker: source: has: …"
        problem={problem}
      />
      <SearchGrammar />
      <div className="lst">
        <StatementFacets
          formId="filters"
          action="/statements"
          chosen={{ form, state, speaker }}
          facets={facets}
          forms={FORMS}
          states={isWorking ? STATEMENT_STATES : []}
          kept={filterEntries({ ...filter, q: undefined, form: [], state: [], speaker: [] })}
        />
        <div>
          <div className="bar">
            <b className="num">
              {count.isCapped
                ? `More than ${countOf(COUNT_LIMIT, "statement")}`
                : countOf(count.count, "statement")}
            </b>
            <Narrowed filter={filter} />
            <ListOrder
              order={order}
              isRankable={query !== null && isRankable(query) && !saved}
              best={listedAt(filter, "relevance")}
              newest={listedAt(filter, "newest")}
              isAskedNewest={isNewest}
            />
          </div>
          {page.items.length > 0 ? (
            <>
              {page.items.map((one) => (
                <span key={one.publicId} className="Z3988" title={toCoins({ ...one, anchor: null })} />
              ))}
              <StatementTable
                statements={page.items}
                narrowedBy={filterEntries({ ...filter, id: undefined })}
                withState={isWorking}
                query={query}
                fresh={
                  new Set(
                    page.items.flatMap(({ id, publicId }) => (saved?.isNew.ids.has(id) ? [publicId] : [])),
                  )
                }
              />
              <Pager
                next={page.next ? listAt(page.next) : null}
                first={after ? listAt() : null}
                summary={`${countOf(page.items.length, "statement")} on this page`}
              />
            </>
          ) : (
            <NothingFound filter={filter} meant={meant} isUnderstood={!problem} isWorking={isWorking} />
          )}
          {texts && query ? <InTexts q={filter.q ?? ""} query={query} texts={texts.items} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** The saved search that this list is, with what is new in it; null of any other list. */
async function followed(actor: Actor, filter: StatementFilter, asked: string | string[] | undefined) {
  const search = typeof asked === "string" ? await findSearch(actor, asked) : null;
  // an address that was changed by hand is another list
  if (!search || addressOf("", search.filter) !== addressOf("", filter)) return null;
  const [isNew] = await listNew(actor, [search]);
  return isNew ? { ...search, isNew } : null;
}

function Followed({
  id,
  name,
  isOwn,
  owner,
  seenAt,
  isNew: { ids, isMore },
}: NonNullable<Awaited<ReturnType<typeof followed>>>) {
  return (
    <p className="meta below-4">
      {isOwn ? "Your saved search " : "Saved search "}
      <b>
        <bdi>{name}</bdi>
      </b>
      {isOwn ? "" : `, shared by ${owner}`}:{" "}
      {ids.size === 0 && !isMore ? "nothing new" : `${ids.size} new${isMore ? " or more" : ""}`} since{" "}
      <Time value={seenAt} precision="time" isShort />.{" "}
      <Link href={`/searches#search-${id}` as Route}>
        {isOwn ? "Mark as seen, rename, share or follow" : "Mark as seen or follow"}
      </Link>
    </p>
  );
}

/** The way to what somebody searches for again and again. */
function Searches({ filter, isSaved }: { filter: StatementFilter; isSaved: boolean }) {
  const asked = new URLSearchParams(filterEntries(filter)).toString();
  if (asked === "" || isSaved) return <LinkButton href="/searches">Saved searches</LinkButton>;
  return (
    <LinkButton href={`/searches?${new URLSearchParams({ save: asked })}` as Route}>
      Save this search
    </LinkButton>
  );
}

// places that are captured are left out, so that more are looked at than shown
const LOOKED_AT = 20;

function Narrowed({ filter }: { filter: StatementFilter }) {
  const entries = filterEntries(filter);
  if (entries.length === 0) return null;
  return (
    <span className="meta">
      narrowed by <SearchAsked entries={entries} />. <Link href="/statements">Show all</Link>
    </span>
  );
}

interface NothingFoundProps {
  filter: StatementFilter;
  meant: readonly Meant[];
  isUnderstood: boolean;
  isWorking: boolean;
}

function NothingFound({ filter, meant, isUnderstood, isWorking }: NothingFoundProps) {
  if (!isUnderstood)
    return (
      <Empty
        title="The search is not understood"
        actions={<LinkButton href="/statements">Show all statements</LinkButton>}
      >
        <p>The piece that is marked under it cannot be read as it stands. Nothing was looked for.</p>
      </Empty>
    );
  if (filterEntries(filter).length > 0) {
    return (
      <Empty
        title="No statement matches"
        actions={<LinkButton href="/statements">Show all statements</LinkButton>}
      >
        {meant.length > 0 ? (
          <ul className="meant">
            {meant.map(({ q, count, isCapped }) => (
              <li key={q}>
                Did you mean{" "}
                <Link href={addressOf("/statements", { ...filter, q }) as Route}>
                  <bdi>{q}</bdi>
                </Link>
                ? {isCapped ? `More than ${countOf(COUNT_LIMIT, "statement")}` : countOf(count, "statement")}.
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          All words of a search must be found, whole: in the quotation, its context, speaker, role, place,
          occasion, addressee, source, outlet or claims. Try fewer words, the beginning of one with a * behind
          it, or take away a filter.
        </p>
      </Empty>
    );
  }
  return (
    <Empty
      title={isWorking ? "Nothing is held yet" : "Nothing is published yet"}
      actions={
        isWorking ? (
          <LinkButton href="/import" variant="main" icon="plus">
            Import an article
          </LinkButton>
        ) : null
      }
    >
      <p>
        {isWorking
          ? "Paste an article: every statement in it is found, and you decide which to keep."
          : "Statements appear here once an editor has published them."}
      </p>
    </Empty>
  );
}
