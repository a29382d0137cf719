import { beforeAll, describe, expect, it } from "vitest";
import { db, engine } from "./server";

const NAMES = [
  "50% more",
  "500 more",
  "a_b",
  "axb",
  "back\\slash",
  "back/slash",
  "star*",
  "starry",
  "[x]",
  "x",
  "who?",
  "Case",
  "case",
];

beforeAll(async () => {
  for (const [index, name] of NAMES.entries())
    await db.outlet.create({ data: { slug: `like-${index}`, name, nameKey: `${index}` } });
});

const found = async (name: { contains: string } | { startsWith: string } | { endsWith: string }) =>
  (await db.outlet.findMany({ where: { name }, orderBy: { id: "asc" } })).map((row) => row.name);

describe("a filter by part of a text", () => {
  it.each([
    ["0%", ["50% more"]],
    ["a_b", ["a_b"]],
    ["k\\s", ["back\\slash"]],
    ["r*", ["star*"]],
    ["[x]", ["[x]"]],
    ["Case", ["Case"]],
    ["%", ["50% more"]],
  ])("holds %s as these signs in this case", async (part, names) => {
    expect(await found({ contains: part })).toEqual(names);
  });

  it.each([
    ["50%", ["50% more"]],
    ["a_", ["a_b"]],
    ["star*", ["star*"]],
    ["[", ["[x]"]],
    ["ca", ["case"]],
  ])("begins with %s", async (part, names) => {
    expect(await found({ startsWith: part })).toEqual(names);
  });

  it.each([
    ["% more", ["50% more"]],
    ["_b", ["a_b"]],
    ["*", ["star*"]],
    ["[x]", ["[x]"]],
    ["?", ["who?"]],
    ["\\slash", ["back\\slash"]],
    ["ase", ["Case", "case"]],
  ])("ends with %s", async (part, names) => {
    expect(await found({ endsWith: part })).toEqual(names);
  });

  it("turns round with not", async () => {
    const rows = await db.outlet.findMany({
      where: { NOT: { name: { contains: "_" } }, slug: { startsWith: "like-" } },
    });
    expect(rows).toHaveLength(NAMES.length - 1);
  });
});

describe("what an engine cannot hold", () => {
  const refusal = { kind: "refused" };

  it.each([2_147_483_648, -2_147_483_649, 9_007_199_254_740_991])(
    "finds nothing by the number %d",
    async (version) => {
      const outcome = await db.outlet
        .updateMany({ where: { version }, data: { kind: "x" } })
        .catch((error) => error);
      expect(outcome).toMatchObject(engine === "sqlite" ? { count: 0 } : refusal);
    },
  );

  it.each(["-005000-01-01T00:00:00Z", "0000-06-01T00:00:00Z", "+100000-01-01T00:00:00Z"])(
    "refuses the instant %s",
    async (instant) => {
      const where = { createdAt: { lt: new Date(instant) } };
      await expect(db.outlet.findMany({ where, orderBy: { id: "asc" } })).rejects.toMatchObject(refusal);
    },
  );

  it("takes the greatest and the smallest of both", async () => {
    await db.outlet.findMany({ where: { version: 2_147_483_647 }, orderBy: { id: "asc" } });
    const createdAt = { gt: new Date("0001-01-01T00:00:00Z"), lt: new Date("9999-12-31T23:59:59Z") };
    expect(await db.outlet.count({ where: { createdAt } })).toBeGreaterThan(0);
  });
});

describe("a NUL", () => {
  it("is refused in words, whether it is asked for or stored", async () => {
    const refused = { kind: "refused", message: expect.stringContaining("NUL") };
    await expect(db.outlet.findFirst({ where: { slug: "a\u0000b" } })).rejects.toMatchObject(refused);
    await expect(
      db.outlet.create({ data: { slug: "n", name: "a\u0000b", nameKey: "n" } }),
    ).rejects.toMatchObject(refused);
  });
});
