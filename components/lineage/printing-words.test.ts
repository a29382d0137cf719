import { describe, expect, it } from "vitest";
import type { Change } from "@/lib/lineage";
import { drawnWords } from "./printing-words";

const same = (text: string): Change => ({ kind: "same", text });

describe("the words of a printing", () => {
  it.each<[string, string, string, Change[] | null, string[]]>([
    [
      ...(["altered", "we shall go", "direct"] as const),
      [same("we "), { kind: "altered", was: "will ", now: "shall " }, same("go")],
      ["ss:we ", "ds:will", "ss: ", "ns:shall", "ss: ", "ss:go"],
    ],
    [
      ...(["dropped", "we will", "direct"] as const),
      [same("we will"), { kind: "dropped", was: "not" }],
      ["ss:we will", "ds:not", "ss: "],
    ],
    [
      ...(["in two voices", "she now “will go”", "mixed"] as const),
      [same("she "), { kind: "added", now: "now " }, same("“will go”")],
      ["sr:she ", "nr:now", "sr: ", "ss:“will go”"],
    ],
    ["in others altogether", "nobody asked", "indirect", null, ["sr:nobody asked"]],
  ])("%s", (_, wording, form, changes, expected) =>
    expect(
      drawnWords(wording, form, changes).map(({ kind, text, voice }) => `${kind[0]}${voice[0]}:${text}`),
    ).toEqual(expected),
  );
});
