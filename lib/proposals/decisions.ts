import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { nameKey, type SpeakerKind } from "@/lib/speakers";
import { type Decided, recordAct, undoAct } from "./acts";
import { type Asked, askedBy, type Choice, type DraftProposal, isSpeakerOpen } from "./model";
import { ownDraft, readAll, readThese, suggestionsFor } from "./queries";

/** Which of those that wait one press accepts: all, those in no doubt, or all up to one of them in the order of the text. */
export type Run = "all" | "sure" | number;

/** One press on the desk of an import. */
export type Press =
  | {
      readonly act: "decide";
      readonly ordinal: number;
      readonly decision: Choice;
      readonly kind?: SpeakerKind | undefined;
    }
  | {
      readonly act: "accept";
      readonly run: Run;
      /** Nobody looks at them: what comes near a statement of the record waits, to be read beside its former words. */
      readonly isUnseen?: boolean | undefined;
    }
  | { readonly act: "undo" };

/**
 * Decides one proposal; deciding the same again changes nothing. `kind` says what its new speaker is, for every proposal of
 * the import that names the same.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when it is accepted and nobody said what its speaker is, or which.
 */
export async function decideProposal(
  actor: Actor,
  given: { draftId: string; ordinal: number; decision: Choice; kind?: SpeakerKind | undefined },
): Promise<void> {
  const { draftId, ...press } = given;
  const [refused] = (await pressInTurn(actor, { draftId, presses: [{ act: "decide", ...press }] })).refused;
  if (refused) throw refused.error;
}

/**
 * Accepts those of a run that wait for a decision and ask nothing, and says how many; one whose new speaker may be a
 * person or a body stays until somebody says it. `isUnseen`: nobody looks at them, so that words that changed wait.
 * @throws {Forbidden} @throws {NotFound}
 */
export async function acceptRun(
  actor: Actor,
  { draftId, ...accept }: { draftId: string; run: Run; isUnseen?: boolean },
): Promise<number> {
  const { accepted } = await pressInTurn(actor, { draftId, presses: [{ act: "accept", ...accept }] });
  return accepted;
}

/** `acceptRun` of all that wait. */
export function acceptAll(actor: Actor, { draftId }: { draftId: string }): Promise<number> {
  return acceptRun(actor, { draftId, run: "all" });
}

/**
 * Takes back what the last press decided, whatever it was; `ordinal` is the first proposal of it, null when there was
 * nothing to take back. @throws {Forbidden} @throws {NotFound}
 */
