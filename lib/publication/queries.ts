import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { visibleStatements } from "@/lib/visibility/server";

/** What is said before the words of a statement wherever they are shown, cited or exported; null and empty when nothing is. */
export interface PublicNotice {
  /** The confirmed retraction. */
  readonly retraction: { readonly on: Date; readonly reason: string } | null;
  /** Every confirmed correction, oldest first; `version` is the one that it made. */
  readonly corrections: readonly {
    readonly version: number;
    readonly kind: string;
    readonly note: string;
    readonly on: Date;
  }[];
}

/**
 * The notices of statements that the actor may see, by public id, in one query. A retraction or a correction that still
 * waits for its second editor is no notice.
 */
export async function noticesOf(
  actor: Actor,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, PublicNotice>> {
  const found = await db.statement.findMany({
    where: { AND: [{ publicId: { in: [...publicIds] } }, visibleStatements(actor)] },
    select: {
      publicId: true,
      corrections: {
        orderBy: [{ versionNumber: "asc" }, { id: "asc" }],
        select: { versionNumber: true, kind: true, note: true, givenAt: true },
      },
      retractions: {
        where: { confirmedAt: { not: null } },
        take: 1,
        select: { reason: true, confirmedAt: true },
        orderBy: { id: "asc" },
      },
    },
    orderBy: { id: "asc" },
  });
  return new Map(
    found.map(({ publicId, corrections, retractions: [retraction] }) => [
      publicId,
      {
        retraction: retraction?.confirmedAt
          ? { on: retraction.confirmedAt, reason: retraction.reason }
          : null,
        corrections: corrections.map(({ versionNumber: version, givenAt: on, ...rest }) => ({
          version,
          on,
          ...rest,
        })),
      },
    ]),
  );
}
