import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { findOrCreateOutlet } from "./server";

let reporter: Actor;

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const name = (actor: Actor, printed: string) => transact((tx) => findOrCreateOutlet(tx, actor, printed));

describe("an outlet named in an import", () => {
  it("is for those who may import", async () => {
    for (const actor of [VISITOR, SYSTEM, ...(await Promise.all(ROLES.map((role) => makeUser(role))))]) {
      const named = name(actor, `The ${actor.role} Times`);
      if (can(actor, "source:import")) expect((await named).isNew).toBe(true);
      else await expect(named).rejects.toThrow(Forbidden);
    }
  });

  it("is made when there is none, with an address and an entry in the history", async () => {
    const made = await name(reporter, "  The   Lindmouth\nCourier ");
    expect(made).toEqual({
      ...{ id: expect.any(String), slug: "the-lindmouth-courier" },
      ...{ name: "The Lindmouth Courier", isNew: true },
    });
    const [entry] = await listHistory("outlet", made.id);
    expect(entry).toMatchObject({ action: "outlet.recorded", actorId: reporter.id, before: null });
    expect(JSON.parse(entry?.after ?? "")).toEqual({ name: made.name, slug: made.slug });
  });

  it.each([
    ["case", "Le Monde", "LE MONDE"],
    ["accents", "El País", "El Pais"],
    ["how letters are composed", "El País", "El Pai\u0301s"],
    ["spaces", "Al Jazeera", " Al\u00a0 Jazeera "],
    ["marks", "Al-Jazeera", "Al Jazeera"],
    ["invisible signs", "Dawn", "Da\u200bwn"],
  ])("is the same whatever its %s", async (_, first, again) => {
    const made = await name(reporter, first);
    expect(await name(reporter, again)).toEqual({ ...made, isNew: false });
    expect(await db.outlet.count()).toBe(1);
    // what was found is not told as if it had been made
    expect(await listHistory("outlet", made.id)).toHaveLength(1);
  });

  it.each([
    ["another word", "Dawn", "Dawn News"],
    ["words run together", "Al Jazeera", "Aljazeera"],
    ["signs alone", "!!!", "???"],
    ["another script", "Dawn", "ڈان"],
  ])("is another one with %s", async (_, first, other) => {
    expect((await name(reporter, first)).isNew).toBe(true);
    expect((await name(reporter, other)).isNew).toBe(true);
    // one of signs alone is found again as well
    expect((await name(reporter, other)).isNew).toBe(false);
  });

  it("has an address of its own, also beside one that is spelled like it or begins like it", async () => {
    const slugs: string[] = [];
    // names that differ and make the same address
    for (const printed of ["Dawn News", "Dawn", "Dawn Ü", "Dawn U ڈان", "Dawn ڈان"]) {
      slugs.push((await name(reporter, printed)).slug);
    }
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toEqual(["dawn-news", "dawn", "dawn-u", "dawn-u-2", "dawn-2"]);
    expect((await name(reporter, "ڈان")).slug).toMatch(/^out-[0-9a-z]{6}$/);
  });

  it.each(["", "  ", "\u200b", "\n\t"])(
    "without a name (%j) is refused, with the field to fill in",
    async (printed) => {
      await expect(name(reporter, printed)).rejects.toMatchObject({
        kind: "refused",
        refusals: [{ rule: "outlet.named", message: "Give the outlet's name.", field: "outletName" }],
      });
      expect(await db.outlet.count()).toBe(0);
    },
  );
});
