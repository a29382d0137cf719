import { db } from "@/lib/db/server";
import { type Change, type SubjectType, WITHHELD, WITHHELD_BY } from "./model";

/** Whose page shows a notice. */
export interface Place {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** A notice as it is read. */
export interface Read {
  readonly id: string;
  readonly givenAt: Date;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly changes: readonly Change[];
  readonly note: string;
  readonly places: readonly Place[];
}

/**
 * Notices from before a speaker became an anonymous voice keep their day and what they were about, and lose their words:
 * they spell the name, or lead to it. So do they wherever else they are read: one that tells whose statements were another's
 * is read on the pages of both. One about another speaker that is shown at the voice as well says that the two were thought
 * to be one: it names the voice whenever it was given. Whoever is named again gets a name for what comes, and not for what
 * was withheld: nobody who reads it would learn of the day on which it is told. What an editor withheld stays so.
 */
export async function withoutHiddenNames<T extends Read>(notices: readonly T[]): Promise<T[]> {
  const isWithheld = ({ places }: T) => places.some(({ subjectType }) => subjectType === WITHHELD_BY);
  const told = await withoutNamesFromBefore(notices.filter((notice) => !isWithheld(notice)));
  const rest = new Map(told.map((notice) => [notice.id, notice]));
  return notices.map((notice) => rest.get(notice.id) ?? withoutWords(notice));
}

async function withoutNamesFromBefore<T extends Read>(notices: readonly T[]): Promise<T[]> {
  const saidBy = await speakersQuoted(notices);
  const speakersOf = ({ subjectType, subjectId, places }: T) =>
    subjectType === "speaker" ? [subjectId, ...places.map((place) => place.subjectId)] : [];
  const of = [...new Set(notices.flatMap(speakersOf))];
  if (of.length + saidBy.size === 0) return [...notices];
  const anonymous = await db.speaker.findMany({
    where: { id: { in: of }, kind: "anonymous" },
    orderBy: { id: "asc" },
    select: { id: true, mergedIntoId: true },
  });
  const isAnonymous = new Set(anonymous.map(({ id }) => id));
  // all that was told of one who was found to be the voice came before
  const merged = new Set(anonymous.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [] : [id])));
  const hiding = await listHiding([...of, ...[...saidBy.values()].flat()]);
  const isBefore = (notice: T, id: string) => {
    const last = hiding.get(id);
    return last !== undefined && last.id !== notice.id && orderOf(notice) < orderOf(last);
  };
  const isNaming = (notice: T) =>
    (saidBy.get(notice.id) ?? []).some((id) => isBefore(notice, id)) ||
    speakersOf(notice).some(
      (id) => isBefore(notice, id) || merged.has(id) || (isAnonymous.has(id) && id !== notice.subjectId),
    );
  return notices.map((notice) => (isNaming(notice) ? withoutWords(notice) : notice));
}

/** Who speaks in what a notice quotes, by its id: what is told of a statement's own words prints them with who says them. */
async function speakersQuoted(notices: readonly Read[]): Promise<Map<string, string[]>> {
  const quoting = notices.filter(({ places }) => places.every((place) => place.subjectType === "statement"));
  if (quoting.length === 0) return new Map();
  const statements = await db.statement.findMany({
    where: { id: { in: quoting.map(({ subjectId }) => subjectId) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      speakerId: true,
      hops: { orderBy: { ordinal: "asc" }, select: { speakerId: true } },
    },
  });
  const voices = new Map(
    statements.map(({ id, hops, ...own }) => [
      id,
      [own, ...hops].flatMap(({ speakerId }) => speakerId ?? []),
    ]),
  );
  return new Map(quoting.map(({ id, subjectId }) => [id, voices.get(subjectId) ?? []]));
}

/** The newest notice by which each of these became an anonymous voice, whoever they are by now. */
async function listHiding(speakerIds: readonly string[]) {
  const found = await db.notice.findMany({
    where: {
      ...{ subjectType: "speaker", subjectId: { in: [...speakerIds] } },
      // NoticePlace(subjectType, subjectId)
      places: { some: { subjectType: "speaker", subjectId: { in: [...speakerIds] } } },
      changes: { contains: '"after":"anonymous"' },
    },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    select: { id: true, subjectId: true, givenAt: true },
  });
  // of several the last is kept
  return new Map(found.map((notice) => [notice.subjectId, notice]));
}

/** As the notices of a page are ordered. */
const orderOf = ({ givenAt, id }: { givenAt: Date; id: string }) => `${givenAt.toISOString()} ${id}`;

/** A notice that says when something was changed, and no more. */
export function withoutWords<T extends Read>(notice: T): T {
  const changes = notice.changes.map(({ what }) => ({ what: `${what}, ${WITHHELD}`, before: "", after: "" }));
  return { ...notice, note: WITHHELD, changes };
}
