import { expect, test } from "vitest";
import { toldToForm } from "@/scripts/front/words.mjs";
import { send } from "./send.client";

const failing = (error: unknown) => send(() => Promise.reject(error));

test("what was turned away at the door says so, and that nothing was stored", async () => {
  expect(
    await failing(new Error(toldToForm("This is more than Verbatim takes in at once. Send less."))),
  ).toMatchObject({
    status: "failed",
    message:
      "This is more than Verbatim takes in at once. Send less. Nothing was stored. What you typed stands below.",
  });
});

test.each([
  new TypeError("Failed to fetch"),
  new Error("An unexpected response was received from the server."),
  "Turned away: by nobody",
])("of any other failure nobody knows how far it came", async (error) => {
  expect((await failing(error)).message).toMatch(/^No answer came, so it may have been stored, or not\./);
});
