import { appendAudit } from "@/lib/audit/server";
import { type Actor, can } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Forbidden, Refused } from "@/lib/errors";
import { type Change, noteProblem, type Subject } from "./model";
import { arePublic } from "./queries";

/** An edit as the guard sees it. */
export interface PublicEdit {
  /** What is changed. */
  readonly subject: Subject;
  /** The edit is public when all of these are: the subject alone, or for a tie what it ties. */
  readonly restsOn?: readonly Subject[];
  /** Whose pages show the notice besides the subject's own. */
  readonly alsoOn?: readonly Subject[];
  /** In the public's words; none when nothing changes that the public could see. */
  readonly changes: readonly Change[];
  readonly note: string | undefined;
}

/**
 * Stands before every edit of what the public may read. Where nothing of it is public it does nothing. Otherwise it
 * asks for an editor and a public note, and writes the notice in the transaction of the edit.
 * @returns whether the edit is public.
 * @throws {Forbidden} when it is public and the actor is no editor.
 * @throws {Refused} at the field `publicNote`, when it is public and no note says why.
 */
export async function passPublicEdit(tx: Tx, actor: Actor, edit: PublicEdit): Promise<boolean> {
  const { subject, restsOn = [subject], alsoOn = [], changes, note = "" } = edit;
  if (changes.length === 0 || !(await arePublic(tx, restsOn))) return false;
  if (!can(actor, "published:change")) {
    const message =
      "Visitors read this, so only an editor changes it, with a public note. Nothing was saved. Tell an editor what is wrong.";
    throw new Forbidden("published:change", message);
  }
  const problem = noteProblem(note);
  if (problem !== null) throw new Refused([{ rule: "public.note", message: problem, field: "publicNote" }]);
  const places = new Map([subject, ...alsoOn].map((place) => [`${place.type} ${place.id}`, place]));
  const notice = await tx.notice.create({
    data: {
      subjectType: subject.type,
      subjectId: subject.id,
      changes: JSON.stringify(changes),
      note: note.trim(),
      givenById: actor.id,
      givenAt: now(),
    },
  });
  await tx.noticePlace.createMany({
    data: [...places.values()].map(({ type, id }) => ({
      noticeId: notice.id,
      subjectType: type,
      subjectId: id,
    })),
  });
  await appendAudit(tx, {
    actor,
    action: "notice.given",
    subjectType: subject.type,
    subjectId: subject.id,
    after: { noticeId: notice.id, changes },
    reason: notice.note,
  });
  return true;
}
