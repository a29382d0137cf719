import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  isTyped,
  nameInPage,
  OVERTAKEN,
  PRESSED,
  readPressed,
  readSending,
  SENDER,
  SENDING,
  sectionsOf,
  standingOf,
  toKept,
  WAS,
  writeOvertaken,
  writePressed,
  writeSending,
  writeWas,
} from "./index";

const KEY = "0198c0de-0000-7000-8000-000000000000";
const sendingOf = (form: string) => writeSending({ key: KEY, form, place: "/review/st-7k2m9q" });

function sent(entries: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}
const told = (form: FormData | undefined) => [...(form ?? [])].map(([name, value]) => [name, String(value)]);

describe("the names that a form carries for itself", () => {
  it("are all different, and none that a field of ours has", () => {
    const names = [SENDING, SENDER, WAS, OVERTAKEN, PRESSED];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z-]+$/);
  });
});

describe("a sending", () => {
  const form = "verdict:said.form-1_x";
  test.each([
    ["the shortest key", "k".repeat(16), true],
    ["a shorter key", "k".repeat(15), false],
    ["the longest key", "k".repeat(64), true],
    ["a longer key", "k".repeat(65), false],
    ["a key with other signs", `${"k".repeat(16)}!`, false],
  ])("has %s", (_, key, isRead) => {
    const sending = { key, form, place: "/" };
    expect(readSending(sent([[SENDING, writeSending(sending)]]))).toEqual(isRead ? sending : null);
  });

  test.each([
    ["a name of 120 signs", "f".repeat(120), "/", true],
    ["a name of 121 signs", "f".repeat(121), "/", false],
    ["no name", "", "/", false],
    ["a name with other signs", "form!", "/", false],
    ["a place of 301 signs", form, `/${"p".repeat(300)}`, true],
    ["a place of 302 signs", form, `/${"p".repeat(301)}`, false],
    ["no place", form, "", false],
    ["a place with a space", form, "/a b", false],
    ["a place with a query", form, "/a?b", false],
    ["a place with a fragment", form, "/a#b", false],
    ["a place elsewhere", form, "//a", false],
    ["a place as nobody's address has it", form, "/گفت", false],
    ["a place with a sign that ends a line", form, "/a\u0007b", false],
    ["something behind the place", form, "/a /b", false],
  ])("has %s", (_, name, place, isRead) => {
    const read = readSending(sent([[SENDING, `${KEY} ${name} ${place}`]]));
    expect(read).toEqual(isRead ? { key: KEY, form: name, place } : null);
  });

  it("is none when something stands before it, or the form has none", () => {
    expect(readSending(sent([[SENDING, `x ${sendingOf("a")}`]]))).toBeNull();
    expect(readSending(sent([["a", "b"]]))).toBeNull();
    // a mark of a file is no text of ours
    expect(readSending(sent([[SENDING, new File([sendingOf("a")], "a.txt")]]))).toBeNull();
  });
});

describe("whether anything was typed", () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", ""), maxLength: 5 }), {
    maxLength: 3,
  });
  // no text and an empty one are one to a field, and so is the order in which boxes stand
  const plain = (list: readonly string[]) => JSON.stringify(list.filter((text) => text !== "").sort());

  it("is so for one field exactly when its texts differ, whatever the others hold", () => {
    fc.assert(
      fc.property(texts, texts, texts, (was, now, other) => {
        const form = sent([
          ...now.map((text) => ["field", text] as const),
          ...other.map((text) => ["other", text] as const),
          [WAS, writeWas("other", other)],
          [WAS, writeWas("field", was)],
        ]);
        expect(isTyped(form)).toBe(plain(was) !== plain(now));
      }),
    );
  });

  it("is not so for what says nothing of itself, or for a forged mark without a name", () => {
    expect(isTyped(sent([["version", "7"]]))).toBe(false);
    expect(isTyped(sent([[WAS, writeWas("field", "a")]]))).toBe(true);
    expect(
      isTyped(
        sent([
          ["field", "a"],
          [WAS, "field"],
        ]),
      ),
    ).toBe(true);
  });

  it("is not so for an empty box more or less, which a field cannot tell apart", () => {
    const form = (texts: readonly string[], was: readonly string[]) =>
      sent([...texts.map((text) => ["field", text] as const), [WAS, writeWas("field", was)]]);
    expect(isTyped(form(["a", ""], ["a"]))).toBe(false);
    expect(isTyped(form(["a"], ["", "a", ""]))).toBe(false);
    expect(isTyped(form(["", ""], []))).toBe(false);
  });

  it("tells the texts of one box from those of two", () => {
    expect(
      isTyped(
        sent([
          ["field", "ab"],
          [WAS, writeWas("field", ["a", "b"])],
        ]),
      ),
    ).toBe(true);
    expect(
      isTyped(
        sent([
          ["field", "a b"],
          [WAS, writeWas("field", ["a", "b"])],
        ]),
      ),
    ).toBe(true);
    expect(
      isTyped(
        sent([
          ["field", "a\rb\r\nc"],
          [WAS, writeWas("field", "a\nb\nc")],
        ]),
      ),
    ).toBe(false);
    expect(
      isTyped(
        sent([
          ["field", "a\n\nb"],
          [WAS, writeWas("field", "a\nb")],
        ]),
      ),
    ).toBe(true);
  });

  it("tells ten thousand texts from each other", () => {
    const marks = new Set(Array.from({ length: 10_000 }, (_, n) => writeWas("f", `Words number ${n}`)));
    expect(marks.size).toBe(10_000);
    expect(writeWas("f", "Words")).toMatch(/^f [0-9a-z]{1,7}$/);
  });
});

