import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { makeSource, makeStatement } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { outletKey } from "./model";
import { listOutlets, listOutletsByName } from "./server";

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

describe("the list of outlets", () => {
  const editor: Actor = { id: null, name: "editor", role: "editor" };

  it("has every outlet for the desk, page after page by name, and for visitors those of public sources", async () => {
    await clearDatabase();
    for (const name of ["Dawn", "Ätna Post", "Zoë’s Gazette"])
      await db.outlet.create({
        data: { slug: outletKey(name), name, nameKey: outletKey(name), kind: "newspaper" },
      });
    const dawn = await db.outlet.findUniqueOrThrow({ where: { slug: "dawn" } });
    const [open, hidden] = [
      await makeSource("“We wait,” she said.", "Open", dawn.id),
      await makeSource("“We go,” she said.", "Hidden", dawn.id),
    ];
    await makeStatement({ sourceId: open.id, wording: "“We wait,”", state: "published" });
    await makeStatement({ sourceId: hidden.id, wording: "“We go,”" });
    const first = await listOutletsByName(editor, { take: 2 });
    const second = await listOutletsByName(editor, { take: 2, after: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ name, sources }) => [name, sources])).toEqual([
      ["Ätna Post", 0],
      ["Dawn", 2],
      ["Zoë’s Gazette", 0],
    ]);
    expect(second.next).toBeNull();
    expect([first.items.length, second.items.length]).toEqual([2, 1]);
    // a page that ends with the list has none behind it, and one of one outlet goes on from it
    expect((await listOutletsByName(editor, { take: 3 })).next).toBeNull();
    const { next } = await listOutletsByName(editor, { take: 1 });
    const behind = await listOutletsByName(editor, { take: 1, after: next ?? "" });
    expect(behind.items.map(({ name }) => name)).toEqual(["Dawn"]);
    expect((await listOutletsByName(VISITOR)).items).toEqual([
      { slug: "dawn", name: "Dawn", kind: "newspaper", country: null, sources: 1 },
    ]);
    expect((await listOutletsByName({ id: null, name: "reader", role: "reader" })).items).toHaveLength(1);
    await expect(listOutletsByName(VISITOR, { after: "x" })).rejects.toThrow("page");
  });
});
