import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PairQuotation } from "@/components/relations/pair-quotation";
import { comparedWords } from "@/components/relations/pair-words";
import { HeroQuotation, InCompany, Quotation } from "@/components/statements/quotation";
import { shortForms, toCoins } from "@/lib/citations";
import { type ExportEntry, toStatementJson } from "@/lib/exports";
import { FORMATS } from "@/lib/exports/server";
import { companyInWords, wordedIn, wordedInFull } from "@/lib/statements";
import { textOfBinary } from "@/prisma/testing/zipped";

const TEXT = "“We are close,” he said, “but not there yet.”";
const { wording, editMarks } = wordedIn("“We are close,” “but not there yet.”", TEXT, [
  [0, 15],
  [25, 45],
]);

const STATEMENT = {
  ...{ publicId: "st-7k2m9q", wording, form: "mixed", language: "en", isDenial: false, state: "published" },
  ...{ editMarks: JSON.stringify(editMarks), introduction: "Fidan said" },
  ...{ originalWording: null, originalLanguage: null, translatedBy: null },
  ...{ hops: [], verdicts: [], corrections: [], retractions: [] },
  speaker: { name: "Hakan Fidan", slug: "hakan-fidan", kind: "person" },
  ...{ attribution: "Fidan", roleThen: "", cue: "said", addressee: "", context: "" },
  ...{ saidOn: null, saidOnPrecision: null, saidOnNote: "", place: "", event: "" },
  source: {
    ...{ publicId: "src-abc234", title: "Talks", kind: "article", outlet: null, address: null, author: null },
    ...{ publishedOn: null, publishedOnPrecision: null, language: "en" },
  },
  ...{
    anchor: null,
    story: null,
    publishedVersion: 1,
    publishedAt: new Date("2025-10-30T08:15:00Z"),
    grade: null,
  },
} satisfies ExportEntry;

const textOf = (node: ReactNode) => renderToStaticMarkup(node).replace(/<[^>]+>/gu, "");

const PLACES: readonly (readonly [place: string, text: () => string])[] = [
  ["a list", () => textOf(<Quotation statement={STATEMENT} />)],
  ["a line", () => textOf(<InCompany statement={STATEMENT} />)],
  ["its page", () => textOf(<HeroQuotation statement={STATEMENT} />)],
  [
    "a pair",
    () =>
      textOf(<PairQuotation statement={STATEMENT} stretches={comparedWords(STATEMENT, STATEMENT).left} />),
  ],
  ["a copy, a title, a feed, a preview", () => wordedInFull(STATEMENT)],
  ["JSON", () => JSON.stringify(toStatementJson(STATEMENT).inFull)],
  ["COinS", () => new URLSearchParams(toCoins(STATEMENT)).get("rft.description") ?? ""],
  ["Markdown", () => shortForms(STATEMENT).find(({ place }) => place === "Markdown")?.text ?? ""],
];

/** A file as the text that a reader of it finds: what is packed is unpacked, and marks of markup are taken away. */
async function textOfFile(format: (typeof FORMATS)[number]): Promise<string> {
  const of = { title: "T", address: "https://a.example", madeAt: new Date(0), style: "apa" } as const;
  const parts: Uint8Array[] = [];
  for await (const piece of format.write([STATEMENT], of))
    parts.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  const bytes = Buffer.concat(parts);
  return format.isBinary ? (await textOfBinary(bytes)).replace(/<[^>]+>/gu, "") : bytes.toString("utf8");
}

test.each(FORMATS)("words that are joined carry the sign in $label, and say so", async (format) => {
  assertJoined(await textOfFile(format));
});

test.each(PLACES)("words that are joined carry the sign in %s, and say so", (_, text) => {
  assertJoined(text());
});

function assertJoined(text: string) {
  const plain = text.replaceAll('\\"', '"').replace(/\s+/gu, " ");
  expect(plain).toMatch(/close,.{0,3} … .{0,3}but not there yet/u);
  expect(plain).toMatch(/joined at .{1,4}…?.{0,4} from 2 places in its source/u);
  expect(plain).toContain("Fidan said");
}

test("a citation, which has no words, says that they are joined", () => {
  expect(companyInWords(STATEMENT)).toBe("Joined at “…” from 2 places in its source.");
});
