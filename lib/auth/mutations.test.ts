import { describe, expect, test } from "vitest";
import { addUser, disableUser } from "@/lib/accounts/server";
import { ALLOWED, accountKey } from "@/lib/attempts/server";
import { db } from "@/lib/db/server";
import { now } from "@/lib/env";
import { withoutWrites } from "@/prisma/testing/no-writes";
import { DEVICE_COOKIE, rememberedDevices } from "./devices";
import { SYSTEM } from "./model";
import { closeSession, openSession } from "./mutations";
import { findSignedIn } from "./queries";

const PASSWORD = "a long walk by the river";
let people = 0;

async function addPerson() {
  people += 1;
  return addUser(SYSTEM, {
    email: `p${people}@example.org`,
    name: `P ${people}`,
    role: "reporter",
    password: PASSWORD,
  });
}

const from = (address: string) => new Headers({ "x-forwarded-for": address, "user-agent": "a browser" });
const open = (email: string, password = PASSWORD, address = "198.51.100.7") =>
  openSession(from(address), { email, password });
const cookieOf = (opened: Headers) =>
  opened
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
const ruleOf = (work: Promise<unknown>) =>
  work.then(
    () => "allowed",
    (error: { refusals?: { rule: string }[] }) => error.refusals?.[0]?.rule ?? String(error),
  );

describe("opening a session", () => {
  test("sets a cookie that scripts and other sites cannot use", async () => {
    const person = await addPerson();
    const [cookie, ...others] = (await open(person.email)).getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^verbatim\.session_token=/);
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600"])
      expect(cookie).toContain(attribute);
    // BASE_URL is http here
    expect(cookie).not.toContain("Secure");
  });

  test("does not mind capitals, spaces around an address, or how letters are composed", async () => {
    const composed = "Café an der Straße 9";
    const person = await addUser(SYSTEM, {
      email: "compose@example.org",
      name: "C",
      role: "reader",
      password: composed.normalize("NFD"),
    });
    const opened = await open(` ${person.email.toUpperCase()} `, composed.normalize("NFC"));
    expect((await findSignedIn(new Headers({ cookie: cookieOf(opened) })))?.actor.id).toBe(person.id);
  });

  test("does not tell an unknown address from a wrong password", async () => {
    const person = await addPerson();
    expect(await ruleOf(open(person.email, "not the password"))).toBe("sign_in.wrong");
    expect(await ruleOf(open("nobody@example.org"))).toBe("sign_in.wrong");
    expect(await ruleOf(open("no address at all"))).toBe("sign_in.wrong");
    expect(await ruleOf(open(person.email, "x".repeat(900)))).toBe("sign_in.wrong");
  });

  test("stops guesses at one account from one address, and lets the rightful one in from another", async () => {
    const person = await addPerson();
    for (let number = 0; number < ALLOWED.pair; number++) {
      expect(await ruleOf(open(person.email, "not the password", "203.0.113.1"))).toBe("sign_in.wrong");
    }
    expect(await ruleOf(open(person.email, PASSWORD, "203.0.113.1"))).toBe("attempts.too_many");
    expect(await ruleOf(open(person.email, PASSWORD, "203.0.113.2"))).toBe("allowed");
  });

  test("stops one guess at each of many accounts", async () => {
    const key = "address:203.0.113.3";
    await db.rateLimit.create({ data: { key, count: ALLOWED.address - 2, lastRequest: now().getTime() } });
    const rules: string[] = [];
    for (const who of ["first", "second", "third"]) {
      rules.push(await ruleOf(open(`${who}.sprayed@example.org`, "not the password", "203.0.113.3")));
    }
    expect(rules).toEqual(["sign_in.wrong", "sign_in.wrong", "attempts.too_many"]);
  });

  test("stops guesses that come from a hundred addresses, but not the browser the person has used before", async () => {
    const person = await addPerson();
    const cookie = `${DEVICE_COOKIE}=${rememberedDevices(from("198.51.100.7"), person.email)}`;
    await db.rateLimit.create({
      data: { key: accountKey(person.email), count: ALLOWED.account, lastRequest: now().getTime() },
    });
    for (let number = 0; number < ALLOWED.newcomer; number++)
      expect(await ruleOf(open(person.email, "not the password", "203.0.113.99"))).toBe("sign_in.wrong");
    expect(await ruleOf(open(person.email, PASSWORD, "203.0.113.99"))).toBe("attempts.too_many");
    const known = new Headers({ "x-forwarded-for": "203.0.113.99", cookie });
    const attempt = (headers: Headers, password = PASSWORD, email = person.email) =>
      ruleOf(openSession(headers, { email, password }));
    expect(await attempt(known)).toBe("allowed");
    // which is a limit of its own, not a way around every limit
    for (let number = 0; number < ALLOWED.device; number++) {
      expect(await attempt(known, "not the password")).toBe("sign_in.wrong");
    }
    expect(await attempt(known)).toBe("attempts.too_many");
    expect(
      await ruleOf(openSession(known, { email: person.email, password: PASSWORD }, { isProven: true })),
    ).toBe("allowed");
  });

  test("lets the rightful one in at a new browser, wherever nobody guessed", async () => {
    const person = await addPerson();
    const key = accountKey(person.email);
    await db.rateLimit.create({ data: { key, count: ALLOWED.account, lastRequest: now().getTime() } });
    // those who guessed elsewhere are neighbours, or none
    for (const last of [1, 2, 3, 4, 5, 6])
      await ruleOf(open(person.email, "not the password", `203.0.115.${last}`));
    expect(await ruleOf(open(person.email, PASSWORD, "203.0.115.7"))).toBe("attempts.too_many");
    for (let number = 0; number <= ALLOWED.newcomer; number++)
      expect(await ruleOf(open(person.email, PASSWORD, "203.0.114.1"))).toBe("allowed");
    // whose success opens the account to no guess more
    expect((await db.rateLimit.findUniqueOrThrow({ where: { key } })).count).toBe(ALLOWED.account);
  });

  test("never counts rightful ones", async () => {
    const person = await addPerson();
    for (let number = 0; number <= ALLOWED.pair; number++) {
      expect(await ruleOf(open(person.email, PASSWORD, "198.51.100.20"))).toBe("allowed");
    }
    const key = "address:198.51.100.20";
    expect((await db.rateLimit.findUniqueOrThrow({ where: { key } })).count).toBe(0);
  });
});

