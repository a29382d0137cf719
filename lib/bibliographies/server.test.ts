import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import { USUAL_STYLE } from "@/lib/citations";
import { db } from "@/lib/db/server";
import { eachEntry, FORMATS } from "@/lib/exports/server";
import { absoluteUrl } from "@/lib/http";
import { writeVersion } from "@/lib/publication/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { bibliographyText, checkBibliography, refreshBibliography } from "./server";

const WORDINGS = [
  "“Nobody agreed, to anything”",
  "“A } brace { and \\ ~ ^ & % $ # _ sign”",
  "“Line one\nline two\ttab”",
  '=HYPERLINK("https://evil.example")',
  "«لم نتفق على شيء»",
  "“It is <b>so</b> &amp; ‘no’ more”",
  "“See st-000000, version 9, and https://x.example/statements/st-000000”",
] as const;
const FATES = ["corrected", "retracted", "verdict_changed", "as_cited"] as const;
type Fate = (typeof FATES)[number];

let editor: Actor;
beforeAll(async () => {
  editor = await makeUser("editor");
});

let made = 0;
async function published(wording: string) {
  const speaker = await makeSpeaker();
  const number = ++made;
  const said = `${wording} ${number}`;
  const source = await makeSource(`It rained. ${said} he said.`, `Report ${number} {on} “it”, & more`);
  await db.source.update({ where: { id: source.id }, data: { address: `https://paper.example/${number}` } });
  const { id, publicId } = await makeStatement({ wording: said, speakerId: speaker.id, sourceId: source.id });
  await db.statement.update({ where: { id }, data: { state: "published", publishedVersion: null } });
  await db.$transaction((tx) => writeVersion(tx, editor, id));
  return { id, publicId, wording: said };
}
type Published = Awaited<ReturnType<typeof published>>;

const at = new Date("2025-11-03T09:00:00Z");
async function meet({ id, wording }: Published, fate: Fate) {
  if (fate === "as_cited") return;
  if (fate === "retracted") {
    await db.statement.update({ where: { id }, data: { state: "retracted" } });
    await db.retraction.create({
      data: { statementId: id, reason: "Never said.", proposedById: "x", proposedAt: at, confirmedAt: at },
    });
    return;
  }
  if (fate === "corrected")
    await db.statement.update({ where: { id }, data: { wording: `${wording} after all` } });
  await db.$transaction((tx) => writeVersion(tx, editor, id));
  const kind = fate === "corrected" ? "correction" : "verdict_change";
  await db.correction.create({
    data: { statementId: id, versionNumber: 2, kind, note: "Misheard.", givenAt: at },
  });
}

// columns for programs that count, in which nobody keeps references
const READ = FORMATS.filter(({ id }) => id !== "parquet");

async function exported(formatId: string, ids: readonly string[]): Promise<string> {
  const format = FORMATS.find(({ id }) => id === formatId);
  if (!format) throw new Error(formatId);
  const of = { title: "All", address: absoluteUrl("/statements"), madeAt: at, style: USUAL_STYLE };
  const pieces: Buffer[] = [];
  const entries = eachEntry(VISITOR, { id: [...ids], state: ["published", "retracted"] }, format);
  for await (const piece of format.write(entries, of)) pieces.push(Buffer.from(piece));
  return bibliographyText(new Uint8Array(Buffer.concat(pieces)), `cited.${format.extension}`);
}

const outcomesOf = async (text: string) => {
  const { findings } = await checkBibliography(VISITOR, text);
  return new Map(findings.map((finding) => [finding.record?.id ?? "", finding]));
};

it("whatever was exported is told of what became of it since, and refreshed tells no more", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...WORDINGS), fc.constantFrom(...FATES)), {
        minLength: 2,
        maxLength: 5,
      }),
      async (all) => {
        const cited = await Promise.all(
          all.map(([wording, fate]) => published(wording).then((one) => ({ ...one, fate }))),
        );
        const ids = cited.map(({ publicId }) => publicId);
        const files = new Map<string, string>();
        for (const { id } of READ) files.set(id, await exported(id, ids));
        for (const text of files.values())
          for (const id of ids) expect((await outcomesOf(text)).get(id)?.outcome).toBe("as_cited");
        for (const one of cited) await meet(one, one.fate);
        for (const [format, text] of files) {
          const report = await checkBibliography(VISITOR, text);
          const after = new Map(report.findings.map((one) => [one.record?.id ?? "", one]));
          for (const { publicId, wording, fate } of cited) {
            const finding = after.get(publicId);
            // without a number the words tell the version, and words that stayed are those that stand
            const isAlike = finding?.isVersionByWords && fate === "verdict_changed";
            expect([format, finding?.outcome]).toEqual([format, isAlike ? "as_cited" : fate]);
            if (fate === "corrected")
              expect(finding).toMatchObject({
                ...{ citedVersion: 1, version: 2, since: [{ note: "Misheard.", kind: "correction" }] },
                changes: [{ field: "wording", was: wording, now: `${wording} after all` }],
              });
            if (fate === "retracted") expect(finding?.retraction?.reason).toBe("Never said.");
          }
          const anew = await refreshBibliography(VISITOR, text, report);
          if (anew === null) continue;
          for (const { outcome, isTold, record } of (await checkBibliography(VISITOR, anew)).findings) {
            if (!record) continue;
            // a text that quotes the former words keeps them, under the notice
            const isQuoted = report.format === "text" && outcome !== "as_cited";
            if (outcome === "retracted" || isQuoted) expect([format, isTold]).toEqual([format, true]);
            else expect([format, outcome]).toEqual([format, "as_cited"]);
          }
          if (cited.every(({ fate }) => fate === "as_cited")) expect(anew).toBe(text);
        }
      },
    ),
    { numRuns: 3 },
  );
}, 60_000);

