import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { KeptHere } from "./kept-here";

const page = vi.hoisted(() => ({ kept: [] as object[] }));
vi.mock("./typed", () => ({ keptOnPage: async () => page.kept }));

test("where a form was, what was typed into it is named with the way to it", async () => {
  page.kept = [{ id: "one", form: "source", label: "Edit a source" }];
  const shown = renderToStaticMarkup(await KeptHere());
  expect(shown).toContain("What you typed here was not stored, and is kept");
  expect(shown).toContain('Edit a source: <a href="/account/typed?id=one">');
  page.kept = [];
  expect(await KeptHere()).toBeNull();
});