export async function undoLast(
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<{ ordinal: number | null }> {
  const { undone } = await pressInTurn(actor, { draftId, presses: [{ act: "undo" }] });
  return { ordinal: undone };
}

/**
 * Does what was pressed on the desk, in that order and in one transaction: whatever breaks off between two presses, either
 * all of them count or none. What cannot be done of it is named, and the rest is done.
 * @throws {Forbidden} @throws {NotFound}
 */
export async function pressInTurn(
  actor: Actor,
  { draftId, presses }: { draftId: string; presses: readonly Press[] },
) {
  assertCan(actor, "source:import");
  // outside the transaction, where reading is free
  const before = await whatAsks(db, actor, draftId, untilUndo(presses));
  return transact(async (tx) => {
    const told = {
      refused: [] as { ordinal: number; error: Refused | NotFound }[],
      accepted: 0,
      undone: null as number | null,
    };
    const { id } = await ownDraft(tx, actor, draftId);
    const said = new Map<string, SpeakerKind>();
    let asks: Asks | null = before;
    for (const [at, press] of presses.entries()) {
      if (press.act === "undo") {
        told.undone = (await undoAct(tx, id)) ?? told.undone;
        // what is taken back may ask again
        asks = null;
        said.clear();
        continue;
      }
      asks ??= await whatAsks(tx, actor, draftId, untilUndo(presses.slice(at)));
      if (press.act === "accept") {
        told.accepted += await acceptThese(tx, id, ordinalsOf(press, asks, said));
      } else {
        const error = await decideOne(tx, id, press, asks.asked.get(press.ordinal), said);
        if (error) told.refused.push({ ordinal: press.ordinal, error });
      }
    }
    return told;
  });
}

function untilUndo(presses: readonly Press[]): readonly Press[] {
  const undo = presses.findIndex(({ act }) => act === "undo");
  return undo === -1 ? presses : presses.slice(0, undo);
}

interface Asks {
  /** Those that wait or may be decided, in the order of the text; all of the draft where a run asks for them. */
  readonly inOrder: readonly DraftProposal[];
  /** What they ask, by their ordinal. */
  readonly asked: ReadonlyMap<number, Asked>;
  /** Those of whose speaker a known one may be meant, which nobody decided. */
  readonly mayBeKnown: ReadonlySet<number>;
}

async function whatAsks(tx: Tx, actor: Actor, draftId: string, presses: readonly Press[]): Promise<Asks> {
  const draft = await ownDraft(tx, actor, draftId);
  const isWhole = presses.some(({ act }) => act === "accept");
  const ordinals = presses.flatMap((press) =>
    press.act === "decide" && press.decision === "accepted" ? [press.ordinal] : [],
  );
  const inOrder = isWhole ? await readAll(tx, draft) : await readThese(tx, draft, ordinals);
  return asksOf(inOrder, await suggestionsFor(tx, actor, inOrder));
}

type Suggestions = Awaited<ReturnType<typeof suggestionsFor>>;

function asksOf(inOrder: readonly DraftProposal[], suggestions: Suggestions): Asks {
  const suggested = ({ printedName }: DraftProposal) => suggestions.get(printedName ?? "") ?? [];
  const asked = inOrder.flatMap((one) => {
    const what = askedBy(one, suggested(one));
    return what === null ? [] : [[one.ordinal, what] as const];
  });
  const mayBeKnown = inOrder.filter((one) => isSpeakerOpen(one, suggested(one)));
  return {
    inOrder,
    asked: new Map(asked),
    mayBeKnown: new Set(mayBeKnown.map(({ ordinal }) => ordinal)),
  };
}

/** The numbers of those of a text, in its order, that a run accepts where nobody looks at them. */
export function acceptedUnseen(
  inOrder: readonly DraftProposal[],
  { run, suggestions }: { readonly run: Run; readonly suggestions: Suggestions },
): number[] {
  return ordinalsOf({ run, isUnseen: true }, asksOf(inOrder, suggestions), new Map());
}

function ordinalsOf(
  { run, isUnseen = false }: { readonly run: Run; readonly isUnseen?: boolean | undefined },
  { inOrder, asked, mayBeKnown }: Asks,
  said: ReadonlyMap<string, SpeakerKind>,
): number[] {
  const end =
    typeof run === "number" ? inOrder.findIndex(({ ordinal }) => ordinal === run) + 1 : inOrder.length;
  return inOrder.slice(0, end).flatMap(({ ordinal, doubt, known }) => {
    if (isUnanswered(asked.get(ordinal), said) || (isUnseen && known?.how === "changed")) return [];
    return run === "sure" && (doubt > 0 || mayBeKnown.has(ordinal)) ? [] : [ordinal];
  });
}

/** It asks, and no press before said it. */
function isUnanswered(asked: Asked | undefined, said: ReadonlyMap<string, SpeakerKind>): boolean {
  return asked !== undefined && !(asked.about === "kind" && said.has(nameKey(asked.name)));
}

// longer lists take Prisma so long to plan that others would notice
const CHUNK = 200;

/** Accepts those of these that wait, as one act; says how many. */
async function acceptThese(tx: Tx, draftId: string, ordinals: readonly number[]): Promise<number> {
  const waiting: number[] = [];
  for (let from = 0; from < ordinals.length; from += CHUNK) {
    const where = { draftId, ordinal: { in: ordinals.slice(from, from + CHUNK) }, decision: "pending" };
    const rows = await tx.importProposal.findMany({
      where,
      select: { ordinal: true },
      orderBy: { ordinal: "asc" },
    });
    await tx.importProposal.updateMany({ where, data: { decision: "accepted" } });
    waiting.push(...rows.map(({ ordinal }) => ordinal));
  }
  await recordAct(tx, draftId, {
    became: "accepted",
    was: waiting.map((ordinal) => ({ ordinal, decision: "pending" })),
  });
  return waiting.length;
}

async function decideOne(
  tx: Tx,
  draftId: string,
  { ordinal, decision, kind }: Extract<Press, { act: "decide" }>,
  asked: Asked | undefined,
  said: Map<string, SpeakerKind>,
): Promise<Refused | NotFound | null> {
  const isAsked = decision === "accepted" && isUnanswered(asked, said);
  const { about, name = "" } = asked ?? {};
  if (isAsked && about === "namesakes") return new Refused([undecided(name)]);
  if (isAsked && kind === undefined) return new Refused([unanswered(name, "kind")]);
  const row = await tx.importProposal.findUnique({
    where: { draftId_ordinal: { draftId, ordinal } },
    select: { decision: true, statementId: true },
  });
  if (!row || row.statementId !== null || row.decision === "known") return new NotFound("The proposal");
  const answer = isAsked && kind !== undefined ? await answerKind(tx, draftId, { name, kind }) : null;
  if (answer && kind) said.set(answer.nameKey, kind);
  await decide(tx, draftId, { ordinal, decision, ...(answer ? { answer } : {}) });
  return null;
}

/** What a reporter is told who accepts a proposal whose new speaker may be a person or a body. */
export function unanswered(name: string, field: string) {
  const message = `The text does not show what “${name}” is. Say whether it is a person, an organisation, a collective or an anonymous voice; the answer holds for every proposal of this import that names the same.`;
  return { rule: "proposal.kind", message, field };
}

/** What a reporter is told who accepts a proposal whose name several known speakers have. */
function undecided(name: string) {
  const message = `Several known speakers are called “${name}”. Press Edit and choose which of them spoke, or say what tells a new one apart from them.`;
  return { rule: "proposal.namesakes", message, field: "decision" };
}

/** Keeps what a new speaker of the import is; a later answer takes the place of the former, which is returned. */
export async function answerKind(
  tx: Tx,
  draftId: string,
  { name, kind }: { name: string; kind: SpeakerKind },
): Promise<NonNullable<Decided["answer"]>> {
  const key = { draftId, nameKey: nameKey(name) };
  const former = await tx.importSpeakerKind.findUnique({ where: { draftId_nameKey: key } });
  await tx.importSpeakerKind.upsert({
    where: { draftId_nameKey: key },
    create: { ...key, kind },
    update: { kind },
  });
  return { nameKey: key.nameKey, kind: former?.kind ?? null };
}

/** Writes a decision about a proposal that is not stored yet, as an act that can be taken back. */
export async function decide(
  tx: Tx,
  draftId: string,
  given: { ordinal: number; decision: Choice; answer?: Decided["answer"] },
) {
  const { ordinal, decision, answer } = given;
  const row = await tx.importProposal.findUnique({
    where: { draftId_ordinal: { draftId, ordinal } },
    select: { decision: true },
  });
  const { count } = await tx.importProposal.updateMany({
    where: { draftId, ordinal, statementId: null },
    data: { decision },
  });
  if (count === 0 || !row) throw new NotFound("The proposal");
  if (row.decision === decision) return;
  await recordAct(tx, draftId, {
    became: decision,
    was: [{ ordinal, decision: row.decision }],
    ...(answer ? { answer } : {}),
  });
}
