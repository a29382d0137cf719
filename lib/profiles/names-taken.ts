import type { Tx } from "@/lib/db/server";

/** The names that left when somebody became an anonymous voice, and what they are called since. */
export interface Taken {
  readonly names: readonly string[];
  readonly instead: string;
}

/** Which names a speaker who is an anonymous voice had before; null for one who never was named. */
export async function findTaken(tx: Pick<Tx, "auditEntry">, speakerId: string): Promise<Taken | null> {
  const hidings = await tx.auditEntry.findMany({
    where: { subjectType: "speaker", subjectId: speakerId, action: "speaker.edited" },
    orderBy: { seq: "asc" },
    select: { before: true, after: true },
  });
  const taken = namesTaken(hidings);
  return taken.names.length === 0 ? null : taken;
}

function namesTaken(
  edits: readonly { readonly before: string | null; readonly after: string | null }[],
): Taken {
  interface Fields {
    readonly name?: string;
    readonly kind?: string;
    readonly aliases?: readonly string[];
  }
  const read = (json: string | null) => JSON.parse(json ?? "{}") as Fields;
  const states = edits.map(({ before, after }) => ({ was: read(before), now: read(after) }));
  const hiding = states.findLast(({ was, now }) => now.kind === "anonymous" && was.kind !== "anonymous");
  const last = states.at(-1)?.now;
  if (!hiding || last?.kind !== "anonymous") return { names: [], instead: "" };
  return { names: [hiding.was.name ?? "", ...(hiding.was.aliases ?? [])], instead: last.name ?? "" };
}
