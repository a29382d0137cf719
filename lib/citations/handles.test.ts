import { describe, expect, it } from "vitest";
import type { CitedStatement } from "./csl-item";
import { withHandle } from "./handles";
import { CITATION_STYLES, type CitationStyle } from "./style-names";

type Source = CitedStatement["source"];

function postBy(author: string | null, rest: Partial<Source> = {}): CitedStatement {
  return {
    ...{ publicId: "st-7k2m9q", wording: "“No.”", form: "direct", language: "en", isDenial: false },
    ...{ state: "published", originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ editMarks: "[]", introduction: null, hops: [], verdicts: [], corrections: [], retractions: [] },
    ...{ attribution: "somebody", speaker: null, publishedVersion: 1 },
    publishedAt: new Date("2025-10-30T08:15:00Z"),
    source: {
      ...{ title: "No.", kind: "post", author, language: "en", address: "https://x.test/1", outlet: null },
      ...{ publishedOn: null, publishedOnPrecision: null, ...rest },
    },
    anchor: null,
  };
}

const told = (
  text: string,
  style: CitationStyle,
  statement: CitedStatement,
  place: "entry" | "note" = "entry",
) => withHandle(text, { statement, style, place });

const PERSON = postBy("Sami Yousafzai (@sami)");
const BODY = postBy("Ministry of Roads (@mor)");

describe("the account behind the name of who posted", () => {
  it.each<[CitationStyle, string, string]>([
    ["chicago-notes", "Yousafzai, Sami. “No.” 2025.", "Yousafzai, Sami (@sami). “No.” 2025."],
    ["mla", "Yousafzai, Sami. “No.” 2025.", "Yousafzai, Sami [@sami]. “No.” 2025."],
    ["chicago-author-date", "Yousafzai, Sami. 2025. “No.”", "Yousafzai, Sami (@sami). 2025. “No.”"],
    ["chicago-author-date", "Yousafzai, Sami. n.d. “No.”", "Yousafzai, Sami (@sami). n.d. “No.”"],
    // a stop of initials stays, and the year stands behind the account
    ["apa", "Yousafzai, S. (2025). No.", "Yousafzai, S. [@sami]. (2025). No."],
    ["apa", "Yousafzai, S. (n.d.). No.", "Yousafzai, S. [@sami]. (n.d.). No."],
    ["harvard", "Yousafzai, S. (2025) ‘No’", "Yousafzai, S. [@sami] (2025) ‘No’"],
    ["harvard", "Yousafzai, S. (no date) ‘No’", "Yousafzai, S. [@sami] (no date) ‘No’"],
    ["vancouver", "1. Yousafzai S. No.", "1. Yousafzai S. No."],
  ])("stands in an entry of %s: %s", (style, text, expected) => {
    expect(told(text, style, PERSON)).toBe(expected);
  });

  it("of a body follows its name without a stop between them", () => {
    expect(told("Ministry of Roads. (2025). No.", "apa", BODY)).toBe("Ministry of Roads [@mor]. (2025). No.");
    expect(told("Ministry of Roads (2025). No.", "apa", BODY)).toBe("Ministry of Roads [@mor]. (2025). No.");
  });

  it("of a person of one name does too", () => {
    expect(told("Nadia. (2025). No.", "apa", postBy("Nadia (@n)"))).toBe("Nadia [@n]. (2025). No.");
  });

  it("stands in the note of Chicago alone", () => {
    const note = "Sami Yousafzai, “No,” 2025; and Jane Roe. “Yes.” (2025). 2025.";
    expect(told(note, "chicago-notes", PERSON, "note")).toBe(note.replace(", “", " (@sami), “"));
    for (const { key } of CITATION_STYLES)
      if (key !== "chicago-notes") expect(told(note, key, PERSON, "note")).toBe(note);
  });

  it.each<[string, CitedStatement]>([
    ["what is no post", postBy("Sami Yousafzai (@sami)", { kind: "article" })],
    ["nobody", postBy(null)],
    ["somebody without an account", postBy("Sami Yousafzai")],
    ["two who posted together", postBy("Sami Yousafzai (@sami) and Jane Roe (@jane)")],
    ["a name that is the account itself", postBy("@sami")],
  ])("is added to nothing of %s", (_, statement) => {
    const text = "Roe, J. “No.” (2025). 2025. “No.”";
    for (const { key } of CITATION_STYLES) {
      expect(told(text, key, statement)).toBe(text);
      expect(told(`A, ${text}`, key, statement, "note")).toBe(`A, ${text}`);
    }
  });

  it.each<[CitationStyle, string]>([
    ["chicago-author-date", "Yousafzai, Sami. 3 May. “No.”"],
    ["apa", "Yousafzai, S. (3 May). No."],
    ["harvard", "Yousafzai, S. (3) ‘No’"],
  ])("is not put before a number that is no year in %s", (style, text) => {
    expect(told(text, style, PERSON)).toBe(text);
  });
});
