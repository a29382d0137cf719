import { expect, it } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db, type Tx, transact, transactTogether } from "@/lib/db/server";
import { makeUser } from "@/prisma/factories";

let count = 0;
const titles = (many: number) => Array.from({ length: many }, () => `Story together ${++count}`);

async function addStory(tx: Tx, title: string): Promise<string> {
  const actor = SYSTEM;
  const { id } = await tx.story.create({
    data: { slug: `together-${title.replaceAll(" ", "-")}`, title },
    select: { id: true },
  });
  await appendAudit(tx, { actor, action: "story.created", subjectType: "story", subjectId: id });
  return id;
}

const kept = async (some: readonly string[]) =>
  (await db.story.findMany({ where: { title: { in: [...some] } }, orderBy: { id: "asc" } })).map(
    ({ title }) => title,
  );

/** How many transactions told of these: each seals once. */
async function transactionsOf(ids: readonly string[]): Promise<number> {
  const told = await db.auditEntry.findMany({
    where: { subjectId: { in: [...ids] } },
    select: { seals: true },
    orderBy: { seq: "asc" },
  });
  return told.filter(({ seals }) => seals !== null).length;
}

it("works that wait for one another share a transaction, and each is told its own", async () => {
  await makeUser("reporter");
  const some = titles(8);
  const ids = await Promise.all(some.map((title) => transactTogether((tx) => addStory(tx, title))));
  expect(await kept(some)).toHaveLength(8);
  const rows = await db.story.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const titleOf = new Map(rows.map(({ id, title }) => [id, title]));
  expect(ids.map((id) => titleOf.get(id))).toEqual(some);
  expect(await transactionsOf(ids)).toBeLessThan(8);
});

it("one that fails is told so, and takes nobody with it", async () => {
  const some = titles(6);
  const outcomes = await Promise.allSettled(
    some.map((title, at) =>
      transactTogether(async (tx) => {
        await addStory(tx, title);
        if (at === 3) throw new Error("it is refused");
        return at;
      }),
    ),
  );
  expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([true, true, true, false, true, true]);
  expect((await kept(some)).sort()).toEqual(some.filter((_, at) => at !== 3).sort());
});

it("what is done instead of one that failed is done in its place", async () => {
  const some = titles(5);
  const order: string[] = [];
  const add = (title: string) => async (tx: Tx) => {
    await addStory(tx, title);
    if (title === some[1] || title === some[3]) throw new Error("it is refused");
  };
  const look = () => Promise.resolve(null);
  const outcomes = await Promise.allSettled(
    some.map((title, at) =>
      transactTogether(add(title), {
        ...{ group: "instead", item: null, look },
        otherwise: async (error) => {
          if (at === 3) throw error;
          await transact((tx) => addStory(tx, `${title} instead`));
        },
      }).finally(() => order.push(title)),
    ),
  );
  expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([true, true, true, false, true]);
  expect(order).toEqual(some);
  expect(await kept([...some, `${some[1]} instead`])).toEqual([
    ...[some[0], `${some[1]} instead`, some[2], some[4]],
  ]);
});

it("a work sees what those before it wrote, and what is told stands", async () => {
  const [first = "", second = ""] = titles(2);
  const ids: string[] = [];
  const seen = await Promise.all([
    transactTogether(async (tx) => ids.push(await addStory(tx, first))),
    transactTogether(async (tx) => (await tx.story.count({ where: { title: first } })) === 1),
    transactTogether((tx) => addStory(tx, second)).then(async (id) => {
      expect(await db.story.count({ where: { id } })).toBe(1);
      return id;
    }),
  ]);
  expect(seen[1]).toBe(true);
});

it("within another transaction it belongs to that one", async () => {
  const [title = ""] = titles(1);
  await expect(
    transact(async () => {
      await transactTogether((tx) => addStory(tx, title));
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await kept([title])).toEqual([]);
});

it("what is looked at ahead is asked once for all that share a transaction, and again where each is done alone", async () => {
  const some = titles(5);
  const looks: (readonly string[])[] = [];
  const work = (title: string) =>
    transactTogether(
      async (tx, ahead: ReadonlySet<string>) => {
        await addStory(tx, title);
        if (title === some[3]) throw new Error("it is refused");
        return ahead.size;
      },
      {
        ...{ group: "stories", item: title },
        look: async (_, items: readonly string[]) => {
          looks.push(items);
          return new Set(items);
        },
      },
    );
  const outcomes = await Promise.allSettled(some.map(work));
  expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([true, true, true, false, true]);
  expect((await kept(some)).sort()).toEqual(some.filter((_, at) => at !== 3).sort());
  // the first found nobody waiting, the others each other
  expect(looks).toEqual([[some[0]], some.slice(1), ...some.slice(1).map((title) => [title])]);
});

it("works of another group have a transaction of their own", async () => {
  const seen: string[] = [];
  const work = (group: string, item: string) =>
    transactTogether(async () => {}, {
      ...{ group, item },
      look: async (_, items: readonly string[]) => void seen.push(`${group} ${items.join("+")}`),
    });
  await Promise.all([work("a", "1"), work("a", "2"), work("b", "3"), work("a", "4"), work("b", "5")]);
  expect(seen).toEqual(["a 1", "a 2+4", "b 3+5"]);
});
