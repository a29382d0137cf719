import { v7 as uuid } from "uuid";
import { appendAudit, appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addLater, among, freeIds, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, type Refusal, refuseUnlessEmpty } from "@/lib/errors";
import { statementKeyOf } from "@/lib/query";
import { occurredAtOf } from "@/lib/sources";
import { speakerNow, speakersNow } from "@/lib/speakers/server";
import { DATE_PRECISIONS, isAhead } from "@/lib/text";
import { anchorIn, reworded, wordedIn } from "./anchoring";
import { isEditable, type StatementInput, wordingKeyOf } from "./model";
import { takeFound } from "./standing";

export interface CapturedStatement {
  readonly id: string;
  readonly publicId: string;
}

/** Captures one statement. @throws {Forbidden} @throws {NotFound} its source or edition. @throws {Refused} */
export async function captureStatement(actor: Actor, input: StatementInput): Promise<CapturedStatement> {
  assertCan(actor, "statement:capture");
  return transact(async (tx) => {
    const [statement] = await captureStatements(tx, actor, [input]);
    if (!statement) throw new NotFound("The statement");
    return statement;
  });
}

/** A source that the transaction made, with its one edition. */
export interface MadePlace {
  readonly sourceId: string;
  readonly publishedOn: Date | null;
  readonly editionId: string;
  readonly text: string;
  /** Of the speakers that the statements may have: in whom those went on that are one with another since. */
  readonly voices: ReadonlyMap<string, string>;
}

/**
 * Captures many statements in the caller's transaction, in the order given; what stands in `made` is not read again.
 * @throws {Forbidden} @throws {NotFound} a source or edition. @throws {Refused} when a wording is blank or an anchor
 * lies outside its text.
 */
export async function captureStatements(
  tx: Tx,
  actor: Actor,
  inputs: readonly StatementInput[],
  made: MadePlace | null = null,
): Promise<CapturedStatement[]> {
  assertCan(actor, "statement:capture");
  refuseUnlessEmpty(inputs.flatMap((input) => [...refusalsOf(input), ...aheadRefusals(input)]));
  const publishedOn = await readSources(tx, inputs, made);
  const texts = await readEditions(tx, inputs, made);
  const publicIds = await freePublicIds(tx, inputs.length);
  const spoken = inputs.flatMap(({ speakerId, hops = [] }) => [
    speakerId,
    ...hops.map((hop) => hop.speakerId),
  ]);
  const voices = made?.voices ?? (await speakersNow(tx, spoken));
  const voiceOf = (id: string | null | undefined) => (id ? (voices.get(id) ?? id) : null);
  const at = now();

  const words = inputs.map(({ wording, anchor }) =>
    wordedIn(wording, anchor ? texts.get(anchor.editionId) : undefined, anchor?.pieces, anchor?.reads),
  );
  const statements = inputs.map((input, index) => {
    const saidOn = input.saidOn ?? null;
    const { wording, editMarks } = words[index] ?? wordedIn(input.wording);
    return {
      id: uuid(),
      publicId: publicIds[index] ?? "",
      sourceId: input.sourceId,
      wording,
      wordingKey: wordingKeyOf(wording),
      searchKey: statementKeyOf({ ...input, wording }),
      form: input.form,
      language: input.language ?? "en",
      originalWording: input.originalWording || null,
      originalLanguage: input.originalLanguage || null,
      translatedBy: input.translatedBy || null,
      editMarks: JSON.stringify(editMarks),
      isDenial: input.isDenial ?? false,
      speakerId: voiceOf(input.speakerId),
      attribution: input.attribution ?? "",
      roleThen: input.roleThen ?? "",
      cue: input.cue ?? "",
      introduction: input.introduction || null,
      saidOn,
      saidOnPrecision: saidOn ? (input.saidOnPrecision ?? "day") : null,
      saidOnNote: input.saidOnNote ?? "",
      place: input.place ?? "",
      event: input.event ?? "",
      addressee: input.addressee ?? "",
      context: input.context ?? "",
      storyId: input.storyId ?? null,
      occurredAt: occurredAtOf(saidOn, publishedOn.get(input.sourceId) ?? null, at),
      capturedById: actor.id,
      createdAt: at,
      updatedAt: at,
    };
  });
  const anchors = inputs.flatMap(({ anchor }, index) => {
    const { id: statementId = "", wording = "" } = statements[index] ?? {};
    const text = anchor ? texts.get(anchor.editionId) : undefined;
    if (!anchor || text === undefined) return [];
    const { editionId } = anchor;
    return [{ id: uuid(), statementId, editionId, checkedAt: at, ...anchorIn(text, wording, anchor) }];
  });
  const hops = inputs.flatMap(({ hops = [] }, index) =>
    hops.map((hop, ordinal) => ({
      id: uuid(),
      statementId: statements[index]?.id ?? "",
      ordinal: ordinal + 1,
      name: hop.name,
      speakerId: voiceOf(hop.speakerId),
      sourceId: hop.sourceId ?? null,
    })),
  );

  const anchorOf = new Map(anchors.map((anchor) => [anchor.statementId, anchor]));
  const namesOf = new Map<string, string[]>();
  for (const { statementId, name } of hops)
    namesOf.set(statementId, [...(namesOf.get(statementId) ?? []), name]);

  await addLater(tx, "Statement", statements);
  await addLater(tx, "Anchor", anchors);
  await addLater(tx, "AttributionHop", hops);
  await appendAudits(
    tx,
    statements.map(({ id, wordingKey: _, searchKey: __, createdAt: ___, updatedAt: ____, ...after }) => ({
      actor,
      action: "statement.captured",
      subjectType: "statement",
      subjectId: id,
      after: {
        ...after,
        anchor: anchorOf.get(id) ?? null,
        hops: namesOf.get(id) ?? [],
      },
    })),
  );
  return statements.map(({ id, publicId }) => ({ id, publicId }));
}

