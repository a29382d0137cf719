import { getClaim, listClaims } from "@/lib/claims/server";
import { toSpeakerJson, toSpeakerRowJson, toStatementJson } from "@/lib/exports";
import { absoluteUrl } from "@/lib/http";
import { listNotices } from "@/lib/notices/server";
import type { PageRequest } from "@/lib/paging";
import { countStatementsOf } from "@/lib/profiles/server";
import { getSource, listSources } from "@/lib/sources/server";
import { getSpeaker, listSpeakers } from "@/lib/speakers/server";
import { statementFilterSchema, wordedInFull } from "@/lib/statements";
import { getStatement, listStatements } from "@/lib/statements/server";
import { getStory, listStories } from "@/lib/stories/server";
import { writeDated } from "@/lib/text";
import type { Asked, Paged } from "./model";

const at = (asked: Asked, name: string) => asked.at[name] ?? "";
const pageOf = ({ query }: Asked): PageRequest => ({
  after: query.after as string | undefined,
  take: query.take as number | undefined,
});
const q = ({ query }: Asked) => ({ q: query.q as string | undefined });

async function paged<T>(
  list: Promise<{ items: readonly T[]; next: string | null }>,
  write: (item: T) => object,
): Promise<Paged> {
  const { items, next } = await list;
  return { items: items.map(write), next };
}

/** Statements under a filter of the list. */
export function statements(asked: Asked) {
  return paged(
    listStatements(asked.actor, statementFilterSchema.parse(asked.query), pageOf(asked)),
    toStatementJson,
  );
}

/** One statement. */
export async function statement(asked: Asked) {
  return toStatementJson(await getStatement(asked.actor, at(asked, "id")));
}

/** Speakers by name. */
export function speakers(asked: Asked) {
  return paged(listSpeakers(asked.actor, q(asked), pageOf(asked)), toSpeakerRowJson);
}

/** One speaker. */
export async function speaker(asked: Asked) {
  const { actor } = asked;
  const found = await getSpeaker(actor, at(asked, "slug"));
  const [count, notices] = await Promise.all([
    countStatementsOf(actor, found.id),
    listNotices(actor, { type: "speaker", id: found.id }),
  ]);
  return toSpeakerJson(found, count, notices);
}

/** Sources, the newest first. */
export function sources(asked: Asked) {
  return paged(listSources(asked.actor, {}, pageOf(asked)), toSource);
}

/** One source, without its text: that belongs to who published it. */
export async function source(asked: Asked) {
  const found = await getSource(asked.actor, { sourceId: at(asked, "id") });
  const { titleRomanised, titleTranslated, address, archiveAddress } = found;
  return {
    ...toSource(found),
    ...{ titleRomanised, titleTranslated, address, archiveAddress },
    editions: found.editions.map(({ number, sha256, retrievedAt }) => ({
      ...{ number, sha256, retrievedAt: retrievedAt.toISOString() },
    })),
    statements: found.statements.map(({ publicId }) => publicId),
  };
}

interface ListedSource {
  readonly publicId: string;
  readonly title: string;
  readonly kind: string;
  readonly author: string | null;
  readonly language: string;
  readonly publishedOn: Date | null;
  readonly publishedOnPrecision: string | null;
  readonly outlet: { readonly name: string } | null;
}

function toSource({
  publicId,
  title,
  kind,
  author,
  language,
  publishedOn,
  publishedOnPrecision,
  outlet,
}: ListedSource) {
  const precision =
    publishedOnPrecision === "year" || publishedOnPrecision === "month" ? publishedOnPrecision : "day";
  return {
    ...{ id: publicId, url: absoluteUrl(`/sources/${publicId}`), title, kind },
    ...{ outlet: outlet?.name ?? null, author, language },
    publishedOn: publishedOn ? writeDated({ on: publishedOn, precision }) : null,
  };
}

/** Claims, the newest first. */
export function claims(asked: Asked) {
  const words = q(asked);
  return paged(listClaims(asked.actor, words.q === undefined ? {} : { q: words.q }, pageOf(asked)), toClaim);
}

/** One claim with the positions on it. */
export async function claim(asked: Asked) {
  const found = await getClaim(asked.actor, at(asked, "slug"));
  return {
    ...toClaim(found),
    note: found.note,
    positions: found.positions.map(({ stance, note, statement: said }) => ({
      ...{ statement: said.publicId, stance, note, inFull: wordedInFull(said) },
    })),
  };
}

function toClaim({ slug, proposition, state }: { slug: string; proposition: string; state: string }) {
  return { slug, url: absoluteUrl(`/claims/${slug}`), proposition, state };
}

/** Stories, the newest first. */
export function stories(asked: Asked) {
  return paged(listStories(asked.actor, pageOf(asked)), toStory);
}

/** One story with its claims and sources. */
export async function story(asked: Asked) {
  const found = await getStory(asked.actor, at(asked, "slug"));
  const { claims: held, sources: kept } = found as {
    claims: readonly { slug: string; proposition: string }[];
    sources: readonly { publicId: string; title: string }[];
  };
  return {
    ...toStory(found),
    claims: held.map(({ slug, proposition }) => ({ slug, proposition })),
    sources: kept.map(({ publicId, title }) => ({ id: publicId, title })),
  };
}

function toStory({
  slug,
  title,
  summary,
  withdrawnAt,
}: {
  slug: string;
  title: string;
  summary: string;
  withdrawnAt: Date | null;
}) {
  const url = absoluteUrl(`/stories/${slug}`);
  return { slug, url, title, summary, withdrawnAt: withdrawnAt?.toISOString() ?? null };
}
