import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addLater, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { compareTexts } from "@/lib/matching";
import { authorsOf, namesInByline, readNames, storeNames, writeNames } from "@/lib/names";
import { changesBetween } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import { keepPassages } from "@/lib/passages/server";
import { sourceKeyOf } from "@/lib/query";
import { indexEdition } from "@/lib/shingles/server";
import { type DatePrecision, typedDate } from "@/lib/text";
import { type Extent, occurredAtOf, type SourceKind } from "./model";
import { freeSourceIds, type SourceInput, sourceFields, sourceRefusals, textRefusals } from "./recorded";

interface EditionInput extends Pick<SourceInput, "text" | "marks" | "retrievedAt"> {
  readonly sourceId: string;
  readonly extent?: Extent | null;
  /** Of its text, where they were taken before. */
  readonly shingles?: ReadonlySet<number>;
  /** By the id of an edition: how many of its words the text lacks and how many it has besides, where they were counted before. */
  readonly counts?: ReadonlyMap<string, { readonly wordsGone: number; readonly wordsNew: number }>;
}

export interface CreatedSource {
  readonly sourceId: string;
  readonly publishedOn: Date | null;
  readonly publicId: string;
  readonly editionId: string;
}

/** The SHA-256 of an edition's text as UTF-8, in hex. */
export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * Records a source with its first edition.
 * @throws {Forbidden} @throws {Refused} when it has no title or no text.
 */
export async function createSource(
  tx: Tx,
  actor: Actor,
  input: SourceInput & Pick<EditionInput, "shingles">,
): Promise<CreatedSource> {
  assertCan(actor, "source:import");
  refuseUnlessEmpty(sourceRefusals(input));
  const [publicId = ""] = await freeSourceIds(tx, 1);
  const { searchKey, ...fields } = sourceFields(input);
  const source = {
    ...{ id: uuid(), publicId, ...fields },
    ...{ archiveAddress: null, titleRomanised: null, titleTranslated: null, version: 1, checkedAt: null },
    ...{ createdById: actor.id, createdAt: now() },
  };
  await addLater(tx, "Source", [{ ...source, searchKey }]);
  await appendAudit(tx, {
    actor,
    action: "source.recorded",
    subjectType: "source",
    subjectId: source.id,
    after: source,
  });
  // nobody else knows of it yet: there is no edition to look for or to compare
  const { text, marks = null, retrievedAt = null, shingles } = input;
  const { editionId } = await keepEdition(
    tx,
    actor,
    { sourceId: source.id, text, marks, retrievedAt, ...(shingles ? { shingles } : {}) },
    { number: 1, compared: null },
  );
  return { sourceId: source.id, publicId, publishedOn: source.publishedOn, editionId };
}

/**
 * Adds an edition to a source; a text that the source already has is that edition again.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when there is no text.
 */
export async function addEdition(
  tx: Tx,
  actor: Actor,
  { counts, ...input }: EditionInput,
): Promise<{ editionId: string; number: number; isNew: boolean }> {
  const { sourceId, text } = input;
  assertCan(actor, "source:import");
  refuseUnlessEmpty(textRefusals(text));
  if (!(await tx.source.findUnique({ where: { id: sourceId }, select: { id: true } }))) {
    throw new NotFound("The source");
  }
  const sha256 = hashText(text);
  const known = await tx.edition.findUnique({ where: { sourceId_sha256: { sourceId, sha256 } } });
  if (known) return { editionId: known.id, number: known.number, isNew: false };

  const newest = await tx.edition.findFirst({ where: { sourceId }, orderBy: { number: "desc" } });
  const compared = newest ? (counts?.get(newest.id) ?? compareTexts(newest.text, text)) : null;
  return keepEdition(tx, actor, input, { number: (newest?.number ?? 0) + 1, compared });
}

/** Keeps an edition that its source does not have, with what finds its words again. */
async function keepEdition(
  tx: Tx,
  actor: Actor,
  { sourceId, text, marks = null, retrievedAt = null, extent = null, shingles }: Omit<EditionInput, "counts">,
  {
    number,
    compared,
  }: { number: number; compared: { readonly wordsGone: number; readonly wordsNew: number } | null },
): Promise<{ editionId: string; number: number; isNew: boolean }> {
  const sha256 = hashText(text);
  const edition = {
    ...{ id: uuid(), sourceId, number, text, sha256, lengthUtf16: text.length },
    ...{ wordsGone: compared?.wordsGone ?? null, wordsNew: compared?.wordsNew ?? null },
    ...{ marks, extent, retrievedAt: retrievedAt ?? now(), createdById: actor.id, createdAt: now() },
  };
  await addLater(tx, "Edition", [edition]);
  await indexEdition(tx, { ...edition, ...(shingles ? { shingles } : {}) });
  await keepPassages(tx, edition);
  await appendAudit(tx, {
    actor,
    action: "source.edition_added",
    subjectType: "source",
    subjectId: sourceId,
    after: {
      ...{ number: edition.number, sha256, lengthUtf16: edition.lengthUtf16 },
      ...(compared ? { wordsGone: compared.wordsGone, wordsNew: compared.wordsNew } : {}),
    },
  });
  return { editionId: edition.id, number: edition.number, isNew: true };
}

