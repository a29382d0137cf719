import { among, type Tx } from "@/lib/db/server";
import { type Refusal, refuseUnlessEmpty } from "@/lib/errors";
import { keysOfName, nameKey, type SpeakerKind, waysToTell } from "./model";
import { newestRole, roleOf } from "./queries";

interface Named {
  /** Of a speaker who is there already. */
  readonly id?: string;
  readonly kind: SpeakerKind;
  readonly names: readonly string[];
  readonly description: string;
}

interface Bearer {
  readonly id: string | null;
  readonly description: string;
  /** As a person who chooses among several sees them. */
  readonly told: string;
}

/**
 * Two speakers of one name are told apart by their descriptions, or there is only one of them. An article before the name
 * makes no other name, and a voice without a name is nobody's namesake.
 * @throws {Refused} at `field`, when another has one of the names and nothing tells this one apart from them.
 */
export async function assertApart(tx: Tx, speakers: readonly Named[], field: string): Promise<void> {
  const named = speakers.filter(({ kind }) => kind !== "anonymous");
  const bearers = await bearersOf(tx, new Set(named.flatMap(({ names }) => names.flatMap(keysOfName))));
  const refusals: Refusal[] = [];
  for (const speaker of named) {
    const { id, names, description } = speaker;
    const keys = [...new Set(names.flatMap(keysOfName))];
    const others = new Set(keys.flatMap((key) => bearers.get(key) ?? []));
    for (const other of others) if (id !== undefined && other.id === id) others.delete(other);
    const isApart = [...others].every((other) => nameKey(other.description) !== nameKey(description));
    if (others.size > 0 && (nameKey(description) === "" || !isApart)) {
      const told = [...others].map((other) => other.told);
      refusals.push({ rule: "speaker.apart", message: namesakes(names[0] ?? "", told), field });
    }
    // of two that come in one go the second is the other's namesake
    const own = {
      id: id ?? null,
      description,
      told: waysToTell({ name: names[0] ?? "", role: null, description, slug: "" })[0] ?? names[0] ?? "",
    };
    for (const key of keys) bearers.set(key, [...(bearers.get(key) ?? []), own]);
  }
  refuseUnlessEmpty(refusals);
}

/** What is said of a name that other speakers have. */
function namesakes(name: string, others: readonly string[]): string {
  return `“${name}” is a name of ${others.join("; ")}. If the same speaker is meant, choose that one. If this is somebody else, describe them in words that tell them apart.`;
}

async function bearersOf(tx: Tx, wanted: ReadonlySet<string>): Promise<Map<string, Bearer[]>> {
  const bearers = new Map<string, Bearer[]>();
  // SpeakerAlias(nameKey)
  const found = await tx.speakerAlias.findMany({
    where: {
      nameKey: among([...wanted]),
      kind: { in: ["name", "alias", "former"] },
      speaker: { kind: { not: "anonymous" } },
    },
    select: {
      nameKey: true,
      speaker: {
        select: {
          id: true,
          slug: true,
          name: true,
          description: true,
          affiliations: newestRole,
        },
      },
    },
    orderBy: { id: "asc" },
  });
  for (const { nameKey: key, speaker } of found) {
    const { id, description, affiliations } = speaker;
    const role = roleOf(affiliations);
    const bearer = { id, description, told: waysToTell({ ...speaker, role })[0] ?? speaker.name };
    const known = bearers.get(key) ?? [];
    if (!known.some((one) => one.id === id)) bearers.set(key, [...known, bearer]);
  }
  return bearers;
}
