import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { growthOf, TOO_MUCH } from "../../bench/growth";
import { DocumentRefused } from "./model";
import { readDocument } from "./read";

const read = (content: string | readonly number[], name = "draft.txt") =>
  readDocument(typeof content === "string" ? Buffer.from(content, "utf8") : Uint8Array.from(content), name);
const paragraphsOf = ({ text, paragraphs }: Awaited<ReturnType<typeof readDocument>>) =>
  paragraphs.map(({ kind, startUtf16, endUtf16 }) => [kind, text.slice(startUtf16, endUtf16)]);
const utf16 = (text: string) =>
  [...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]);

describe("plain text", () => {
  it("is kept to the character", async () => {
    const text = "  “No,”\r\nhe said.\n\n\n\tYes.\u00a0\r";
    expect(await read(text)).toMatchObject({ kind: "text", text, encoding: "UTF-8", notices: [] });
  });

  it.each([
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, ...Buffer.from("“No”")], "“No”", "UTF-8"],
    ["UTF-16", [0xff, 0xfe, ...utf16("“No”")], "“No”", "UTF-16"],
    ["Windows-1252", [0x93, 0x4e, 0x6f, 0x94], "“No”", "Windows-1252"],
  ])("in %s is read and told", async (_, bytes, text, encoding) => {
    const found = await read(bytes);
    expect(found).toMatchObject({ text, encoding });
    expect(found.notices).toHaveLength(encoding === "Windows-1252" ? 1 : 0);
  });
});

describe("UTF-8 in which a letter is broken", () => {
  const broken = [
    ...Buffer.from("Žižkov Bělá Úvaly Křižík “Štět”: papieros"),
    0xc3,
    ...Buffer.from("... <b>Łódź</b>"),
  ];

  it("is read as what it is, and told", async () => {
    const found = await read(broken);
    expect(found).toMatchObject({ encoding: "UTF-8" });
    expect(found.text).toContain("Křižík “Štět”: papieros\ufffd... <b>Łódź");
    expect(found.notices).toEqual(["The file is UTF-8. One letter of it is broken and stands as \ufffd."]);
  });

  it.each([
    [
      "in a page that names it, few letters are enough",
      '<html><meta charset="utf-8"><p>Łódź',
      [0xc3, 0x2e],
      "UTF-8",
    ],
    ["words of another encoding are none", "", [0x93, 0x4e, 0xe9, 0x6f, 0x94], "Windows-1252"],
    [
      "nor are they with one letter that could be",
      "caf\u00e9",
      [0x20, 0x93, 0x4e, 0x6f, 0x94],
      "Windows-1252",
    ],
  ])("%s", async (_, words, bytes, encoding) => {
    expect((await read([...Buffer.from(words), ...bytes], "a.html")).encoding).toBe(encoding);
  });
});

test("signs that stand for nothing in a page are passed over, as a browser does", async () => {
  expect((await read("<html><body><p>The bridge\u0000\u0000 stays.</p>", "a.html")).text).toBe(
    "The bridge stays.",
  );
});

test.each([
  ["WEBVTT\n\n00:01.000 --> 00:02.000\nHello", "a.txt", "vtt"],
  ["1\n00:00:01,000 --> 00:00:02,000\nHello", "a.txt", "srt"],
  ["<!DOCTYPE html><p>Hello", "a.txt", "html"],
  ["Said <b>no</b>.", "a.html", "html"],
  ["5 < 6 and 7 > 6.", "a.html", "text"],
  ["# Title", "a.md", "markdown"],
  ["# Title", "a.txt", "text"],
  ["From: a@example.org\nMIME-Version: 1.0\n\nHello", "a.txt", "mail"],
  ["From: the desk\n\nHello", "a.txt", "text"],
])("%j named %s is %s", async (content, name, kind) => {
  expect((await read(content, name)).kind).toBe(kind);
});