/** What is recorded about a source, whole: what is left empty is no longer recorded. */
export interface SourceFields {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: SourceKind;
  readonly outletName: string;
  readonly address: string;
  /** Where somebody else keeps a copy of it. */
  readonly archiveAddress?: string;
  /** Its title in Latin letters, and what it says. */
  readonly titleRomanised?: string;
  readonly titleTranslated?: string;
  readonly author: string;
  /** The names in it, one a line, as `writeNames` writes them; empty, or left as it was beside another byline: read anew. */
  readonly authorNames?: string;
  readonly publishedOn: Date | null;
  readonly publishedOnPrecision: DatePrecision | null;
  readonly language: string;
  readonly publicNote?: string;
}

/** How the public reads the fields. */
const FIELDS = {
  title: "The source’s title",
  kind: "Kind of source",
  outletName: "Outlet",
  address: "The source’s address",
  archiveAddress: "Archived copy",
  titleRomanised: "The title in Latin letters",
  titleTranslated: "The title translated",
  author: "Author",
  authorNames: "Authors, as they are cited",
  publishedOn: "Date of publication",
  language: "The source’s language",
} as const;

/**
 * Changes what is recorded about a source; its editions stay as they are.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read. @throws {Refused}
 * also as `passPublicEdit` does, when the source is public.
 */
export async function editSource(
  actor: Actor,
  { id, version, outletName, publicNote, authorNames: typedNames = "", ...fields }: SourceFields,
): Promise<{ publicId: string }> {
  assertCan(actor, "source:edit");
  refuseUnlessEmpty(
    fields.title.trim() === ""
      ? [{ rule: "source.titled", message: "Give the source a title.", field: "title" }]
      : [],
  );
  return transact(async (tx) => {
    const found = await tx.source.findUnique({ where: { id }, include: { outlet: true } });
    if (!found) throw new NotFound("The source");
    const { outlet: formerOutlet, ...before } = found;
    const outlet = outletName.trim() === "" ? null : await findOrCreateOutlet(tx, actor, outletName);
    const formerNames = writeNames(authorsOf(found));
    const isLeft = [typedNames.trim(), writeNames(readNames(typedNames))].includes(formerNames);
    const isFollowing = isLeft && fields.author !== (found.author ?? "");
    const names =
      isFollowing || typedNames.trim() === ""
        ? namesInByline(fields.author)
        : // a line does not tell all that is kept of a name: what nobody touched stays as it is
          isLeft
          ? authorsOf(found)
          : readNames(typedNames);
    const data = {
      ...fields,
      address: fields.address || null,
      archiveAddress: fields.archiveAddress || null,
      titleRomanised: fields.titleRomanised || null,
      titleTranslated: fields.titleTranslated || null,
      author: fields.author || null,
      authorNames: storeNames(names),
      outletId: outlet?.id ?? null,
    };
    const { count } = await tx.source.updateMany({
      where: { id, version },
      data: { ...data, searchKey: sourceKeyOf(data), version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict();
    await passPublicEdit(tx, actor, {
      subject: { type: "source", id },
      changes: changesBetween(
        FIELDS,
        inWords({
          ...before,
          authorNames: putRight(before.author, formerNames),
          outletName: formerOutlet?.name ?? "",
        }),
        inWords({
          ...data,
          authorNames: putRight(data.author, writeNames(names)),
          outletName: outlet?.name ?? "",
        }),
      ),
      // a title and an address are struck out where they repeat what is sealed; these stand in every citation as they are
      written: [
        ["author", [data.author ?? "", writeNames(names)]],
        ["outlet", [outlet?.name ?? ""]],
      ],
      note: publicNote,
    });
    if (before.publishedOn?.getTime() !== fields.publishedOn?.getTime()) {
      await orderAnew(tx, id, fields.publishedOn ?? null);
    }
    await appendAudit(tx, {
      actor,
      action: "source.edited",
      subjectType: "source",
      subjectId: id,
      before: { ...before, authorNames: storeNames(authorsOf(before)) },
      after: data,
    });
    return { publicId: before.publicId };
  });
}

/** Writes what stands in for an occasion that is not known. Statements that were captured together have one moment. */
async function orderAnew(tx: Tx, sourceId: string, publishedOn: Date | null): Promise<void> {
  const undated = { sourceId, saidOn: null };
  const captures = await tx.statement.groupBy({
    ...{ by: ["createdAt"], where: undated, orderBy: { createdAt: "asc" } },
  });
  for (const { createdAt } of captures)
    await tx.statement.updateMany({
      where: { ...undated, createdAt },
      data: { occurredAt: occurredAtOf(null, publishedOn, createdAt) },
    });
}

/** The authors as they are cited, where somebody put right what is read from the byline; else the byline says them. */
function putRight(author: string | null, written: string): string {
  return written === writeNames(namesInByline(author)) ? "" : written.replaceAll("\n", "; ");
}

type Worded = Record<Exclude<keyof typeof FIELDS, "publishedOn">, string | null> & {
  publishedOn: Date | null;
  publishedOnPrecision: string | null;
};

function inWords({ publishedOn, publishedOnPrecision, ...fields }: Worded) {
  return {
    ...fields,
    publishedOn: typedDate(publishedOn, publishedOnPrecision),
  };
}
