import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft, FINDING_LABELS, type Finding, type FindingMatch } from "@/lib/checking";
import { readDocument } from "@/lib/documents/server";
import { openZip } from "@/lib/zip/server";
import { type CheckedDraft, checkedSchema, linesOf, reportHtml, summaryOf, toCheckedJson } from "./index";
import { differencesIn, placesIn } from "./model";
import { annotatedDocx } from "./server";
import { setOff } from "./set-off";

const AT = new Date("2026-11-27T04:00:00Z");
const RECORD = `Mayor Quist: We were close to an agreement on the bridge, but nothing was agreed. The river does not care about our budget.

Okri: I think the bridge is perfectly safe, as far as we know.`;
const DRAFT = `Talks end

“We are close to an agreement on the bridge,” Ada Quist, the mayor of Osthaven, said on Monday.

“The river, uh, does not care about our budget,” Quist said. “It was a <triumph> & more,” Ben Okri added.`;

function checkedOf(draft: string, record: string, findings?: readonly Finding[]): CheckedDraft {
  const against = [
    { id: "talks.vtt", title: "talks.vtt", text: record, marks: [{ startUtf16: 0, ms: 3_723_000 }] },
  ];
  const found = checkDraft(draft, { texts: against, statements: [] });
  return {
    ...{ name: "draft.txt", title: null, text: draft, paragraphs: [], against, madeAt: AT },
    ...{ language: found.language, searched: found.searched, findings: findings ?? found.findings },
  };
}

const checked = checkedOf(DRAFT, RECORD);
const finding = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  ...{
    start,
    end,
    text: DRAFT.slice(start, end),
    label: "not_found",
    form: "direct",
    speaker: null,
    reason: "Because.",
  },
  ...{ match: null, aligned: [], hidden: [], notes: [], others: [], settles: null },
  ...more,
});

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const source = {
    size: bytes.length,
    read: async (at: number, length: number) => bytes.subarray(at, at + length),
  };
  const zip = await openZip(source, { mostFiles: 20, mostBytes: 1_000_000 });
  let text = "";
  for await (const piece of zip.pieces(name)) text += piece.toString("utf8");
  return text;
}

/** The words of a page, as its reader reads them. */
const wordsOf = async (html: string) => (await readDocument(Buffer.from(html), "report.html")).text;

