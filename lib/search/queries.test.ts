import { beforeAll, expect, it } from "vitest";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { listClaims } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { DomainError } from "@/lib/errors";
import { listOutlets } from "@/lib/outlets/server";
import { nameKeyOf, statementKeyOf } from "@/lib/query";
import { listSources } from "@/lib/sources/server";
import { listSpeakers } from "@/lib/speakers/server";
import { listStatements } from "@/lib/statements/server";
import { foldForSearch, normaliseName, searchKeyOf } from "@/lib/text";
import { clearDatabase } from "@/prisma/testing/database";
import { facetStatements } from "./queries";

// One suite of requests whose answers are written down once: both engines are held to the same snapshot.

const NAMES = [
  ...["Zoë Åkesson", "İlker Şahin", "Straßer, Jan", "ÉLODIE Brun", "elodie brun", "Ödön Úr", "a_b Holdings"],
  ...[
    "50% Club",
    "back\\slash",
    "José",
    "Jose",
    "ΣΩΚΡΑΤΗΣ",
    "Žižek",
    "ziga",
    "Ahmad",
    "ahmad",
    "李明",
    "Ƶed",
  ],
];
const WORDS = [
  ...["Istanbul", "İSTANBUL", "ıstanbul", "Straße", "STRASSE", "50%", "5_0", "a\\b", "“détente”", "DÉTENTE"],
  ...[
    "Ёлка",
    "ёлка",
    "οδος",
    "ΟΔΟΣ",
    "کابل",
    "naïve",
    "can’t",
    "CAN'T",
    "ﬁre",
    "fire",
    "e\u0301t\u00e9",
    "été",
  ],
];
const pad = (n: number) => String(n).padStart(4, "0");
// several of one moment, so that only the id tells them apart
const moment = (n: number) => new Date(Date.UTC(2025, 0, 1 + (n % 3)));

beforeAll(async () => {
  await clearDatabase();
  await db.outlet.createMany({
    data: NAMES.map((name, n) => ({
      id: `o-${pad(n)}`,
      slug: `o-${n}`,
      name,
      nameKey: `${normaliseName(name)} ${n}`,
      searchKey: searchKeyOf(name),
    })),
  });
  await db.speaker.createMany({
    data: NAMES.map((name, n) => ({
      ...{
        id: `p-${pad(n)}`,
        slug: `p-${n}`,
        name,
        sortName: normaliseName(name),
        kind: n % 2 ? "person" : "organisation",
      },
    })),
  });
  await db.speakerAlias.createMany({
    data: NAMES.map((name, n) => ({
      speakerId: `p-${pad(n)}`,
      name,
      nameKey: normaliseName(name),
      searchKey: nameKeyOf(name),
      kind: "name",
    })),
  });
  await db.source.createMany({
    data: NAMES.map((title, n) => ({
      ...{ id: `s-${pad(n)}`, publicId: `src-${n}`, title, outletId: `o-${pad(n)}`, createdAt: moment(n) },
    })),
  });
  await db.statement.createMany({
    data: Array.from({ length: 90 }, (_, n) => {
      const wording = `${WORDS[n % WORDS.length]} and ${WORDS[(n * 7 + 3) % WORDS.length]}, number ${n}`;
      return {
        ...{ id: `st-${pad(n)}`, publicId: `st-${n}`, wording, wordingKey: foldForSearch(wording) },
        searchKey: statementKeyOf({ wording }),
        ...{ form: n % 3 ? "direct" : "indirect", speakerId: `p-${pad(n % NAMES.length)}` },
        ...{ sourceId: `s-${pad(n % NAMES.length)}`, state: n % 4 ? "published" : "captured" },
        ...{
          publishedVersion: n % 4 ? 1 : null,
          publishedAt: n % 4 ? moment(n) : null,
          occurredAt: moment(n),
        },
      };
    }),
  });
  await db.claim.createMany({
    data: WORDS.map((word, n) => ({
      ...{ id: `c-${pad(n)}`, slug: `c-${n}`, proposition: `That ${word} is so`, createdAt: moment(n) },
      propositionKey: foldForSearch(`That ${word} is so`),
      searchKey: searchKeyOf(`That ${word} is so`),
    })),
  });
});

