import type { z } from "zod";
import { assertCan } from "@/lib/auth";
import { transact } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { absoluteUrl } from "@/lib/http";
import { createDraft } from "@/lib/imports/server";
import { slugsNow } from "@/lib/speakers/server";
import { captureStatement } from "@/lib/statements/server";
import { parseDated } from "@/lib/text";
import { visibleSources, visibleSpeakers, visibleStatements } from "@/lib/visibility/server";
import type { Asked } from "./model";
import type { captureSchema, proposeImportSchema } from "./schema";

/**
 * Captures a statement whose words stand in the newest edition of its source. The same words of the same source are
 * recorded once: a program that asks again after a lost answer gets the record there is.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the words do not stand there
 */
export async function capture({ actor, body }: Asked) {
  // before anything is looked up: the answer to others must not tell what the desk holds
  assertCan(actor, "statement:capture");
  const { source: sourceId, speaker: asked, saidOn, ...said } = body as z.infer<typeof captureSchema>;
  const [slug] = asked ? await slugsNow(actor, [asked]) : [];
  const { isNew, publicId } = await transact(async (tx) => {
    const source = await tx.source.findFirst({
      where: { AND: [{ publicId: sourceId }, visibleSources(actor)] },
      select: {
        id: true,
        editions: { orderBy: { number: "desc" }, take: 1, select: { id: true, text: true } },
      },
    });
    const edition = source?.editions[0];
    if (!source || !edition) throw new NotFound(`Source ${sourceId}`);
    const speaker = slug
      ? await tx.speaker.findFirst({
          where: { AND: [{ slug }, visibleSpeakers(actor)] },
          select: { id: true },
        })
      : null;
    if (slug && !speaker) throw new NotFound(`Speaker ${asked}`);
    const startUtf16 = edition.text.indexOf(said.wording);
    if (startUtf16 === -1) throw new Refused([ELSEWHERE]);
    const speakerId = speaker?.id ?? null;
    const known = await tx.statement.findFirst({
      where: { AND: [{ sourceId: source.id, wording: said.wording, speakerId }, visibleStatements(actor)] },
      orderBy: { id: "asc" },
      select: { publicId: true },
    });
    if (known) return { isNew: false, publicId: known.publicId };
    const dated = parseDated(saidOn);
    const captured = await captureStatement(actor, {
      ...said,
      ...{ sourceId: source.id, speakerId },
      ...{ saidOn: dated?.on ?? null, saidOnPrecision: dated?.precision ?? null },
      anchor: { editionId: edition.id, startUtf16, endUtf16: startUtf16 + said.wording.length },
    });
    return { isNew: true, publicId: captured.publicId };
  });
  return { isNew, made: { id: publicId, url: absoluteUrl(`/statements/${publicId}`) } };
}

const ELSEWHERE = {
  rule: "capture.words",
  message: "These words do not stand in the newest edition of the source.",
  field: "wording",
};

/** Keeps an article among the imports of the key's person, with what was found in it. @throws {Forbidden} @throws {Refused} */
export async function proposeImport({ actor, body }: Asked) {
  const { draftId, isNew } = await createDraft(actor, body as z.infer<typeof proposeImportSchema>);
  return { isNew, made: { id: draftId, url: absoluteUrl(`/import/${draftId}`) } };
}
