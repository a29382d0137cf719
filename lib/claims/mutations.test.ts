import { beforeAll, describe, expect, it } from "vitest";
import { type Action, type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { makeStatement, makeUser } from "@/prisma/factories";
import { createClaim, getClaim, listClaims, publishClaim, rephraseClaim, takePosition } from "./server";

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
