import { createHash } from "node:crypto";
import { db, type Row, refreshStatistics } from "@/lib/db/server";
import { keepMissingPassages } from "@/lib/passages/server";
import { nameKeyOf, sourceKeyOf, statementKeyOf } from "@/lib/query";
import { indexMissing } from "@/lib/shingles/server";
import { foldForSearch, normaliseName, searchKeyOf } from "@/lib/text";
import { chance } from "../checking/chance";
import { addRows } from "../rows";

const SPEAKERS = 50_000;
const OUTLETS = 200;
const STORIES = 400;
const A_SOURCE = 8;
const SOURCES_AT_ONCE = 1000;

const STATES = ["published", "published", "published", "published", "published", "captured", "in_review"];
const ROLES = ["foreign minister", "spokesman", "mayor", "analyst", "chief of police", "deputy director"];
const PLACES = ["Lindmouth", "Kabul", "Geneva", "Nairobi", "Istanbul", "Lima", "Osaka", "Tartu"];
const EVENTS = ["budget hearing", "harbour summit", "court session", "press briefing", "border talks"];
const FIRST = ["Anna", "Peter", "Maria", "Tom", "Ida", "Jon", "Ruth", "Omar", "Lena", "Karl", "Nina"];
const AXES = [
  ["said", "confirmed"],
  ["faithful", "exact"],
  ["in_context", "complete"],
] as const;
const RELATIONS = ["contradicts", "same_utterance", "corroborates", "numeric_conflict"];
const RELATION_STATES = ["suggested", "confirmed", "resolved", "confirmed"];

const idOf = (kind: string, n: number) => `${kind}-${String(n).padStart(9, "0")}`;
const day = (n: number) => new Date(Date.UTC(2016, 0, 1) + (n % 3600) * 86_400_000 + (n % 1440) * 60_000);
const range = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

interface Said {
  readonly n: number;
  readonly source: number;
  readonly wording: string;
  readonly speaker: number;
  readonly start: number;
  readonly state: string;
}

/**
 * Fills an empty database with a newsroom as large as asked for, the same each time: fifty thousand speakers of whom the nth
 * is quoted as 1 / n, articles of eight statements with words as frequent as Zipf has them, their places in the text, versions,
 * sourcing, verdicts, relations, claims, reviews and an entry of the record for each. The entries bear no seals.
 */
export async function makeStore(statements: number, tell: (line: string) => void): Promise<void> {
  const { sentence, pick } = chance();
  const speakers = Math.min(SPEAKERS, statements);
  const someone = () => Math.floor(speakers ** (pick(1e9) / 1e9)) - 1;
  const sources = Math.ceil(statements / A_SOURCE);
  await makeNames(speakers);
  let prior = "";
  for (let from = 0; from < sources; from += SOURCES_AT_ONCE) {
    const part = range(Math.min(SOURCES_AT_ONCE, sources - from), (n) => article(from + n));
    const said = part.flatMap((one) => one.said);
    await addSources(part);
    await addStatements(said);
    await addJudgements(said, statements);
    prior = await addEntries(said, prior);
    if ((from / SOURCES_AT_ONCE) % 10 === 0) tell(`${(from + part.length) * A_SOURCE} statements`);
  }
  const head = { seq: sources * A_SOURCE, hash: prior };
  await db.auditHead.upsert({ where: { id: 1 }, create: { id: 1, ...head }, update: head });
  await refreshStatistics();
  tell("indexing the words of editions and their passages");
  await indexMissing();
  await keepMissingPassages();
  await refreshStatistics();

  function article(n: number) {
    const title = sentence(6 + pick(5)).slice(0, -1);
    let text = `${title}\n\n`;
    const said = range(A_SOURCE, (at): Said => {
      const speaker = someone();
      const wording = `“${sentence(6 + pick(8) + pick(8) + pick(12)).slice(0, -1)},”`;
      const start = text.length;
      text += `${wording} ${nameOf(speaker)} told reporters in ${PLACES[pick(8)]}. ${sentence(10 + pick(15))}\n\n`;
      const nth = n * A_SOURCE + at;
      return {
        n: nth,
        source: n,
        wording,
        speaker,
        start,
        state: STATES[nth % STATES.length] ?? "published",
      };
    });
    return { n, title, text, said };
  }
}

