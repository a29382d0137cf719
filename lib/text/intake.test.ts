import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenNewlines, type Intake, MOST_TEXT_BYTES, takeBytes, takeText } from "@/lib/text";

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );
const utf16 = (text: string, isBig = false) =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
const outcome = (intake: Intake) => (intake.isText ? intake.text : intake.rule);

describe("takeText", () => {
  test.each([
    ["plain words", "He said no.", "He said no."],
    ["newlines of every sort", "a\r\nb\rc\u2028d\u2029e\u0085f\ng", "a\nb\nc\nd\ne\nf\ng"],
    ["a byte order mark", "\ufeffHe said no.", "He said no."],
    ["spaces, which stay", "  He said\u00a0no.\t\n", "  He said\u00a0no.\t\n"],
    ["right-to-left words and their marks", "قال: «لَن نُغلِق»\u200f", "قال: «لَن نُغلِق»\u200f"],
    ["half a character", "a\ud83db", "a\ufffdb"],
    ["nothing", "", "empty"],
    ["only space", " \r\n\t\u2028", "empty"],
    ["one NUL", "He said\u0000 no.", "nul"],
    ["NULs everywhere", "H\u0000e\u0000 \u0000s\u0000a\u0000i\u0000d\u0000 \u0000n\u0000o\u0000", "binary"],
    ["control characters everywhere", "\u0001\u0002\u0003\u0004\u0005\u0006".repeat(20), "binary"],
  ])("%s", (_, pasted, expected) => expect(outcome(takeText(pasted))).toBe(expected));

  test("says where a NUL stands and gives back the text without it", () => {
    const intake = takeText("Talks ended.\r\nThe envoy\u0000 said no. \u0000");
    expect(intake).toMatchObject({ rule: "nul", salvage: "Talks ended.\nThe envoy said no. " });
    expect(intake.isText ? "" : intake.message).toContain("line 2, after “The envoy”");
  });

  test("takes the longest text and refuses one byte more", () => {
    expect(takeText("a".repeat(MOST_TEXT_BYTES)).isText).toBe(true);
    expect(outcome(takeText("a".repeat(MOST_TEXT_BYTES + 1)))).toBe("too_large");
    expect(outcome(takeText("é".repeat(MOST_TEXT_BYTES / 2 + 1)))).toBe("too_large");
  });
});

describe("takeBytes", () => {
  test.each([
    ["UTF-8", bytes("“No,” he said. سلام"), "“No,” he said. سلام"],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], "no\r\nyes"), "no\nyes"],
    ["UTF-16, little end first", bytes([0xff, 0xfe], utf16("“No”\r\nسلام")), "“No”\nسلام"],
    ["UTF-16, big end first", bytes([0xfe, 0xff], utf16("“No”", true)), "“No”"],
    ["UTF-16 without a mark", bytes(utf16("The envoy said no.")), "The envoy said no."],
    ["Windows-1252", bytes([0x93], "Caf", [0xe9], " closed,", [0x94], " he said"), "“Café closed,” he said"],
    ["nothing", bytes(), "empty"],
    ["a PDF", bytes("%PDF-1.7 and so on"), "binary"],
    ["a Word document", bytes([0x50, 0x4b, 3, 4], "word/document.xml"), "binary"],
    ["a picture", bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "binary"],
    ["bytes of nothing known", Uint8Array.from({ length: 600 }, (_, at) => (at * 7919) % 256), "binary"],
    ["a text with one NUL", bytes("He said", [0], " no."), "nul"],
    ["50 MB", new Uint8Array(50 * 1024 * 1024).fill(97), "too_large"],
  ])("%s", (_, file, expected) => expect(outcome(takeBytes(file))).toBe(expected));

  test("says when it had to guess the encoding", () => {
    const intake = takeBytes(bytes("Caf", [0xe9]));
    expect(intake.isText && intake.notices[0]).toContain("Windows-1252");
    const plain = takeBytes(bytes("Café"));
    expect(plain.isText && plain.notices).toEqual([]);
  });

  test("reads back any text in UTF-8, newlines apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const intake = takeBytes(bytes(text));
        if (intake.isText) expect(intake.text).toBe(evenNewlines(text));
      }),
    );
  });

  test("never throws, whatever the bytes, and what it takes holds no NUL and no carriage return", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (file) => {
        const intake = takeBytes(file);
        if (intake.isText) expect(intake.text).not.toMatch(/\0|\r/);
      }),
    );
  });
});