describe("a session", () => {
  test("is nobody's without its cookie, with a forged one, or after it ended", async () => {
    const person = await addPerson();
    const cookie = cookieOf(await open(person.email));
    const headers = new Headers({ cookie });
    expect((await findSignedIn(headers))?.actor).toEqual({
      id: person.id,
      name: person.name,
      role: "reporter",
    });
    expect(await findSignedIn(new Headers())).toBeNull();
    const { token } = await db.session.findFirstOrThrow({ where: { userId: person.id } });
    for (const forged of [`verbatim.session_token=${token}`, `${cookie}x`, cookie.replace("=", "=x")]) {
      expect(await findSignedIn(new Headers({ cookie: forged })), forged).toBeNull();
    }
    await closeSession(headers);
    expect(await findSignedIn(headers)).toBeNull();
    expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
  });

  test("ends by itself", async () => {
    const person = await addPerson();
    const headers = new Headers({ cookie: cookieOf(await open(person.email)) });
    await db.session.updateMany({
      where: { userId: person.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    // a page is answered also while the disk is full
    expect(await withoutWrites(() => findSignedIn(headers))).toBeNull();
    await open(person.email);
    expect(await db.session.count({ where: { userId: person.id } })).toBe(1);
  });

  test("is not opened for a closed account, nor kept by one", async () => {
    const person = await addPerson();
    const headers = new Headers({ cookie: cookieOf(await open(person.email)) });
    await db.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
    expect(await findSignedIn(headers)).toBeNull();
    expect(await ruleOf(open(person.email))).toBe("sign_in.disabled");
  });

  test("gives no right by a role that this version does not know", async () => {
    const person = await addPerson();
    const headers = new Headers({ cookie: cookieOf(await open(person.email)) });
    await db.user.update({ where: { id: person.id }, data: { role: "emperor" } });
    expect(await findSignedIn(headers)).toBeNull();
  });

  test("writes nothing when it is only read", async () => {
    const person = await addPerson();
    const headers = new Headers({ cookie: cookieOf(await open(person.email)) });
    const before = await db.session.findMany({ where: { userId: person.id } });
    await findSignedIn(headers);
    expect(await db.session.findMany({ where: { userId: person.id } })).toEqual(before);
    await disableUser(SYSTEM, { userId: person.id });
  });
});
