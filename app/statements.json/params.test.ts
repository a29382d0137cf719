import { expect, test } from "vitest";
import { unknownIn } from "@/lib/http";
import { paramsOf } from "./params";

test("a name that stands more than once is a list, and none is lost whatever it is called", () => {
  expect(paramsOf("https://x.test/a?q=1&q=2&state=published&empty")).toEqual({
    ...{ q: ["1", "2"], state: "published", empty: "" },
  });
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    expect(unknownIn(paramsOf(`https://x.test/a?${name}=1`), { q: "one" }), name).toHaveLength(1);
});
