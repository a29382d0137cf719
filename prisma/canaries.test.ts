import { expect, test } from "vitest";
import { NOT_PLANTED, type Planted, plantCanaries, textFields } from "@/e2e/canaries";
import { type Actor, type Role, VISITOR } from "@/lib/auth";
import { getClaim, listClaims, listPositionsOf } from "@/lib/claims/server";
import { compareEditions } from "@/lib/editions/server";
import { NotFound } from "@/lib/errors";
import { type ExportFormat, toEditionsJson, toVersionJson } from "@/lib/exports";
import { eachEntry, FORMATS, readSourceJson, readStatementJson } from "@/lib/exports/server";
import { listNotices, listNoticesOnStatement } from "@/lib/notices/server";
import { listOutletsByName } from "@/lib/outlets/server";
import { tallySpeaker } from "@/lib/profiles/server";
import {
  listContradictingSpeakers,
  listContradictions,
  listNewestContradictions,
  listRelationsOf,
} from "@/lib/relations/server";
import { facetStatements } from "@/lib/search/server";
import { getSource, listSources } from "@/lib/sources/server";
import { latestSourcing } from "@/lib/sourcing/server";
import { getSpeaker, listMostQuoted, listSpeakers } from "@/lib/speakers/server";
import { STATEMENT_STATES } from "@/lib/statements";
import { getStatement, listNewestPublished, listStatements } from "@/lib/statements/server";
import { getStory, listStories } from "@/lib/stories/server";
import { latestVerdicts } from "@/lib/verdicts/server";
import { getVersion } from "@/lib/versions/server";
import { makeUser } from "./factories";
import { textOfBinary } from "./testing/zipped";

/** What a format writes of all that an actor can ask for: a new one is read here by itself. */
async function writtenFor(actor: Actor, format: ExportFormat, source: string): Promise<string> {
  const filters = [{}, { source }, { state: [...STATEMENT_STATES] }, { q: "a" }];
  const of = { title: "T", address: "https://a.example", madeAt: new Date(0), style: "apa" } as const;
  const pieces: Uint8Array[] = [];
  const texts: string[] = [];
  for (const filter of filters) {
    pieces.length = 0;
    for await (const piece of format.write(eachEntry(actor, filter, format), of))
      pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
    const bytes = Buffer.concat(pieces);
    texts.push(format.isBinary ? await textOfBinary(bytes) : bytes.toString("utf8"));
  }
  return texts.join("\n");
}

/** Everything that the doors of the domains give an actor, by the name of the door; null for what is not found. */
async function readDoors(actor: Actor, planted: Planted): Promise<Record<string, unknown>> {
  const { open, captured, source, hiddenSource, speaker, openSpeaker, story, openStory } = planted;
  const doors: Record<string, () => Promise<unknown>> = {
    statement: () => getStatement(actor, open.publicId),
    "hidden statement": () => getStatement(actor, captured.publicId),
    twin: () => readStatementJson(actor, open.publicId),
    "twin of its source": () => readSourceJson(actor, source.publicId),
    version: async () => toVersionJson(await getVersion(actor, { publicId: open.publicId, number: 1 })),
    "hidden version": () => getVersion(actor, { publicId: captured.publicId, number: 1 }),
    ...Object.fromEntries(
      FORMATS.map((format) => [format.label, () => writtenFor(actor, format, source.publicId)]),
    ),
    list: () => listStatements(actor, { source: source.publicId }),
    "list of every state": () => listStatements(actor, { state: ["captured", "declined", "published"] }),
    "hidden story's list": () => listStatements(actor, { story: story.slug }),
    newest: () => listNewestPublished(actor, { take: 20 }),
    facets: () => facetStatements(actor, {}),
    source: () => getSource(actor, { sourceId: source.publicId }),
    "hidden source": () => getSource(actor, { sourceId: hiddenSource.publicId }),
    "what changed in it": () => compareEditions(actor, { sourceId: source.publicId, from: 1, to: 2 }),
    "what changed, as its twin": async () =>
      toEditionsJson(await compareEditions(actor, { sourceId: source.publicId, from: 1, to: 2 })),
    sources: () => listSources(actor),
    relations: () => listRelationsOf(actor, open.publicId),
    contradictions: () => listContradictions(actor),
    newestContradictions: () => listNewestContradictions(actor, { take: 20 }),
    matrix: () => listContradictingSpeakers(actor),
    verdicts: () => latestVerdicts(actor, open.publicId),
    sourcing: () => latestSourcing(actor, open.publicId),
    claims: () => listClaims(actor),
    claim: () => getClaim(actor, story.slug),
    positions: () => listPositionsOf(actor, open.id),
    outlets: () => listOutletsByName(actor),
    stories: () => listStories(actor),
    story: () => getStory(actor, openStory.slug),
    "notices of a source": () => listNotices(actor, { type: "source", id: source.id }),
    "notices of a story": () => listNotices(actor, { type: "story", id: openStory.id }),
    "notices of a statement": () => listNoticesOnStatement(actor, open.id),
    "hidden story": () => getStory(actor, story.slug),
    speakers: () => listSpeakers(actor),
    speaker: () => getSpeaker(actor, openSpeaker.slug),
    "hidden speaker": () => getSpeaker(actor, speaker.slug),
    "most quoted": () => listMostQuoted(actor, { take: 50 }),
    tally: () => tallySpeaker(actor, openSpeaker.id),
  };
  const read: Record<string, unknown> = {};
  for (const [name, door] of Object.entries(doors)) {
    read[name] = await door().catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
  }
  return read;
}

test("every field that holds text is planted, or named with a reason", { timeout: 120_000 }, async () => {
  const { canaries } = await plantCanaries(await makeUser("editor"));
  const planted = new Set(canaries.map(({ field }) => field.split(" ")[0] ?? ""));
  expect(textFields().filter((field) => !planted.has(field) && !(field in NOT_PLANTED))).toEqual([]);
  expect(Object.keys(NOT_PLANTED).filter((field) => !textFields().includes(field))).toEqual([]);
});

test("no door gives a secret to somebody who may not see it", { timeout: 120_000 }, async () => {
  const planted = await plantCanaries(await makeUser("editor"));
  const roles: readonly Role[] = ["reader", "reporter", "reviewer", "editor", "admin"];
  const actors: Actor[] = [VISITOR, ...(await Promise.all(roles.map((role) => makeUser(role))))];
  const leaks: string[] = [];
  const seen = new Map<string, number>();
  for (const actor of actors) {
    const given = Object.entries(await readDoors(actor, planted)).map(
      ([door, value]) => [door, JSON.stringify(value)] as const,
    );
    for (const { field, token, readers } of planted.canaries) {
      const doors = given.filter(([, text]) => text.includes(token)).map(([door]) => door);
      if (doors.length > 0) seen.set(actor.role, (seen.get(actor.role) ?? 0) + 1);
      if ((readers as readonly string[]).includes(actor.role)) continue;
      leaks.push(...doors.map((door) => `${field} to ${actor.role} by ${door}`));
    }
  }
  expect(leaks).toEqual([]);
  // the net is of no use where nothing swims: the desk reads most of what was planted, visitors what is published
  expect(seen.get("editor")).toBeGreaterThan(100);
  expect(seen.get("visitor")).toBe(
    planted.canaries.filter(({ readers }) => readers.includes("visitor")).length,
  );
});
