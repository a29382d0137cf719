import { describe, expect, it } from "vitest";
import {
  isTypedIn,
  OVERTAKEN,
  readTypedIn,
  TYPED_IN,
  toKept,
  typedFields,
  WAS,
  writeTypedIn,
  writeWas,
} from "./index";

const keptAt = new Date(1_764_000_000_000);
const from = { id: "k-1", keptAt };

describe("the window in which a form is typed", () => {
  const read = (typedIn: string | readonly string[]) => readTypedIn({ [TYPED_IN]: typedIn });

  it.each([
    [{ window: "w-2", from: null }, "w-2"],
    [{ window: "w-2", from }, "w-2 k-1 1764000000000"],
  ])("%j is carried as %s and read again", (typedIn, written) => {
    expect(writeTypedIn(typedIn)).toBe(written);
    expect(read(written)).toEqual(typedIn);
    expect(read(["another", written])).toEqual(typedIn);
  });

  it.each([
    ...["", "w 2", "w k-1 x", "w k-1", " w", "w ", "w!", "a".repeat(65), `w ${"k".repeat(65)} 1`],
    ...["w k! 1", `w k ${"1".repeat(15)}`, "w k-1 1764000000000 more", "more w k-1 1764000000000"],
  ])("is none that is written as %j", (written) => {
    expect(read(written)).toEqual({ window: "", from: null });
  });

  it("is none where a form of an early build says nothing", () => {
    expect(readTypedIn({})).toEqual({ window: "", from: null });
    expect(read("a".repeat(64)).window).toHaveLength(64);
  });

  it("has what was typed there, or filled in there and not written on elsewhere since", () => {
    const isIn = (typedIn: string) => isTypedIn(typedIn, { id: "k-1", window: "w-1", keptAt });
    expect(isIn("w-1")).toBe(true);
    expect(isIn("w-1 k-9 5")).toBe(true);
    expect(isIn(writeTypedIn({ window: "w-2", from }))).toBe(true);
    expect(isIn("w-2")).toBe(false);
    expect(isIn("w-2 k-1 1764000000001")).toBe(false);
    expect(isIn("w-2 k-2 1764000000000")).toBe(false);
    expect(isIn("w-12")).toBe(false);
  });
});

describe("what was typed into a form that is kept", () => {
  it("is told by what the page calls its fields, in the order of the page, without what stands as it was", () => {
    const kept = {
      note: "It was May.",
      story: ["talks"],
      place: "Osthaven",
      [WAS]: [
        writeWas("story", [], { label: "Its story", isChoice: true }),
        writeWas("place", "Osthaven", { label: "Place", isChoice: false }),
        writeWas("note", "", { label: "Why it changes", isChoice: false }),
        writeWas("gone", null),
      ],
    };
    expect(typedFields(kept)).toEqual([
      { name: "story", label: "Its story", isChoice: true, texts: ["talks"] },
      { name: "note", label: "Why it changes", isChoice: false, texts: ["It was May."] },
    ]);
    expect(typedFields({ note: "It was May." })).toEqual([]);
  });

  it.each(["{", "null", '{"a":1}', "7", "[]"])(
    "loses nothing to an overtaken text that is written as %s",
    (overtaken) => {
      const kept = { note: "typed", [WAS]: [writeWas("note", "")] };
      expect(toKept({ ...kept, [OVERTAKEN]: [overtaken] })).toEqual(kept);
    },
  );

  it("has no hidden field of its own", () => {
    expect(toKept({ note: "typed", [TYPED_IN]: "w-1", version: "3" })).toEqual({ note: "typed" });
  });
});
