import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { v7 as uuid } from "uuid";
import { type FoundDetails, type ReadArticle, readMarks } from "@/lib/articles";
import { readArrived } from "@/lib/articles/server";
import { appendAudit } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import { addLater, aside, type Tx } from "@/lib/db/server";
import { DocumentRefused } from "@/lib/documents";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { ownerOf } from "@/lib/proposals/server";

const packing = promisify(gzip);
const unpacking = promisify(gunzip);

/** A file, or the answer of a server, as it arrived. */
export interface Arriving {
  readonly bytes: Uint8Array;
  /** Of the file, or the address that was asked. */
  readonly name: string;
  /** What the server said, when one was asked. */
  readonly answer?: {
    /** Behind every redirect. */
    readonly address: string;
    readonly status: number;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly charset: string | null;
    readonly at: Date;
  };
}

/** What is kept of what arrived, ready to be written: packed before the transaction, which then holds up nobody. */
export interface ReadArrival {
  readonly read: ReadArticle;
  readonly row: {
    readonly how: "file" | "address";
    readonly name: string;
    readonly address: string;
    readonly canonical: string;
    readonly status: number | null;
    readonly headers: string;
    readonly kind: string;
    readonly encoding: string | null;
    readonly details: string;
    readonly notices: string;
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly arrivedAt: Date;
  };
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** Reads what arrived. @throws {Refused} in the words of whoever reads such files, naming the field it was sent in */
export async function readArrival(arriving: Arriving): Promise<ReadArrival> {
  const { bytes, name, answer } = arriving;
  const read = await readAs(arriving, { isWhole: false });
  const row = {
    ...({
      how: answer ? "address" : "file",
      name: name.slice(0, 2000),
      address: answer?.address ?? "",
    } as const),
    canonical: read.details.address?.value ?? "",
    status: answer?.status ?? null,
    headers: JSON.stringify(answer?.headers ?? []),
    ...{ kind: read.kind, encoding: read.encoding },
    ...{ details: JSON.stringify(read.details), notices: JSON.stringify(read.notices) },
    sha256: createHash("sha256").update(bytes).digest("hex"),
    sizeBytes: bytes.length,
    arrivedAt: answer?.at ?? now(),
  };
  return { read, row, packed: Uint8Array.from(await packing(bytes)) };
}

/** All that a page says that arrived, its article and what stands around it. @throws {Refused} as `readArrival` */
export const readWhole = async (arriving: Arriving): Promise<string> =>
  (await readAs(arriving, { isWhole: true })).text;

function readAs({ bytes, name, answer }: Arriving, { isWhole }: { isWhole: boolean }): Promise<ReadArticle> {
  const field = answer ? "from" : "file";
  return readArrived({
    ...{ bytes, name: answer ? lastPart(answer.address) : name, isWhole },
    ...{ at: answer?.address ?? null, charset: answer?.charset ?? null },
  }).catch((error: unknown) => {
    if (!(error instanceof DocumentRefused)) throw error;
    throw new Refused([{ rule: `document.${error.rule}`, message: `${name}: ${error.message}`, field }]);
  });
}

/** The last part of an address as a name; as it stands where what is escaped in it is no text. */
function lastPart(address: string): string {
  const part = new URL(address).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

/** Where what arrived belongs: to the draft that was made of it, or to the edition that it became without one. */
type Belonging = { readonly draftId: string; readonly editionId?: string } | { readonly editionId: string };

interface OfArrival {
  readonly of: Belonging;
  readonly arrival: ReadArrival;
}

/** Keeps what arrived and tells of it. The same file once more is no news; the same answer at another moment is. */
export async function keepArrival(
  tx: Tx,
  actor: Actor,
  { of, textSha256, arrival }: OfArrival & { textSha256: string },
): Promise<void> {
  const { how, sha256 } = arrival.row;
  const known =
    how === "file" ? await tx.arrival.findFirst({ where: { ...of, sha256 }, select: { id: true } }) : null;
  if (known) return;
  const id = uuid();
  await addArrival(tx, actor, { id, of, textSha256, arrival });
  await tellArrival(tx, actor, { id, of, arrival });
}

/**
 * Adds what arrived, of which somebody else tells. The bytes are kept once, and not at all where they are the text itself: the text says
 * them.
 */
export async function addArrival(
  tx: Tx,
  actor: Actor,
  { id, of, textSha256, arrival }: OfArrival & { id: string; textSha256: string },
): Promise<void> {
  const { row, packed } = arrival;
  const { sha256 } = row;
  await addLater(tx, "Arrival", [{ id, ...row, ...of, ownerId: ownerOf(actor), createdAt: now() }]);
  if (sha256 === textSha256) return;
  // nothing that is held back points at them
  const bytes = aside(tx).arrivedBytes;
  const held = await bytes.findUnique({ where: { sha256 }, select: { sha256: true } });
  if (!held) await bytes.create({ data: { sha256, packed: "gzip", bytes: packed } });
}

/** Tells that it arrived: of the draft that was made of it, or of itself. */
export async function tellArrival(
  tx: Tx,
  actor: Actor,
  { id, of, arrival }: OfArrival & { id: string },
): Promise<void> {
  const { how, name, kind, sha256, sizeBytes } = arrival.row;
  await appendAudit(tx, {
    ...{ actor, action: "import.arrived" },
    ...("draftId" in of
      ? { subjectType: "import", subjectId: of.draftId }
      : { subjectType: "arrival", subjectId: id }),
    after: { ...of, how, name, kind, sha256, sizeBytes },
  });
}

/** The bytes of what arrived; null where they are the text itself. */
export async function findArrivedBytes(tx: Tx, sha256: string): Promise<Uint8Array | null> {
  const held = await tx.arrivedBytes.findUnique({ where: { sha256 } });
  if (!held) return null;
  return held.packed === "gzip" ? unpacking(held.bytes) : held.bytes;
}

/** What of an arrival is told to whoever works on its draft. */
export const ARRIVAL = {
  id: true,
  how: true,
  name: true,
  address: true,
  status: true,
  headers: true,
  kind: true,
  encoding: true,
  details: true,
  notices: true,
  sha256: true,
  sizeBytes: true,
  arrivedAt: true,
} as const;

type ArrivalRow = Pick<ReadArrival["row"], "headers" | "details" | "notices">;

/** An arrival with what was kept of it as text. */
export function toldArrival<Row extends ArrivalRow>({ headers, details, notices, ...row }: Row) {
  return {
    ...row,
    headers: JSON.parse(headers) as [string, string][],
    details: JSON.parse(details) as FoundDetails,
    notices: JSON.parse(notices) as string[],
  };
}

/** Where the pages and seconds of a draft or an edition stand. */
export const marksOf = ({ marks }: { marks: string | null }) => readMarks(marks ?? "");
