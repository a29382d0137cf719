import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { oldestFirst, partsOf } from "./queries";

/** Two speakers with the number of contradictions between them, by state. */
export interface SpeakerPair {
  readonly one: { readonly slug: string; readonly name: string };
  readonly other: { readonly slug: string; readonly name: string };
  readonly suggested: number;
  readonly confirmed: number;
  readonly resolved: number;
}

const MOST_TIES = 1000;

/** Who contradicts whom: one entry for each pair of named speakers, over the newest 1,000 contradictions. */
export async function listContradictingSpeakers(actor: Actor): Promise<SpeakerPair[]> {
  const parts = await Promise.all(
    (await partsOf(actor, {})).map((where) =>
      db.relation.findMany({
        where,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: MOST_TIES,
        select: { id: true, createdAt: true, state: true, fromId: true, toId: true },
      }),
    ),
  );
  const ties = parts.flat().sort(oldestFirst).slice(-MOST_TIES);
  const speakerOf = await speakersOf(ties.flatMap(({ fromId, toId }) => [fromId, toId]));
  const pairs = new Map<string, SpeakerPair>();
  for (const { state, fromId, toId } of ties) {
    const [from, to] = [speakerOf.get(fromId), speakerOf.get(toId)];
    if (!from || !to) continue;
    const [one, other] = [from, to].sort((a, b) => (a.slug < b.slug ? -1 : 1)) as [
      SpeakerPair["one"],
      SpeakerPair["one"],
    ];
    const key = `${one.slug} ${other.slug}`;
    const pair = pairs.get(key) ?? { one, other, suggested: 0, confirmed: 0, resolved: 0 };
    if (state !== "suggested" && state !== "confirmed" && state !== "resolved") continue;
    pairs.set(key, { ...pair, [state]: pair[state] + 1 });
  }
  return [...pairs.values()];
}

// below the bound variables that either engine takes in one query
const CHUNK = 500;

/** The speakers of these statements by the ids of the statements, each speaker asked for once. */
async function speakersOf(statementIds: readonly string[]) {
  const ids = [...new Set(statementIds)];
  const statements: { id: string; speakerId: string | null }[] = [];
  for (let from = 0; from < ids.length; from += CHUNK)
    statements.push(
      ...(await db.statement.findMany({
        where: { id: { in: ids.slice(from, from + CHUNK) }, speakerId: { not: null } },
        select: { id: true, speakerId: true },
        orderBy: { id: "asc" },
      })),
    );
  const speakers = await db.speaker.findMany({
    where: { id: { in: [...new Set(statements.flatMap(({ speakerId }) => speakerId ?? []))] } },
    select: { id: true, slug: true, name: true },
    orderBy: { id: "asc" },
  });
  const byId = new Map(speakers.map(({ id, ...speaker }) => [id, speaker]));
  return new Map(statements.map(({ id, speakerId }) => [id, byId.get(speakerId ?? "")]));
}
