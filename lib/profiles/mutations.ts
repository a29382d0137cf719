import type { z } from "zod";
import { type Actor, assertCan } from "@/lib/auth";
import { transact } from "@/lib/db/server";
import { NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { type Change, type Subject, type SubjectType, WITHHELD_BY } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { tellsName } from "@/lib/speakers";
import { wordsOfNotice } from "./named-notes";
import { findTaken } from "./names-taken";
import type { withholdNoteSchema } from "./schema";

/**
 * Takes the words of a public note away that prints a name which was taken away since; when and about what it was stays, and
 * who did it and why is told beside it. No other note can be withheld: what an editor said of a change is the record.
 * @throws {Forbidden} @throws {NotFound} when the note prints no such name @throws {Refused} when the new note does
 */
export async function withholdNote(
  actor: Actor,
  { speakerId, noticeId, publicNote }: z.output<typeof withholdNoteSchema>,
): Promise<{ slug: string }> {
  assertCan(actor, "published:change");
  return transact(async (tx) => {
    const speaker = await tx.speaker.findUnique({ where: { id: speakerId }, select: { slug: true } });
    const taken = speaker && (await findTaken(tx, speakerId));
    const notice = await tx.notice.findUnique({
      where: { id: noticeId },
      include: { places: { orderBy: [{ subjectType: "asc" }, { subjectId: "asc" }] } },
    });
    if (!speaker || !taken || !notice) throw new NotFound("The note");
    const { names, instead } = taken;
    const changes = JSON.parse(notice.changes) as Change[];
    const isWithheld = notice.places.some(({ subjectType }) => subjectType === WITHHELD_BY);
    if (isWithheld || !tellsName(wordsOfNotice({ note: notice.note, changes }), names, instead))
      throw new NotFound("The note");
    refuseUnlessEmpty(
      tellsName(publicNote ?? "", names, instead)
        ? [
            {
              ...{ rule: "speaker.hidden", field: "publicNote" },
              message: "It holds a word of the name that is taken away. Visitors would read it here.",
            },
          ]
        : [],
    );
    const day = notice.givenAt.toISOString().slice(0, 10);
    await passPublicEdit(tx, actor, {
      subject: { type: notice.subjectType as SubjectType, id: notice.subjectId },
      // what is read no more may be read again
      restsOn: [],
      alsoOn: notice.places.flatMap(({ subjectType, subjectId }): Subject[] =>
        isPlace(subjectType) ? [{ type: subjectType, id: subjectId }] : [],
      ),
      changes: [{ what: `the words of a note of ${day}, which are withheld`, before: "", after: "" }],
      note: publicNote,
      withholds: noticeId,
    });
    return { slug: speaker.slug };
  });
}

const PLACES: readonly SubjectType[] = [
  ...(["speaker", "source", "outlet", "story", "claim", "statement", "relation"] as const),
];

function isPlace(type: string): type is SubjectType {
  return (PLACES as readonly string[]).includes(type);
}