const SEARCHES = [
  ...[
    ...WORDS,
    ...NAMES,
    "istanbul",
    "strasse",
    "%",
    "_",
    "\\",
    "'",
    '"',
    '"and 50%"',
    "and number",
    "NUMBER 1",
    "x".repeat(500),
  ],
  ...["\u0000", "\ud800", "a\u0301", "zzzz", "  ", "OR 1=1", "*", "[a-z]", "?", "li", "é", "s"],
];

const requests: [string, () => Promise<unknown>][] = [
  ...SEARCHES.flatMap((q): [string, () => Promise<unknown>][] => [
    [
      `statements q=${told(q)}`,
      async () => (await listStatements(SYSTEM, { q })).items.map((row) => row.publicId),
    ],
    [
      `public statements q=${told(q)}`,
      async () => (await listStatements(VISITOR, { q })).items.map((row) => row.publicId),
    ],
    [`speakers q=${told(q)}`, async () => (await listSpeakers(SYSTEM, { q })).items.map((row) => row.name)],
    [`claims q=${told(q)}`, async () => (await listClaims(SYSTEM, { q })).items.map((row) => row.slug)],
    [`outlets q=${told(q)}`, async () => (await listOutlets(SYSTEM, { q })).map((row) => row.name)],
    [`facets q=${told(q)}`, () => facetStatements(SYSTEM, { q })],
  ]),
  ..."abcejoszž"
    .split("")
    .map((letter): [string, () => Promise<unknown>] => [
      `letter ${letter}`,
      async () => (await listSpeakers(SYSTEM, { letter })).items.map((row) => row.name),
    ]),
  ...["x", "AA.a", "LTI0MDAwMDAwMDAwMDAwMA.a", "ODY0MDAwMDAwMDAwMDAwMA.a", `${"A".repeat(3000)}.a`].flatMap(
    (after): [string, () => Promise<unknown>][] => [
      [`statements after=${told(after)}`, () => listStatements(SYSTEM, {}, { after })],
      [
        `speakers after=${told(after)}`,
        async () => (await listSpeakers(SYSTEM, {}, { after })).items.map((row) => row.name),
      ],
      [`claims after=${told(after)}`, () => listClaims(SYSTEM, {}, { after })],
    ],
  ),
  [
    "statements page by page",
    () => pages((after) => listStatements(SYSTEM, {}, { after, take: 7 }), "publicId"),
  ],
  ["speakers page by page", () => pages((after) => listSpeakers(SYSTEM, {}, { after, take: 2 }), "name")],
  ["claims page by page", () => pages((after) => listClaims(SYSTEM, {}, { after, take: 3 }), "slug")],
  ["sources page by page", () => pages((after) => listSources(SYSTEM, {}, { after, take: 5 }), "publicId")],
];

/** Short, and without signs that no file can hold. */
function told(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 9)}… ${text.length} long` : text);
}

async function pages(
  read: (after: string | undefined) => Promise<{ items: readonly object[]; next: string | null }>,
  key: string,
) {
  const found: unknown[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    found.push(...page.items.map((item) => (item as Record<string, unknown>)[key]));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

it("answers three hundred requests the same on either engine", async () => {
  expect(requests.length).toBeGreaterThan(300);
  const answers: string[] = [];
  for (const [name, ask] of requests) {
    const answer = await ask().catch((error: unknown) => {
      // a refusal is an answer; anything else is a fault
      if (error instanceof DomainError) return `${error.kind}: ${error.message}`;
      throw error;
    });
    answers.push(`${name} -> ${JSON.stringify(answer)}`);
  }
  expect(answers.join("\n")).toMatchSnapshot();
});

it("finds a word however it is written", async () => {
  const slugs = async (q: string) => (await listClaims(SYSTEM, { q })).items.map((row) => row.slug);
  expect(await slugs("istanbul")).toHaveLength(3);
  expect(await slugs("strasse")).toHaveLength(2);
  expect(await slugs("%")).toHaveLength(1);
  expect(await slugs("_")).toHaveLength(1);
  expect(await slugs("\\")).toHaveLength(1);
});
