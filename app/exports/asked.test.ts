import { expect, test } from "vitest";
import { paramsOf } from "@/app/statements.json/params";
import { unknownIn } from "@/lib/http";
import { KNOWN_EXPORTS } from "./asked";

test("an address of an export names one format and one style, and several statements", () => {
  const faults = (query: string) =>
    unknownIn(paramsOf(`https://x.test/exports/download?${query}`), KNOWN_EXPORTS).length;
  for (const query of [
    "",
    "format=",
    "format=xlsx&style=mla&id=st-1,st-2&id=st-3",
    "id=st-1+st-2&speaker=a,b",
  ])
    expect([query, faults(query)]).toEqual([query, 0]);
  for (const query of ["format=ris,bibtex", "format=ris&format=bibtex", "style=mla,apa", "format=pdf"])
    expect([query, faults(query)]).toEqual([query, 1]);
});
