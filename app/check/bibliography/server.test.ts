import { expect, test, vi } from "vitest";
import { NOT_CHECKED } from "@/components/bibliographies/state";
import { VISITOR } from "@/lib/auth";
import { checkBibliographyAction } from "./actions";

// what a browser without scripts sent is nowhere but in the answer

let hasScripts = false;
let failure: Error | null = null;
vi.mock("next/headers", () => ({
  headers: async () => new Headers(hasScripts ? { "next-action": "x" } : {}),
}));
vi.mock("@/lib/auth/server", () => ({
  getActor: async () => {
    if (failure) throw failure;
    return VISITOR;
  },
}));

function sent(text: string): FormData {
  const form = new FormData();
  form.set("text", text);
  return form;
}

const TEXT = "https://desk.example/statements/st-zzzzzz";

test.each([
  ["a database that does not answer", new Error("SQLITE_FULL: database or disk is full")],
  ["a fault of ours", new TypeError("x is not a function")],
])("over %s the text comes back without scripts, and stands where it was with them", async (_, error) => {
  failure = error;
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const withScripts of [false, true]) {
    hasScripts = withScripts;
    expect(await checkBibliographyAction(NOT_CHECKED, sent(TEXT))).toMatchObject({
      ...{ status: "refused", field: "text", text: withScripts ? null : TEXT },
      message: expect.stringMatching(/\w{3,}/u),
    });
  }
  expect(logged).toHaveBeenCalledTimes(2);
  logged.mockRestore();
  failure = null;
});

test("a way to another page is no failure", async () => {
  failure = Object.assign(new Error("to /sign-in"), { digest: "NEXT_REDIRECT;/sign-in" });
  await expect(checkBibliographyAction(NOT_CHECKED, sent(TEXT))).rejects.toBe(failure);
  failure = null;
});
