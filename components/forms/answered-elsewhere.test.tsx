import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FormState, formDone, LABEL, UNSENT } from "@/lib/forms";
import { AnsweredElsewhere } from "./answered-elsewhere.client";

const drawn = (answers: Record<string, FormState>) =>
  renderToStaticMarkup(<AnsweredElsewhere answers={answers} />);
const already: FormState = {
  ...{ ...formDone({ title: "This had been stored already at 12:00 UTC" }), storedOn: 2 },
};

test("what was sent twice is told where its form is gone, and what was stored once is not", () => {
  expect(drawn({ correct: already })).toContain("This had been stored already at 12:00 UTC");
  expect(drawn({ correct: formDone({ title: "The correction waits" }) })).toBe("");
});

test("what was refused is told with the name of its form", () => {
  const refused: FormState = {
    ...{ ...UNSENT, status: "refused", values: { [LABEL]: "Correct" }, errors: [{ message: "Not now." }] },
  };
  const page = drawn({ correct: refused, comment: already });
  expect(page).toContain("Correct: Not now.");
  expect(page).toContain("Nothing was stored twice");
});
