import { describe, expect, it } from "vitest";
import { DocumentRefused } from "@/lib/documents";
import { placeAt, readMarks, storeMarks } from "./index";
import { saysLetters } from "./pdf";
import { readArticle } from "./read";

type Words = readonly (readonly [x: number, y: number, words: string, size?: number])[];

/** A PDF of these pages, each words at places from the bottom left; `more` goes into its catalogue. */
function pdfOf(pages: readonly Words[], { more = "", info = "", trailer = "" } = {}): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((words, at) => {
      const drawn = words
        .map(([x, y, text, size = 12]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`)
        .join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
    `<< ${info} >>`,
  ];
  let file = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

const read = (bytes: Buffer) => readArticle({ bytes, name: "report.pdf" });
const column = (x: number, from: number, lines: readonly string[]): Words =>
  lines.map((line, at) => [x, from - at * 14, line]);

describe("a PDF", () => {
  it("is read paragraph by paragraph, with words whole that a line parted", async () => {
    const { text, kind } = await read(
      pdfOf([
        [
          ...column(60, 700, [
            "The council voted on Tuesday to keep the bridge that every-",
            "body had given up, and a well-known circus went on its",
            "way.",
          ]),
          ...column(60, 640, [
            "Its well-known offer had been made in spring, and the coun-",
            "cil had never answered it, as its chairwoman told us.",
          ]),
        ],
      ]),
    );
    expect(kind).toBe("pdf");
    expect(text).toBe(
      "The council voted on Tuesday to keep the bridge that everybody had given up, and a well-known circus went on its way.\n\n" +
        "Its well-known offer had been made in spring, and the council had never answered it, as its chairwoman told us.",
    );
  });

  it("keeps a hyphen at the end of a line that the document writes elsewhere", async () => {
    const { text } = await read(
      pdfOf([
        column(60, 700, [
          "A well-known man and a well-",
          "known woman met on the bridge, and nobody asked why.",
        ]),
      ]),
    );
    expect(text).toContain("a well-known woman");
  });

  it("reads one column after the other, and a sentence over them", async () => {
    const { text } = await read(
      pdfOf([
        [
          ...column(60, 700, ["The first column begins here and", "goes on until its foot, where the"]),
          ...column(320, 700, ["second one takes its sentence up", "and brings it to an end."]),
        ],
      ]),
    );
    expect(text).toBe(
      "The first column begins here and goes on until its foot, where the second one takes its sentence up and brings it to an end.",
    );
  });

  it("knows its pages, and goes on over their ends without their running heads", async () => {
    const page = (number: number, lines: readonly string[]): Words => [
      [60, 780, `The Tanvald Report, page ${number}`, 8],
      ...column(60, 700, lines),
      [300, 20, `${number}`, 8],
    ];
    const { text, marks, notices } = await read(
      pdfOf([
        page(1, ["The report begins with the bridge and"]),
        page(2, ["ends with the school."]),
        page(3, ["Nobody signed it."]),
      ]),
    );
    expect(text).toBe("The report begins with the bridge and ends with the school.\n\nNobody signed it.");
    expect(notices).toEqual(["6 lines that come again at the head or foot of its pages were left out."]);
    const kept = readMarks(storeMarks(marks));
    expect(kept).toEqual(marks);
    expect(["report", "ends", "Nobody"].map((word) => placeAt(kept, text.indexOf(word)))).toEqual([
      { page: 1 },
      { page: 2 },
      { page: 3 },
    ]);
  });

  it("says what its properties say", async () => {
    const { details } = await read(
      pdfOf([column(60, 700, ["Words."])], {
        info: "/Title (The report) /Author (Ana Lind) /CreationDate (D:20251028101500Z)",
      }),
    );
    expect(details).toEqual({
      title: { value: "The report", from: "the PDF’s own properties" },
      author: { value: "Ana Lind", from: "the PDF’s own properties" },
      publishedOn: { value: "2025-10-28", from: "the PDF’s own properties (when it was made)" },
    });
  });

  it.each([
    [
      "scripts that run when it opens",
      () =>
        pdfOf([column(60, 700, ["Words."])], {
          more: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        }),
      "hostile",
      /scripts/,
    ],
    [
      "encryption",
      () =>
        pdfOf([column(60, 700, ["Words."])], {
          trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> >>`,
        }),
      "encrypted",
      /encrypted/,
    ],
    ["no letters", () => pdfOf([[]]), "empty", /only pictures/],
    ["nothing behind its first line", () => Buffer.from("%PDF-1.7\nnothing"), "no_document", /damaged/],
  ] as const)("with %s is refused in words", async (_, make, rule, words) => {
    const refused = await read(make()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DocumentRefused);
    expect(refused).toMatchObject({ rule, message: expect.stringMatching(words) });
  });
});

it.each([
  ["letters", "Words\tand\nlines", true],
  ["letters with a few faults", `${"words ".repeat(300)}\u0001\ufffd`, true],
  ["the numbers of shapes", "\u0002\u0016\u0008\u001f\u0015 ".repeat(20), false],
])("a text of %s is told", (_, text, isSaid) => expect(saysLetters(text)).toBe(isSaid));

describe("other documents", () => {
  it("a recording keeps its seconds", async () => {
    const srt =
      "1\n00:00:02,500 --> 00:00:04,000\nWe will sign the treaty.\n\n2\n01:02:05,000 --> 01:02:09,000\nNobody will stop us.\n";
    const { text, marks, kind } = await readArticle({ bytes: Buffer.from(srt), name: "talk.srt" });
    expect([kind, placeAt(marks, text.indexOf("We")), placeAt(marks, text.indexOf("Nobody"))]).toEqual([
      "srt",
      { ms: 2500 },
      { ms: 3_725_000 },
    ]);
  });

  it("a first heading is the title and no prose", async () => {
    const { text, details } = await readArticle({
      bytes: Buffer.from("# Bridge stays\n\n“No,” she said.\n"),
      name: "a.md",
    });
    expect(text.trim()).toBe("“No,” she said.");
    expect(details.title).toEqual({ value: "Bridge stays", from: "its first heading" });
  });

  it.each([
    [
      "KOI8-R",
      Buffer.from(
        "f0d2c5dac9c4c5ced420d3cbc1dac1cc2c20ded4cf20d7cfcaced920cec520c2d5c4c5d42c20c920d7d3c520d2c1dacfdbccc9d3d820d0cf20c4cfcdc1cd2e",
        "hex",
      ),
      /Президент сказал/,
    ],
    [
      "windows-1251",
      Buffer.from(
        "cff0e5e7e8e4e5edf220f1eae0e7e0eb2c20f7f2ee20e2eee9edfb20ede520e1f3e4e5f22c20e820e2f1e520f0e0e7eef8ebe8f1fc20efee20e4eee0ec2e",
        "hex",
      ),
      /Президент сказал/,
    ],
    [
      "Windows-1252",
      Buffer.from("“Non”, dit le maire de Besançon, “jamais”.".replace(/[“”]/g, '"'), "latin1"),
      /Besançon/,
    ],
  ])("%s is told by its letters", async (encoding, bytes, words) => {
    const article = await readArticle({ bytes, name: "a.txt" });
    expect(article).toMatchObject({ encoding, text: expect.stringMatching(words) });
    expect(article.notices).toHaveLength(1);
  });
});
