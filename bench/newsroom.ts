import { createHash } from "node:crypto";
import { db, type ModelName, type Row } from "@/lib/db/server";
import { sourceKeyOf, statementKeyOf } from "@/lib/query";
import { foldForSearch, normaliseName, searchKeyOf } from "@/lib/text";
import { numbersFrom } from "@/prisma/testing/random";
import { addRows } from "./rows";

/** How large the made-up newsroom is. Every count is exact and every run makes the same rows. */
export interface NewsroomSize {
  readonly statements: number;
  readonly speakers: number;
  readonly perSource: number;
}

export interface Newsroom {
  readonly busiestSpeaker: { readonly id: string; readonly slug: string };
  readonly statement: { readonly publicId: string };
  /** One that nobody has taken yet. */
  readonly captured: { readonly publicId: string };
}

const WORDS =
  "border budget court ceasefire harvest minister inquiry talks vaccine river strike tariff treaty verdict village witness market convoy election drought".split(
    " ",
  );
const STATES = ["published", "published", "published", "published", "captured", "in_review", "submitted"];

const STORIES = 50;

const idOf = (kind: string, n: number) => `${kind}-${String(n).padStart(9, "0")}`;
const day = (n: number) => new Date(Date.UTC(2016, 0, 1) + (n % 3600) * 86_400_000);

const add = (model: ModelName, count: number, make: (n: number) => Row) =>
  addRows(
    model,
    Array.from({ length: count }, (_, n) => make(n)),
  );

/** Fills an empty database; speakers are quoted as unevenly as in life (a few very often, most seldom). */
export async function fillNewsroom(size: NewsroomSize): Promise<Newsroom> {
  const random = numbersFrom(20251028);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const sources = Math.ceil(size.statements / size.perSource);

  await db.outlet.create({
    data: {
      id: "outlet",
      slug: "the-bench",
      name: "The Bench",
      nameKey: "the bench",
      searchKey: " the bench ",
    },
  });
  await add("Speaker", size.speakers, (n) => ({
    id: idOf("speaker", n),
    slug: `speaker-${n}`,
    name: `Speaker ${n}`,
    sortName: normaliseName(`Speaker ${n}`),
    kind: "person",
  }));
  const texts = new Map<number, string[]>();
  await add("Source", sources, (n) => {
    const title = `Report ${n} on the ${pick(WORDS)}`;
    return {
      ...{ id: idOf("source", n), publicId: `src-${n}`, title, searchKey: sourceKeyOf({ title }) },
      ...{ outletId: "outlet", publishedOn: day(n), publishedOnPrecision: "day" },
    };
  });

  await add("Story", STORIES, (n) => ({
    id: idOf("story", n),
    slug: `story-${n}`,
    title: `The ${WORDS[n % WORDS.length]} of ${n}`,
    createdAt: day(n),
  }));

  const rows = Array.from({ length: size.statements }, (_, n) => {
    const source = Math.floor(n / size.perSource);
    const wording = `“The ${pick(WORDS)} and the ${pick(WORDS)} of number ${n} were settled before the ${pick(WORDS)},”`;
    const sentences = texts.get(source) ?? [];
    sentences.push(`${wording} speaker ${n} said.`);
    texts.set(source, sentences);
    const speaker = Math.floor(size.speakers * random() ** 3);
    return {
      n,
      source,
      wording,
      speaker,
      state: STATES[n % STATES.length] ?? "published",
      form: n % 5 === 0 ? "indirect" : "direct",
    };
  });

  const text = (source: number) => (texts.get(source) ?? []).join(" ");
  await add("Edition", sources, (n) => ({
    id: idOf("edition", n),
    sourceId: idOf("source", n),
    number: 1,
    text: text(n),
    sha256: createHash("sha256").update(text(n)).digest("hex"),
    lengthUtf16: text(n).length,
    retrievedAt: day(n),
  }));
  await add("Statement", rows.length, (i) => {
    const row = rows[i] as (typeof rows)[number];
    const isPublished = row.state === "published";
    return {
      id: idOf("statement", row.n),
      publicId: `st-b${row.n}`,
      wording: row.wording,
      wordingKey: foldForSearch(row.wording),
      searchKey: statementKeyOf({ wording: row.wording, attribution: `speaker ${row.n}` }),
      form: row.form,
      speakerId: idOf("speaker", row.speaker),
      attribution: `speaker ${row.n}`,
      cue: "said",
      sourceId: idOf("source", row.source),
      state: row.state,
      storyId: row.n % 2 === 0 ? idOf("story", row.source % STORIES) : null,
      publishedVersion: isPublished ? 1 : null,
      publishedAt: isPublished ? day(row.source) : null,
      occurredAt: day(row.source),
    };
  });
  await add("Anchor", rows.length, (i) => {
    const row = rows[i] as (typeof rows)[number];
    const whole = text(row.source);
    const start = whole.indexOf(row.wording);
    const end = start + row.wording.length;
    return {
      id: idOf("anchor", row.n),
      statementId: idOf("statement", row.n),
      editionId: idOf("edition", row.source),
      startUtf16: start,
      endUtf16: end,
      exact: row.wording,
      prefix: whole.slice(Math.max(0, start - 32), start),
      suffix: whole.slice(end, end + 32),
      pieces: JSON.stringify([[start, end]]),
      contextStartUtf16: Math.max(0, start - 100),
      contextEndUtf16: Math.min(whole.length, end + 100),
      checkedAt: day(row.source),
    };
  });
  const judged = rows.filter((row) => row.n % 3 === 0);
  await add("SourcingAssessment", judged.length, (i) => ({
    id: idOf("assessment", i),
    statementId: idOf("statement", judged[i]?.n ?? 0),
    attributionTerms: "on_record",
    sourceIdentity: "named_person",
    channel: "other_outlet",
    proximity: "second_hand",
    origin: "original_reporting",
    reliability: "B",
    credibility: 3,
    assessedAt: day(i),
  }));
  await fillDecisions(rows.length, idOf, day);
  const taken = rows.filter((row) => row.state !== "captured");
  await add("Review", taken.length, (i) => ({
    id: idOf("review", i),
    statementId: idOf("statement", taken[i]?.n ?? 0),
    dueOn: i % 3 === 0 ? day(i) : null,
    openedAt: day(i),
  }));
  const middle = Math.floor(size.statements / 2 / STATES.length) * STATES.length;
  return {
    busiestSpeaker: { id: idOf("speaker", 0), slug: "speaker-0" },
    statement: { publicId: `st-b${middle}` },
    captured: { publicId: `st-b${middle + STATES.indexOf("captured")}` },
  };
}

