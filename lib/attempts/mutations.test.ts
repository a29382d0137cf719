import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import {
  ALLOWED,
  accountKey,
  addressKey,
  countAttempt,
  forgetAttempts,
  forgiveAttempt,
  newcomerKey,
  pairKey,
  SPAN_MS,
} from "./server";

let keys = 0;
const freshKey = () => pairKey(`person${keys++}@example.org`, new Headers());
const outcome = (key: ReturnType<typeof accountKey>) =>
  countAttempt(key).then(
    () => "allowed",
    (error: Error) => error.message,
  );

afterEach(() => setClock(null));

describe("attempts at one account", () => {
  test("are allowed so often, and then say how long to wait", async () => {
    const key = freshKey();
    const at = new Date("2026-11-23T10:00:00Z");
    setClock(at);
    for (let number = 0; number < ALLOWED.pair; number++) expect(await outcome(key)).toBe("allowed");
    setClock(new Date(at.getTime() + 5 * 60_000));
    expect(await outcome(key)).toBe("Too many attempts. Try again in 10 minutes.");
    setClock(new Date(at.getTime() + SPAN_MS.pair - 1));
    expect(await outcome(key)).toBe("Too many attempts. Try again in a minute.");
    setClock(new Date(at.getTime() + SPAN_MS.pair));
    expect(await outcome(key)).toBe("allowed");
  });

  test("lock nobody out for longer when the clock was set back since", async () => {
    const [key, at] = [freshKey(), new Date("2026-11-23T10:00:00Z")];
    setClock(at);
    for (let number = 0; number < ALLOWED.pair; number++) await countAttempt(key);
    setClock(new Date(at.getTime() - 60_000));
    expect(await outcome(key)).toBe("Too many attempts. Try again in 16 minutes.");
    setClock(new Date(at.getTime() - 24 * 60 * 60_000));
    for (let number = 0; number < ALLOWED.pair; number++) expect(await outcome(key)).toBe("allowed");
    expect(await outcome(key)).toBe("Too many attempts. Try again in 15 minutes.");
  });

  test("made at once do not slip through", async () => {
    const key = freshKey();
    const outcomes = await Promise.all(Array.from({ length: ALLOWED.pair + 5 }, () => outcome(key)));
    expect(outcomes.filter((each) => each === "allowed")).toHaveLength(ALLOWED.pair);
  });

  test("are forgiven one by one and forgotten together", async () => {
    const key = freshKey();
    for (let number = 0; number < ALLOWED.pair; number++) await countAttempt(key);
    await forgiveAttempt(key);
    expect(await outcome(key)).toBe("allowed");
    expect(await outcome(key)).toContain("Too many");
    await forgetAttempts(key);
    expect(await outcome(key)).toBe("allowed");
  });

  test("count nothing anywhere when one of their limits is used up", async () => {
    const [used, other] = [freshKey(), freshKey()];
    for (let number = 0; number < ALLOWED.pair; number++) await countAttempt(used);
    await expect(countAttempt(other, used)).rejects.toThrow("Too many");
    expect(await db.rateLimit.findUnique({ where: { key: other } })).toBeNull();
  });

  test("count in another place once the first is used up, each for its own span", async () => {
    const at = new Date("2026-11-25T10:00:00Z");
    const [email, elsewhere] = [
      `crowd${keys++}@example.org`,
      new Headers({ "x-forwarded-for": "192.0.2.1" }),
    ];
    const limit = { first: accountKey(email), beyond: newcomerKey(email, elsewhere) };
    const taken = () =>
      countAttempt(limit).then(
        ([key]) => key,
        (error: Error) => error.message,
      );
    setClock(at);
    for (let number = 0; number < ALLOWED.account; number++) expect(await taken()).toBe(limit.first);
    for (let number = 0; number < ALLOWED.newcomer; number++) expect(await taken()).toBe(limit.beyond);
    expect(await taken()).toBe("Too many attempts. Try again in 15 minutes.");
    const later = at.getTime() + SPAN_MS.account;
    setClock(new Date(later));
    for (let number = 0; number < ALLOWED.account; number++) expect(await taken()).toBe(limit.first);
    // a few more from each network at every quarter of an hour would be many
    expect(await taken()).toBe("Too many attempts. Try again in 15 minutes.");
    setClock(new Date(at.getTime() + SPAN_MS.newcomer));
    await countAttempt(freshKey());
    expect(await db.rateLimit.findMany({ where: { key: { in: [limit.first, limit.beyond] } } })).toEqual([]);
  });

  test("at one are not attempts at another", async () => {
    const key = freshKey();
    for (let number = 0; number < ALLOWED.pair; number++) await countAttempt(key);
    expect(await outcome(freshKey())).toBe("allowed");
  });
});

test("old counts are swept out", async () => {
  const at = new Date("2026-11-23T12:00:00Z");
  const old = freshKey();
  setClock(at);
  await countAttempt(old);
  setClock(new Date(at.getTime() + SPAN_MS.pair));
  await countAttempt(freshKey());
  expect(await db.rateLimit.findUnique({ where: { key: old } })).toBeNull();
});

test("an account's key tells nobody's address and does not mind capitals", () => {
  expect(accountKey(" Nadia@Example.org ")).toBe(accountKey("nadia@example.org"));
  expect(accountKey("nadia@example.org")).not.toContain("nadia");
});

test.each([
  ["198.51.100.7", "198.51.100.200", true],
  ["198.51.100.7", "198.51.101.7", false],
  ["2001:db8:0:7::1", "2001:db8:0:9::1", true],
  ["2001:db8::1", "2001:db8:0:9::1", true],
  ["2001:db8:1::1", "2001:db8:2::1", false],
])("%s and %s are one wide network: %s", (one, other, isOne) => {
  const keyAt = (forwarded: string, email = "nadia@example.org") =>
    newcomerKey(email, new Headers({ "x-forwarded-for": forwarded }));
  expect(keyAt(one) === keyAt(other)).toBe(isOne);
  expect(keyAt(one)).not.toBe(keyAt(one, "another@example.org"));
});

test.each([
  ["198.51.100.7", "address:198.51.100.7"],
  ["2001:db8:0:7:1:2:3:4", "address:2001:db8:0:7::/64"],
  ["2001:db8:0:7:ffff::1", "address:2001:db8:0:7::/64"],
  ["2001:db8::1", "address:2001:db8:0:0::/64"],
  ["::1", "address:0:0:0:0::/64"],
  [null, "address:unknown"],
])("an attempt from %s counts for %s", (forwarded, key) => {
  expect(addressKey(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }))).toBe(key);
});
