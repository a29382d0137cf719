import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, type Refusal, refuseUnlessEmpty } from "@/lib/errors";
import { visibleStatements } from "@/lib/visibility/server";
import { assertApart } from "./apart";
import { reasonOf, SHOWN_NAMES } from "./merge-notices";
import { giveNames, type MovedName } from "./merged-names";
import { speakerNow } from "./merges";
import type { SpeakerKind } from "./model";
import { CHUNK, point } from "./moving";
import { claimSpeaker, createSpeakers } from "./mutations";
import { type Moved, passAll, READ, tell, type Who } from "./split-acts";
import { type Chosen, idsInWords, MOST_CHOSEN, type Other, splitRefusals } from "./split-model";

/** Two speakers under one name: which statements are the other's, and what goes along with them. */
export interface SplitInput {
  readonly fromId: string;
  /** The save of the speaker that the page showed. */
  readonly version: number;
  readonly statements: readonly Chosen[];
  readonly other: Other;
  /** Other names of the speaker that are the other's, by id. */
  readonly names: readonly string[];
  /** Roles of the speaker that are the other's, by id. */
  readonly roles: readonly string[];
  readonly reason: string;
  readonly publicNote?: string;
}

/**
 * Gives statements of a speaker, with names and roles, to another whose they are. What each of these statements says of the
 * speaker goes along, a voice between too. Published words stay as they are, and cited versions keep the name of their day.
 * `undoSplit` takes it back.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the speaker was saved since its version was read.
 * @throws {Refused} when a statement changed or went since it was chosen, as `assertApart` does, and as `passPublicEdit`
 * does when visitors read what changes.
 */