function nameOf(n: number): string {
  let [name, rest] = ["", n + 197];
  while (rest > 0) {
    name += `${"bdfgklmnprstvz"[rest % 14]}${"aeiou"[rest % 5]}`;
    rest = Math.floor(rest / 14);
  }
  return `${FIRST[n % FIRST.length]} ${name.charAt(0).toUpperCase()}${name.slice(1)}rd`;
}

async function makeNames(speakers: number): Promise<void> {
  await addRows(
    "Outlet",
    range(OUTLETS, (n) => ({
      ...{
        id: idOf("outlet", n),
        slug: `outlet-${n}`,
        name: `Outlet ${n}`,
        nameKey: `outlet ${n}`,
        searchKey: ` outlet ${n} `,
      },
    })),
  );
  await addRows(
    "Speaker",
    range(speakers, (n) => ({
      ...{ id: idOf("speaker", n), slug: `speaker-${n}`, name: nameOf(n) },
      ...{ sortName: normaliseName(nameOf(n)), kind: n % 9 ? "person" : "organisation" },
    })),
  );
  await addRows(
    "SpeakerAlias",
    range(speakers, (n) => ({
      ...{ id: idOf("alias", n), speakerId: idOf("speaker", n), name: nameOf(n) },
      ...{ nameKey: normaliseName(nameOf(n)), searchKey: nameKeyOf(nameOf(n)), kind: "name" },
    })),
  );
  await addRows(
    "Story",
    range(STORIES, (n) => ({
      ...{
        id: idOf("story", n),
        slug: `story-${n}`,
        title: `The ${EVENTS[n % 5]} of ${n}`,
        createdAt: day(n),
      },
    })),
  );
}

async function addSources(part: readonly { n: number; title: string; text: string }[]): Promise<void> {
  await addRows(
    "Source",
    part.map(({ n, title }) => ({
      ...{ id: idOf("source", n), publicId: `src-${n}`, title, language: "en", createdAt: day(n) },
      ...{ outletId: idOf("outlet", n % OUTLETS), publishedOn: day(n), publishedOnPrecision: "day" },
      searchKey: sourceKeyOf({ title }),
    })),
  );
  await addRows(
    "Edition",
    part.map(({ n, text }) => ({
      ...{ id: idOf("edition", n), sourceId: idOf("source", n), number: 1, text, retrievedAt: day(n) },
      ...{ sha256: createHash("sha256").update(text).digest("hex"), lengthUtf16: text.length },
    })),
  );
}

async function addStatements(said: readonly Said[]): Promise<void> {
  await addRows(
    "Statement",
    said.map(({ n, source, wording, speaker, state }) => {
      const isPublic = state === "published";
      const fields = {
        wording,
        attribution: nameOf(speaker),
        roleThen: n % 3 ? "" : (ROLES[n % ROLES.length] ?? ""),
        place: PLACES[n % 8] ?? "",
        event: n % 4 ? "" : (EVENTS[n % 5] ?? ""),
      };
      return {
        ...{ id: idOf("statement", n), publicId: `st-b${n}`, ...fields, cue: "said", state },
        ...{ wordingKey: foldForSearch(wording), searchKey: statementKeyOf(fields) },
        ...{ form: n % 5 ? "direct" : "indirect", speakerId: n % 20 ? idOf("speaker", speaker) : null },
        ...{ sourceId: idOf("source", source), storyId: n % 2 ? null : idOf("story", source % STORIES) },
        ...{ publishedVersion: isPublic ? 1 : null, publishedAt: isPublic ? day(source) : null },
        ...{ occurredAt: day(source), saidOn: n % 3 ? day(source) : null },
      };
    }),
  );
  await addRows(
    "Anchor",
    said.map(({ n, source, wording, start }) => ({
      ...{ id: idOf("anchor", n), statementId: idOf("statement", n), editionId: idOf("edition", source) },
      ...{ startUtf16: start, endUtf16: start + wording.length, exact: wording, prefix: "", suffix: "" },
      ...{ pieces: JSON.stringify([[start, start + wording.length]]), checkedAt: day(source) },
      ...{ contextStartUtf16: start, contextEndUtf16: start + wording.length },
    })),
  );
}

