import { db } from "@/lib/db/server";
import { type Read, withoutHiddenNames } from "./hidden-names";
import { type Change, type SubjectType, WITHHELD } from "./model";

/** A notice as it is read, with the thing that it is about. */
export type ReadNote = Omit<Read, "places">;

/**
 * The newest notices whose words are still read, of whatever they tell: the desk's own list of what it wrote for the
 * public, for who looks for something in it.
 */
export async function listNotes({ take }: { take: number }): Promise<ReadNote[]> {
  const found = await db.notice.findMany({
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    take,
    select: {
      ...{ id: true, givenAt: true, subjectType: true, subjectId: true, changes: true, note: true },
      places: {
        orderBy: [{ subjectType: "asc" }, { subjectId: "asc" }],
        select: { subjectType: true, subjectId: true },
      },
    },
  });
  const read = await withoutHiddenNames(
    found.map(({ subjectType, changes, ...notice }) => ({
      ...notice,
      subjectType: subjectType as SubjectType,
      changes: JSON.parse(changes) as Change[],
    })),
  );
  return read.filter(({ note }) => note !== WITHHELD).map(({ places: _, ...notice }) => notice);
}
