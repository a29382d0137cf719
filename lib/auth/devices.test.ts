import { beforeAll, describe, expect, it } from "vitest";
import { DEVICE_COOKIE, isSharedDevice, knownDevice, rememberedDevices } from "./devices";

// the secret that signs: any, and the same throughout
beforeAll(() => {
  process.env.BETTER_AUTH_SECRET = "a secret of thirty-two characters and more";
});

const ONE = "one@example.org";
const OTHER = "other@example.org";
const cookie = (marks: string, before = "a=b; ", after = "; z=1") =>
  new Headers({ cookie: `${before}${DEVICE_COOKIE}=${marks}${after}` });
const NEW = new Headers();

/** The marks of several people who signed in one after the other, the latest first. */
const markFor = (...emails: string[]) =>
  emails.reduce((marks, email) => rememberedDevices(marks === "" ? NEW : cookie(marks), email), "");

describe("a browser", () => {
  it("is known for the account that signed in from it, and for no other", () => {
    const mark = markFor(ONE);
    expect(knownDevice(cookie(mark), ONE)).toBe(mark);
    expect(knownDevice(cookie(mark), OTHER)).toBeNull();
    expect(knownDevice(NEW, ONE)).toBeNull();
    expect(knownDevice(new Headers({ cookie: "a=b" }), ONE)).toBeNull();
  });

  it.each([
    ["alone", "", ""],
    ["first", "", "; a=b"],
    ["last", "a=b; ", ""],
    ["after a semicolon without a space", "a=b;", ";c=d"],
    ["beside a name that begins like it", `${DEVICE_COOKIE}s=x; `, ""],
    ["beside a name that ends like it", `my-${DEVICE_COOKIE}=x; `, ""],
    ["beside a value that ends like it", `a=${DEVICE_COOKIE}=; `, ""],
  ])("is known by a cookie that stands %s", (_, before, after) => {
    const mark = markFor(ONE);
    expect(knownDevice(cookie(mark, before, after), ONE)).toBe(mark);
  });

  it("is known whichever way the address is typed, and not for an address that only looks alike", () => {
    const mark = markFor("strasse@example.org");
    expect(knownDevice(cookie(mark), " STRASSE@Example.org\n")).toBe(mark);
    expect(knownDevice(cookie(mark), "straße@example.org")).toBeNull();
  });

  it("is another one at every first sign-in", () => {
    expect(markFor(ONE)).not.toBe(markFor(ONE));
    expect(markFor(ONE)).toMatch(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/);
  });

  it("keeps the mark it has, and puts whoever signed in last first", () => {
    const [one = "", more] = markFor(ONE).split("~");
    expect(more).toBeUndefined();
    const both = rememberedDevices(cookie(one), OTHER).split("~");
    expect(both).toEqual([expect.any(String), one]);
    expect(rememberedDevices(cookie(both.join("~")), OTHER).split("~")).toEqual(both);
    expect(rememberedDevices(cookie(both.join("~")), ONE).split("~")).toEqual([one, both[0]]);
  });

  it("is shared when another signed in from it, and not when one did twice", () => {
    expect(isSharedDevice(NEW)).toBe(false);
    expect(isSharedDevice(cookie(markFor(ONE, ONE)))).toBe(false);
    expect(isSharedDevice(cookie(markFor(ONE, OTHER)))).toBe(true);
    expect(isSharedDevice(cookie(`${markFor(ONE)}~not a mark`))).toBe(false);
  });

  it("knows eight people at most: who signed in longest ago is forgotten, and what is sent beyond is not read", () => {
    const people = Array.from({ length: 10 }, (_, number) => `${number}@example.org`);
    const marks = markFor(...people);
    expect(marks.split("~")).toHaveLength(8);
    const known = people.filter((email) => knownDevice(cookie(marks), email) !== null);
    expect(known).toEqual(people.slice(2));
    const tooMany = `${marks}~${markFor(ONE)}`;
    expect(knownDevice(cookie(tooMany), ONE)).toBeNull();
  });
});

describe("a forged mark", () => {
  const forgeries: [string, (mark: string) => string][] = [
    ["another signature", (mark) => `${mark.slice(0, -4)}AAAA`],
    ["another id", (mark) => `AAAA${mark.slice(4)}`],
    ["something before it", (mark) => `x${mark}`],
    ["something behind it", (mark) => `${mark}x`],
    ["no signature", (mark) => mark.split(".")[0] ?? ""],
    ["an empty signature", (mark) => `${mark.split(".")[0]}.`],
    ["signs that no mark has", (mark) => mark.replace(".", ":")],
    ["a sign that no signature has", (mark) => `${mark.slice(0, -1)}!`],
    ["nothing", () => ""],
  ];

  it.each(forgeries)("with %s opens nothing and is not carried on", (_, forge) => {
    const forged = forge(markFor(ONE));
    expect(knownDevice(cookie(forged), ONE)).toBeNull();
    const marks = rememberedDevices(cookie(forged), OTHER).split("~");
    const isWellFormed = /^[\w-]{22}\.[\w-]{43}$/.test(forged);
    // one that is well formed may be a colleague's: whose it is shows only when they sign in
    expect(marks.slice(1)).toEqual(isWellFormed ? [forged] : []);
  });
});
