import { expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth";
import type { CheckedSource, ToCheck } from "./checking";
import { checkInTurns } from "./rounds";

const SAME: CheckedSource = {
  ...{ what: "same", edition: 1, counts: null, waiting: [], reason: null, trouble: null },
};
const at = (host: string, page: number): ToCheck => ({
  publicId: `${host}${page}`,
  address: `https://${host}.example/${page}`,
});

/** A round over a clock of its own, with when each address was asked. */
async function round(sources: readonly ToCheck[], answer: (source: ToCheck) => CheckedSource) {
  let time = 0;
  let [running, most] = [0, 0];
  const asked: [string, number][] = [];
  const left: string[] = [];
  const manners = {
    pauseMs: 5000,
    check: async (_: unknown, source: ToCheck) => {
      most = Math.max(most, ++running);
      asked.push([source.publicId, time]);
      await Promise.resolve();
      time += 100;
      running--;
      return answer(source);
    },
    clock: () => time,
    wait: async (timeMs: number) => {
      time += timeMs;
    },
  };
  for await (const one of checkInTurns(SYSTEM, sources, manners))
    if ("left" in one) left.push(`${one.why}: ${one.left.map(({ publicId }) => publicId).join(" ")}`);
  return { asked, left, most };
}

it("asks one page at a time, leaves a host alone between two of its pages, and asks another meanwhile", async () => {
  const { asked, most, left } = await round(
    [at("a", 1), at("a", 2), at("b", 1), at("a", 3), at("c", 1)],
    () => SAME,
  );
  expect(most).toBe(1);
  expect(left).toEqual([]);
  expect(asked.map(([name]) => name)).toEqual(["a1", "b1", "c1", "a2", "a3"]);
  const ofA = asked.filter(([name]) => name.startsWith("a")).map(([, time]) => time);
  expect(ofA.slice(1).every((time, index) => time - (ofA[index] ?? 0) >= 5000)).toBe(true);
});

it("leaves a host alone that asks for it, and goes on with the others", async () => {
  const { asked, left } = await round([at("a", 1), at("a", 2), at("b", 1)], ({ publicId }) =>
    publicId === "a1" ? { ...SAME, what: "refused", trouble: "busy" } : SAME,
  );
  expect(asked.map(([name]) => name)).toEqual(["a1", "b1"]);
  expect(left).toEqual(["busy: a2"]);
});

it("ends where three hosts in a row are not reached, and not where one answers between them", async () => {
  const unreached: CheckedSource = { ...SAME, what: "refused", trouble: "network" };
  const hosts = ["a", "b", "c", "d", "e"].map((host) => at(host, 1));
  const shut = await round(hosts, () => unreached);
  expect(shut.asked).toHaveLength(3);
  expect(shut.left).toEqual(["network: d1 e1"]);
  const open = await round(hosts, ({ publicId }) => (publicId === "c1" ? SAME : unreached));
  expect(open.asked).toHaveLength(5);
});
