import { expect, test } from "vitest";
import { readBody } from "./body";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  readBody(new Request("http://localhost:3000/api/v1/imports", { method: "POST", headers, body }));

test("a body in UTF-8 is read, with a byte order mark too", async () => {
  expect(await post('{"text":"détente"}')).toEqual({ sent: { text: "détente" } });
  expect(await post('\ufeff{"text":"x"}')).toEqual({ sent: { text: "x" } });
  expect(await post("{}", { ...JSON_TYPE, "content-encoding": "identity" })).toEqual({ sent: {} });
});

test.each([
  ["letters of Latin-1", Buffer.from('{"text":"d\u00e9tente"}', "latin1"), JSON_TYPE, 400, /UTF-8/],
  ["UTF-16", Buffer.from('\ufeff{"text":"x"}', "utf16le"), JSON_TYPE, 400, /UTF-8/],
  ["no JSON", "{", JSON_TYPE, 400, /no JSON/],
  ["lists within lists", "[".repeat(200_000), JSON_TYPE, 400, /too deep/],
  ["a packed body", "{}", { ...JSON_TYPE, "content-encoding": "gzip" }, 415, /content encoding/],
  ["a form", "text=x", { "content-type": "application/x-www-form-urlencoded" }, 415, /Send JSON/],
])("%s is refused in words", async (_, body, headers, status, detail) => {
  expect(await post(body, headers)).toEqual({ status, detail: expect.stringMatching(detail) });
});
