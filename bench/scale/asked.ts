import type { Actor } from "@/lib/auth";
import { listNotices } from "@/lib/notices/server";
import { listPositionsOf, tallySpeaker } from "@/lib/profiles/server";
import {
  countContradictions,
  listContradictingSpeakers,
  listContradictions,
  listNewestContradictions,
  listRelationsOf,
} from "@/lib/relations/server";
import { countQueue, listQueue } from "@/lib/review/server";
import { countHeld, facetStatementsOf, findAnything, searchStatements } from "@/lib/search/server";
import { latestSourcing } from "@/lib/sourcing/server";
import { findSpeakersByWords, getSpeaker, listMostQuoted } from "@/lib/speakers/server";
import type { StatementFilter } from "@/lib/statements";
import { getStatement, listNewestPublished, listStatements } from "@/lib/statements/server";
import { listStories } from "@/lib/stories/server";
import { latestVerdicts } from "@/lib/verdicts/server";

/** What the pages that are measured are about in one store. */
export interface Subjects {
  readonly busiest: string;
  readonly median: string;
  readonly statement: string;
  /** A word that few statements have, and a pair of words that stand together in few. */
  readonly rare: string;
  readonly pair: string;
  readonly phrase: string;
  /** Ten words that somebody said, and the same with two others. */
  readonly quotation: string;
  readonly altered: string;
}

export interface Measured {
  readonly name: string;
  readonly path: string;
  readonly who: "visitor" | "editor";
  /** What the page asks of the database. */
  readonly ask: (actor: Actor) => Promise<unknown>;
}

/** The pages that are measured. */
export function pagesOf(subjects: Subjects): Measured[] {
  const list = (name: string, query: string, filter: StatementFilter): Measured => ({
    ...{ name, path: `/statements?${query}`, who: "visitor" },
    ask: (actor) => searchStatements(actor, filter, {}, "relevance"),
  });
  const search = (name: string, q: string) => list(`search, ${name}`, `q=${encodeURIComponent(q)}`, { q });
  return [
    { name: "front", path: "/", who: "visitor", ask: front },
    speaker("speaker, busiest", subjects.busiest),
    speaker("speaker, median", subjects.median),
    {
      name: "statement",
      path: `/statements/${subjects.statement}`,
      who: "visitor",
      ask: statement(subjects),
    },
    list("list", "", {}),
    list("list, filtered", "form=indirect&story=story-7", { form: ["indirect"], story: "story-7" }),
    list("list, facets", `source=src-7&form=direct`, { source: "src-7", form: ["direct"] }),
    search("a rare word", subjects.rare),
    search("two words", subjects.pair),
    search("a common word", "the"),
    search("a phrase", `"${subjects.phrase}"`),
    search("a beginning", `${subjects.rare.slice(0, 4)}*`),
    search("a word of nobody", "zzqxv"),
    search("exact words", `exact:"${subjects.quotation}"`),
    search("near words", `near:"${subjects.altered}"`),
    {
      ...{ name: "contradictions", path: "/contradictions", who: "visitor" },
      ask: (actor) =>
        Promise.all([
          listContradictions(actor),
          countContradictions(actor),
          listContradictingSpeakers(actor),
        ]),
    },
    {
      ...{ name: "review queue", path: "/review", who: "editor" },
      ask: (actor) => Promise.all([listQueue(actor, "mine"), countQueue(actor)]),
    },
    {
      ...{ name: "palette", path: `/search.json?q=${subjects.rare.slice(0, 5)}`, who: "editor" },
      ask: (actor) => findAnything(actor, subjects.rare.slice(0, 5)),
    },
    {
      ...{ name: "palette, a common word", path: "/search.json?q=th", who: "visitor" },
      ask: (actor) => findAnything(actor, "th"),
    },
    {
      ...{ name: "picker, speakers", path: "/pick/speakers?q=anna", who: "editor" },
      ask: (actor) => findSpeakersByWords(actor, "anna", { take: 8 }),
    },
    {
      ...{ name: "picker, statements", path: `/pick/statements?q=${subjects.rare}`, who: "editor" },
      ask: (actor) => listStatements(actor, { q: `${subjects.rare}*` }, { take: 8 }),
    },
  ];
}

const front = (actor: Actor) =>
  Promise.all([
    countHeld(actor),
    listNewestPublished(actor, { take: 6 }),
    listNewestContradictions(actor, { take: 4 }),
    countContradictions(actor, { isOpenOnly: true }),
    listMostQuoted(actor, { take: 6 }),
    listStories(actor, { take: 4 }),
  ]);

function speaker(name: string, slug: string): Measured {
  const filter = { speaker: [slug] };
  return {
    ...{ name, path: `/speakers/${slug}`, who: "visitor" },
    async ask(actor) {
      const { id } = await getSpeaker(actor, slug);
      await Promise.all([
        tallySpeaker(actor, id),
        listPositionsOf(actor, id),
        listStatements(actor, filter, { take: 15 }),
        facetStatementsOf(actor, filter),
        listNotices(actor, { type: "speaker", id }),
      ]);
    },
  };
}

const statement = (subjects: Subjects) => async (actor: Actor) => {
  await getStatement(actor, subjects.statement);
  await Promise.all([
    listRelationsOf(actor, subjects.statement),
    latestVerdicts(actor, subjects.statement),
    latestSourcing(actor, subjects.statement),
  ]);
};
