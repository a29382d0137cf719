import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { nameKey, type SpeakerKind } from "@/lib/speakers";
import type { Asked, Decision } from "./model";
import { listAsked, ownDraft, readAll, readFromTo } from "./queries";

/**
 * Decides one proposal; deciding the same again changes nothing. `kind` says what its new speaker is, for every proposal of
 * the import that names the same.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when it is accepted and nobody said what its speaker is, or which.
 */
export async function decideProposal(
  actor: Actor,
  given: { draftId: string; ordinal: number; decision: Decision; kind?: SpeakerKind | undefined },
): Promise<void> {
  assertCan(actor, "source:import");
  const { draftId, ordinal, decision, kind } = given;
  const draft = await ownDraft(db, actor, draftId);
  const one = { from: ordinal, to: ordinal };
  const asked =
    decision === "accepted"
      ? await listAsked(actor, await readFromTo(db, draft, one))
      : new Map<number, Asked>();
  await transact(async (tx) => {
    const { id } = await ownDraft(tx, actor, draftId);
    const { about, name = "" } = asked.get(ordinal) ?? {};
    if (about === "namesakes") throw new Refused([undecided(name)]);
    if (about === "kind" && kind === undefined) throw new Refused([unanswered(name, "kind")]);
    if (about === "kind" && kind !== undefined) await answerKind(tx, id, { name, kind });
    await decide(tx, id, { ordinal, decision });
  });
}

/**
 * Accepts every proposal that waits for a decision and asks nothing, and says how many; one whose new speaker may be a
 * person or a body, or one of several of the name, stays until somebody says it. @throws {Forbidden} @throws {NotFound}
 */
export async function acceptAll(actor: Actor, { draftId }: { draftId: string }): Promise<number> {
  assertCan(actor, "source:import");
  const proposals = await readAll(db, await ownDraft(db, actor, draftId));
  const pending = proposals.filter(({ decision }) => decision === "pending");
  const asked = await listAsked(actor, pending);
  const ordinals = pending.flatMap(({ ordinal }) => (asked.has(ordinal) ? [] : [ordinal]));
  return transact(async (tx) => {
    const { id } = await ownDraft(tx, actor, draftId);
    let count = 0;
    for (let from = 0; from < ordinals.length; from += CHUNK) {
      const { count: more } = await tx.importProposal.updateMany({
        where: { draftId: id, ordinal: { in: ordinals.slice(from, from + CHUNK) }, decision: "pending" },
        data: { decision: "accepted" },
      });
      count += more;
    }
    return count;
  });
}

// longer lists take Prisma so long to plan that others would notice
const CHUNK = 200;

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

/** Keeps what a new speaker of the import is; a later answer takes the place of the former. */
export async function answerKind(
  tx: Tx,
  draftId: string,
  { name, kind }: { name: string; kind: SpeakerKind },
) {
  const key = { draftId, nameKey: nameKey(name) };
  await tx.importSpeakerKind.upsert({
    where: { draftId_nameKey: key },
    create: { ...key, kind },
    update: { kind },
  });
}

/** Writes a decision about a proposal that is not stored yet. */
export async function decide(
  tx: Tx,
  draftId: string,
  { ordinal, decision }: { ordinal: number; decision: Decision },
) {
  const { count } = await tx.importProposal.updateMany({
    where: { draftId, ordinal, statementId: null },
    data: { decision },
  });
  if (count === 0) throw new NotFound("The proposal");
}
