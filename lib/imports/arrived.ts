import { type Actor, can } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { visibleSources } from "@/lib/visibility/server";
import { findArrivedBytes } from "./arrivals";

export type ArrivedAs = Awaited<ReturnType<typeof listArrived>>[number];

/** What the texts of a source were read from, newest first, for those who work on the desk; nothing for everybody else. */
export async function listArrived(actor: Actor, { sourceId }: { sourceId: string }) {
  if (!can(actor, "statement:read_unpublished")) return [];
  // Arrival(editionId)
  const arrivals = await db.arrival.findMany({
    where: { edition: { source: { AND: [{ publicId: sourceId }, visibleSources(actor)] } } },
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
    take: MOST_LISTED,
    select: {
      ...{ id: true, how: true, name: true, address: true, kind: true, sha256: true },
      ...{ sizeBytes: true, arrivedAt: true, edition: { select: { number: true } } },
    },
  });
  return arrivals.map(({ edition, ...arrival }) => ({ ...arrival, edition: edition?.number ?? 0 }));
}

const MOST_LISTED = 100;

/**
 * The bytes that a text of a source was read from, by their hash, and the name under which they are saved.
 * @throws {NotFound} also for everybody who does not work on the desk
 */
export async function getArrivedFile(
  actor: Actor,
  { sourceId, sha256 }: { sourceId: string; sha256: string },
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  const arrival = can(actor, "statement:read_unpublished")
    ? await db.arrival.findFirst({
        where: { sha256, edition: { source: { AND: [{ publicId: sourceId }, visibleSources(actor)] } } },
        orderBy: { id: "desc" },
        select: { name: true, how: true, kind: true, edition: { select: { text: true } } },
      })
    : null;
  if (!arrival?.edition) throw new NotFound("What arrived");
  // where nothing is kept the text is these very bytes
  const bytes = (await findArrivedBytes(db, sha256)) ?? new TextEncoder().encode(arrival.edition.text);
  return { bytes, fileName: arrival.how === "file" ? lastOf(arrival.name) : nameOf(arrival, sourceId) };
}

const lastOf = (name: string) => name.split(/[/\\]/u).at(-1) ?? name;

const ENDINGS: Readonly<Record<string, string>> = { markdown: "md", text: "txt", mail: "eml" };

/** Of what a server answered: its address is no name of a file. */
const nameOf = ({ kind }: { readonly kind: string }, sourceId: string) =>
  `${sourceId}.${ENDINGS[kind] ?? kind}`;
