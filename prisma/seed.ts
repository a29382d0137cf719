import type { Actor, Role } from "@/lib/auth";
import { createClaim, publishClaim, takePosition } from "@/lib/claims/server";
import { type Tx, transact } from "@/lib/db/server";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import { confirmRelation, rejectRelation, relateStatements, resolveRelation } from "@/lib/relations/server";
import { createSource } from "@/lib/sources/server";
import { createSpeakers, recordAffiliation } from "@/lib/speakers/server";
import { captureStatements } from "@/lib/statements/server";
import { addToStory, createStory } from "@/lib/stories/server";
import { parseDated } from "@/lib/text";
import { ensureScales } from "@/lib/verdicts/server";
import { CLAIMS } from "./demo/claims";
import { RELATIONS } from "./demo/relations";
import { reviewStatement, type Staff } from "./demo/review";
import { REVIEWS } from "./demo/reviews";
import { SPEAKERS } from "./demo/speakers";
import { STATEMENTS } from "./demo/statements";
import { SUMMARY, SUMMARY_TITLE } from "./demo/summary";

const STORY = {
  title: "Istanbul talks, October 2025",
  summary:
    "Three days of talks between Pakistan and Afghanistan ended in Istanbul on 28 October 2025 without agreement. This demo keeps who said what about the failure, the Pakistan Taliban and the chances of peace. Its source is a summary of one article, written for the demo; quoted words are the speakers’ own. Assessments, verdicts and the names of staff are samples.",
};

/** What the summary was made from: its text names no outlet and no title, and its “Tuesday” was 28 October 2025. */
const ARTICLE = "a news article of 28 October 2025, outlet unknown";

// a slow machine at its first start needs more than the minute that a form may take, and nobody is served yet
const FIRST_START_MS = 15 * 60_000;

type Keyed = ReadonlyMap<string, string>;

/**
 * Loads the story that a new newsroom can look at, in one transaction: all of it, or nothing.
 * @throws when a wording does not stand in the summary.
 */
export async function seedDemo(): Promise<void> {
  await transact(
    async (tx) => {
      await ensureScales();
      const staff = await hire(tx);
      const speakers = await introduceSpeakers(tx, staff.reporter);
      const { statements, sourceId } = await capture(tx, staff.reporter, speakers);
      const { slug } = await createStory(staff.reporter, STORY);
      await addToStory(staff.reporter, {
        slug,
        statementIds: [...statements.values()],
        sourceIds: [sourceId],
      });
      const claimSlugs = await takePositions(staff.reviewer, statements);
      await addToStory(staff.editor, { slug, claimSlugs });
      await relate(staff, statements);
      for (const review of REVIEWS)
        await reviewStatement(tx, staff, review, idOf(statements, review.statement));
      for (const { id: claimId, version } of await tx.claim.findMany()) {
        await publishClaim(staff.editor, { claimId, version });
      }
    },
    { timeoutMs: FIRST_START_MS },
  );
}

/** Three people who can never sign in: they sign the sample's records. */
async function hire(tx: Tx): Promise<Staff> {
  const person = async (role: Role, name: string): Promise<Actor & { readonly id: string }> => {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@demo.invalid`;
    const user = await tx.user.create({
      data: { name: `${name} (sample)`, email, role, disabledAt: new Date() },
    });
    return { id: user.id, name: user.name, role };
  };
  return {
    reporter: await person("reporter", "T. Okafor"),
    reviewer: await person("reviewer", "R. Adeyemi"),
    editor: await person("editor", "L. Brandt"),
  };
}

async function introduceSpeakers(tx: Tx, actor: Actor): Promise<Keyed> {
  const made = await createSpeakers(
    tx,
    actor,
    SPEAKERS.map(({ name, kind, description, aliases = [] }) => ({ name, kind, description, aliases })),
  );
  const ids = new Map(SPEAKERS.map(({ key }, index) => [key, made[index]?.id ?? ""]));
  for (const { key, affiliation } of SPEAKERS) {
    if (affiliation) await recordAffiliation(actor, { speakerId: idOf(ids, key), ...affiliation });
  }
  return ids;
}

async function capture(tx: Tx, actor: Actor, speakers: Keyed) {
  const outlet = await findOrCreateOutlet(tx, actor, "Verbatim sample desk");
  const source = await createSource(tx, actor, {
    title: SUMMARY_TITLE,
    kind: "report",
    outletId: outlet.id,
    publishedOn: new Date("2025-10-28T00:00:00Z"),
    publishedOnPrecision: "day",
    text: SUMMARY,
  });
  const captured = await captureStatements(
    tx,
    actor,
    STATEMENTS.map(({ key, speaker, saidOn, ...statement }) => {
      const startUtf16 = SUMMARY.indexOf(statement.wording);
      if (startUtf16 < 0) throw new Error(`The summary does not hold the words of ${key}.`);
      const dated = saidOn ? parseDated(saidOn) : null;
      return {
        ...statement,
        sourceId: source.sourceId,
        speakerId: idOf(speakers, speaker),
        saidOn: dated?.on ?? null,
        saidOnPrecision: dated?.precision ?? null,
        anchor: { editionId: source.editionId, startUtf16, endUtf16: startUtf16 + statement.wording.length },
        hops: [{ name: ARTICLE }],
      };
    }),
  );
  const statements = new Map(STATEMENTS.map(({ key }, index) => [key, captured[index]?.publicId ?? ""]));
  return { statements, sourceId: source.publicId };
}

async function takePositions(actor: Actor, statements: Keyed): Promise<string[]> {
  const slugs: string[] = [];
  for (const { proposition, note, positions } of CLAIMS) {
    const claim = await createClaim(actor, { proposition, note });
    slugs.push(claim.slug);
    for (const { statement, stance, note: why = "" } of positions) {
      await takePosition(actor, {
        claimId: claim.id,
        statementId: idOf(statements, statement),
        stance,
        note: why,
      });
    }
  }
  return slugs;
}

async function relate({ reviewer }: Staff, statements: Keyed): Promise<void> {
  for (const { type, from, to, rationale, comparability, state, resolution, reason = "" } of RELATIONS) {
    const made = await relateStatements(reviewer, {
      type,
      fromId: idOf(statements, from),
      toId: idOf(statements, to),
      rationale,
      comparability,
      state: "suggested",
    });
    if (state === "suggested") continue;
    if (state === "rejected") {
      await rejectRelation(reviewer, { id: made.id, version: made.version, reason });
      continue;
    }
    const confirmed = await confirmRelation(reviewer, { id: made.id, version: made.version });
    if (state === "resolved" && resolution) {
      await resolveRelation(reviewer, { id: made.id, version: confirmed.version, resolution, reason });
    }
  }
}

function idOf(ids: Keyed, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo names ${key}, which it does not hold.`);
  return id;
}
