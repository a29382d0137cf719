import { storeMarks } from "@/lib/articles";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { toReadable } from "@/lib/claimreview";
import { among, db, type Prisma, transact } from "@/lib/db/server";
import { type FollowCounts, WAITING_STATES } from "@/lib/editions";
import { lookAhead, recordReadingIn } from "@/lib/editions/server";
import { NotFound, Refused } from "@/lib/errors";
import type { fetchPage } from "@/lib/networks/server";
import { hashText } from "@/lib/sources/server";
import { FALLEN_STATES } from "@/lib/statements";
import { takeText } from "@/lib/text";
import { visibleSources } from "@/lib/visibility/server";
import { type Arriving, keepArrival, readArrival } from "./arrivals";
import { fetchArriving } from "./fetching";
import { reviewIn } from "./mutations";
import { textOfSamePage } from "./read-otherwise";

/** What came of asking the address of a source again. */
export interface CheckedSource {
  /**
   * same: it says what its newest edition says, also where this program reads the very page otherwise by now · changed: another text, which is its next edition · back: an earlier edition again · another:
   * nothing of it stands there, and nothing was recorded · refused: it was not reached or not read.
   */
  readonly what: "same" | "changed" | "back" | "another" | "refused";
  /** The edition that it reads as, where it was read. */
  readonly edition: number | null;
  readonly counts: FollowCounts | null;
  /** The public ids of the statements whose words it does not have any more, or others for. */
  readonly waiting: readonly string[];
  readonly reason: string | null;
  /** What the next address may share: the network of this machine, or a server that wants to be left alone. */
  readonly trouble: "network" | "busy" | null;
}

const NOTHING = { edition: null, counts: null, waiting: [], reason: null, trouble: null };
const ANOTHER =
  "Nothing of the article stands at its address: it may be gone, or asks for consent or payment. Nothing was recorded; open it in a browser.";

/**
 * Asks the address of a source again and records what it reads as by now. `fetch` is handed in by tests alone.
 * @throws {Forbidden} @throws {NotFound} also when it has no address of a page. @throws {Refused} when fetching is turned off
 */
export async function checkSource(
  actor: Actor,
  { sourceId }: { sourceId: string },
  fetch?: typeof fetchPage,
): Promise<CheckedSource> {
  assertCan(actor, "source:import");
  const source = await db.source.findFirst({
    where: { AND: [{ publicId: sourceId }, visibleSources(actor), ADDRESSED] },
    select: { id: true, address: true },
  });
  if (!source?.address) throw new NotFound("A source with the address of a page");
  try {
    const arriving = await fetchArriving(source.address, fetch);
    return await record(actor, source.id, { ...(await readNow(arriving)), arriving });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const rules = error.refusals.map(({ rule }) => rule);
    if (rules.includes("import.fetch_off")) throw error;
    const trouble = rules.includes("import.fetch_network")
      ? "network"
      : rules.includes("import.fetch_busy")
        ? "busy"
        : null;
    const reason = error.refusals.map(({ message }) => message).join(" ");
    return { ...(await keepUnread(actor, source.id, { what: "refused", reason })), trouble };
  }
}

/** What arrived as it would be imported: the text, and where its pages and seconds stand. */
async function readNow(arriving: Arriving) {
  const arrival = await readArrival(arriving);
  const review = reviewIn(arriving);
  const given = review ?? arrival.read.text;
  const intake = takeText(toReadable(given)?.text ?? given);
  if (!intake.isText)
    throw new Refused([{ rule: `text.${intake.rule}`, message: intake.message, field: "text" }]);
  const marks = (review === null && storeMarks(arrival.read.marks)) || null;
  return { arrival, text: intake.text, marks };
}

