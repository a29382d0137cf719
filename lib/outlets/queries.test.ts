import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { clearDatabase } from "@/prisma/testing/database";
import { outletKey } from "./model";
import { listOutlets } from "./server";

const NAMES = ["The Lindmouth Courier", "Zoë’s Gazette", "Dawn", "Al-Jazeera", "El País", "50% News", "ڈان"];

beforeAll(async () => {
  await clearDatabase();
  for (const name of NAMES)
    await db.outlet.create({ data: { slug: `slug of ${name}`, name, nameKey: outletKey(name) } });
});

const named = async (q?: string) =>
  (await listOutlets(SYSTEM, q === undefined ? {} : { q })).map(({ name }) => name);

describe("the outlets", () => {
  it("are for those who work with sources", async () => {
    for (const actor of [VISITOR, ...ROLES.map((role): Actor => ({ id: null, name: role, role }))]) {
      const listed = listOutlets(actor);
      if (can(actor, "source:import")) expect(await listed).toHaveLength(NAMES.length);
      else await expect(listed).rejects.toThrow(Forbidden);
    }
  });

  it("stand by name, whatever the case and marks, each with what a form needs of it", async () => {
    expect(await named()).toEqual([
      ...["50% News", "Al-Jazeera", "Dawn", "El País", "The Lindmouth Courier", "Zoë’s Gazette", "ڈان"],
    ]);
    const row = { id: expect.any(String), slug: "slug of Dawn", name: "Dawn" };
    expect(await listOutlets(SYSTEM, { q: "dawn" })).toEqual([row]);
  });

  it.each([
    ["DAWN", ["Dawn"]],
    ["pais", ["El País"]],
    ["jazeera", ["Al-Jazeera"]],
    ["  lindmouth   courier ", ["The Lindmouth Courier"]],
    ["zoe", ["Zoë’s Gazette"]],
    ["%", NAMES.toSorted()],
    ["nowhere", []],
  ])("are found by a part of the name as anybody types it: %j", async (q, expected) => {
    expect((await named(q)).toSorted()).toEqual(expected.toSorted());
  });

  it("are two hundred at most", async () => {
    const more = Array.from({ length: 250 }, (_, n) => `Paper ${String(n).padStart(3, "0")}`);
    await db.outlet.createMany({
      data: more.map((name) => ({ slug: name, name, nameKey: outletKey(name) })),
    });
    const found = await named("paper");
    expect(found).toEqual(more.slice(0, 200));
  });
});
