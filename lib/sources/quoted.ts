import { v7 as uuid } from "uuid";
import { appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addMany, among, type Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { refuseUnlessEmpty } from "@/lib/errors";
import { namesInByline, storeNames } from "@/lib/names";
import { sourceKeyOf } from "@/lib/query";
import { printableId } from "@/lib/text";
import type { Extent } from "./model";
import { type CreatedSource, hashText, type SourceInput, textRefusals } from "./mutations";

const QUOTED: Extent = "quoted";
/**
 * Records many sources of which only the words are held that somebody quoted from them, in the order given. Their words are
 * indexed by `indexMissing`, behind the transaction. @throws {Forbidden} @throws {Refused} when one has no title or no text.
 */
export async function recordQuoted(
  tx: Tx,
  actor: Actor,
  inputs: readonly SourceInput[],
): Promise<CreatedSource[]> {
  assertCan(actor, "source:import");
  refuseUnlessEmpty(
    inputs.flatMap(({ title, text }) => [
      ...(title.trim() === ""
        ? [{ rule: "source.titled", message: "Give the source a title.", field: "title" }]
        : []),
      ...textRefusals(text),
    ]),
  );
  const publicIds = await freePublicIds(tx, inputs.length);
  const at = now();
  const sources = inputs.map((input, index) => ({
    id: uuid(),
    publicId: publicIds[index] ?? "",
    title: input.title.trim(),
    searchKey: sourceKeyOf({ title: input.title, author: input.author ?? null }),
    kind: input.kind ?? "article",
    outletId: input.outletId ?? null,
    address: input.address?.trim() || null,
    author: input.author?.trim() || null,
    authorNames: storeNames(namesInByline(input.author ?? null)),
    publishedOn: input.publishedOn ?? null,
    publishedOnPrecision: input.publishedOn ? (input.publishedOnPrecision ?? "day") : null,
    language: input.language ?? "en",
    createdById: actor.id,
    createdAt: at,
  }));
  const editions = inputs.map(({ text, marks = null, retrievedAt }, index) => ({
    id: uuid(),
    sourceId: sources[index]?.id ?? "",
    number: 1,
    ...{ text, sha256: hashText(text), lengthUtf16: text.length, marks, extent: QUOTED },
    retrievedAt: retrievedAt ?? at,
    createdById: actor.id,
    createdAt: at,
  }));
  await addMany(tx, "Source", sources);
  await addMany(tx, "Edition", editions);
  await appendAudits(
    tx,
    sources.flatMap(({ searchKey: _, ...after }, index) => {
      const { number, sha256, lengthUtf16 } = editions[index] ?? {};
      const subject = { actor, subjectType: "source", subjectId: after.id };
      return [
        { ...subject, action: "source.recorded", after },
        {
          ...{ ...subject, action: "source.edition_added" },
          after: { number, sha256, lengthUtf16, extent: QUOTED },
        },
      ];
    }),
  );
  return sources.map(({ id, publicId }, index) => ({
    ...{ sourceId: id, publicId, editionId: editions[index]?.id ?? "" },
  }));
}

async function freePublicIds(tx: Tx, count: number): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const tried = Array.from({ length: count - free.size }, () => printableId("src"));
    const taken = await tx.source.findMany({
      where: { publicId: among(tried) },
      select: { publicId: true },
      orderBy: { id: "asc" },
    });
    const isTaken = new Set(taken.map(({ publicId }) => publicId));
    for (const publicId of tried) if (!isTaken.has(publicId)) free.add(publicId);
  }
  return [...free];
}
