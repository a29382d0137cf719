import type { ReactNode } from "react";
import { prerender } from "react-dom/static";
import { expect, it, vi } from "vitest";
import { UNSENT } from "@/lib/forms";
import { AddedStyles } from "./added-styles";

// who sends it is asked of a request, and there is none
vi.mock("@/components/forms/action-form", () => ({
  ActionForm: ({ children }: { children: ReactNode }) => <form>{children}</form>,
}));

it("shows how to take a style away beside its name, in a table that a phone has not to scroll", async () => {
  const row = {
    ...{
      id: "s1",
      key: "long-style",
      kind: "style",
      cslId: "http://x.test/long-style",
      format: "author-date",
    },
    ...{ title: "A Journal of Comparative Reporting", language: "", sha256: "0".repeat(64) },
    addedAt: new Date("2026-11-27"),
  };
  const remove = async () => UNSENT;
  const { prelude } = await prerender(<AddedStyles styles={[row]} remove={remove} />);
  const html = await new Response(prelude).text();
  // a least width makes a table scroll below it
  expect(html).not.toMatch(/table--[sml]/u);
  expect(html.match(/<th scope="col"/gu)).toHaveLength(3);
  expect(html.replace(/<[^>]+>/gu, " ").replace(/\s+/gu, " ")).toMatch(
    /Cites by author and date ?, for any language ?\. Added 27 Nov 2026 .* Take away/u,
  );
});
