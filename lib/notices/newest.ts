import type { Actor } from "@/lib/auth";
import { among, db } from "@/lib/db/server";
import { visibleStatements } from "@/lib/visibility/server";
import type { SubjectType } from "./model";
import { seenPlaces } from "./queries";

/**
 * When the public was last told of a change in what is read with each of these statements: in itself, and since it was
 * published in its speaker, source or outlet. Robots and readers of feeds that have the former words ask again by it. By
 * id; a statement of which nothing was told is left out.
 */
export async function newestNoticesOn(
  actor: Actor,
  statementIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const statements = await db.statement.findMany({
    where: { AND: [{ id: among(statementIds) }, visibleStatements(actor)] },
    select: {
      ...{ id: true, speakerId: true, sourceId: true, publishedAt: true },
      source: { select: { outletId: true } },
    },
    orderBy: { id: "asc" },
  });
  const at = (subjectType: SubjectType, ids: readonly (string | null)[]) => ({
    ...{ subjectType, subjectId: among([...new Set(ids.filter((id) => id !== null))]) },
  });
  const places = [
    at(
      "statement",
      statements.map(({ id }) => id),
    ),
    at(
      "speaker",
      statements.map(({ speakerId }) => speakerId),
    ),
    at(
      "source",
      statements.map(({ sourceId }) => sourceId),
    ),
    at(
      "outlet",
      statements.map(({ source }) => source.outletId),
    ),
  ];
  // NoticePlace(subjectType, subjectId)
  const found = await db.notice.findMany({
    where: { places: { some: { OR: places } } },
    select: {
      givenAt: true,
      places: {
        select: { subjectType: true, subjectId: true },
        orderBy: [{ subjectType: "asc" }, { subjectId: "asc" }],
      },
    },
    // of several the last is kept
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
  });
  const seen = await seenPlaces(
    actor,
    found.flatMap((notice) => notice.places),
  );
  const newest = new Map<string, Date>();
  for (const notice of found.filter((one) => one.places.every(seen)))
    for (const { subjectType, subjectId } of notice.places)
      newest.set(`${subjectType} ${subjectId}`, notice.givenAt);
  return new Map(
    statements.flatMap(({ id, speakerId, sourceId, source, publishedAt }) => {
      const own = newest.get(`statement ${id}`);
      const beside = [`speaker ${speakerId}`, `source ${sourceId}`, `outlet ${source.outletId}`].flatMap(
        (place) => newest.get(place) ?? [],
      );
      const told = [...(own ? [own] : []), ...beside.filter((on) => publishedAt && on >= publishedAt)];
      const last = told.reduce<Date | null>((late, on) => (late && late > on ? late : on), null);
      return last ? [[id, last] as const] : [];
    }),
  );
}
