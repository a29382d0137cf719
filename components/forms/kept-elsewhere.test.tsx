import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { KeptElsewhere } from "./kept-elsewhere.client";
import type { KeptOfPage } from "./kept-named";

const comment: KeptOfPage = { id: "one", form: "comment", label: "Write a comment" };
const decline: KeptOfPage = { id: "two", form: "decline-form", label: "Why it is declined" };

/** What a browser without scripts shows of the page as the server draws it. */
function withoutScripts(kept: readonly KeptOfPage[]) {
  const page = renderToStaticMarkup(<KeptElsewhere kept={kept} />);
  return /<noscript>([\s\S]*)<\/noscript>/.exec(page)?.[1] ?? "";
}

test("without scripts all that was typed on the page and is not stored is named, with the way to it", () => {
  const shown = withoutScripts([comment, decline]);
  expect(shown).toContain("What you typed on this page is kept, and not stored yet");
  for (const { id, label } of [comment, decline])
    expect(shown).toContain(`${label}: <a href="/account/typed?id=${id}">`);
});

test("where nothing was typed nothing is said", () => {
  expect(renderToStaticMarkup(<KeptElsewhere kept={[]} />)).toBe('<div role="status"></div>');
});