describe("a page", () => {
  it("is read as its reader reads it", async () => {
    const found = await read(
      `<!doctype html><html lang="de"><head><title>Site – Talks</title><style>p{}</style></head><body>
       <nav><a href="/">Home</a></nav><h1>Talks
       end</h1><p>“We <b>agreed</b>&nbsp;&amp; signed,”<br> she said.<p>Second <del>never</del><s>not</s> <strike>hardly</strike> <span style="color:red; text-decoration: underline line-through">no</span><ins>ever</ins>.
       <p hidden>Not shown</p><p style="color:red;display: none">Nor this</p><blockquote><p>Nothing.</p></blockquote>
       <ul><li>One<li>Two</ul><figure><img alt="x"><figcaption>A hall</figcaption></figure>
       <script>let a = "<p>no</p>"</script><table><tr><td>A<td>B</table>He called it <q>odd</q>.</body></html>`,
      "page.html",
    );
    expect(paragraphsOf(found)).toEqual([
      ["headline", "Talks end"],
      ["prose", "“We agreed\u00a0& signed,”\nshe said."],
      ["prose", "Second ever."],
      ["quote", "Nothing."],
      ["item", "One"],
      ["item", "Two"],
      ["caption", "A hall"],
      ["cell", "A"],
      ["cell", "B"],
      ["prose", "He called it “odd”."],
    ]);
    expect(found).toMatchObject({ title: "Talks end", language: "de" });
  });

  it("is read in the encoding that it names", async () => {
    const head = Buffer.from('<html><meta charset="iso-8859-2"><p>Wa');
    const found = await read(
      [...head, 0xb3, ...Buffer.from("\u0019sa</p>")].filter((byte) => byte !== 0x19),
      "a.html",
    );
    expect(found.text).toBe("Wałsa");
  });

  it("replaces no entities of its own, and is refused where it is too deep", async () => {
    const bomb = `<!DOCTYPE html [<!ENTITY a "aaaaaaaa">]><p>${"&a;".repeat(10)}</p>`;
    expect((await read(bomb, "a.html")).text).not.toContain("aaaa");
    await expect(read(`<html>${"<div>".repeat(600)}x`)).rejects.toMatchObject({ rule: "too_deep" });
  });
});

describe("Markdown", () => {
  it("without signs stays to the character", async () => {
    const text = "“No,” he said.\n\n\nShe_said_so and 2 * 3 * 4 = 24.\n  Yes\n";
    expect((await read(text, "a.md")).text).toBe(text);
  });

  it("loses its signs and keeps what they say", async () => {
    const found = await read(
      [
        ...[
          "---",
          "title: In front",
          "tags: a",
          "---",
          "# Talks *end*",
          "",
          "“We **never** agreed,” [Quist](https://a.b/(c)) said.",
        ],
        ...[
          "She _did_ not.",
          "",
          "> Nothing was agreed.",
          "> Nothing.",
          "",
          "- One `point`",
          "- Two",
          "",
          "Under",
          "=====",
          "5 \\* 6",
        ],
        ...["", "***", "[1]: https://a.b"],
      ].join("\n"),
      "a.md",
    );
    expect(paragraphsOf(found)).toEqual([
      ["headline", "Talks end"],
      ["prose", "“We never agreed,” Quist said.\nShe did not."],
      ["quote", "Nothing was agreed.\nNothing."],
      ["item", "- One point"],
      ["item", "- Two"],
      ["headline", "Under"],
      ["prose", "5 * 6"],
    ]);
    expect(found.title).toBe("Talks end");
  });
});