/** What colleagues decided: three verdicts on a third of the statements, a relation and a position on every tenth. */
async function fillDecisions(statements: number, id: typeof idOf, at: typeof day): Promise<void> {
  const axes = [
    ["said", "confirmed"],
    ["faithful", "exact"],
    ["in_context", "complete"],
  ] as const;
  await add("Verdict", statements, (n) => {
    const [axis, value] = axes[n % axes.length] ?? axes[0];
    const judged = Math.floor(n / axes.length) * axes.length;
    return {
      ...{ id: id("verdict", n), statementId: id("statement", judged), axis, value },
      ...{ reasons: "The report gives it whole.", asOf: at(n), givenAt: at(n) },
    };
  });
  const pairs = Math.floor(statements / 10);
  const types = ["contradicts", "same_utterance", "corroborates", "numeric_conflict"];
  const states = ["suggested", "confirmed", "resolved", "confirmed"];
  await add("Relation", Math.max(0, pairs - 1), (n) => ({
    ...{ id: id("relation", n), publicId: `rel-b${n}`, type: types[n % 4] ?? "contradicts" },
    ...{
      fromId: id("statement", n * 10),
      toId: id("statement", n * 10 + 10),
      state: states[n % 4] ?? "confirmed",
    },
    ...{
      rationale: "Both speak of the same matter on one day.",
      comparability: "One place.",
      createdAt: at(n),
    },
  }));
  const claims = Math.max(1, Math.floor(statements / 100));
  await add("Claim", claims, (n) => {
    const proposition = `That matter ${n} of the ${WORDS[n % WORDS.length]} is settled`;
    return {
      ...{
        id: id("claim", n),
        slug: `claim-${n}`,
        proposition,
        propositionKey: foldForSearch(proposition),
        searchKey: searchKeyOf(proposition),
      },
      ...{ state: "published", createdAt: at(n) },
    };
  });
  await add("Position", pairs, (n) => ({
    ...{ id: id("position", n), claimId: id("claim", n % claims), statementId: id("statement", n * 10) },
    ...{ stance: n % 3 ? "asserts" : "denies", takenAt: at(n) },
  }));
}
