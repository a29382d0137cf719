import type { Actor } from "@/lib/auth";
import { among, countedOnce, db } from "@/lib/db/server";
import { isShutOut, seesUnpublished } from "@/lib/visibility/server";
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
  if (isShutOut(actor)) return [];
  // counted once after a write, by ids; the names are read each time
  const counted = await countedOnce(`pairs ${seesUnpublished(actor)}`, () => countPairs(actor));
  const named = await namesOf(counted.flatMap(({ speakerIds }) => speakerIds));
  return counted.flatMap(({ speakerIds: [from, to], ...counts }) => {
    const [first, second] = [named.get(from), named.get(to)];
    if (!first || !second) return [];
    const isInOrder = first.slug < second.slug;
    return [{ one: isInOrder ? first : second, other: isInOrder ? second : first, ...counts }];
  });
}

interface CountedPair extends Omit<SpeakerPair, "one" | "other"> {
  readonly speakerIds: readonly [string, string];
}

async function countPairs(actor: Actor): Promise<CountedPair[]> {
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
  const pairs = new Map<string, CountedPair>();
  for (const { state, fromId, toId } of ties) {
    const [from, to] = [speakerOf.get(fromId), speakerOf.get(toId)];
    if (!from || !to) continue;
    if (state !== "suggested" && state !== "confirmed" && state !== "resolved") continue;
    const speakerIds: readonly [string, string] = from < to ? [from, to] : [to, from];
    const key = speakerIds.join(" ");
    const pair = pairs.get(key) ?? { speakerIds, suggested: 0, confirmed: 0, resolved: 0 };
    pairs.set(key, { ...pair, [state]: pair[state] + 1 });
  }
  return [...pairs.values()];
}

// below the bound variables that either engine takes in one query
const CHUNK = 500;

/** The speakers of these statements, both by id. */
async function speakersOf(statementIds: readonly string[]): Promise<Map<string, string | null>> {
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
  return new Map(statements.map(({ id, speakerId }) => [id, speakerId]));
}

async function namesOf(speakerIds: readonly string[]) {
  const speakers = await db.speaker.findMany({
    where: { id: among([...new Set(speakerIds)]) },
    select: { id: true, slug: true, name: true },
    orderBy: { id: "asc" },
  });
  return new Map(speakers.map(({ id, ...speaker }) => [id, speaker]));
}
