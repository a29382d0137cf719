import type { z } from "zod";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { type Change, type Subject, type SubjectType, WITHHELD, WITHHELD_BY } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { tellsName } from "@/lib/speakers";
import { wordsOfNotice } from "./named-notes";
import { findNamedRecord, withholdWords } from "./named-records";
import { findTaken, type Taken } from "./names-taken";
import type { WordedRecord, withholdNoteSchema } from "./schema";

type WithholdInput = z.output<typeof withholdNoteSchema>;

/**
 * Takes the words of a public note away that prints a name which was taken away since, or what was written for the public with
 * a correction, a retraction, a verdict or a decision on two statements; when and about what it was stays, and who did it and
 * why is told beside it. No other note can be withheld: what an editor said of a change is the record.
 * @throws {Forbidden} @throws {NotFound} when the note prints no such name @throws {Refused} when the new note does
 */
export async function withholdNote(actor: Actor, input: WithholdInput): Promise<{ slug: string }> {
  assertCan(actor, "published:change");
  const { speakerId, of, id, publicNote } = input;
  return transact(async (tx) => {
    const speaker = await tx.speaker.findUnique({ where: { id: speakerId }, select: { slug: true } });
    const taken = speaker && (await findTaken(tx, speakerId));
    if (!speaker || !taken) throw new NotFound("The note");
    const { names, instead } = taken;
    const edit =
      of === "notice"
        ? await noticeWithheld(tx, id, taken)
        : await wordsWithheld(tx, actor, { ...input, of, taken });
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
    // what is read no more may be read again
    await passPublicEdit(tx, actor, { ...edit, restsOn: [], note: publicNote });
    return { slug: speaker.slug };
  });
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const withheld = (what: string): Change => ({ what: `${what}, which are withheld`, before: "", after: "" });

async function noticeWithheld(tx: Tx, id: string, { names, instead }: Taken) {
  const notice = await tx.notice.findUnique({
    where: { id },
    include: { places: { orderBy: [{ subjectType: "asc" }, { subjectId: "asc" }] } },
  });
  if (!notice) throw new NotFound("The note");
  const changes = JSON.parse(notice.changes) as Change[];
  const isWithheld = notice.places.some(({ subjectType }) => subjectType === WITHHELD_BY);
  if (isWithheld || !tellsName(wordsOfNotice({ note: notice.note, changes }), names, instead))
    throw new NotFound("The note");
  return {
    subject: { type: notice.subjectType as SubjectType, id: notice.subjectId },
    alsoOn: notice.places.flatMap(({ subjectType, subjectId }): Subject[] =>
      isPlace(subjectType) ? [{ type: subjectType, id: subjectId }] : [],
    ),
    changes: [withheld(`the words of a note of ${dayOf(notice.givenAt)}`)],
    withholds: id,
  };
}

/** Words that stand in a record are read in many places: the record has the sign instead, and the log keeps them. */
async function wordsWithheld(
  tx: Tx,
  actor: Actor,
  { of, id, taken, publicNote }: WithholdInput & { readonly of: WordedRecord; readonly taken: Taken },
) {
  const words = await findNamedRecord(tx, { of, id, taken });
  if (!words) throw new NotFound("The note");
  await withholdWords(tx, of, words);
  const { subject, alsoOn } = words;
  await appendAudit(tx, {
    ...{ actor, action: "words.withheld", subjectType: subject.type, subjectId: subject.id },
    before: { record: of, id, ...words.texts },
    after: {
      record: of,
      id,
      ...Object.fromEntries(Object.keys(words.texts).map((column) => [column, WITHHELD])),
    },
    reason: publicNote ?? "",
  });
  return { subject, alsoOn, changes: [withheld(`the words of ${words.what} of ${dayOf(words.givenAt)}`)] };
}

const PLACES: readonly SubjectType[] = [
  ...(["speaker", "source", "outlet", "story", "claim", "statement", "relation"] as const),
];

function isPlace(type: string): type is SubjectType {
  return (PLACES as readonly string[]).includes(type);
}
