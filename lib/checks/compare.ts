import type { Actor } from "@/lib/auth";
import type { Finding, HeldText } from "@/lib/checking";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { findAgainst } from "./against";
import { compareApart } from "./apart";
import { materialId } from "./material-id";
import type { CheckScope, KeptFinding } from "./model";

/** A draft with all that it is compared with. */
interface Comparison {
  readonly text: string;
  readonly language: string;
  readonly scope: CheckScope;
  readonly storyId: string | null;
  readonly materials: readonly { readonly ordinal: number; readonly name: string; readonly text: string }[];
}

/** What a comparison found, as it is kept. */
export interface Found {
  readonly findings: readonly KeptFinding[];
  readonly searched: object;
  /** The save of each stored statement that a finding rests on, by printed id. */
  readonly statements: Readonly<Record<string, number>>;
}

/** Compares a draft with its material and with what its scope names, as far as the actor may see it. */
export async function compare(
  actor: Actor,
  { text, language, scope, storyId, materials }: Comparison,
): Promise<Found> {
  const held = await findAgainst(actor, { draft: text, scope, storyId });
  const own: HeldText[] = materials.map((one) => ({
    id: materialId(one.ordinal),
    title: one.name,
    text: one.text,
  }));
  const against = { texts: [...own, ...held.texts], statements: held.statements };
  const { findings, searched } = await compareApart({ draft: text, against, language });
  return { findings, searched, statements: savesOf(findings, held.versions) };
}

function savesOf(
  findings: readonly Finding[],
  versions: ReadonlyMap<string, number>,
): Record<string, number> {
  const used = findings.flatMap(({ match, others }) => [match, ...others]);
  return Object.fromEntries(
    used.flatMap((one) => {
      const version = one?.statement ? versions.get(one.statement) : undefined;
      return one?.statement && version !== undefined ? [[one.statement, version]] : [];
    }),
  );
}

/** Keeps what a comparison found, in the transaction of the change that it follows. */
export async function keepRun(
  tx: Tx,
  actor: Actor,
  { checkId, draftNumber, found }: { checkId: string; draftNumber: number; found: Found },
): Promise<void> {
  await tx.checkRun.create({
    data: {
      ...{ checkId, draftNumber, ranById: actor.id, ranAt: now() },
      findings: JSON.stringify(found.findings),
      searched: JSON.stringify(found.searched),
      statements: JSON.stringify(found.statements),
    },
  });
}
