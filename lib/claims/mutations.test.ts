import { beforeAll, describe, expect, it } from "vitest";
import { type Action, type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { listNotices } from "@/lib/notices/server";
import { editSource } from "@/lib/sources/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import {
  countPositionSaves,
  countPositionsTaken,
  createClaim,
  getClaim,
  listClaims,
  listLapsedPositions,
  listPositionsOf,
  publishClaim,
  reinstateClaim,
  rephraseClaim,
  takePosition,
  withdrawClaim,
  withdrawPosition,
} from "./server";

let reviewer: Actor;
let editor: Actor;
let number = 0;

const proposition = () => `Kabul shelters armed group number ${++number}`;

beforeAll(async () => {
  reviewer = await makeUser("reviewer");
  editor = await makeUser("editor");
});

describe("claims and positions", () => {
  it("gives each claim an address of its own, in any script", async () => {
    const first = await createClaim(reviewer, { proposition: "The talks have ended for good" });
    const second = await createClaim(reviewer, { proposition: "The talks have ended for good!" });
    const pashto = await createClaim(reviewer, { proposition: "خبرې اترې پای ته ورسېدې" });
    expect([first.slug, second.slug]).toEqual([
      "the-talks-have-ended-for-good",
      "the-talks-have-ended-for-good-2",
    ]);
    expect(pashto.slug).not.toBe("");
    await expect(
      createClaim(reviewer, { proposition: "The talks have ended for good" }),
    ).rejects.toBeInstanceOf(Refused);
  });

  it("is published by nobody who took a position on it back", async () => {
    const [kept, contrary] = [
      await makeStatement({ state: "published" }),
      await makeStatement({ state: "published" }),
    ];
    const { claimId, slug } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: kept.publicId, stance: "asserts" },
    });
    const { id: positionId } = await takePosition(reviewer, {
      ...{ claimId, statementId: contrary.publicId, stance: "denies" },
    });
    await withdrawPosition(editor, { positionId });
    await expect(publishClaim(editor, { claimId, version: 1 })).rejects.toMatchObject({
      refusals: [
        { rule: "claim.hand", message: expect.stringContaining("took back a position on it") as string },
      ],
    });
    // of another claim it is no hand
    const other = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: contrary.publicId, stance: "denies" },
    });
    await publishClaim(editor, { claimId: other.claimId, version: 1 });
    await publishClaim(await makeUser("editor"), { claimId, version: 1 });
    expect((await getClaim(VISITOR, slug)).positions).toHaveLength(1);
  });

  it("is published by nobody who changed what its evidence cites", async () => {
    const { publicId } = await makeStatement({ state: "published" });
    const { claimId } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: publicId, stance: "asserts" },
    });
    const { id: sourceId, version } = await makeSource("The tape of the meeting.", "A tape");
    await db.evidence.create({ data: { claimId, sourceId, stance: "supports", addedAt: new Date() } });
    await editSource(editor, {
      ...{ id: sourceId, version, title: "A confession", kind: "article", outletName: "", address: "" },
      ...{ author: "", language: "en", publishedOn: null, publishedOnPrecision: null },
    });
    await expect(publishClaim(editor, { claimId, version: 1 })).rejects.toMatchObject({
      refusals: [{ rule: "claim.hand" }],
    });
    await publishClaim(await makeUser("editor"), { claimId, version: 1 });
  });

  it("supersedes the former position on the same claim and keeps it", async () => {
    const { publicId, id: statementId } = await makeStatement();
    const first = await takePosition(reviewer, {
      proposition: proposition(),
      statementId: publicId,
      stance: "asserts",
    });
    const again = { claimId: first.claimId, statementId: publicId };
    await expect(takePosition(reviewer, { ...again, stance: "asserts" })).rejects.toBeInstanceOf(Refused);
    await takePosition(reviewer, { ...again, stance: "doubts" });
    const positions = await db.position.findMany({ where: { statementId }, orderBy: { takenAt: "asc" } });
    expect(positions.map(({ stance, supersededAt }) => [stance, supersededAt === null])).toEqual([
      ["asserts", false],
      ["doubts", true],
    ]);
  });

  it("is public once an editor published it and a public statement takes a position on it", async () => {
    const hidden = await makeStatement();
    const live = await makeStatement({ state: "published" });
    const { claimId, slug } = await takePosition(reviewer, {
      proposition: proposition(),
      statementId: hidden.id,
      stance: "denies",
    });
    await expect(publishClaim(editor, { claimId, version: 1 })).rejects.toBeInstanceOf(Refused);
    await takePosition(reviewer, { claimId, statementId: live.publicId, stance: "asserts" });
    await expect(getClaim(VISITOR, slug)).rejects.toBeInstanceOf(NotFound);
    await publishClaim(editor, { claimId, version: 1 });
    expect((await getClaim(VISITOR, slug)).positions.map(({ statement }) => statement.publicId)).toEqual([
      live.publicId,
    ]);
    expect((await getClaim(reviewer, slug)).positions).toHaveLength(2);
    expect((await listClaims(VISITOR)).items.map((claim) => claim.slug)).toContain(slug);
  });

  it("asks for the positions again when a claim is put in other words, and keeps them over a typing error", async () => {
    const live = await makeStatement({ state: "published" });
    await makeStatement({ state: "published", wording: "“They harboured no such group,”" });
    const taken = {
      proposition: "Kabul harobured the armed group",
      statementId: live.publicId,
      stance: "asserts",
    } as const;
    const { claimId, slug } = await takePosition(reviewer, taken);
    await publishClaim(editor, { claimId, version: 1 });
    const publicNote = "A letter was turned round in the claim.";
    const typing = {
      claimId,
      version: 2,
      proposition: "Kabul harboured the armed group",
      isTypingError: true,
    };
    await rephraseClaim(editor, { ...typing, publicNote });
    expect((await getClaim(VISITOR, slug)).positions).toHaveLength(1);

    const contrary = {
      claimId,
      version: 3,
      proposition: "Kabul never harboured the armed group",
      publicNote,
    };
    await expect(rephraseClaim(editor, { ...contrary, isTypingError: true })).rejects.toMatchObject({
      refusals: [{ field: "isTypingError" }],
    });
    await rephraseClaim(editor, contrary);
    const rephrased = await getClaim(VISITOR, slug);
    expect(rephrased).toMatchObject({ proposition: contrary.proposition, positions: [] });
    expect(await listPositionsOf(reviewer, live.id)).toEqual([]);
    const [asked] = await listLapsedPositions(reviewer, claimId);
    expect(asked).toMatchObject({ stance: "asserts", statement: { publicId: live.publicId } });

    await takePosition(editor, { claimId, statementId: live.publicId, stance: "denies", publicNote });
    expect(await listLapsedPositions(reviewer, claimId)).toEqual([]);
    expect((await getClaim(VISITOR, slug)).positions).toMatchObject([{ stance: "denies" }]);
  });

  it("tells whoever takes a position over one that a colleague took since they read", async () => {
    const { publicId, id } = await makeStatement();
    const taken = { proposition: proposition(), statementId: publicId } as const;
    const version = await countPositionsTaken(reviewer, id);
    const mine = { ...taken, stance: "denies", note: "He says so twice.", version } as const;
    const { claimId } = await takePosition(editor, { ...taken, stance: "asserts" });
    await expect(takePosition(reviewer, mine)).rejects.toBeInstanceOf(Conflict);
    expect(await listPositionsOf(reviewer, id)).toMatchObject([{ stance: "asserts" }]);
    // another claim is nobody's concern, and who has seen it may save over it
    await takePosition(reviewer, { ...mine, proposition: proposition() });
    await takePosition(reviewer, { ...mine, version: await countPositionsTaken(reviewer, id) });
    expect(await db.position.count({ where: { claimId, supersededAt: null, stance: "denies" } })).toBe(1);
    // the statement's own versions, which other forms of the page are saved on, never come near it
    expect(version).toBeGreaterThan((await db.statement.findUniqueOrThrow({ where: { id } })).version + 1e6);
  });

  it("takes no position again on words that were not read, nor over a colleague's answer", async () => {
    const statement = await makeStatement();
    const { claimId } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: statement.publicId, stance: "asserts" },
    });
    await rephraseClaim(editor, { claimId, version: 1, proposition: proposition() });
    const again = { claimId, statementId: statement.publicId, stance: "asserts", version: 2 } as const;
    await rephraseClaim(editor, { claimId, version: 2, proposition: proposition() });
    await expect(takePosition(reviewer, again)).rejects.toBeInstanceOf(Conflict);
    await takePosition(editor, { ...again, stance: "denies", version: 3 });
    await expect(takePosition(reviewer, { ...again, version: 3 })).rejects.toBeInstanceOf(Conflict);
    expect(await listPositionsOf(reviewer, statement.id)).toMatchObject([{ stance: "denies" }]);
  });

  it("is published with the positions that were read, and with no other", async () => {
    const [one, other] = [
      await makeStatement({ state: "published" }),
      await makeStatement({ state: "published" }),
    ];
    const { claimId } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: one.publicId, stance: "asserts" },
    });
    const saves = await countPositionSaves(editor, claimId);
    const { id } = await takePosition(reviewer, { claimId, statementId: other.publicId, stance: "denies" });
    await expect(publishClaim(editor, { claimId, version: 1, saves })).rejects.toBeInstanceOf(Conflict);
    const read = await countPositionSaves(editor, claimId);
    await withdrawPosition(reviewer, { positionId: id });
    await expect(publishClaim(editor, { claimId, version: 1, saves: read })).rejects.toBeInstanceOf(Conflict);
    await publishClaim(editor, { claimId, version: 1, saves: await countPositionSaves(editor, claimId) });
  });

  it("tells in public that a verdict ended with the words it was given on", async () => {
    const live = await makeStatement({ state: "published" });
    const { claimId } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: live.publicId, stance: "asserts" },
    });
    await publishClaim(editor, { claimId, version: 1 });
    const given = { axis: "true", value: "narrative", reasons: "Word by word.", givenById: reviewer.id };
    await db.verdict.create({ data: { ...given, claimId, asOf: new Date(), givenAt: new Date() } });
    const publicNote = "The claim was the wrong way round.";
    await rephraseClaim(editor, { claimId, version: 2, proposition: proposition(), publicNote });
    expect(await db.verdict.count({ where: { claimId, supersededAt: null } })).toBe(0);
    const [{ changes } = { changes: [] }] = await listNotices(VISITOR, { type: "claim", id: claimId });
    expect(changes).toContainEqual({
      ...{ what: "The verdict on its truth", before: "In words", after: "Not judged" },
    });
  });

  it("keeps the positions of a claim that is saved as it was", async () => {
    const { publicId } = await makeStatement();
    const words = proposition();
    const taken = { proposition: words, statementId: publicId, stance: "asserts" } as const;
    const { claimId, slug } = await takePosition(reviewer, taken);
    await rephraseClaim(reviewer, { claimId, version: 1, proposition: words });
    expect((await getClaim(reviewer, slug)).positions).toHaveLength(1);
  });

  it("takes no word for a slip that somebody else writes so", async () => {
    await makeStatement({ wording: "“Kabul denies this,”" });
    const { id } = await createClaim(reviewer, { proposition: "Islamabad denies the whole report" });
    const other = { claimId: id, version: 1, proposition: "Islamabad defies the whole report" };
    await expect(rephraseClaim(reviewer, { ...other, isTypingError: true })).rejects.toBeInstanceOf(Refused);
  });

  it("answers that a lapsed position is not taken on the new words", async () => {
    const { publicId } = await makeStatement();
    const { claimId } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: publicId, stance: "asserts" },
    });
    await rephraseClaim(reviewer, { claimId, version: 1, proposition: proposition() });
    const [lapsed] = await listLapsedPositions(reviewer, claimId);
    await withdrawPosition(reviewer, { positionId: lapsed?.id ?? "" });
    expect(await listLapsedPositions(reviewer, claimId)).toEqual([]);
    await expect(withdrawPosition(reviewer, { positionId: lapsed?.id ?? "" })).rejects.toBeInstanceOf(
      NotFound,
    );
  });

  it("keeps the address of a withdrawn claim, with nothing but the notice, and lists it no more", async () => {
    const live = await makeStatement({ state: "published" });
    const { claimId, slug } = await takePosition(reviewer, {
      ...{ proposition: proposition(), statementId: live.publicId, stance: "asserts" },
    });
    await publishClaim(editor, { claimId, version: 1 });
    const publicNote = "The claim was never made in these words.";
    await withdrawClaim(editor, { claimId, version: 2, publicNote });
    expect(await getClaim(VISITOR, slug)).toMatchObject({ state: "withdrawn", positions: [], note: "" });
    expect((await listClaims(VISITOR)).items.map((claim) => claim.slug)).not.toContain(slug);
    expect(await listPositionsOf(VISITOR, live.id)).toEqual([]);
    expect(await listNotices(VISITOR, { type: "claim", id: claimId })).toMatchObject([{ note: publicNote }]);
    await reinstateClaim(editor, { claimId, version: 3, publicNote });
    expect((await getClaim(VISITOR, slug)).positions).toHaveLength(1);
  });

  it("keeps an editor from publishing a claim of their own", async () => {
    const live = await makeStatement({ state: "published" });
    const { claimId } = await takePosition(editor, {
      proposition: proposition(),
      statementId: live.id,
      stance: "asserts",
    });
    await expect(publishClaim(editor, { claimId, version: 1 })).rejects.toBeInstanceOf(Refused);
  });

  it("tells a stale rephrasing and keeps the colleague's words", async () => {
    const { id } = await createClaim(reviewer, { proposition: proposition() });
    const words = proposition();
    await rephraseClaim(reviewer, { claimId: id, version: 1, proposition: words });
    await expect(
      rephraseClaim(editor, { claimId: id, version: 1, proposition: proposition() }),
    ).rejects.toBeInstanceOf(Conflict);
    expect(await db.claim.findUnique({ where: { id } })).toMatchObject({ proposition: words, version: 2 });
  });

  const MUTATIONS: readonly [string, Action, (actor: Actor) => Promise<unknown>][] = [
    ["createClaim", "claim:edit", (actor) => createClaim(actor, { proposition: proposition() })],
    [
      "rephraseClaim",
      "claim:edit",
      (actor) => rephraseClaim(actor, { claimId: "none", version: 1, proposition: proposition() }),
    ],
    ["publishClaim", "statement:publish", (actor) => publishClaim(actor, { claimId: "none", version: 1 })],
    [
      "takePosition",
      "position:take",
      (actor) =>
        takePosition(actor, { proposition: proposition(), statementId: "st-000000", stance: "asserts" }),
    ],
  ];

  it.each(MUTATIONS)("%s asks for %s", async (_, action, mutate) => {
    for (const actor of [
      VISITOR,
      SYSTEM,
      ...ROLES.map((role) => ({ id: reviewer.id, name: "Somebody", role })),
    ]) {
      const outcome = await mutate(actor).then(
        () => "done",
        (error: unknown) => error,
      );
      if (can(actor, action)) expect(outcome).not.toBeInstanceOf(Forbidden);
      else expect(outcome).toBeInstanceOf(Forbidden);
    }
  });
});
