import { appendAudit } from "@/lib/audit/server";
import { type Actor, can } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Forbidden, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { type About, PUBLIC_NOTE, sealedRefusals, type Written } from "@/lib/visibility/server";
import { type Change, noteProblem, type Subject, type SubjectType, WITHHELD_BY } from "./model";
import { arePublic } from "./queries";

/** An edit as the guard sees it. */
export interface PublicEdit {
  /** What is changed. */
  readonly subject: Subject;
  /** The edit is public when all of these are: the subject alone, or for a tie what it ties. */
  readonly restsOn?: readonly Subject[];
  /** Whose pages show the notice besides the subject's own. */
  readonly alsoOn?: readonly Subject[];
  /** Whom it leads to though it is read on no page of theirs: it loses its words when one of them becomes an anonymous voice. */
  readonly leadsTo?: readonly Subject[];
  /** In the public's words; none when nothing changes that the public could see. */
  readonly changes: readonly Change[];
  /** What else the public reads by it. */
  readonly written?: Written;
  readonly note: string | undefined;
  /** A notice that loses its words by this edit, which is told where that one is. */
  readonly withholds?: string;
}

/**
 * Stands before every edit of what the public may read. Where nothing of it is public it does nothing. Otherwise it
 * asks for an editor and a public note, and writes the notice in the transaction of the edit.
 * @returns whether the edit is public.
 * @throws {Forbidden} when it is public and the actor is no editor.
 * @throws {Refused} at the field `publicNote`, when it is public and no note says why; and when what is written repeats
 * words that are off the record or under an embargo.
 */
export async function passPublicEdit(tx: Tx, actor: Actor, edit: PublicEdit): Promise<boolean> {
  const {
    subject,
    restsOn = [subject],
    alsoOn = [],
    leadsTo = [],
    changes,
    written = [],
    note = "",
    withholds,
  } = edit;
  if (changes.length === 0 || !(await arePublic(tx, restsOn))) return false;
  if (!can(actor, "published:change")) {
    const message =
      "Visitors read this, so only an editor changes it, with a public note. Nothing was saved. Tell an editor what is wrong.";
    throw new Forbidden("published:change", message);
  }
  const problem = noteProblem(note);
  if (problem !== null) throw new Refused([{ rule: "public.note", message: problem, field: "publicNote" }]);
  refuseUnlessEmpty(
    await sealedRefusals(tx, aboutOf([subject, ...restsOn, ...alsoOn]), [
      // what a source calls itself is struck out by itself where it repeats such words
      ...(subject.type === "source" ? [] : changes.map(({ what, after }) => [what, [after]] as const)),
      ...written,
      [PUBLIC_NOTE, [note]],
    ]),
  );
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
  const shownAt = [...places.values()].map(({ type, id }) => ({ subjectType: type, subjectId: id }));
  const unread = leadsTo.map(({ id }) => ({ subjectType: UNREAD, subjectId: id }));
  await tx.noticePlace.createMany({
    data: [...shownAt, ...unread].map((place) => ({ noticeId: notice.id, ...place })),
  });
  if (withholds !== undefined)
    await tx.noticePlace.create({
      data: { noticeId: withholds, subjectType: WITHHELD_BY, subjectId: notice.id },
    });
  await appendAudit(tx, {
    actor,
    action: "notice.given",
    subjectType: subject.type,
    subjectId: subject.id,
    after: { noticeId: notice.id, changes, ...(withholds === undefined ? {} : { withholds }) },
    reason: notice.note,
  });
  return true;
}

/** A place at which no page reads. */
const UNREAD = "unread";

const ABOUT: Readonly<Partial<Record<SubjectType, keyof About>>> = {
  ...{ statement: "statements", claim: "claims", source: "sources", story: "stories", speaker: "speakers" },
};

function aboutOf(subjects: readonly Subject[]): About {
  const about: Partial<Record<keyof About, string[]>> = {};
  for (const { type, id } of subjects) {
    const kind = ABOUT[type];
    if (kind) about[kind] = [...(about[kind] ?? []), id];
  }
  return about;
}
