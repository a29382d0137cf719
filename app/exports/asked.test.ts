import { expect, test } from "vitest";
import { paramsOf } from "@/app/statements.json/params";
import { CITATION_STYLES } from "@/lib/citations";
import { unknownIn } from "@/lib/http";
import { knownExports, readAsked } from "./asked";

const styles = [...CITATION_STYLES, { key: "nature", label: "Nature", name: "Nature" }];

test("an address of an export names one format and one style, and several statements", () => {
  const faults = (query: string) =>
    unknownIn(paramsOf(`https://x.test/exports/download?${query}`), knownExports(styles)).length;
  for (const query of [
    "",
    "format=",
    "format=xlsx&style=mla&id=st-1,st-2&id=st-3",
    "id=st-1+st-2&speaker=a,b",
    "style=nature",
  ])
    expect([query, faults(query)]).toEqual([query, 0]);
  for (const query of [
    "format=ris,bibtex",
    "format=ris&format=bibtex",
    "style=mla,apa",
    "style=lancet",
    "format=pdf",
  ])
    expect([query, faults(query)]).toEqual([query, 1]);
});

test("a style that was taken away gives way to the first there is, asked for or chosen before", () => {
  const styleOf = (params: Record<string, string>, chosen?: string) =>
    readAsked(params, { styles, ...(chosen ? { chosen } : {}) }).style;
  expect(styleOf({ style: "nature" }, "apa")).toBe("nature");
  expect(styleOf({}, "nature")).toBe("nature");
  expect(styleOf({}, "lancet")).toBe("chicago-notes");
  expect(styleOf({ style: "lancet" }, "apa")).toBe("chicago-notes");
});
