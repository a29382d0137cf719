import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Reader } from "./reader";

test("what must be read before words stands before them, once, and beside no others", () => {
  const mark = { form: "direct", href: "/statements/st-1", label: "Ada" };
  const text = "He said: “It holds, and it will hold.” Nobody asked him about the bridge.";
  const drawn = (before?: string) =>
    renderToStaticMarkup(
      <Reader
        text={text}
        language="en"
        marks={[
          {
            ...mark,
            ...(before ? { before } : {}),
            id: "st-1",
            ranges: [
              [9, 18],
              [23, 37],
            ],
          },
        ]}
      />,
    ).replace(/<[^>]+>/g, "");
  expect(drawn("Retracted. Denies")).toBe(text.replace("“It", "[Retracted. Denies:] “It"));
  expect(drawn()).toBe(text);
});
