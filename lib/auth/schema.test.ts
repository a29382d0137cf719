import { describe, expect, it } from "vitest";
import { signInSchema } from "./schema";

const refusals = (typed: object) =>
  (signInSchema.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

describe("what the sign-in form sends", () => {
  it("is an address without the spaces around it, and a password as it is", () => {
    const typed = { email: " nadia@example.org ", password: " two spaces ", next: "/review" };
    expect(signInSchema.parse(typed)).toEqual({ ...typed, email: "nadia@example.org" });
    expect(signInSchema.parse({ email: "a", password: "b" })).toEqual({ email: "a", password: "b" });
  });

  it.each([
    [{ email: "  ", password: "b" }, [["email", "Write your email address."]]],
    [{ email: "a", password: "" }, [["password", "Write your password."]]],
  ])("is refused when something is missing: %j", (typed, expected) => {
    expect(refusals(typed)).toEqual(expected);
  });

  it("is at most 1,000 characters each: what is longer costs time to hash and is nobody's", () => {
    const long = "x".repeat(1000);
    expect(refusals({ email: long, password: long })).toEqual([]);
    expect(refusals({ email: `${long}x`, password: `${long}x` }).map(([field]) => field)).toEqual([
      "email",
      "password",
    ]);
  });
});
