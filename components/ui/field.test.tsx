import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckSet, RadioField } from "./choice-field";
import { ErrorSummary } from "./error-summary.client";
import { fieldId } from "./field";
import { TextField } from "./text-field";

const CHOICES = [
  { value: "day", label: "Day" },
  { value: "month", label: "Month" },
];

test.each(["title", "evidence.0.note", "a b[]"])("a summary's link reaches the field called %s", (name) => {
  const errors = [{ name, message: "Say more" }];
  const target = renderToStaticMarkup(<ErrorSummary errors={errors} />).match(/href="#([^"]+)"/)?.[1];
  expect(target).toBe(fieldId(name));
  for (const field of [
    <TextField key="t" name={name} label="Field" />,
    <RadioField key="r" name={name} label="Field" choices={CHOICES} />,
    <CheckSet key="c" name={name} label="Field" choices={CHOICES} />,
  ]) {
    expect(renderToStaticMarkup(field)).toMatch(new RegExp(`<input[^>]* id="${target}"`));
  }
});

test("hint and error describe the control, in that order, and only when they exist", () => {
  const described = (html: string) => html.match(/aria-describedby="([^"]+)"/)?.[1];
  expect(described(renderToStaticMarkup(<TextField name="cue" label="Cue" />))).toBeUndefined();
  expect(described(renderToStaticMarkup(<TextField name="cue" label="Cue" error="Give one" />))).toBe(
    "f-cue-error",
  );
  const both = renderToStaticMarkup(<TextField name="cue" label="Cue" hint="The verb" error="Give one" />);
  expect(described(both)).toBe("f-cue-hint f-cue-error");
  expect(both).toContain('id="f-cue-hint"');
  expect(both).toContain('id="f-cue-error"');
  expect(both).toContain('aria-invalid="true"');
});

test("what was chosen is chosen again", () => {
  const radios = renderToStaticMarkup(<RadioField name="p" label="P" choices={CHOICES} value="month" />);
  expect(radios.match(/<input[^>]*checked[^>]*>/g)).toEqual([expect.stringContaining('value="month"')]);
  const checks = renderToStaticMarkup(
    <CheckSet name="p" label="P" choices={CHOICES} value={["day", "month"]} />,
  );
  expect(checks.match(/checked/g)).toHaveLength(2);
});
