import type { Actor } from "@/lib/auth";
import { listPositionsOfEach } from "@/lib/claims/server";
import { listRelationsOfEach } from "@/lib/relations/server";
import { findPlacesInCodePoints } from "@/lib/sources/server";
import { latestSourcingOfEach } from "@/lib/sourcing/server";
import type { StatementFilter } from "@/lib/statements";
import { eachStatementPage, type StatementRow } from "@/lib/statements/server";
import { latestVerdictsOfEach } from "@/lib/verdicts/server";
import type { ExportEntry, ExportFormat } from "./format";
import type { Judged } from "./judgements-json";

/**
 * Every statement that matches and that the actor may see, newest occasion first, read as the caller asks for more. What
 * the format asks for besides is read for a page at a time.
 */
export async function* eachEntry(
  actor: Actor,
  filter: StatementFilter,
  asked: Asked = {},
): AsyncGenerator<ExportEntry> {
  for await (const page of eachStatementPage(actor, filter)) yield* await entriesOf(actor, page, asked);
}

/** What a format asks for besides the statement itself. */
type Asked = Pick<ExportFormat, "isFull" | "hasCodePoints">;

/** Statements of a list as a format gets them. */
export async function entriesOf(
  actor: Actor,
  rows: readonly StatementRow[],
  { isFull, hasCodePoints }: Asked,
): Promise<readonly ExportEntry[]> {
  if (isFull) return withJudged(actor, rows);
  return hasCodePoints ? withCodePoints(rows) : rows;
}

/** Statements with the places of their words counted in code points. */
async function withCodePoints(rows: readonly StatementRow[]): Promise<ExportEntry[]> {
  const anchored = rows.flatMap(({ id, anchor }) =>
    anchor ? [{ ...anchor, id, editionId: anchor.edition.id }] : [],
  );
  const places = await findPlacesInCodePoints(anchored);
  const placeOf = new Map(anchored.map(({ id }, index) => [id, places[index]]));
  return rows.map((row) => {
    const codePoints = placeOf.get(row.id);
    return codePoints ? { ...row, codePoints } : row;
  });
}

/** Statements with what was judged of them, as far as the actor may see it: four queries, however many they are. */
async function withJudged(actor: Actor, rows: readonly StatementRow[]): Promise<ExportEntry[]> {
  const ids = rows.map(({ id }) => id);
  const [sourcing, verdicts, ties, positions] = await Promise.all([
    latestSourcingOfEach(actor, ids),
    latestVerdictsOfEach(actor, ids),
    listRelationsOfEach(actor, ids),
    listPositionsOfEach(actor, ids),
  ]);
  const of = <T extends { readonly statementId: string | null }>(all: readonly T[]) => {
    const under = new Map<string | null, T[]>();
    for (const one of all) {
      const known = under.get(one.statementId);
      if (known) known.push(one);
      else under.set(one.statementId, [one]);
    }
    return (id: string) => under.get(id) ?? [];
  };
  const [sourcingOf, verdictsOf, tiesOf, positionsOf] = [of(sourcing), of(verdicts), of(ties), of(positions)];
  return rows.map((row) => {
    const judged: Judged = {
      sourcing: sourcingOf(row.id).at(-1) ?? null,
      verdicts: verdictsOf(row.id),
      ties: tiesOf(row.id),
      positions: positionsOf(row.id),
    };
    return { ...row, judged };
  });
}
