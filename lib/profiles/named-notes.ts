import { db } from "@/lib/db/server";
import type { Change, SubjectType } from "@/lib/notices";
import { listNotes } from "@/lib/notices/server";
import { tellsName } from "@/lib/speakers";
import { DECIDED_RELATIONS, MADE_PUBLIC, PUBLIC_CLAIM_STATES } from "@/lib/visibility/server";
import type { Taken } from "./names-taken";
import type { WordedRecord } from "./schema";

/** A public note, or what the desk wrote with a decision, that prints a word of a name that was taken away. */
export interface NamedNote {
  readonly of: "notice" | WordedRecord;
  readonly id: string;
  readonly givenAt: Date;
  /** What it is, where it is no notice. */
  readonly what: string;
  readonly note: string;
  readonly changes: readonly Change[];
  /** The page that shows it. */
  readonly page: { readonly title: string; readonly address: string } | null;
}

/** Something else that visitors read and the desk wrote, with where it is put right. */
export interface NamedElsewhere {
  readonly title: string;
  readonly address: string;
  readonly places: readonly string[];
}

const MOST_NOTES = 2000;
const MOST_OF_EACH = 500;

/** All words of a notice that visitors read. */
export function wordsOfNotice({ note, changes }: { note: string; changes: readonly Change[] }): string {
  return [note, ...changes.flatMap(({ what, before, after }) => [what, before, after])].join(" ");
}

/** The newest 2,000 public notes are looked through. */
export async function listNamedNotes({ names, instead }: Taken): Promise<NamedNote[]> {
  const notes = await listNotes({ take: MOST_NOTES });
  const telling = notes.filter((notice) => tellsName(wordsOfNotice(notice), names, instead));
  const pages = await pagesOf(telling);
  return telling.map(({ id, givenAt, note, changes, subjectType, subjectId }) => ({
    ...{ of: "notice" as const, id, givenAt, what: "", note, changes },
    page: pages.get(`${subjectType} ${subjectId}`) ?? null,
  }));
}

type Page = { readonly title: string; readonly address: string };

async function pagesOf(
  notes: readonly { readonly subjectType: SubjectType; readonly subjectId: string }[],
): Promise<Map<string, Page>> {
  const among = (type: SubjectType) => ({
    id: { in: notes.filter((one) => one.subjectType === type).map(({ subjectId }) => subjectId) },
  });
  const named = { id: true, slug: true, name: true } as const;
  const [speakers, outlets, sources, stories, claims, statements, relations] = await Promise.all([
    db.speaker.findMany({ where: among("speaker"), orderBy: { id: "asc" }, select: named }),
    db.outlet.findMany({ where: among("outlet"), orderBy: { id: "asc" }, select: named }),
    db.source.findMany({
      where: among("source"),
      orderBy: { id: "asc" },
      select: { id: true, publicId: true, title: true },
    }),
    db.story.findMany({
      where: among("story"),
      orderBy: { id: "asc" },
      select: { id: true, slug: true, title: true },
    }),
    db.claim.findMany({
      where: among("claim"),
      orderBy: { id: "asc" },
      select: { id: true, slug: true, proposition: true },
    }),
    db.statement.findMany({
      where: among("statement"),
      orderBy: { id: "asc" },
      select: { id: true, publicId: true },
    }),
    db.relation.findMany({
      where: among("relation"),
      orderBy: { id: "asc" },
      select: { id: true, from: { select: { publicId: true } } },
    }),
  ]);
  const page = (type: SubjectType, id: string, title: string, address: string) =>
    [`${type} ${id}`, { title, address }] as const;
  return new Map([
    ...speakers.map(({ id, slug, name }) => page("speaker", id, name, `/speakers/${slug}`)),
    ...outlets.map(({ id, slug, name }) => page("outlet", id, name, `/outlets/${slug}`)),
    ...sources.map(({ id, publicId, title }) => page("source", id, title, `/sources/${publicId}`)),
    ...stories.map(({ id, slug, title }) => page("story", id, title, `/stories/${slug}`)),
    ...claims.map(({ id, slug, proposition }) => page("claim", id, proposition, `/claims/${slug}`)),
    ...statements.map(({ id, publicId }) => page("statement", id, publicId, `/statements/${publicId}`)),
    ...relations.map(({ id, from }) => page("relation", id, from.publicId, `/statements/${from.publicId}`)),
  ]);
}

/**
 * Stories, claims, ties, other speakers and the desk's words at statements of others, of the newest 500 each. What others
 * said and what is printed of it is theirs.
 */
export async function listNamedElsewhere(
  speakerId: string,
  { names, instead }: Taken,
): Promise<NamedElsewhere[]> {
  const take = MOST_OF_EACH;
  const standing = { where: { supersededAt: null }, orderBy: { id: "asc" } } as const;
  const [stories, claims, speakers, relations, statements] = await Promise.all([
    db.story.findMany({
      where: { withdrawnAt: null, statements: { some: MADE_PUBLIC } },
      select: { slug: true, title: true, summary: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take,
    }),
    db.claim.findMany({
      where: { state: { in: [...PUBLIC_CLAIM_STATES] } },
      select: {
        ...{ slug: true, proposition: true, note: true },
        positions: { ...standing, select: { note: true } },
        verdicts: { ...standing, select: { reasons: true, uncertainty: true } },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take,
    }),
    db.speaker.findMany({
      where: { id: { not: speakerId }, description: { not: "" }, statements: { some: MADE_PUBLIC } },
      select: { slug: true, name: true, description: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take,
    }),
    db.relation.findMany({
      where: { state: { in: [...DECIDED_RELATIONS] }, from: MADE_PUBLIC, to: MADE_PUBLIC },
      select: { rationale: true, comparability: true, from: { select: { publicId: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take,
    }),
    db.statement.findMany({
      where: { ...MADE_PUBLIC, OR: [{ speakerId: null }, { speakerId: { not: speakerId } }] },
      select: { publicId: true, context: true },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take,
    }),
  ]);
  const judged = (verdicts: readonly { reasons: string; uncertainty: string }[]) =>
    verdicts.map(({ reasons, uncertainty }) => `${reasons} ${uncertainty}`).join(" ");
  const all = [
    ...stories.map(
      ({ slug, title, summary }) => [title, `/stories/${slug}/edit`, { title, summary }] as const,
    ),
    ...claims.map(({ slug, proposition, note, positions, verdicts }) => {
      const notes = positions.map((position) => position.note).join(" ");
      const texts = {
        proposition,
        note,
        "notes of positions": notes,
        "reasons of verdicts": judged(verdicts),
      };
      return [proposition, `/claims/${slug}`, texts] as const;
    }),
    ...speakers.map(
      ({ slug, name, description }) => [name, `/speakers/${slug}/edit`, { description }] as const,
    ),
    ...relations.map(({ from, ...texts }) => {
      return [`a relation of ${from.publicId}`, `/review/${from.publicId}#relations`, texts] as const;
    }),
    ...statements.map(
      ({ publicId, context }) => [publicId, `/review/${publicId}#correct`, { context }] as const,
    ),
  ];
  return all.flatMap(([title, address, texts]) => {
    const places = Object.entries(texts).flatMap(([place, text]) =>
      tellsName(text, names, instead) ? [place] : [],
    );
    return places.length > 0 ? [{ title, address, places }] : [];
  });
}