/** The fields of an edit; those left out stay as they are. */
export interface StatementEdit extends Partial<Omit<StatementInput, "sourceId" | "anchor" | "hops">> {
  /** Its id or its public id. */
  readonly id: string;
  readonly version: number;
  /** Why the words may differ from the source. */
  readonly anchorExplanation?: string;
}

/**
 * Edits a statement that is not published and that no editor is judging. A changed wording is looked for in its
 * editions again.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read.
 * @throws {Refused} when its state does not allow it or the wording is blank.
 */
export async function editStatement(
  actor: Actor,
  { id, version, anchorExplanation, ...fields }: StatementEdit,
): Promise<CapturedStatement> {
  assertCan(actor, "statement:edit");
  return transact(async (tx) => {
    const before = await tx.statement.findFirst({
      where: { OR: [{ id }, { publicId: id }] },
      include: {
        source: { select: { publishedOn: true } },
        speaker: { select: { name: true } },
        anchors: { include: { edition: true }, orderBy: { id: "asc" } },
      },
    });
    if (!before) throw new NotFound("The statement");
    const { source, anchors, speaker: former, ...was } = before;
    const typed = fields.wording ?? was.wording;
    refuseUnlessEmpty([...stateRefusals(was.state), ...wordingRefusals(typed)]);
    const words = typed === was.wording ? null : reworded(typed, was.wording, anchors);
    const wording = words?.wording ?? was.wording;

    const speaker = fields.speakerId ? await speakerNow(tx, fields.speakerId) : null;
    if (fields.speakerId && !speaker) throw new NotFound("The speaker");
    refuseUnlessEmpty(aheadRefusals(fields));
    const saidOn = fields.saidOn === undefined ? was.saidOn : fields.saidOn;
    const data = {
      ...fields,
      ...(speaker ? { speakerId: speaker.id } : {}),
      wording,
      wordingKey: wordingKeyOf(wording),
      searchKey: statementKeyOf(was, { ...fields, wording }),
      editMarks: words ? JSON.stringify(words.editMarks) : was.editMarks,
      saidOn,
      saidOnPrecision: saidOn ? (fields.saidOnPrecision ?? was.saidOnPrecision ?? "day") : null,
      occurredAt: occurredAtOf(saidOn, source.publishedOn, was.createdAt),
    };
    const { count } = await tx.statement.updateMany({
      where: { id: was.id, version },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict();
    for (const [index, anchor] of anchors.entries()) {
      const place = words?.places[index] ?? {};
      const explanation = anchorExplanation ?? anchor.explanation;
      await tx.anchor.update({ where: { id: anchor.id }, data: { ...place, explanation, checkedAt: now() } });
    }
    if (words) await takeFound(tx, actor, was.id, wording);
    await appendAudit(tx, {
      actor,
      action: "statement.edited",
      subjectType: "statement",
      subjectId: was.id,
      before: {
        ...{ ...was, speaker: former?.name ?? "" },
        ...(anchorExplanation === undefined ? {} : { anchorExplanation: anchors[0]?.explanation ?? "" }),
      },
      after: {
        ...data,
        ...(fields.speakerId === undefined ? {} : { speaker: speaker?.name ?? "" }),
        ...(anchorExplanation === undefined ? {} : { anchorExplanation }),
      },
    });
    return { id: was.id, publicId: was.publicId };
  });
}

function wordingRefusals(wording: string): Refusal[] {
  return wordingKeyOf(wording) === ""
    ? [{ rule: "statement.worded", message: "A statement needs its words.", field: "wording" }]
    : [];
}

function stateRefusals(state: string): Refusal[] {
  if (isEditable(state)) return [];
  const message =
    state === "published" || state === "retracted"
      ? "What was published is not edited: an editor corrects it, with a public note."
      : state === "declined"
        ? "This statement was declined."
        : "An editor is judging this statement. Ask for changes first.";
  return [{ rule: "statement.editable", message }];
}

function refusalsOf({ wording, anchor }: StatementInput): Refusal[] {
  const refusals = wordingRefusals(wording);
  const { startUtf16, endUtf16 } = anchor ?? {};
  if ((startUtf16 === undefined) !== (endUtf16 === undefined)) {
    refusals.push({
      rule: "anchor.span",
      message: "An anchor needs both ends, or neither.",
      field: "wording",
    });
  }
  return refusals;
}

async function readSources(
  tx: Tx,
  inputs: readonly StatementInput[],
  made: MadePlace | null,
): Promise<Map<string, Date | null>> {
  const known = new Map(made ? [[made.sourceId, made.publishedOn] as const] : []);
  const ids = [...new Set(inputs.map(({ sourceId }) => sourceId))].filter((id) => !known.has(id));
  if (ids.length === 0) return known;
  const sources = await tx.source.findMany({
    where: { id: among(ids) },
    select: { id: true, publishedOn: true },
    orderBy: { id: "asc" },
  });
  if (sources.length < ids.length) throw new NotFound("The source");
  return new Map([...known, ...sources.map(({ id, publishedOn }) => [id, publishedOn] as const)]);
}

async function readEditions(
  tx: Tx,
  inputs: readonly StatementInput[],
  made: MadePlace | null,
): Promise<Map<string, string>> {
  const wanted = inputs.flatMap(({ anchor, sourceId }) => (anchor ? [{ ...anchor, sourceId }] : []));
  const known = made ? [{ id: made.editionId, sourceId: made.sourceId, text: made.text }] : [];
  const ids = [...new Set(wanted.map(({ editionId }) => editionId))].filter((id) => id !== made?.editionId);
  const read =
    ids.length === 0
      ? []
      : await tx.edition.findMany({
          where: { id: among(ids) },
          select: { id: true, sourceId: true, text: true },
          orderBy: { id: "asc" },
        });
  const editions = [...known, ...read];
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  for (const { editionId, sourceId, startUtf16 = 0, endUtf16 = 0 } of wanted) {
    const edition = byId.get(editionId);
    if (!edition || edition.sourceId !== sourceId) throw new NotFound("The edition");
    const isInside = 0 <= startUtf16 && startUtf16 <= endUtf16 && endUtf16 <= edition.text.length;
    refuseUnlessEmpty(
      isInside
        ? []
        : [{ rule: "anchor.inside", message: "The words lie outside the text.", field: "wording" }],
    );
  }
  return new Map(editions.map(({ id, text }) => [id, text]));
}

const freePublicIds = (tx: Tx, count: number) =>
  freeIds(tx, "st", {
    count,
    findTaken: (at, tried) =>
      at.statement.findMany({
        where: { publicId: among(tried) },
        select: { publicId: true },
        orderBy: { id: "asc" },
      }),
  });

/** Nobody has said anything yet on a day that lies ahead. */
function aheadRefusals({
  saidOn: on,
  saidOnPrecision,
}: Pick<StatementInput, "saidOn" | "saidOnPrecision">): Refusal[] {
  const precision = DATE_PRECISIONS.find((known) => known === saidOnPrecision) ?? "day";
  if (!on || !isAhead({ on, precision }, now())) return [];
  const message = "The day on which it was said lies ahead. Write one that has come.";
  return [{ rule: "statement.said_on", message, field: "saidOn" }];
}
