import { describe, expect, it } from "vitest";
import { statementColumns } from "@/lib/exports";
import { fieldsNamed } from "./fields";
import { guessColumns, headerRowIn } from "./headers";

const guess = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  guessColumns(names, (column) => rows.map((cells) => cells[column] ?? ""));

describe("names of columns", () => {
  it.each([
    [
      ["Quote", "Who", "Role", "When", "Where", "Headline", "Link"],
      "wording speaker role saidOn place title address",
    ],
    [
      ["Zitat", "Sprecherin", "Funktion", "Datum", "Ort", "Quelle", "Zeitung"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["Citation", "Qui", "Fonction", "Date", "Lieu", "Titre", "Média"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["Cita", "Quién", "Cargo", "Fecha", "Lugar", "Titular", "Medio"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["Citazione", "Chi", "Ruolo", "Data", "Luogo", "Titolo", "Testata"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["Цитата", "Спикер", "Должность", "Дата", "Место", "Заголовок", "Издание"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["اقتباس", "المتحدث", "المنصب", "التاريخ", "المكان", "العنوان", "الصحيفة"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["quote_text", "speakerName", "Job-Title", "date_said", "CITY", "article title", "News outlet"],
      "wording speaker role saidOn place title outlet",
    ],
    [
      ["ID", "Statement", "Name", "Position", "Date", "Publication", "URL"],
      "key wording speaker role saidOn outlet address",
    ],
  ])("%j are understood", (names, meant) => {
    const row = ["7", "x", "x", "x", "x", "x", "x"];
    const cells = names.map((name, at) =>
      /date|data|fecha|when|datum|дата|تاريخ/iu.test(name)
        ? "28 October 2025"
        : /link|url/iu.test(name)
          ? "https://a.example/b"
          : meant.split(" ")[at] === "wording"
            ? "“We will open the lock before the winter comes,”"
            : (row[at] ?? ""),
    );
    expect(guess(names, [cells]).join(" ")).toBe(meant);
  });

  it("of our own tables are those that they are", () => {
    const columns = [...statementColumns()];
    const meant = guess(columns, []);
    const of = (name: string) => meant[columns.indexOf(name)];
    expect(
      [
        "id",
        "wording",
        "speaker",
        "role",
        "said_on",
        "source_title",
        "source_address",
        "source_published_on",
        "context",
      ].map(of),
    ).toEqual(["key", "wording", "speaker", "role", "saidOn", "title", "address", "publishedOn", "context"]);
  });

  it("tell less than what stands in the column", () => {
    const rows = [
      ["https://a.example/1", "“No,”"],
      ["https://a.example/2", "“Yes,”"],
    ];
    expect(guess(["Source", "Text"], rows)).toEqual(["address", "wording"]);
  });

  it("of a running number name no key, for the next table begins it anew", () => {
    const rows = (keys: readonly string[]) => keys.map((key) => [key, "“No, we will not open it,”"]);
    expect(guess(["Nr", "Quote"], rows(["1", "2", "3"]))).toEqual(["none", "wording"]);
    expect(guess(["Nr", "Quote"], rows(["1", "3", "7"]))).toEqual(["key", "wording"]);
    expect(guess(["Nr", "Quote"], rows(["1041", "1042"]))).toEqual(["key", "wording"]);
  });

  it("that are missing are made up for by what stands in the columns", () => {
    const rows = [
      [
        "“We will open the lock before the winter comes,”",
        "Mira Tanvald",
        "2025-10-28",
        "https://a.example/1",
      ],
      ["“Nobody will stop us from opening the lock,”", "Jon Vale", "2025-10-29", "https://a.example/2"],
    ];
    expect(guess(["", "", "", ""], rows)).toEqual(["wording", "speaker", "saidOn", "address"]);
  });

  it("are remembered in any order, and a field is never given twice", () => {
    const remembered = [
      ["who", "speaker"],
      ["words", "wording"],
      ["other", "speaker"],
    ] as const;
    expect(guessColumns(["Words", "WHO", "Other", "New"], () => [], remembered)).toEqual([
      ...["wording", "speaker", "none", "none"],
    ]);
    // a column that was not there before is guessed, and takes nothing from those that were
    expect(guessColumns(["Words", "WHO", "Kind of speaker", "Speaker", ""], () => [], remembered)).toEqual([
      "wording",
      "speaker",
      "speakerKind",
      "none",
      "none",
    ]);
    expect(fieldsNamed("constructor")).toEqual([]);
  });

  it("are remembered each for itself where two have one name", () => {
    const remembered = [
      ["name", "speaker"],
      ["words", "wording"],
      ["name", "outlet"],
    ] as const;
    expect(guessColumns(["Name", "Words", "Name"], () => [], remembered)).toEqual([
      ...["speaker", "wording", "outlet"],
    ]);
  });
});

describe("the row of names", () => {
  const rows = (...lists: readonly string[][]) => lists.map((cells, at) => ({ number: at + 1, cells }));
  it.each([
    ["is the first", rows(["Quote", "Who"], ["“No,”", "Ada"]), 1],
    [
      "stands below a title",
      rows(["Quotations of 2025"], ["as of May", ""], ["Quote", "Speaker"], ["“No,”", "Ada"]),
      3,
    ],
    [
      "is there in words of no language of ours",
      rows(["Lainaus", "Puhuja"], ["“Ei,” hän sanoi eilen illalla.", "Ada"]),
      1,
    ],
    ["is not there", rows(["“No, we will not open it this year.”", "Ada Lovelace"], ["“Yes.”", "Ada"]), 0],
  ])("%s", (_, given, number) => {
    expect(headerRowIn(given)).toBe(number);
  });
});
