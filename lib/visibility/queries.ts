import { among, type Prisma, type Tx } from "@/lib/db/server";
import type { Refusal } from "@/lib/errors";
import { repeatsWords } from "@/lib/matching";
import { listSealedIds } from "./sealed";

/** What the rule reads with. */
export type SealedReader = Pick<Tx, "statement" | "position" | "sourcingAssessment">;

/** What is written, each by where it will stand. */
export type Written = readonly (readonly [where: string, texts: readonly string[]])[];

/** What a text is about, by id: whoever writes of it has read what the desk holds beside it. */
export interface About {
  readonly statements?: readonly string[];
  readonly claims?: readonly string[];
  readonly sources?: readonly (string | null)[];
  readonly stories?: readonly (string | null)[];
  readonly speakers?: readonly (string | null)[];
}

/**
 * Where a text that is to be public repeats a statement that is off the record or under an embargo: one of the same source,
 * story or claim, or of the speaker whom the text is about. What a source prints is struck out by itself; what a colleague
 * writes is refused, for nobody else could put other words in its place. The statements that it is about are not asked.
 */
export async function sealedRefusals(tx: SealedReader, about: About, written: Written): Promise<Refusal[]> {
  const texts = written.map(([where, all]) => [where, all.filter((text) => text !== "")] as const);
  if (texts.every(([, all]) => all.length === 0)) return [];
  const sealed = await listSealedIds(tx);
  if (sealed.length === 0) return [];
  const found = await tx.statement.findMany({
    where: { AND: [{ id: among(sealed) }, await besides(tx, about)] },
    select: { publicId: true, wording: true, originalWording: true },
    orderBy: { id: "asc" },
  });
  return found.flatMap(({ publicId, wording, originalWording }) =>
    texts
      .filter(([, all]) => all.some((text) => repeatsWords(text, [wording, originalWording ?? ""])))
      .map(([where]) => ({
        rule: "policy.repeats_sealed",
        message: `Its ${where} ${/[^s]s$/u.test(where) ? "repeat" : "repeats"} words of ${publicId}, which is off the record or under an embargo.`,
        ...(where === PUBLIC_NOTE ? { field: "publicNote" } : {}),
      })),
  );
}

/** What the note is called that says to the public why something was changed. */
export const PUBLIC_NOTE = "public note";

/** The statements beside what a text is about, by indexed columns alone. */
async function besides(
  tx: Pick<Tx, "statement" | "position">,
  { statements = [], claims = [], sources = [], stories = [], speakers = [] }: About,
): Promise<Prisma.StatementWhereInput> {
  const standing = { supersededAt: null };
  const ownClaims = await tx.position.findMany({
    where: { ...standing, statementId: { in: [...statements] } },
    select: { claimId: true },
    orderBy: { id: "asc" },
  });
  const claimIds = [...new Set([...claims, ...ownClaims.map(({ claimId }) => claimId)])];
  const takers = await tx.position.findMany({
    where: { ...standing, claimId: { in: claimIds } },
    select: { claimId: true, statementId: true },
    orderBy: { id: "asc" },
  });
  const ofClaims = takers.filter(({ claimId }) => claims.includes(claimId));
  const read = await tx.statement.findMany({
    where: { id: { in: [...statements, ...ofClaims.map(({ statementId }) => statementId)] } },
    select: { sourceId: true, storyId: true },
    orderBy: { id: "asc" },
  });
  const held = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  return {
    id: { notIn: [...statements] },
    OR: [
      { sourceId: { in: held([...sources, ...read.map(({ sourceId }) => sourceId)]) } },
      { storyId: { in: held([...stories, ...read.map(({ storyId }) => storyId)]) } },
      { speakerId: { in: held(speakers) } },
      { id: { in: held(takers.map(({ statementId }) => statementId)) } },
    ],
  };
}
