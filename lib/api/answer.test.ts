import { afterEach, expect, test, vi } from "vitest";
import { Unavailable } from "@/lib/errors";
import { answerApi } from "./answer";

const keys = vi.hoisted(() => ({ failure: new Error() }));
vi.mock("@/lib/keys/server", () => ({ findKeyed: () => Promise.reject(keys.failure) }));

afterEach(() => vi.restoreAllMocks());

test.each([
  [
    new Error("SQLITE_FULL: database or disk is full"),
    503,
    "The disk is full. What was sent was not stored.",
  ],
  [new Unavailable(), 503, new Unavailable().message],
  [new Error("no word for strangers"), 500, expect.stringContaining("Something failed on our side.")],
])("%s below us is told in words, and when to come back", async (failure, status, detail) => {
  keys.failure = failure;
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const headers = { authorization: `Bearer vbk_${"a".repeat(40)}` };
  const answer = await answerApi(new Request("http://localhost:3000/api/v1/me", { headers }), "/me");
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([status, status === 503 ? "30" : null]);
  expect(await answer.json()).toMatchObject({ status, detail });
  expect(told.mock.calls).toEqual(failure instanceof Unavailable ? [] : [[failure]]);
});
