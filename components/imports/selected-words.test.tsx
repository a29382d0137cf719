import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormContext } from "@/components/forms/form-context";
import { type FormValues, UNSENT, WAS, writeWas } from "@/lib/forms";
import { SelectedWords } from "./selected-words.client";

const SCOPE = { prefix: "", part: null, takeUp: null, folds: new Map<string, boolean>() };

/** The form as it is drawn where these values were kept of it. */
function drawn(values: FormValues, startUtf16: number | null = null, words?: string): string {
  const state = { ...UNSENT, status: "kept" as const, values };
  return renderToStaticMarkup(
    <FormContext value={{ ...SCOPE, state }}>
      <SelectedWords words={words} startUtf16={startUtf16} />
    </FormContext>,
  );
}

const LAMP = { wording: "lamp", [WAS]: writeWas("wording", "") };

test("words that were selected and kept come back with the place where they stand", () => {
  const page = drawn({ ...LAMP, startUtf16: "120" });
  expect(page).toContain('value="120"');
  expect(page).not.toContain("disabled");
});

test("words that were typed have no place when they come back, not that of another paragraph either", () => {
  expect(drawn(LAMP)).toContain("disabled");
  expect(drawn(LAMP, 40)).toContain("disabled");
});

test("the words of a paragraph that is asked for stand at its place", () => {
  expect(drawn({}, 40, "A paragraph.")).toContain('value="40"');
  expect(drawn({})).toContain("disabled");
});
