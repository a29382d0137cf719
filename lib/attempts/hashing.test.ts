import { describe, expect, it, vi } from "vitest";
import { Refused } from "@/lib/errors";
import { aheadOfStrangers, hashPassword, MOST_WAITING, verifyPassword } from "./hashing";

const run = vi.hoisted(() => ({ underWay: 0, most: 0, done: [] as string[], open: [] as (() => void)[] }));

vi.mock("node:os", async (original) => ({
  ...(await original<typeof import("node:os")>()),
  availableParallelism: () => 2,
}));
vi.mock("better-auth/crypto", () => {
  const work = async (password: string) => {
    run.most = Math.max(run.most, ++run.underWay);
    await new Promise<void>((resolve) => run.open.push(resolve));
    run.underWay--;
    run.done.push(password);
  };
  return {
    hashPassword: async (password: string) => work(password).then(() => "hash"),
    verifyPassword: async ({ password }: { password: string }) => work(password).then(() => true),
  };
});

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("passwords that are hashed at one moment", () => {
  it("leave a core to everybody else, let colleagues go first, and wait in words only so long", async () => {
    const first = hashPassword("first");
    const strangers = Array.from({ length: MOST_WAITING }, (_, n) =>
      verifyPassword({ hash: "x", password: `stranger ${n}` }),
    );
    await settle();
    await expect(hashPassword("one too many")).rejects.toThrow(Refused);
    const known = aheadOfStrangers(() => verifyPassword({ hash: "x", password: "colleague" }));
    for (let step = 0; step < MOST_WAITING + 2; step++) {
      await settle();
      run.open.shift()?.();
    }
    await Promise.all([first, known, ...strangers]);
    expect(run.most).toBe(1);
    expect(run.done.slice(0, 3)).toEqual(["first", "colleague", "stranger 0"]);
    expect(run.done).toHaveLength(MOST_WAITING + 2);
  });

  it("give their place on when one of them fails", async () => {
    run.open.length = 0;
    const failing = aheadOfStrangers(() => verifyPassword({ hash: "x", password: "next" }));
    await settle();
    run.open.shift()?.();
    await expect(failing).resolves.toBe(true);
    const again = hashPassword("again");
    await settle();
    run.open.shift()?.();
    await expect(again).resolves.toBe("hash");
  });
});
