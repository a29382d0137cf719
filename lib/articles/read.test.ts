import { expect, test } from "vitest";
import { readArticle } from "./read";

test("rich text is its prose, with its headline and its encodings told beside it", async () => {
  const source =
    "{\\rtf1\\ansi\\ansicpg1252{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Bridge stays\\par\\pard \\'93We will not sell it,\\'94 said Mira Tanvald.\\par}";
  expect(await readArticle({ bytes: Buffer.from(source), name: "bridge.rtf" })).toMatchObject({
    ...{ kind: "rtf", encoding: "Windows-1252", notices: [] },
    text: "“We will not sell it,” said Mira Tanvald.",
    details: { title: { value: "Bridge stays", from: "the document’s first heading or its properties" } },
  });
});