describe("subtitles", () => {
  it("are the words of each voice in one run, with their times", async () => {
    const found = await read(
      [
        ...[
          "WEBVTT",
          "",
          "NOTE made by hand",
          "",
          "00:01.000 --> 00:02.500 align:start",
          "<v Ada Quist>We did <i>not</i>",
          "",
        ],
        ...[
          "2",
          "00:02.500 --> 00:04.000",
          "<v Ada Quist>agree &amp; sign.",
          "",
          "01:00:04.000 --> 01:00:05.000",
        ],
        ...["<v Ben Okri>Who did?"],
      ].join("\n"),
      "a.vtt",
    );
    expect(found.text).toBe("Ada Quist: We did not agree & sign.\n\nBen Okri: Who did?");
    expect(
      found.marks.map(({ startUtf16, ms }) => [found.text.slice(startUtf16, startUtf16 + 5), ms]),
    ).toEqual([
      ["We di", 1000],
      ["agree", 2500],
      ["Who d", 3_604_000],
    ]);
  });

  it("whose times no clock shows are words all the same, without a second", async () => {
    const found = await read(
      [
        ...["WEBVTT", "", "-00:01.000 --> 00:02.000", "We did", "", "NOTE nothing", ""],
        ...["1000000:00:00.000 --> 1000000:00:01.000", "not agree", "", "00:00:99 --> soon", "at all."],
        ...["", "an arrow --> that is no time", "", "100:00:01.000 --> 100:00:02.000", "Nobody did."],
      ].join("\n"),
      "a.vtt",
    );
    expect(found.text).toBe("We did not agree at all. Nobody did.");
    expect(found.marks.map(({ ms }) => ms)).toEqual([360_001_000]);
  });

  it("that roll are read once, and labels begin a paragraph", async () => {
    const cue = (at: number, ...lines: string[]) =>
      `${at}\r\n00:00:0${at},000 --> 00:00:0${at + 1},000\r\n${lines.join("\r\n")}\r\n`;
    const found = await read(
      [
        ...[
          cue(1, "{\\an8}QUIST: We did"),
          cue(2, "QUIST: We did", "not agree."),
          cue(3, "not agree.", "OKRI: Who did?"),
        ],
      ].join("\r\n"),
      "a.srt",
    );
    expect(found).toMatchObject({ kind: "srt", text: "QUIST: We did not agree.\n\nOKRI: Who did?" });
  });
});

describe("a letter", () => {
  const letter = (type: string, body: string, more = "") =>
    `From: Ada Quist <ada@example.org>\r\nDate: Thu, 26 Nov 2026 23:30:00 -0500\r\nSubject: =?utf-8?q?Die_Br=C3=BCcke?=\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n${more}\r\n${body}`;

  it("is its plain words, with its subject and the day on which it was written", async () => {
    const found = await read(
      letter(
        "text/plain; charset=iso-8859-1",
        "Die Br=FCcke ist =\r\nsicher.\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n",
      ),
      "a.eml",
    );
    expect(found).toMatchObject({ kind: "mail", title: "Die Brücke", day: "2026-11-26" });
    expect(found.text).toBe("Die Brücke ist sicher.\n");
  });

  it("of several parts is read once, without what is attached", async () => {
    const found = await read(
      letter(
        'multipart/mixed; boundary="a b"',
        [
          ...[
            "--a b",
            'Content-Type: multipart/alternative; boundary="c"',
            "",
            "--c",
            "Content-Type: text/plain",
            "",
            "Not agreed.",
          ],
          ...[
            "--c",
            "Content-Type: text/html",
            "",
            "<p>Not agreed.</p>",
            "--c--",
            "--a b",
            "Content-Type: application/pdf",
            "",
            "%PDF",
            "--a b--",
            "",
          ],
        ].join("\r\n"),
      ),
    );
    expect(found.text.trim()).toBe("Not agreed.");
    expect(found.notices).toEqual(["1 attached file was not read."]);
  });

  it("that is a page alone is read as one, and base64 is", async () => {
    const page = Buffer.from("<p>Not <b>agreed</b>.</p>").toString("base64");
    const found = await read(
      letter("text/html; charset=utf-8", page, "Content-Transfer-Encoding: base64\r\n"),
    );
    expect(found.text).toBe("Not agreed.");
  });

  it("with parts within parts without end is refused", async () => {
    let body = "x";
    for (let depth = 0; depth < 40; depth += 1)
      body = `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--`;
    await expect(read(`From: a@b.c\r\nMIME-Version: 1.0\r\n${body}`)).rejects.toMatchObject({
      rule: "too_deep",
    });
  });
});

