import { addressOf, followedAt } from "@/app/statements/address";
import type { Entry, Group } from "@/components/palette/entry";
import { pagesFor } from "@/components/palette/pages";
import { type TimePrecision, timeInWords } from "@/components/ui/time";
import { type Actor, can } from "@/lib/auth";
import { type Anything, findAnything } from "@/lib/search/server";
import { findSearchesByWords } from "@/lib/searches/server";
import { wordedInFull } from "@/lib/statements";

/** So much of a wording is told beside others; of what must go with it, all. */
const LONGEST = 140;

/** So long is what can be looked for. */
const LONGEST_TYPED = 200;

/** All that the actor may go to and that has the words, by kind; without words the pages that they may open. */
export async function groupsFor(actor: Actor, asked: string): Promise<Group[]> {
  const q = asked.slice(0, LONGEST_TYPED).trim();
  const viewer = actor.role === "visitor" ? null : actor;
  const { places, doing } = pagesFor(viewer, q);
  if (q === "") return named({ "Go to": places, "Work and pages": doing });
  const [found, searches] = await Promise.all([
    findAnything(actor, q),
    findSearchesByWords(actor, q, { take: 5 }),
  ]);
  return named({
    Speakers: found.speakers.map(asSpeaker),
    Statements: found.statements.map(asStatement),
    Stories: found.stories.map(({ slug, title, withdrawnAt }) => ({
      ...{ href: `/stories/${slug}`, label: title, hint: withdrawnAt ? "withdrawn" : "" },
    })),
    Sources: found.sources.map(asSource),
    Claims: found.claims.map(asClaim),
    "Saved searches": searches.map(({ id, name, filter, isOwn, owner }) => ({
      ...{ href: followedAt(id, filter), label: name, hint: isOwn ? "" : `shared by ${owner}` },
    })),
    "Go to": places,
    "Work and pages": doing,
    "Search for it": wider(actor, q),
  });
}

const named = (groups: Readonly<Record<string, readonly Entry[]>>): Group[] =>
  Object.entries(groups).flatMap(([title, entries]) => (entries.length > 0 ? [{ title, entries }] : []));

function asSpeaker({ slug, name, kind, role, description, calledToo }: Anything["speakers"][number]): Entry {
  const hint = [calledToo && `also ${calledToo}`, role || description || kind].filter(Boolean).join("; ");
  return { href: `/speakers/${slug}`, label: name, hint };
}

function asStatement({
  publicId,
  speaker,
  saidOn,
  saidOnPrecision,
  ...worded
}: Anything["statements"][number]) {
  const on = saidOn && timeInWords(saidOn, (saidOnPrecision ?? "day") as TimePrecision, true);
  return {
    href: `/statements/${publicId}`,
    label: wordedInFull(worded, { most: LONGEST }),
    hint: [speaker?.name ?? "nobody named", on, publicId].filter(Boolean).join(", "),
  };
}

function asSource({ publicId, title, language, outlet, ...source }: Anything["sources"][number]): Entry {
  const { publishedOn, publishedOnPrecision } = source;
  const on = publishedOn && timeInWords(publishedOn, (publishedOnPrecision ?? "day") as TimePrecision, true);
  return {
    ...{ href: `/sources/${publicId}`, label: title, ...(language ? { lang: language } : {}) },
    hint: [outlet?.name, on, publicId].filter(Boolean).join(", "),
  };
}

function asClaim({ slug, proposition, state, found }: Anything["claims"][number]): Entry {
  const hint = [found?.scaleLabel?.label, state === "published" ? "" : state].filter(Boolean).join(", ");
  return { href: `/claims/${slug}`, label: proposition, hint };
}

/** Where the same words are looked for at length. */
function wider(actor: Actor, q: string): Entry[] {
  const all = (path: string) => addressOf(path, { q });
  return [
    { href: all("/statements"), label: `Statements with “${q}”`, hint: "all of them, with filters" },
    { href: all("/speakers"), label: `Speakers called “${q}”`, hint: "" },
    { href: all("/claims"), label: `Claims with “${q}”`, hint: "" },
    ...(can(actor, "statement:read_unpublished")
      ? [{ href: all("/sources"), label: `Texts with “${q}”`, hint: "whole texts of sources" }]
      : []),
  ];
}
