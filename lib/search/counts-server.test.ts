import { expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/auth";
import {
  countClaims,
  getClaim,
  listClaims,
  publishClaim,
  reinstateClaim,
  takePosition,
  withdrawClaim,
} from "@/lib/claims/server";
import { db, engine } from "@/lib/db/server";
import { DomainError } from "@/lib/errors";
import { countStatementsOf, tallySpeaker } from "@/lib/profiles/server";
import {
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  rejectRelation,
  relateStatements,
  resolveRelation,
} from "@/lib/relations/server";
import { decline } from "@/lib/review/server";
import { countSources, listSources } from "@/lib/sources/server";
import {
  countSpeakers,
  listSpeakers,
  mergeSpeakers,
  previewSplit,
  splitSpeaker,
  undoMerge,
} from "@/lib/speakers/server";
import type { StatementFilter } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { addToStory, countStories, createStory, listStories, withdrawStory } from "@/lib/stories/server";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { numbersFrom } from "@/prisma/testing/random";
import { countHeld } from "./server";

/**
 * Whatever the desk did, a number that is told of something is the length of the list behind it: after random histories every
 * count is held against what its list gives, as a visitor and at the desk.
 */

const [HISTORIES, ACTS] = engine === "sqlite" ? [4, 80] : [1, 30];
const NOTE = { publicNote: "The desk was told that this was wrong." };
const REASON = "The two were compared word by word.";
const take = 100;
const orderBy = { id: "asc" } as const;

let editor: Actor;

async function makeWorld(): Promise<void> {
  await clearDatabase();
  editor = await makeUser("editor");
  const speakers = [await makeSpeaker("Mira Tanvald"), await makeSpeaker("Oskar Brenn"), await makeSpeaker()];
  const sources = [await makeSource("Words.", "One"), await makeSource("Words.", "Two")];
  for (let n = 0; n < 14; n++) {
    const state = ["published", "published", "captured", "retracted"][n % 4];
    const { id } = await makeStatement({
      ...{ state: state ?? "", wording: `Words number ${n}.`, form: n % 3 ? "direct" : "indirect" },
      ...{ sourceId: sources[n % 2]?.id ?? "", speakerId: speakers[n % 5]?.id ?? null },
    });
    if (n % 6 === 5)
      await db.sourcingAssessment.create({
        data: {
          ...{ statementId: id, attributionTerms: "off_record", sourceIdentity: "", channel: "" },
          ...{ proximity: "", origin: "", assessedAt: new Date() },
        },
      });
  }
}

type Act = (pick: <T>(from: readonly T[]) => T) => Promise<unknown>;

const statements = () => db.statement.findMany({ orderBy });
const ACTS_BY_NAME: Readonly<Record<string, Act>> = {
  relate: async (pick) => {
    const [from, to] = [pick(await statements()), pick(await statements())];
    return relateStatements(editor, {
      ...{ fromId: from.publicId, toId: to.publicId, rationale: REASON, comparability: REASON, ...NOTE },
      ...{ type: pick(["contradicts", "qualifies", "repeats"]), state: pick(["confirmed", "suggested"]) },
    });
  },
  resolve: async (pick) => {
    const { id, version } = pick(await db.relation.findMany({ orderBy }));
    const resolution = pick(["a_stands", "different_definitions"] as const);
    return resolveRelation(editor, { id, version, resolution, reason: REASON, ...NOTE });
  },
  reject: async (pick) => {
    const { id, version } = pick(await db.relation.findMany({ orderBy }));
    return rejectRelation(editor, { id, version, reason: REASON, ...NOTE });
  },
  position: async (pick) => {
    const known = (await db.claim.findMany({ orderBy })).map(({ id }) => ({ claimId: id }));
    const about = pick([...known, { proposition: `Lorries cross bridge ${known.length}.` }]);
    const { publicId: statementId } = pick(await statements());
    return takePosition(editor, { ...about, statementId, stance: pick(["asserts", "denies"]), ...NOTE });
  },
  publish: async (pick) => {
    const { id: claimId, version } = pick(await db.claim.findMany({ orderBy }));
    return publishClaim(await makeUser("editor"), { claimId, version });
  },
  withdraw: async (pick) => {
    const known = await db.claim.findMany({ where: { state: { not: "captured" } }, orderBy });
    const { id: claimId, version, state } = pick(known);
    const turn = state === "withdrawn" ? reinstateClaim : withdrawClaim;
    return turn(editor, { claimId, version, ...NOTE });
  },
  story: async (pick) => {
    const { slug } = await createStory(editor, { title: `Dossier ${await db.story.count()}` });
    const statementIds = [pick(await statements()).publicId, pick(await statements()).publicId];
    return addToStory(editor, { slug, statementIds, ...NOTE });
  },
  withdrawStory: async (pick) => {
    const { slug, version } = pick(await db.story.findMany({ orderBy }));
    return withdrawStory(editor, { slug, version, ...NOTE });
  },
  merge: async (pick) => {
    const [from, into] = [
      pick(await db.speaker.findMany({ orderBy })),
      pick(await db.speaker.findMany({ orderBy })),
    ];
    const of = { fromId: from.id, version: from.version, intoId: into.id };
    return mergeSpeakers(editor, { ...of, showsName: false, reason: REASON, ...NOTE });
  },
  unmerge: async (pick) => {
    const { id: mergeId } = pick(await db.speakerMerge.findMany({ orderBy }));
    return undoMerge(editor, { mergeId, reason: REASON, ...NOTE });
  },
  split: async (pick) => {
    const { speakerId, publicId } = pick((await statements()).filter((one) => one.speakerId !== null));
    const { id: fromId, version } = await db.speaker.findUniqueOrThrow({ where: { id: speakerId ?? "" } });
    const { chosen } = await previewSplit(editor, { speakerId: fromId, publicIds: [publicId] });
    const other = { name: `Nils ${publicId.slice(3)}`, kind: "person", description: "" } as const;
    const along = { names: [], roles: [], reason: REASON, ...NOTE };
    return splitSpeaker(editor, { fromId, version, statements: chosen, other, ...along });
  },
  decline: async (pick) => {
    const { id: statementId, version } = pick(await statements());
    return decline(editor, { statementId, version, words: REASON });
  },
};

/** Every count that differs from its list, in words. */
async function differences(actor: Actor): Promise<string[]> {
  const found: string[] = [];
  const same = (what: string, ...told: readonly unknown[]) => {
    if (new Set(told.map((one) => JSON.stringify(one))).size > 1)
      found.push(`${actor.role}, ${what}: ${JSON.stringify(told)}`);
  };
  const list = async (filter: StatementFilter) => (await listStatements(actor, filter, { take })).items;
  const counted = async (filter: StatementFilter) => {
    const length = (await list(filter)).length;
    same(`statements by ${JSON.stringify(filter)}`, length, (await countStatements(actor, filter)).count);
    return length;
  };
  const pairs = async (filter: Parameters<typeof listContradictions>[1]) => {
    const { items } = await listContradictions(actor, filter, { take });
    same(
      `contradictions by ${JSON.stringify(filter)}`,
      items.length,
      (await countContradictions(actor, filter)).count,
    );
    return items;
  };
  const all = await list({});
  const decided = (await pairs({})).filter(({ state }) => state !== "suggested");
  const contradicted = new Set(decided.flatMap(({ from, to }) => [from.publicId, to.publicId]));
  await pairs({ isOpenOnly: true });

  const speakers = (await listSpeakers(actor, {}, { take })).items;
  same("speakers", speakers.length, (await countSpeakers(actor)).count);
  for (const { slug, statements: told } of speakers) {
    const { id } = await db.speaker.findUniqueOrThrow({ where: { slug } });
    const tally = await tallySpeaker(actor, id);
    const own = all.filter(({ speaker }) => speaker?.slug === slug);
    same(
      `statements of ${slug}`,
      told,
      tally.statements,
      await countStatementsOf(actor, id),
      await counted({ speaker: [slug] }),
    );
    same(`sources of ${slug}`, tally.sources, new Set(own.map(({ source }) => source.publicId)).size);
    same(
      `contradicted of ${slug}`,
      tally.contradicted,
      own.filter(({ publicId }) => contradicted.has(publicId)).length,
    );
    same(`retracted of ${slug}`, tally.retracted, await counted({ speaker: [slug], state: ["retracted"] }));
  }
  for (const { one, other, suggested, confirmed, resolved } of await listContradictingSpeakers(actor))
    same(
      `${one.slug} and ${other.slug}`,
      suggested + confirmed + resolved,
      (await pairs({ between: [one.slug, other.slug] })).length,
    );
  same(
    "has:contradiction",
    await counted({ q: "has:contradiction" }),
    all.filter(({ publicId }) => contradicted.has(publicId)).length,
  );

  const sources = (await listSources(actor, {}, { take })).items;
  same("sources", sources.length, (await countSources(actor)).count);
  for (const { publicId, statements: told } of sources)
    same(publicId, told, await counted({ source: publicId }));
  const claims = (await listClaims(actor, {}, { take })).items;
  same("claims", claims.length, (await countClaims(actor)).count);
  for (const { slug, positions } of claims)
    same(slug, positions.length, (await getClaim(actor, slug)).positions.length);
  // whatever it is narrowed by, and a page at a time
  for (const q of new Set([
    "",
    "nobody-says-this",
    ...claims.flatMap(({ proposition }) => wordsOf(proposition)),
  ])) {
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await listClaims(actor, { q }, { take: 2, after });
      paged.push(...items.map(({ slug }) => slug));
      after = next ?? undefined;
    } while (after !== undefined);
    same(`claims with ${q}`, paged.length, (await countClaims(actor, { q })).count);
    same(
      `pages with ${q}`,
      paged,
      (await listClaims(actor, { q }, { take })).items.map(({ slug }) => slug),
    );
  }
  const stories = (await listStories(actor, { take })).items;
  same("stories", stories.length, (await countStories(actor)).count);
  for (const { slug, statements: told } of stories) same(slug, told, await counted({ story: slug }));

  same("held", await countHeld(actor), {
    statements: all.length,
    speakers: new Set(all.flatMap(({ speaker }) => speaker?.slug ?? [])).size,
    sources: new Set(all.map(({ source }) => source.publicId)).size,
  });
  return found;
}

it(`counts what the lists hold, after ${HISTORIES} random histories`, { timeout: 600_000 }, async () => {
  const done = new Set<string>();
  for (let seed = 1; seed <= HISTORIES; seed++) {
    await makeWorld();
    const next = numbersFrom(seed);
    const pick = <T>(from: readonly T[]): T => {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Nothing();
      return one;
    };
    for (let at = 0; at < ACTS; at++) {
      const name = pick(Object.keys(ACTS_BY_NAME));
      try {
        await ACTS_BY_NAME[name]?.(pick);
        done.add(name);
      } catch (error) {
        if (!(error instanceof DomainError || error instanceof Nothing)) throw error;
      }
    }
    for (const actor of [VISITOR, editor]) expect(await differences(actor), `seed ${seed}`).toEqual([]);
  }
  // the net is of no use where nothing swims
  if (engine === "sqlite") expect([...done].sort()).toEqual(Object.keys(ACTS_BY_NAME).sort());
});

const wordsOf = (text: string) => [text, `-${text.split(" ")[0] ?? ""}`, ...text.split(" ").slice(0, 2)];

/** There is nothing to pick from. */
class Nothing extends Error {}
