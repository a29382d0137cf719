import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StatementFacets } from "./statement-facets";

it("every choice has a drawing before its word, and no name of one", () => {
  const facet = (value: string, kind: string) => ({ value, label: value, kind, count: 2 });
  const page = renderToStaticMarkup(
    <StatementFacets
      {...{ formId: "f", action: "/statements", kept: [], forms: ["direct"], states: ["published"] }}
      chosen={{ form: [], state: [], speaker: [] }}
      facets={{
        form: [facet("direct", "direct")],
        state: [facet("published", "published")],
        speaker: [facet("ada-holm", "person"), facet("the-union", "organisation")],
      }}
    />,
  );
  expect(page.match(/<label class="check">.*?<\/label>/gu)?.map((label) => label.includes("<svg"))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(page.replace(/<[^>]*>/gu, " ")).not.toMatch(/user-round|building-2/u);
});