async function record(
  actor: Actor,
  sourceId: string,
  {
    arrival,
    arriving,
    ...reading
  }: Awaited<ReturnType<typeof readNow>> & { readonly arriving: Awaited<ReturnType<typeof fetchArriving>> },
): Promise<CheckedSource> {
  const unchanged = await textOfSamePage(
    sourceId,
    { arriving, text: reading.text },
    async (former) => (await readNow(former)).text,
  );
  const text = unchanged ?? reading.text;
  const ahead = await lookAhead(db, { sourceId, text });
  if (ahead.isAnotherText) return keepUnread(actor, sourceId, { what: "another", reason: ANOTHER });
  return transact(async (tx) => {
    const { number, editionId, isNew, counts } = await recordReadingIn(tx, actor, {
      ...{ sourceId, text, marks: reading.marks, retrievedAt: arriving.answer.at, ahead },
    });
    // an answer that says the same is told by the moment alone: pages differ every day in what is no article
    if (counts === null) return { ...NOTHING, what: "same", edition: number };
    await keepArrival(tx, actor, { of: { editionId }, textSha256: hashText(text), arrival });
    const waiting = await tx.sighting.findMany({
      where: { editionId, supersededAt: null, state: { in: [...WAITING_STATES] } },
      orderBy: { statementId: "asc" },
      select: { statement: { select: { publicId: true } } },
    });
    return {
      ...{ ...NOTHING, what: isNew ? "changed" : "back", edition: number, counts },
      waiting: waiting.map(({ statement }) => statement.publicId),
    };
  });
}

const UNREAD = "source.not_read_again";

/** That a page was asked for and what came of it is evidence as well. */
async function keepUnread(
  actor: Actor,
  sourceId: string,
  told: { readonly what: "refused" | "another"; readonly reason: string },
): Promise<CheckedSource> {
  await transact((tx) =>
    appendAudit(tx, {
      ...{ actor, action: UNREAD, subjectType: "source", subjectId: sourceId },
      after: told,
    }),
  );
  return { ...NOTHING, ...told };
}

/** The sources whose address is that of a page. */
const ADDRESSED = {
  OR: [{ address: { startsWith: "http://" } }, { address: { startsWith: "https://" } }],
} satisfies Prisma.SourceWhereInput;

export interface ToCheck {
  readonly publicId: string;
  readonly address: string;
}

/**
 * The sources whose addresses are to be asked: those with statements that stand for something; of a story, or that nobody read since
 * `before`, where that is given. Those that were never asked again come first, then those that wait longest: an address that is dead
 * must not stand before all others in every round of a few.
 * @throws {Forbidden}
 */
export async function listSourcesToCheck(
  actor: Actor,
  { story, before }: { story?: string | undefined; before?: Date | undefined },
): Promise<ToCheck[]> {
  assertCan(actor, "source:import");
  const sources = await db.source.findMany({
    where: {
      AND: [
        visibleSources(actor),
        ADDRESSED,
        {
          statements: {
            some: {
              state: { notIn: [...FALLEN_STATES] },
              ...(story === undefined ? {} : { story: { slug: story } }),
            },
          },
        },
        before === undefined
          ? {}
          : {
              OR: [
                { checkedAt: { lt: before } },
                { checkedAt: null, editions: { none: { retrievedAt: { gte: before } } } },
              ],
            },
      ],
    },
    orderBy: [{ checkedAt: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, publicId: true, address: true, checkedAt: true },
  });
  // AuditEntry(subjectType, subjectId, seq)
  const unread = await db.auditEntry.groupBy({
    by: ["subjectId"],
    where: { subjectType: "source", subjectId: among(sources.map(({ id }) => id)), action: UNREAD },
    _max: { at: true },
  });
  const triedAt = new Map(unread.map(({ subjectId, _max }) => [subjectId, _max.at?.getTime() ?? 0]));
  return sources
    .map((one) => ({ ...one, askedAt: Math.max(one.checkedAt?.getTime() ?? 0, triedAt.get(one.id) ?? 0) }))
    .sort((a, b) => a.askedAt - b.askedAt)
    .map(({ publicId, address }) => ({ publicId, address: address ?? "" }));
}
