import { v7 as uuid } from "uuid";
import { appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addMany, type Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { refuseUnlessEmpty } from "@/lib/errors";
import type { Extent } from "./model";
import { type CreatedSource, hashText } from "./mutations";
import { freeSourceIds, type SourceInput, sourceFields, sourceRefusals } from "./recorded";

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
  refuseUnlessEmpty(inputs.flatMap(sourceRefusals));
  const publicIds = await freeSourceIds(tx, inputs.length);
  const at = now();
  const sources = inputs.map((input, index) => ({
    id: uuid(),
    publicId: publicIds[index] ?? "",
    ...sourceFields(input),
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
  return sources.map(({ id, publicId, publishedOn }, index) => ({
    ...{ sourceId: id, publicId, publishedOn, editionId: editions[index]?.id ?? "" },
  }));
}
