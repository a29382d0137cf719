import { AsyncResource } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { db, type Tx, transact } from "./server";

const makeOutlet = (slug: string) => ({ slug, name: slug, nameKey: slug });
/** As mutations do it: what is recorded is told. */
const record = async (tx: Tx, slug: string) => {
  const { id } = await tx.outlet.create({ data: makeOutlet(slug) });
  await appendAudit(tx, { actor: SYSTEM, action: "outlet.made", subjectType: "outlet", subjectId: id });
};
const pause = (timeMs: number) => new Promise((resolve) => setTimeout(resolve, timeMs));

describe("transact", () => {
  it("keeps all of its writes, or none", async () => {
    await transact((tx) => record(tx, "kept"));
    const failing = transact(async (tx) => {
      await tx.outlet.create({ data: makeOutlet("undone") });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await db.outlet.count({ where: { slug: "kept" } })).toBe(1);
    expect(await db.outlet.count({ where: { slug: "undone" } })).toBe(0);
  });

  it("gives everyone else their turn while it writes and reads for long", async () => {
    let [unbroken, most, isDone] = [0, 0, false];
    const turn = () => {
      unbroken = 0;
      if (!isDone) setImmediate(turn);
    };
    turn();
    await transact(async (tx) => {
      for (let number = 0; number < 500; number++) {
        await tx.outlet.findFirst({ where: { slug: `none-${number}` } });
        most = Math.max(most, ++unbroken);
      }
    });
    isDone = true;
    expect(most).toBeLessThan(250);
  });

  it("takes thousands of rows in parts", async () => {
    const rows = Array.from({ length: 450 }, (_, number) => makeOutlet(`many-${number}`));
    const made = await transact(async (tx) => {
      const { count } = await tx.outlet.createMany({ data: rows });
      await appendAudit(tx, {
        actor: SYSTEM,
        action: "outlet.made",
        subjectType: "outlet",
        subjectId: "many",
      });
      return count;
    });
    expect(made).toBe(450);
    expect(await db.outlet.count({ where: { slug: { startsWith: "many-" } } })).toBe(450);
  });

  it("hides what is not committed from everyone else", async () => {
    let seen = -1;
    const look = AsyncResource.bind(async () => {
      seen = await db.outlet.count({ where: { slug: "hidden" } });
    });
    await transact(async (tx) => {
      await record(tx, "hidden");
      await look();
    });
    expect(seen).toBe(0);
    expect(await db.outlet.count({ where: { slug: "hidden" } })).toBe(1);
  });

  it("does not take a colleague's write with it when it is undone", async () => {
    let colleague: Promise<unknown> = Promise.resolve();
    const write = AsyncResource.bind(async () => db.outlet.create({ data: makeOutlet("theirs") }));
    const failing = transact(async (tx) => {
      await tx.outlet.create({ data: makeOutlet("mine") });
      colleague = write();
      await pause(50);
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await colleague;
    expect(await db.outlet.count({ where: { slug: "theirs" } })).toBe(1);
    expect(await db.outlet.count({ where: { slug: "mine" } })).toBe(0);
  });

  it("lets one write at a time, so that reading and then writing loses nothing", async () => {
    await db.auditHead.create({ data: { id: 77, seq: 0, hash: "" } });
    const increment = () =>
      transact(async (tx) => {
        const head = await tx.auditHead.findUniqueOrThrow({ where: { id: 77 } });
        await pause(Math.random() * 5);
        await tx.auditHead.update({ where: { id: 77 }, data: { seq: head.seq + 1 } });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await db.auditHead.findUniqueOrThrow({ where: { id: 77 } })).seq).toBe(20);
  });

  it("refuses in tests what is asked past the transaction that is open", async () => {
    await expect(transact(async () => db.outlet.count())).rejects.toThrow("use its tx");
    const nested = transact(() => transact(async () => db.outlet.findMany({ orderBy: { id: "asc" } })));
    await expect(nested).rejects.toThrow("use its tx");
    expect(await db.outlet.count({ where: { slug: "nowhere" } })).toBe(0);
  });

  it("joins the transaction that it is called inside", async () => {
    const failing = transact(async () => {
      await transact((tx) => tx.outlet.create({ data: makeOutlet("inner") }));
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await db.outlet.count({ where: { slug: "inner" } })).toBe(0);
  });

  it("sends what is asked at once one after another, as the next major of pg demands", async () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => warnings.push(warning.message);
    process.on("warning", listen);
    try {
      const counts = await transact((tx) => Promise.all(Array.from({ length: 20 }, () => tx.outlet.count())));
      expect(new Set(counts).size).toBe(1);
      // a warning is given in a later turn of the loop
      await pause(0);
    } finally {
      process.off("warning", listen);
    }
    expect(warnings).toEqual([]);
  });

  it("keeps readers from waiting behind writers that wait for their turn", async () => {
    let finish = () => {};
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const writers = Array.from({ length: 20 }, (_, index) =>
      transact(async (tx) => {
        if (index === 0) await isFinished;
        await tx.outlet.count();
      }),
    );
    // every one of these is answered while the first writer still writes
    await Promise.all(Array.from({ length: 40 }, () => db.outlet.count()));
    finish();
    await Promise.all(writers);
  });

  it("refuses rows that point at nothing", async () => {
    const orphan = db.outlet.update({ where: { slug: "nowhere" }, data: { name: "x" } });
    await expect(orphan).rejects.toThrow();
    const data = { token: "t", userId: "nobody", expiresAt: new Date() };
    await expect(db.session.create({ data })).rejects.toMatchObject({ code: "P2003" });
  });
});
