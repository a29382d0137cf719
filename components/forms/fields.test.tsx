import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FormValues, UNSENT, WAS, writeWas } from "@/lib/forms";
import { CheckField, HiddenField, SelectField, TextField } from "./fields.client";
import { FormFold } from "./fold.client";
import { FormContext } from "./form-context";

const SCOPE = { prefix: "", part: null, folds: new Map<string, boolean>() };

/** A form in which something typed before is filled in again. */
function drawn(values: FormValues, takeUp: string | null, field: ReactNode): string {
  const state = { ...UNSENT, status: "kept" as const, values };
  return renderToStaticMarkup(<FormContext value={{ ...SCOPE, takeUp, state }}>{field}</FormContext>);
}

const NOTE = { note: "mine", [WAS]: writeWas("note", "") };
const noteHolding = (value: string) => <TextField name="note" label="Note" value={value} />;

test("what was typed is filled in where nothing was saved since", () => {
  const page = drawn(NOTE, "/place?typed=1", noteHolding(""));
  expect(page).toContain('name="note" value="mine"');
  expect(page).not.toContain("overtaken");
});

test("a field that was only looked at shows what is saved", () => {
  const page = drawn({ note: "", [WAS]: writeWas("note", "") }, null, noteHolding("theirs"));
  expect(page).toContain('name="note" value="theirs"');
});

test("what was saved since stands, and what was typed is shown and can be put in its place", () => {
  const page = drawn(NOTE, "/place?typed=1", noteHolding("theirs"));
  expect(page).toContain('name="note" value="theirs"');
  expect(page).toMatch(/You had typed: <q dir="auto">mine<\/q><a href="\/place\?typed=1">/);
});

test("what was asked for stands, and what was saved since is shown", () => {
  const page = drawn(NOTE, null, noteHolding("theirs"));
  expect(page).toContain('name="note" value="mine"');
  expect(page).toMatch(/Saved since you typed: <q dir="auto">theirs<\/q>/);
});

test.each([
  ["what nobody touched follows what a colleague saved", { note: "", [WAS]: writeWas("note", "") }, "theirs"],
  ["what was typed stays", NOTE, "mine"],
  ["what was emptied stays empty", { note: "", [WAS]: writeWas("note", "former") }, ""],
])("in a form that a colleague was faster with %s", (_, values, shown) => {
  const state = { ...UNSENT, status: "stale" as const, values };
  const page = renderToStaticMarkup(
    <FormContext value={{ ...SCOPE, takeUp: null, state }}>{noteHolding("theirs")}</FormContext>,
  );
  expect(page).toContain(`name="note" value="${shown}"`);
});

test("a choice is told by its word, a box that was emptied stays empty", () => {
  const choices = [
    { value: "one", label: "First" },
    { value: "three", label: "Third" },
  ];
  const values = { pick: "one", [WAS]: [writeWas("pick", "two"), writeWas("box", "yes")] };
  const pick = <SelectField name="pick" label="Pick" value="three" choices={choices} />;
  expect(drawn(values, "", pick)).toMatch(/You had typed: <q dir="auto">First<\/q><\/div>/);
  expect(drawn(values, "", <CheckField name="box" label="Box" isChecked />)).not.toContain("checked=");
});

test("an unseen value is that of the page of today", () => {
  const hidden = <HiddenField name="role" value="today" />;
  expect(drawn({ role: "then" }, null, hidden)).toContain('value="today"');
});

test.each([
  ["of what was typed in it", { "evidence.0.note": "mine", [WAS]: writeWas("evidence.0.note", "") }, true],
  ["of nothing typed", { "evidence.0.note": "", [WAS]: writeWas("evidence.0.note", "") }, false],
  ["of what was typed elsewhere", { reasons: "mine", [WAS]: writeWas("reasons", "") }, false],
])("after a refusal a fold shows itself because %s: %s", (_, values, isOpen) => {
  const state = { ...UNSENT, status: "refused" as const, values };
  const page = renderToStaticMarkup(
    <FormContext value={{ ...SCOPE, folds: new Map(), takeUp: null, state }}>
      <FormFold summary="Add evidence" names={["evidence"]}>
        …
      </FormFold>
    </FormContext>,
  );
  expect(page.includes('<details class="fold" open')).toBe(isOpen);
});

test.each([true, false])(
  "a fold that was left open (%s) is so again when an answer makes it anew",
  (wasOpen) => {
    const state = { ...UNSENT, status: "done" as const };
    const folds = new Map([["Add evidence", wasOpen]]);
    const page = renderToStaticMarkup(
      <FormContext value={{ ...SCOPE, folds, takeUp: null, state }}>
        <FormFold summary="Add evidence" names={["evidence"]} isOpen={!wasOpen}>
          …
        </FormFold>
      </FormContext>,
    );
    expect(page.includes('<details class="fold" open')).toBe(wasOpen);
  },
);
