import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Around } from "./around";

test.each([
  ["as they stand", {}, ""],
  ["behind that their speaker denies them", { isDenial: true }, "[Denies:] "],
  ["behind that they were retracted", { state: "retracted" }, "[Retracted:] "],
  [
    "behind that they are judged to be fabricated",
    { verdicts: [{ axis: "said", value: "fabricated" }] },
    "[Judged to be fabricated:] ",
  ],
])("words are shown in their sentence %s", (_, part, sign) => {
  const statement = {
    ...{ form: "direct", state: "published", isDenial: false, corrections: [], verdicts: [] },
    ...part,
  };
  const around = { before: "It was asked whether ", words: "the yard was sold", after: ", and by whom." };
  const drawn = renderToStaticMarkup(
    <Around statement={statement} around={around} language="en" context="" />,
  ).replace(/<[^>]+>/g, "");
  expect(drawn).toBe(`It was asked whether ${sign}the yard was sold, and by whom.`);
});
