import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
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
const ORDER = [{ publishedAt: "asc" }, { id: "asc" }] as const;

/** The months in which a statement that the public may read was published, from the first to the last. */
export async function listSitemapMonths(): Promise<string[]> {
  assertOpen();
  const where = { AND: [visibleStatements(VISITOR), { publishedAt: { not: null } }] };
  const select = { publishedAt: true } as const;
  const [first, last] = await Promise.all([
    db.statement.findFirst({ where, orderBy: [...ORDER], select }),
    db.statement.findFirst({ where, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], select }),
  ]);
  if (!first?.publishedAt || !last?.publishedAt) return [];
  const months: string[] = [];
  for (let at = monthOf(first.publishedAt); at <= last.publishedAt; at = next(at))
    months.push(at.toISOString().slice(0, 7));
  return months;
}

/**
 * The pages of one sitemap: of the lists and of whom and what they are about, or of the statements published in a month.
 * @throws {NotFound} when the public site is off.
 */
export async function listSitemapOf(file: string): Promise<SitemapPage[]> {
  assertOpen();
  if (file === "pages") return pages();
  const from = new Date(`${file}-01T00:00:00Z`);
  const found = await db.statement.findMany({
    where: { AND: [visibleStatements(VISITOR), { publishedAt: { gte: from, lt: next(from) } }] },
    orderBy: [...ORDER],
    take: MOST,
    select: { publicId: true, publishedAt: true },
  });
  return found.map(({ publicId, publishedAt }) => ({ path: `/statements/${publicId}`, at: publishedAt }));
}

async function pages(): Promise<SitemapPage[]> {
  const select = { slug: true } as const;
  const most = { select, take: Math.floor(MOST / 4) };
  const [speakers, claims, stories] = await Promise.all([
    db.speaker.findMany({ where: visibleSpeakers(VISITOR), orderBy: [{ id: "asc" }], ...most }),
    db.claim.findMany({ where: visibleClaims(VISITOR), orderBy: [{ id: "asc" }], ...most }),
    db.story.findMany({ where: visibleStories(VISITOR), orderBy: [{ id: "asc" }], ...most }),
  ]);
  const under = (folder: string, found: readonly { slug: string }[]) =>
    found.map(({ slug }) => ({ path: `/${folder}/${encodeURIComponent(slug)}` }));
  return [
    ...["/", "/statements", "/speakers", "/claims", "/stories", "/contradictions", "/about"].map((path) => ({
      path,
    })),
    ...under("speakers", speakers),
    ...under("claims", claims),
    ...under("stories", stories),
  ];
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