test.each<[string, string | readonly number[], string, string, RegExp]>([
  ["nothing", [], "a.txt", "empty", /no words/],
  ["space alone", " \n ", "a.txt", "empty", /no words/],
  ["a PDF", "%PDF-1.7 x", "a.docx", "no_document", /PDF/],
  ["a picture", [0xff, 0xd8, 0xff, 1], "a.txt", "no_document", /picture/],
  ["an old document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], "a.doc", "no_document", /\.doc\)/],
  [
    "a protected one",
    [0xd0, 0xcf, 0x11, 0xe0, ...utf16("EncryptedPackage")],
    "a.docx",
    "encrypted",
    /password/,
  ],
  ["text named as a document", "words", "a.docx", "no_document", /damaged/],
  ["bytes of any sort", [1, 2, 3, 0, 255, 0, 7], "a.txt", "no_document", /no text/],
])("%s is refused in words", async (_, content, name, rule, words) => {
  const failure = await read(content, name).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: "DocumentRefused", rule });
  expect((failure as Error).message).toMatch(words);
});

const NAMES = ["a.txt", "a.html", "a.md", "a.vtt", "a.srt", "a.eml"];

test("whatever comes is read or refused, and paragraphs are slices in order", async () => {
  const signs = fc.constantFrom(
    ...[
      "<p>",
      "</p>",
      "<b",
      ">",
      "&amp;",
      "\n",
      "\n\n",
      "00:01.000 --> 00:02.000",
      "WEBVTT",
      "# ",
      "> ",
      "*",
      "[a](b)",
      "`",
    ],
    ...[
      "From: x\n",
      "MIME-Version: 1.0\n",
      "--b\n",
      "=?utf-8?q?x?=",
      "words",
      "“No,”",
      "\ud800",
      "\u0000",
      "é",
      "- ",
      "---\n",
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(signs, { maxLength: 40 }), fc.constantFrom(...NAMES), async (pieces, name) => {
      const found = await read(pieces.join(""), name).catch((error: unknown) => error);
      if (found instanceof DocumentRefused) return;
      const { text, paragraphs, marks } = found as Awaited<ReturnType<typeof readDocument>>;
      let from = 0;
      for (const { startUtf16, endUtf16 } of paragraphs) {
        expect(startUtf16).toBeGreaterThanOrEqual(from);
        expect(endUtf16).toBeGreaterThan(startUtf16);
        expect(text.slice(startUtf16, endUtf16).trim()).toBe(text.slice(startUtf16, endUtf16));
        from = endUtf16;
      }
      expect(from).toBeLessThanOrEqual(text.length);
      for (const { startUtf16 } of marks) expect(startUtf16).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
});

describe("takes time in proportion to its length", () => {
  const repeated =
    (piece: string, before = "") =>
    (size: number) =>
      Buffer.from(before + piece.repeat(Math.ceil(size / piece.length)), "utf8");
  it.each<[string, (size: number) => Buffer, string]>([
    ["open elements", repeated("<b>x ", "<html>"), "a.html"],
    ["closed elements", repeated("</p>x<p", "<html>"), "a.html"],
    ["open signs", repeated("<a b", "<html>"), "a.html"],
    ["spaces", repeated(" \n ", "<html>x"), "a.html"],
    ["emphasis", repeated("*a _b **c "), "a.md"],
    ["open links", repeated("[a](b [c"), "a.md"],
    ["pictures without end", repeated("![a]("), "a.md"],
    ["signs of code", repeated("`a``"), "a.md"],
    ["a front without end", repeated("a: b\n", "---\n"), "a.md"],
    ["fields without end", repeated("- \n> # ", ""), "a.md"],
    ["cues", repeated("00:01.000 --> 00:02.000\n<v A>x\n\n", "WEBVTT\n\n"), "a.vtt"],
    ["tags without end", repeated("<v ", "WEBVTT\n\n00:01.000 --> 00:02.000\n"), "a.vtt"],
    ["headers", repeated("A: b\n c\n", "From: a\nMIME-Version: 1.0\n"), "a.eml"],
    ["coded words", repeated("=?utf-8?q?", "From: a\nMIME-Version: 1.0\nSubject: "), "a.eml"],
    [
      "boundaries",
      repeated("--b\n", 'From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="c"\n\nx\n'),
      "a.eml",
    ],
    [
      "quoted signs",
      repeated("=3D= \n", "From: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nx"),
      "a.eml",
    ],
  ])("%s", async (_, make, name) => {
    const work = (bytes: Buffer) => readDocument(bytes, name).catch(() => null);
    expect(await growthOf(make, work, 20_000)).toBeLessThan(TOO_MUCH);
  });
});
