import type { Actor } from "@/lib/auth";
import type { Prisma, Tx } from "@/lib/db/server";
import { settledChoice } from "@/lib/proposals";
import { type ownDraft, readAll, suggestionsFor } from "@/lib/proposals/server";
import { findSourceAt } from "@/lib/sources/server";
import { nameKey } from "@/lib/speakers";
import { type Finding, type Recognised, recognise, type Standing } from "./recognise";

/**
 * Keeps which proposals of a draft are statements that its source has already: what says the same waits for nobody. What
 * a person rejected stays rejected, and what was stored stays.
 */
export async function keepKnown(tx: Tx, draftId: string, found: Recognised["known"]): Promise<void> {
  const rows = await tx.importProposal.findMany({
    where: { draftId, statementId: null, OR: [{ knownId: { not: null } }, { decision: "known" }] },
    select: { ordinal: true, decision: true },
    orderBy: { ordinal: "asc" },
  });
  const wasKnown = new Set(rows.filter(({ decision }) => decision === "known").map(({ ordinal }) => ordinal));
  for (const { ordinal } of rows.filter((row) => !found.has(row.ordinal))) {
    await keep(tx, draftId, ordinal, { knownId: null, knownHow: null, ...reopened(wasKnown.has(ordinal)) });
  }
  for (const [ordinal, { statementId, how }] of found) {
    const decision = how === "unchanged" ? { decision: "known" } : reopened(wasKnown.has(ordinal));
    await keep(tx, draftId, ordinal, { knownId: statementId, knownHow: how, ...decision });
  }
}

const reopened = (wasKnown: boolean) => (wasKnown ? { decision: "pending" } : {});

async function keep(
  tx: Tx,
  draftId: string,
  ordinal: number,
  data: Prisma.ImportProposalUpdateManyMutationInput,
) {
  await tx.importProposal.updateMany({ where: { draftId, ordinal, decision: { not: "rejected" } }, data });
}

type Draft = Awaited<ReturnType<typeof ownDraft>>;

/** What of a draft the record holds already, by the number of the proposal. */
export async function recognisedIn(tx: Tx, actor: Actor, draft: Draft): Promise<Recognised["known"]> {
  const source = await sourceOf(tx, draft);
  const standing = source ? await standingIn(tx, source.id) : [];
  if (standing.length === 0) return new Map();
  const proposals = (await readAll(tx, draft)).filter(
    ({ decision, statementId }) => decision !== "rejected" && statementId === null,
  );
  const suggestions = await suggestionsFor(tx, actor, proposals);
  const findings = proposals.map((proposal): Finding => {
    const { ordinal, startUtf16, endUtf16 } = proposal;
    const choice = settledChoice(proposal, suggestions.get(proposal.printedName ?? "") ?? []);
    const speaker = choice.kind === "new" ? { kind: "new" as const, nameKey: nameKey(choice.name) } : choice;
    return { ordinal, startUtf16, endUtf16, speaker };
  });
  return recognise(draft.text, findings, standing).known;
}

/**
 * The source that a draft will be stored in, when there is one: that of its address, also where another has the same text; else one
 * that has the text; else that of which its person said that it is another edition.
 */
export async function sourceOf(
  tx: Tx,
  draft: { sha256: string; address: string; sourceId: string | null; joins: string | null },
) {
  const at = draft.sourceId === null && draft.address !== "" ? await findSourceAt(tx, draft.address) : null;
  const edition = await tx.edition.findFirst({
    where: {
      sha256: draft.sha256,
      ...(draft.sourceId ? { source: { publicId: draft.sourceId } } : {}),
      ...(at ? { sourceId: at.id } : {}),
    },
    select: { id: true, sourceId: true },
    orderBy: { createdAt: "asc" },
  });
  // asked by itself: of most texts there is none, and Prisma asks for the source of nothing too
  if (edition) {
    const select = { id: true, publicId: true, title: true };
    const source = await tx.source.findUniqueOrThrow({ where: { id: edition.sourceId }, select });
    return { ...source, editionId: edition.id };
  }
  if (at) return { ...at, editionId: null };
  // nearly the text of a source, and its next edition by the word of its person
  const joined = draft.joins
    ? await tx.source.findUnique({
        where: { publicId: draft.joins },
        select: { id: true, publicId: true, title: true },
      })
    : null;
  return joined && { ...joined, editionId: null };
}

/** The statements of a source that stand for something, each where the newest edition has it. */
async function standingIn(tx: Tx, sourceId: string): Promise<Standing[]> {
  // Statement(sourceId, occurredAt, id)
  const statements = await tx.statement.findMany({
    where: { sourceId, state: { notIn: ["declined", "retracted"] } },
    select: {
      id: true,
      speakerId: true,
      speaker: {
        select: {
          aliases: { select: { nameKey: true }, where: { kind: { not: "surname" } }, orderBy: { id: "asc" } },
        },
      },
      anchors: {
        where: { state: { not: "lost" } },
        select: { exact: true, prefix: true, suffix: true, startUtf16: true },
        orderBy: { edition: { number: "desc" } },
        take: 1,
      },
    },
    orderBy: { id: "asc" },
  });
  return statements
    .flatMap(({ id, speakerId, speaker, anchors: [anchor] }) =>
      anchor
        ? [{ ...anchor, id, speakerId, nameKeys: speaker?.aliases.map((alias) => alias.nameKey) ?? [] }]
        : [],
    )
    .sort((one, other) => one.startUtf16 - other.startUtf16);
}