export async function splitSpeaker(
  actor: Actor,
  input: SplitInput,
): Promise<{ slug: string; splitId: string }> {
  assertCan(actor, "speaker:edit");
  const { fromId, version, publicNote } = input;
  return transact(async (tx) => {
    const from = await claimSpeaker(tx, fromId, version);
    if (from.mergedIntoId !== null) throw new NotFound("The speaker");
    const { ids, published } = await chosenOf(tx, actor, { fromId, statements: input.statements });
    const names = await tx.speakerAlias.findMany({
      where: {
        ...{ speakerId: fromId, id: { in: [...input.names] } },
        kind: { in: [...SHOWN_NAMES, "printed"] },
      },
      orderBy: { id: "asc" },
    });
    const roles = await tx.affiliation.findMany({
      where: { speakerId: fromId, id: { in: [...input.roles] } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    if (names.length < new Set(input.names).size) throw new NotFound("The other name");
    if (roles.length < new Set(input.roles).size) throw new NotFound("The role");
    const along = { published: published.length, names: names.length, roles: roles.length };
    const { into, isNew } = await otherOf(tx, actor, input.other);
    refuseUnlessEmpty(splitRefusals(from, into, along));
    const given = { ids: names.map(({ id }) => id), roles: roles.map(({ id }) => id) };
    const isPublic = await passAll(tx, actor, {
      ...{ from, into, published, given, note: publicNote },
    });
    const reason = reasonOf(
      isPublic ? publicNote : input.reason || publicNote,
      "Say how it is known that they are two.",
    );
    await claimSpeaker(tx, into.id, undefined);
    const moved = await moveChosen(tx, { from, into, isNew, ids, names, roles: given.roles });
    await assertApart(
      tx,
      [{ ...into, kind: into.kind as SpeakerKind, names: names.map(({ name }) => name) }],
      "names",
    );
    const { id: splitId } = await tx.speakerSplit.create({
      data: {
        ...{ fromId, intoId: into.id, moved: JSON.stringify(moved), reason },
        ...{ splitById: actor.id ?? "", splitAt: now() },
      },
    });
    await tell(tx, actor, "speaker.split", { splitId, from, into, moved, reason });
    return { slug: into.slug, splitId };
  });
}

/** The chosen statements, which are all still the speaker's and as they were when they were chosen. @throws {Refused} */
async function chosenOf(
  tx: Tx,
  actor: Actor,
  { fromId, statements }: { fromId: string; statements: readonly Chosen[] },
): Promise<{ ids: string[]; published: string[] }> {
  const wanted = new Map(statements.map(({ publicId, version }) => [publicId, version]));
  const no = (message: string): Refusal[] => [{ rule: "split.chosen", message, field: "statements" }];
  if (wanted.size === 0) refuseUnlessEmpty(no("Choose at least one statement."));
  if (wanted.size > MOST_CHOSEN)
    refuseUnlessEmpty(
      no(`At most ${MOST_CHOSEN} statements go along at once. Split the others off after these.`),
    );
  const publicIds = [...wanted.keys()];
  const found: { id: string; publicId: string; version: number; state: string }[] = [];
  for (let at = 0; at < publicIds.length; at += CHUNK)
    found.push(
      ...(await tx.statement.findMany({
        where: {
          AND: [
            { publicId: { in: publicIds.slice(at, at + CHUNK) } },
            { OR: [{ speakerId: fromId }, { hops: { some: { speakerId: fromId } } }] },
            visibleStatements(actor),
          ],
        },
        select: { id: true, publicId: true, version: true, state: true },
        orderBy: { id: "asc" },
      })),
    );
  const there = new Set(found.map(({ publicId }) => publicId));
  const gone = publicIds.filter((id) => !there.has(id));
  const changed = found.filter(({ publicId, version }) => wanted.get(publicId) !== version);
  const waiting = await tx.correctionProposal.findMany({
    where: {
      ...{ statementId: { in: found.map(({ id }) => id) }, confirmedAt: null, withdrawnAt: null },
      changes: { contains: '"speakerId"' },
    },
    select: { statement: { select: { publicId: true } } },
    orderBy: { id: "asc" },
  });
  const again = "Read it as it is now, and open this page anew.";
  refuseUnlessEmpty([
    ...(gone.length > 0 ? no(`No longer this speaker’s since you chose: ${idsInWords(gone)}. ${again}`) : []),
    ...(changed.length > 0
      ? no(`Changed since you chose: ${idsInWords(changed.map(({ publicId }) => publicId))}. ${again}`)
      : []),
    ...(waiting.length > 0
      ? no(
          `A correction that waits names another speaker of ${idsInWords(waiting.map(({ statement }) => statement.publicId))}. Confirm or withdraw it first.`,
        )
      : []),
  ]);
  const published = found.filter(({ state }) => (READ as readonly string[]).includes(state));
  return { ids: found.map(({ id }) => id), published: published.map(({ id }) => id) };
}

/** The other one: whom an id means by now, or who is made for it. @throws {NotFound} @throws {Refused} */
async function otherOf(tx: Tx, actor: Actor, other: Other): Promise<{ into: Who; isNew: boolean }> {
  const isNew = !("id" in other);
  const id = isNew ? (await createSpeakers(tx, actor, [other]))[0]?.id : (await speakerNow(tx, other.id))?.id;
  const into = id === undefined ? null : await tx.speaker.findUnique({ where: { id } });
  if (!into) throw new NotFound("The other speaker");
  return { into, isNew };
}

interface Moving {
  readonly from: Who;
  readonly into: Who;
  readonly isNew: boolean;
  readonly ids: readonly string[];
  readonly names: readonly (MovedName & { readonly id: string })[];
  readonly roles: readonly string[];
}

async function moveChosen(tx: Tx, { from, into, isNew, ids, names, roles }: Moving): Promise<Moved> {
  const among = { in: [...ids] };
  const statements = await tx.statement.findMany({
    where: { id: among, speakerId: from.id },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const hops = await tx.attributionHop.findMany({
    where: { statementId: among, speakerId: from.id },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await tx.speakerAlias.deleteMany({ where: { id: { in: names.map(({ id }) => id) } } });
  const moved: Moved = {
    statements: statements.map(({ id }) => id),
    hops: hops.map(({ id }) => id),
    ...{ roles, isNew },
    names: names.map(({ id, name, nameKey, kind, language }) => ({ id, name, nameKey, kind, language })),
    added: await giveNames(tx, into.id, names, { showsName: false }),
  };
  await point(tx, { ...moved, proposals: [], bodies: [] }, { from: from.id, to: into.id });
  return moved;
}