describe("a list of addresses", () => {
  const told = async (actor: Actor, text: string) =>
    (await checkBibliography(actor, text)).findings.map(({ outcome, record, host }) => [
      outcome,
      record?.id ?? null,
      host,
    ]);

  it("names records at any host, in any version, with any ending", async () => {
    const one = await published("“It is over”");
    const { publicId, id } = one;
    const { speaker } = await db.statement.findUniqueOrThrow({ where: { id }, include: { speaker: true } });
    await meet(one, "corrected");
    const lines = [
      absoluteUrl(`/statements/${publicId}/versions/1`),
      `https://old.example/desk/statements/${publicId}/versions/2.json`,
      absoluteUrl(`/statements/${publicId}`),
      `https://old.example/speakers/${speaker?.slug}`,
      absoluteUrl("/speakers/nobody-of-that-name"),
      "https://old.example/speakers/nobody-of-that-name",
      "https://paper.example/report",
      absoluteUrl("/statements/st-000000"),
    ];
    expect(await told(VISITOR, lines.join("\n"))).toEqual([
      ["corrected", publicId, null],
      ["as_cited", publicId, "old.example"],
      ["maybe_corrected", publicId, null],
      ["as_cited", speaker?.slug, "old.example"],
      ["unknown", null, null],
      ["not_ours", null, null],
      ["not_ours", null, null],
      ["unknown", null, null],
    ]);
  });

  it("is written anew at this site, in the version that stands", async () => {
    const one = await published("“It is over”");
    await meet(one, "corrected");
    const text = `* see https://old.example/statements/${one.publicId}/versions/1 (${one.publicId}, version 1)\r\nrest\n`;
    const anew = await refreshBibliography(VISITOR, text, await checkBibliography(VISITOR, text));
    const address = absoluteUrl(`/statements/${one.publicId}/versions/2`);
    expect(anew).toBe(
      `* see ${address} (${one.publicId}, version 2) [Corrected on 3 November 2025, version 2.]\r\nrest\n`,
    );
  });

  it("tells a reader nothing of what is hidden, and the desk that it is", async () => {
    const { id, publicId } = await published("“It is over”");
    const { source } = await db.statement.findUniqueOrThrow({ where: { id }, include: { source: true } });
    await db.statement.update({ where: { id }, data: { state: "captured" } });
    const text = [`/statements/${publicId}`, `/sources/${source.publicId}`].map(absoluteUrl).join("\n");
    expect(await told(VISITOR, text)).toEqual([
      ["unknown", null, null],
      ["unknown", null, null],
    ]);
    expect(await told(editor, text)).toEqual([
      ["not_published", publicId, null],
      ["as_cited", source.publicId, null],
    ]);
  });

  it("tells of a version that never was, and what more entries are left out", async () => {
    const { publicId } = await published("“It is over”");
    const text = Array.from({ length: 5 }, () => absoluteUrl(`/statements/${publicId}/versions/7`)).join(
      "\n",
    );
    const report = await checkBibliography(VISITOR, text, { most: 3 });
    expect(report).toMatchObject({ entries: 5, leftOut: 2, counts: { no_such_version: 3, as_cited: 0 } });
  });
});

it("keeps the key that somebody gave a reference, and the fields that are theirs", async () => {
  const one = await published("“It is over”");
  const csl = JSON.parse(await exported("csl-json", [one.publicId])) as Record<string, unknown>[];
  const bib = (await exported("bibtex", [one.publicId])).replace(/\{st-\w+,/u, "{talks2025,");
  const ris = (await exported("ris", [one.publicId])).replace(/^ID {2}- .*$/mu, "ID  - talks2025");
  await meet(one, "corrected");
  const anew = async (text: string) =>
    refreshBibliography(VISITOR, text, await checkBibliography(VISITOR, text));
  const mine = JSON.stringify([{ ...csl[0], id: "talks2025", keyword: "mine" }]);
  expect(JSON.parse((await anew(mine)) ?? "")).toMatchObject([
    { id: "talks2025", keyword: "mine", note: expect.stringContaining("version 2") },
  ]);
  expect(await anew(bib)).toMatch(/^@\w+\{talks2025,[\s\S]*version 2/u);
  expect(await anew(ris)).toMatch(/^ID {2}- talks2025\r$[\s\S]*version 2/mu);
});

it("a file that holds no references is refused in words", async () => {
  const { publicId } = await published("We will not.");
  await expect(exported("parquet", [publicId])).rejects.toThrow(/cited\.parquet is no text/);
});