describe("JSON", () => {
  it("is what its schema says and no more, with places in the text that it gives", () => {
    const json = toCheckedJson(checked);
    expect(checkedSchema.strict().parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    expect(json.findings).toHaveLength(3);
    for (const { start, end, text, match } of json.findings) {
      expect(json.text.slice(start, end)).toBe(text);
      if (match) expect(RECORD.slice(match.start, match.end)).toBe(match.text);
    }
    expect(json.findings.map(({ mustBeLookedAt }) => mustBeLookedAt)).toEqual([true, false, true]);
  });
});

describe("what must be read with the words of a stored statement", () => {
  const at = (statement: string | null): FindingMatch => ({
    ...{ source: "st-a", title: "st-a", start: 0, end: 4, text: "none", speaker: null, statement },
    around: { start: 0, end: 4, text: "none" },
  });
  const kept: CheckedDraft = {
    ...checkedOf(DRAFT, RECORD, [
      finding(0, 5, { match: at("st-a"), others: [at("st-b"), at("st-c")] }),
      finding(6, 9, { label: "exact", match: at("st-b") }),
      finding(9, 12, { label: "exact", match: at(null) }),
    ]),
    company: new Map([
      ["st-a", "The speaker denies <it>."],
      ["st-b", "Off the record."],
    ]),
  };

  it("goes with them into every file", async () => {
    const json = checkedSchema.strict().parse(toCheckedJson(kept));
    expect(json.findings.map(({ match }) => match?.readWith)).toEqual([
      ...["The speaker denies <it>.", "Off the record.", null],
    ]);
    expect(json.findings[0]?.others.map(({ readWith }) => readWith)).toEqual(["Off the record.", null]);
    const html = reportHtml(kept);
    expect(html.match(/<dt>Read with it<\/dt><dd>[^<]*/gu)).toEqual([
      ...["The speaker denies &lt;it&gt;.", "Off the record."].map(
        (words) => `<dt>Read with it</dt><dd>${words}`,
      ),
    ]);
    expect(html).toMatch(/<li>[^\n]*none[^\n]*\. Off the record\.<\/li><li>[^.]*<\/li>/u);
    const comments = await partOf(await bytesOf(annotatedDocx(kept)), "word/comments.xml");
    const words = comments.replace(/<[^>]+>/gu, "");
    expect(words.match(/Read with it: [^.]*\./gu)).toEqual([
      ...["Read with it: The speaker denies &lt;it&gt;.", "Read with it: Off the record."],
    ]);
  });
});

describe("lines", () => {
  it("say where, what, both wordings and why; what stands takes one line", () => {
    const lines = linesOf(checked);
    const text = lines.join("\n");
    expect(text).toContain("✗ draft.txt:3  Wording drift · Ada Quist");
    expect(text).toContain("record   We were close to an agreement on the bridge");
    expect(text).toContain("talks.vtt:1, at 1:02:03");
    expect(text).toContain("differs  are for were");
    expect(lines.filter((line) => line.startsWith("✓ draft.txt:5  Cosmetic · "))).toHaveLength(1);
    expect(text).toContain("? draft.txt:5  Not found");
    expect(summaryOf(checked)).toMatch(
      /^3 statements: 1 cosmetic, 1 wording drift, 1 not found\. Searched 1 text of 36 words\. 2 must be looked at\.$/u,
    );
  });

  it("control no terminal, whatever a draft holds", () => {
    const evil = checkedOf(DRAFT, RECORD, [
      finding(0, 5, { text: "a\u001b[31m\u202eb", reason: "c\u0007\nd" }),
    ]);
    const text = linesOf({ ...evil, name: "e\u001bvil.txt" }).join("\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
    expect(text.split("\u202e")).toHaveLength(text.split("\u202c").length);
  });
});

describe("a page", () => {
  it("has every word of the draft in its order, each finding at its place, and no script", async () => {
    const html = reportHtml(checked);
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|https?:/iu);
    const read = await wordsOf(html);
    const said = [...html.matchAll(/<p class="said[^>]*>(?<inside>[\s\S]*?)<\/p>/gu)].map(
      ({ groups }) => groups?.inside ?? "",
    );
    const plain = await Promise.all(
      said.map((inside) => wordsOf(`<html><p>${inside.replace(/<a class="n[^>]*>\d+<\/a>/gu, "")}`)),
    );
    expect(plain).toEqual(DRAFT.split("\n\n"));
    for (const [index, { reason }] of checked.findings.entries()) {
      expect(html).toContain(`id="d${index + 1}"`);
      expect(html).toContain(`href="#f${index + 1}"`);
      expect(read).toContain(reason);
    }
    expect(html).toContain("&lt;triumph&gt; &amp; more");
  });

  it("shows findings that lie within and across each other", () => {
    const html = reportHtml(
      checkedOf(DRAFT, RECORD, [finding(11, 60), finding(15, 20, { label: "exact" }), finding(55, 120)]),
    );
    for (const number of [1, 2, 3]) {
      expect(html).toContain(`id="d${number}"`);
      expect(html.match(new RegExp(`href="#f${number}"`, "gu"))).toHaveLength(1);
    }
  });
});

describe("a document of Word", () => {
  it("has the words of the draft, and a comment at every finding", async () => {
    const bytes = await bytesOf(annotatedDocx(checked));
    const read = await readDocument(bytes, "annotated.docx");
    expect(read.text).toBe(DRAFT);
    const document = await partOf(bytes, "word/document.xml");
    const comments = await partOf(bytes, "word/comments.xml");
    for (const [id, { text, reason }] of checked.findings.entries()) {
      const from = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
      const to = document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
      const within = document
        .slice(from, to)
        .replace(/<[^>]*>/gu, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
      expect(within).toBe(text);
      expect(comments).toContain(reason);
      expect(document).toContain(`<w:commentReference w:id="${id}"/>`);
    }
  });

  it("opens and closes every comment once and in order, wherever findings are", async () => {
    const place = fc.tuple(fc.nat(DRAFT.length - 1), fc.nat(60));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 6 }), async (places) => {
        const findings = places.map(([start, length]) =>
          finding(start, Math.min(DRAFT.length, start + 1 + length)),
        );
        const whole = await bytesOf(annotatedDocx({ ...checked, findings }));
        expect((await readDocument(whole, "a.docx")).text).toBe(DRAFT);
        const document = await partOf(whole, "word/document.xml");
        for (const [id] of findings.entries()) {
          const signs = [
            `<w:commentRangeStart w:id="${id}"/>`,
            `<w:commentRangeEnd w:id="${id}"/>`,
            `<w:commentReference w:id="${id}"/>`,
          ];
          expect(signs.map((sign) => document.split(sign).length)).toEqual([2, 2, 2]);
          const at = signs.map((sign) => document.indexOf(sign));
          expect(at).toEqual(at.toSorted((one, other) => one - other));
        }
        const html = reportHtml({ ...checked, findings });
        for (let number = 1; number <= findings.length; number += 1)
          expect(html).toContain(`id="f${number}"`);
      }),
      { numRuns: 40 },
    );
  });
});

it("both wordings stay to the character, whatever is set off", () => {
  const piece = fc.record({
    kind: fc.constantFrom("same", "draft", "record"),
    text: fc.constantFrom("we ", "are ", "not, ", "“safe” ", "5 "),
  });
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom("draft", "record"), fc.string(), (aligned, side, other) => {
      const whole = aligned
        .filter(({ kind }) => kind === "same" || kind === side)
        .map(({ text }) => text)
        .join("");
      for (const text of [whole, other, whole + other]) {
        const parts = setOff(text, aligned as never, side as "draft" | "record");
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }
      const hasOwn = aligned.some(({ kind }) => kind === side);
      expect(setOff(whole, aligned as never, side as "draft" | "record").some(({ isOnly }) => isOnly)).toBe(
        hasOwn,
      );
    }),
  );
});

it("counts lines and paragraphs as people do", () => {
  const placeOf = placesIn("a\r\nb\n\n  \nc");
  expect([0, 3, 5, 9].map(placeOf)).toEqual([
    { line: 1, paragraph: 1 },
    { line: 2, paragraph: 2 },
    { line: 3, paragraph: 2 },
    { line: 5, paragraph: 3 },
  ]);
});

it("tells differences in pairs", () => {
  const aligned = [
    ...[
      { kind: "same", text: "we " },
      { kind: "draft", text: "are" },
      { kind: "same", text: " " },
      { kind: "record", text: "were" },
    ],
    ...[
      { kind: "same", text: " close " },
      { kind: "record", text: "not " },
    ],
  ] as Finding["aligned"];
  expect(differencesIn(finding(0, 1, { aligned }))).toEqual([
    { draft: "are", record: "were" },
    { draft: "", record: "not" },
  ]);
});

it.each(FINDING_LABELS)("%s is shown in every form", async (label) => {
  const one = { ...checked, findings: [finding(11, 20, { label })] };
  expect(linesOf(one).join("\n")).not.toBe("");
  expect(reportHtml(one)).toContain("What the labels mean");
  expect((await bytesOf(annotatedDocx(one))).length).toBeGreaterThan(1000);
});