describe("what was kept of a field that nobody marked", () => {
  it("counts as typed when it is there, and as nothing when it is not", () => {
    expect(standingOf({ field: "" }, "field", "now")).toBe("typed");
    expect(standingOf({ other: "x", [WAS]: writeWas("other", "") }, "field", "now")).toBe("untouched");
    expect(standingOf({ [WAS]: [writeWas("a", "1"), writeWas("b", "2")], b: "3" }, "b", "2")).toBe("typed");
  });
});

describe("what is kept", () => {
  it("holds every mark and every field once, also those of a field that was overtaken before", () => {
    const values = {
      ...{ field: "theirs", other: "typed", version: "7" },
      [WAS]: [writeWas("field", "theirs"), writeWas("other", "")],
      [OVERTAKEN]: [writeOvertaken("field", ["mine", "too"])],
    };
    const kept = toKept(values);
    expect(Object.keys(kept).sort()).toEqual([WAS, "field", "other"].sort());
    expect(kept.field).toEqual(["mine", "too"]);
    expect([kept[WAS]].flat()).toHaveLength(2);
    expect([kept[WAS]].flat()).toContain(writeWas("other", ""));
    // whatever is saved next, what was typed is not shown over it
    for (const now of ["theirs", "another", ""]) expect(standingOf(kept, "field", now)).toBe("overtaken");
    expect(standingOf(kept, "field", ["mine", "too"])).toBe("untouched");
  });

  it("has no marks when the form carried none", () => {
    expect(toKept({ a: "b" })).toEqual({ a: "b" });
    expect(toKept({})).toEqual({});
  });

  it("takes nothing from a remainder of a field that the page does not mark", () => {
    const forged = { field: "theirs", [OVERTAKEN]: writeOvertaken("field", ["mine"]) };
    expect(toKept(forged)).toEqual({ field: "theirs" });
    const empty = { ...forged, [WAS]: writeWas("field", "theirs"), [OVERTAKEN]: "[]" };
    expect(toKept(empty)).toEqual({ field: "theirs", [WAS]: [writeWas("field", "theirs")] });
  });
});

describe("forms that are sent together", () => {
  const page = () =>
    sent([
      ["before", "the page's own"],
      ["$ACTION_ID_1", ""],
      [SENDING, sendingOf("said")],
      [nameInPage("said", "value"), "confirmed"],
      [nameInPage("said", "reasons"), "Recorded."],
      ["$ACTION_KEY", "k"],
      ["plain", "of whichever stands here"],
      [SENDING, sendingOf("true")],
      [nameInPage("true", "value"), "false"],
      [nameInPage("said", "late"), "not of this one"],
      [PRESSED, writePressed("true", "intent", "save and go on")],
    ]);

  it("are each what they would be alone, beginning with their own sending", () => {
    const sections = sectionsOf(page());
    expect([...sections.keys()]).toEqual(["said", "true"]);
    expect(told(sections.get("said"))).toEqual([
      [SENDING, sendingOf("said")],
      ["value", "confirmed"],
      ["reasons", "Recorded."],
      ["plain", "of whichever stands here"],
    ]);
    expect(told(sections.get("true"))).toEqual([
      [SENDING, sendingOf("true")],
      ["value", "false"],
      // what is another form's keeps its name, and so fills no field
      ["said~late", "not of this one"],
      [PRESSED, "true intent save and go on"],
    ]);
  });

  it("are one when its sending comes twice, and of no name when its sending is forged", () => {
    const twice = sent([
      [SENDING, sendingOf("said")],
      ["said~a", "1"],
      [SENDING, sendingOf("said")],
      ["said~b", "2"],
    ]);
    expect(told(sectionsOf(twice).get("said"))).toEqual([
      [SENDING, sendingOf("said")],
      ["a", "1"],
      ["b", "2"],
    ]);
    const forged = sectionsOf(
      sent([
        [SENDING, "forged"],
        ["a", "1"],
      ]),
    );
    expect([...forged.keys()]).toEqual([""]);
    expect(sectionsOf(sent([["a", "1"]])).size).toBe(0);
  });

  it("keep a field's name apart, or leave it where a page has one form", () => {
    expect(nameInPage("said", "value")).toBe("said~value");
    expect(nameInPage(null, "value")).toBe("value");
  });

  it("are meant by the button that was pressed, with its own value and no trace of the page's", () => {
    expect(told(readPressed(page())?.sent)).toEqual([
      [SENDING, sendingOf("true")],
      ["value", "false"],
      ["said~late", "not of this one"],
      ["intent", "save and go on"],
    ]);
    expect(readPressed(page())?.name).toBe("true");
  });

  it.each([
    [undefined, undefined, []],
    ["intent", undefined, [["intent", ""]]],
    ["intent", "two words", [["intent", "two words"]]],
  ])("take of a button named %s with %s what it sends", (name, value, expected) => {
    const form = sent([
      [SENDING, sendingOf("said")],
      [PRESSED, writePressed("said", name, value)],
    ]);
    expect(told(readPressed(form)?.sent)).toEqual([[SENDING, sendingOf("said")], ...expected]);
  });

  it.each([
    ["nothing pressed", ""],
    ["a form that is not there", "true"],
    ["a name that is none", "said~"],
  ])("are none of them with %s", (_, pressed) => {
    expect(
      readPressed(
        sent([
          [SENDING, sendingOf("said")],
          [PRESSED, pressed],
        ]),
      ),
    ).toBeNull();
    expect(readPressed(sent([["a", "b"]]))).toBeNull();
  });
});
