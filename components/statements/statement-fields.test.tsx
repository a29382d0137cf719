import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WAS } from "@/lib/forms";
import { STATEMENT_INPUTS, StatementFields } from "./statement-fields";

const STATEMENT = {
  ...{ wording: "The bridge holds.", form: "direct", language: "en", isDenial: false, attribution: "" },
  ...{
    originalWording: null,
    originalLanguage: null,
    translatedBy: null,
    speaker: null,
    roleThen: "",
    cue: "",
    introduction: null,
  },
  ...{
    saidOn: null,
    saidOnPrecision: null,
    saidOnNote: "",
    place: "",
    event: "",
    addressee: "",
    context: "",
  },
  anchor: { explanation: "" },
};

test("a fold around the fields of a statement knows every one of them", () => {
  const page = renderToStaticMarkup(
    <StatementFields statement={STATEMENT} suggestions={[]} explanationName="explanation" />,
  );
  const drawn = new Set([...page.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
  drawn.delete(WAS);
  expect([...drawn].sort()).toEqual([...STATEMENT_INPUTS, "explanation"].sort());
});
