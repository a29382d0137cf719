import type { z } from "zod";
import { db } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { absoluteUrl } from "@/lib/http";
import { createDraft } from "@/lib/imports/server";
import { captureStatement } from "@/lib/statements/server";
import { parseDated } from "@/lib/text";
import { visibleSources, visibleSpeakers } from "@/lib/visibility/server";
import type { Asked } from "./model";
import type { captureSchema, proposeImportSchema } from "./schema";

/**
 * Captures a statement whose words stand in the newest edition of its source. The same words of the same source are
 * recorded once: a program that asks again after a lost answer gets the record there is.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the words do not stand there
 */
export async function capture({ actor, body }: Asked) {
  const { source: sourceId, speaker: slug, saidOn, ...said } = body as z.infer<typeof captureSchema>;
  const source = await db.source.findFirst({
    where: { AND: [{ publicId: sourceId }, visibleSources(actor)] },
    select: {
      id: true,
      editions: { orderBy: { number: "desc" }, take: 1, select: { id: true, text: true } },
    },
  });
  const edition = source?.editions[0];
  if (!source || !edition) throw new NotFound(`Source ${sourceId}`);
  const speaker = slug
    ? await db.speaker.findFirst({ where: { AND: [{ slug }, visibleSpeakers(actor)] }, select: { id: true } })
    : null;
  if (slug && !speaker) throw new NotFound(`Speaker ${slug}`);
  const startUtf16 = edition.text.indexOf(said.wording);
  const dated = saidOn === "" ? null : parseDated(saidOn);
  const refusals = [
    ...(startUtf16 === -1
      ? [
          {
            rule: "capture.words",
            message: "These words do not stand in the newest edition of the source.",
            field: "wording",
          },
        ]
      : []),
    ...(saidOn !== "" && !dated
      ? [
          {
            rule: "capture.day",
            message: "Give a day, month, year or minute, such as 2026-11-03.",
            field: "saidOn",
          },
        ]
      : []),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
  const known = await db.statement.findFirst({
    where: { sourceId: source.id, wording: said.wording, speakerId: speaker?.id ?? null },
    orderBy: { id: "asc" },
    select: { publicId: true },
  });
  const publicId =
    known?.publicId ??
    (
      await captureStatement(actor, {
        ...said,
        ...{ sourceId: source.id, speakerId: speaker?.id ?? null },
        ...{ saidOn: dated?.on ?? null, saidOnPrecision: dated?.precision ?? null },
        anchor: { editionId: edition.id, startUtf16, endUtf16: startUtf16 + said.wording.length },
      })
    ).publicId;
  return { isNew: !known, made: { id: publicId, url: absoluteUrl(`/statements/${publicId}`) } };
}

/** Keeps an article among the imports of the key's person, with what was found in it. @throws {Forbidden} @throws {Refused} */
export async function proposeImport({ actor, body }: Asked) {
  const { draftId, isNew } = await createDraft(actor, body as z.infer<typeof proposeImportSchema>);
  return { isNew, made: { id: draftId, url: absoluteUrl(`/import/${draftId}`) } };
}