async function addJudgements(said: readonly Said[], statements: number): Promise<void> {
  const published = said.filter(({ state }) => state === "published");
  await addRows(
    "StatementVersion",
    published.map(({ n, source, wording }) => ({
      ...{ id: idOf("version", n), statementId: idOf("statement", n), number: 1, wording },
      ...{ snapshot: JSON.stringify({ wording, place: PLACES[n % 8] }), publishedAt: day(source) },
    })),
  );
  await addRows(
    "SourcingAssessment",
    published.map(({ n }) => ({
      ...{ id: idOf("assessment", n), statementId: idOf("statement", n), sourceIdentity: "named_person" },
      ...{ attributionTerms: n % 500 ? "on_record" : "off_record", channel: "other_outlet" },
      ...{ proximity: "second_hand", origin: "original_reporting", reliability: "ABCD"[n % 4] ?? "B" },
      ...{ credibility: 1 + (n % 5), assessedAt: day(n) },
    })),
  );
  await addRows(
    "Verdict",
    said
      .filter(({ n }) => n % 3 === 0)
      .map(({ n }) => ({
        ...{ id: idOf("verdict", n), statementId: idOf("statement", n) },
        ...{ axis: AXES[n % 3]?.[0] ?? "said", value: AXES[n % 3]?.[1] ?? "confirmed" },
        ...{ reasons: "The report gives it whole.", asOf: day(n), givenAt: day(n) },
      })),
  );
  await addRows(
    "Relation",
    said
      .filter(({ n }) => n % 20 === 0 && n > 20)
      .map(({ n }) => ({
        ...{ id: idOf("relation", n), publicId: `rel-b${n}`, type: RELATIONS[(n / 20) % 4] ?? "contradicts" },
        ...{ fromId: idOf("statement", n - 20), toId: idOf("statement", n) },
        ...{ state: RELATION_STATES[(n / 20) % 4] ?? "confirmed", createdAt: day(n) },
        ...{ rationale: "Both speak of one matter on one day.", comparability: "One place." },
      })),
  );
  const claimed = said.filter(({ n }) => n % 100 === 0);
  await addRows(
    "Claim",
    claimed.map(({ n, wording }) => {
      const proposition = `That ${wording.slice(1, -2).toLowerCase()}`;
      return {
        ...{ id: idOf("claim", n), slug: `claim-${n / 100}`, proposition, state: "published" },
        ...{ propositionKey: foldForSearch(proposition), searchKey: searchKeyOf(proposition) },
        createdAt: day(n),
      };
    }),
  );
  await addRows(
    "Position",
    said
      .filter(({ n }) => n % 10 === 0 && n - (n % 100) < statements)
      .map(({ n }) => ({
        ...{ id: idOf("position", n), claimId: idOf("claim", n - (n % 100)), takenAt: day(n) },
        ...{ statementId: idOf("statement", n), stance: n % 3 ? "asserts" : "denies" },
      })),
  );
  await addRows(
    "Review",
    said
      .filter(({ state }) => state === "in_review")
      .map(({ n }) => ({
        ...{ id: idOf("review", n), statementId: idOf("statement", n), openedAt: day(n) },
        dueOn: n % 3 ? null : day(n),
      })),
  );
}

async function addEntries(said: readonly Said[], prior: string): Promise<string> {
  let hash = prior;
  await addRows(
    "AuditEntry",
    said.map(({ n, wording, source }): Row => {
      const previousHash = hash;
      hash = createHash("sha256").update(`${hash}${n}`).digest("hex");
      return {
        ...{
          id: idOf("entry", n),
          seq: n + 1,
          at: day(source),
          actorName: "A reporter",
          actorRole: "reporter",
        },
        ...{ action: "statement.captured", subjectType: "statement", subjectId: idOf("statement", n) },
        ...{ after: JSON.stringify({ wording, state: "captured" }), previousHash, hash },
      };
    }),
  );
  return hash;
}
