import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { newestNoticesOn } from "@/lib/notices/server";
import { endOfDated } from "@/lib/text";
import {
  isShutOut,
  visibleClaims,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";

/** A page that the public may open, and when it changed last where that is known. */
export interface SitemapPage {
  readonly path: string;
  readonly at?: Date | null;
}

/** What one file may hold: https://www.sitemaps.org/protocol.html */
const MOST = 50_000;
const NAMED = ["speakers", "claims", "stories"] as const;
const ORDER = [{ publishedAt: "asc" }, { id: "asc" }] as const;

/**
 * The files of the sitemap: `pages` of the lists, whom and what they are about, and the statements of each month in which
 * some were published. What has more than a file holds goes on in `2026-11-2`.
 */
export async function listSitemaps({ most = MOST } = {}): Promise<string[]> {
  assertOpen();
  const files: string[] = ["pages"];
  const add = (name: string, count: number) => {
    for (let part = 1; part <= Math.ceil(count / most); part++)
      files.push(part === 1 ? name : `${name}-${part}`);
  };
  add("speakers", await db.speaker.count({ where: visibleSpeakers(VISITOR) }));
  add("claims", await db.claim.count({ where: visibleClaims(VISITOR) }));
  add("stories", await db.story.count({ where: visibleStories(VISITOR) }));
  const [first, last] = await Promise.all([publishedAt("asc"), publishedAt("desc")]);
  if (!first || !last) return files;
  for (let at = monthOf(first); at <= last; at = next(at))
    add(at.toISOString().slice(0, 7), await db.statement.count({ where: publishedIn(at) }));
  return files;
}

async function publishedAt(order: "asc" | "desc"): Promise<Date | null> {
  const found = await db.statement.findFirst({
    where: { AND: [visibleStatements(VISITOR), { publishedAt: { not: null } }] },
    orderBy: [{ publishedAt: order }, { id: order }],
    select: { publishedAt: true },
  });
  return found?.publishedAt ?? null;
}

/**
 * The pages of one file.
 * @throws {NotFound} when the public site is off, or there is no such file.
 */
export async function listSitemapOf(file: string, { most = MOST } = {}): Promise<SitemapPage[]> {
  assertOpen();
  if (file === "pages") return LISTS;
  const [, name = "", part = "1"] =
    /^(speakers|claims|stories|(?!0000)\d{4}-(?:0[1-9]|1[0-2]))(?:-([1-9]\d{0,3}))?$/u.exec(file) ?? [];
  if (name === "") throw new NotFound("This sitemap");
  // by number, not by key: the names of the files must stay while statements come and go
  const within = { skip: (Number(part) - 1) * most, take: most };
  const found = (NAMED as readonly string[]).includes(name)
    ? await named(name as (typeof NAMED)[number], within)
    : await statementsOf(new Date(`${name}-01T00:00:00Z`), within);
  if (found.length === 0 && part !== "1") throw new NotFound("This sitemap");
  return found;
}

const LISTS: SitemapPage[] = [
  "/",
  "/statements",
  "/speakers",
  "/claims",
  "/stories",
  "/outlets",
  "/contradictions",
  "/about",
].map((path) => ({ path }));

type Within = { readonly skip: number; readonly take: number };

async function named(folder: (typeof NAMED)[number], within: Within): Promise<SitemapPage[]> {
  const asked = { ...within, select: { slug: true } };
  const orderBy = [{ id: "asc" as const }];
  const found = await {
    speakers: () => db.speaker.findMany({ where: visibleSpeakers(VISITOR), orderBy, ...asked }),
    claims: () => db.claim.findMany({ where: visibleClaims(VISITOR), orderBy, ...asked }),
    stories: () => db.story.findMany({ where: visibleStories(VISITOR), orderBy, ...asked }),
  }[folder]();
  return found.map(({ slug }) => ({ path: `/${folder}/${encodeURIComponent(slug)}` }));
}

async function statementsOf(month: Date, within: Within): Promise<SitemapPage[]> {
  const newest = <C extends string>(column: C) => ({
    take: 1,
    orderBy: { [column]: "desc" } as Record<C, "desc">,
  });
  const found = await db.statement.findMany({
    where: publishedIn(month),
    orderBy: [...ORDER],
    ...within,
    select: {
      ...{ id: true, publicId: true, publishedAt: true },
      corrections: { ...newest("givenAt"), select: { givenAt: true } },
      retractions: {
        ...{ where: { confirmedAt: { not: null }, withdrawnAt: null }, ...newest("confirmedAt") },
        select: { confirmedAt: true },
      },
    },
  });
  const told = await newestNoticesOn(
    VISITOR,
    found.map(({ id }) => id),
  );
  // what robots read again is what the public was told of; when the desk touched a record is its own matter
  return found.map(({ id, publicId, publishedAt, corrections, retractions }) => {
    const moments = [publishedAt, corrections[0]?.givenAt, retractions[0]?.confirmedAt, told.get(id)];
    const last = Math.max(...moments.flatMap((moment) => moment?.getTime() ?? []));
    return { path: `/statements/${publicId}`, at: Number.isFinite(last) ? new Date(last) : null };
  });
}

function publishedIn(month: Date) {
  const end = endOfDated({ on: month, precision: "month" });
  return {
    AND: [visibleStatements(VISITOR), { publishedAt: { gte: month, ...(end ? { lt: end } : {}) } }],
  };
}

function assertOpen(): void {
  if (isShutOut(VISITOR)) throw new NotFound("This sitemap");
}

function monthOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}

function next(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
}
