import type { Actor } from "@/lib/auth";
import { CLAIM_WITHDRAWN } from "@/lib/claims";
import { findTruth, getClaim } from "@/lib/claims/server";
import { findSighting } from "@/lib/editions/server";
import { noticeThat } from "@/lib/notices";
import { listNotices, listNoticesOnStatement } from "@/lib/notices/server";
import { countStatementsOf } from "@/lib/profiles/server";
import { listRelationsOf } from "@/lib/relations/server";
import { getSource } from "@/lib/sources/server";
import { corroborationOf, latestSourcing } from "@/lib/sourcing/server";
import { getSpeaker } from "@/lib/speakers/server";
import { getStatement } from "@/lib/statements/server";
import { STORY_WITHDRAWN } from "@/lib/stories";
import { getStory } from "@/lib/stories/server";
import { latestVerdicts } from "@/lib/verdicts/server";
import { seesUnpublished } from "@/lib/visibility/server";
import { toJudgementsJson } from "./judgements-json";
import { toClaimJson, toSourceJson, toStoryJson } from "./pages-json";
import { toSpeakerJson } from "./speaker-json";
import { toStatementJson } from "./statement-json";

// what a page shows, as data: for the twin at its address and for programs. Each throws NotFound for what the actor may not see

/** What was judged of a statement, as far as the actor may see it. */
export async function readJudgements(actor: Actor, statementId: string) {
  const [ties, sourcing, corroboration, verdicts, notices] = await Promise.all([
    listRelationsOf(actor, statementId),
    latestSourcing(actor, statementId),
    corroborationOf(actor, statementId),
    latestVerdicts(actor, statementId),
    listNoticesOnStatement(actor, statementId),
  ]);
  return { ties, sourcing, corroboration, verdicts, notices };
}

/** A statement with all that its page shows. */
export async function readStatementJson(actor: Actor, publicId: string) {
  const statement = await getStatement(actor, publicId);
  const judged = await readJudgements(actor, statement.id);
  const { positions } = statement;
  const sighting = await findSighting(actor, publicId);
  return {
    ...toStatementJson(statement),
    ...toJudgementsJson({ ...judged, positions }),
    // the desk's: nobody else learns that anybody looked
    ...(sighting ? { sighting: toSightingJson(sighting) } : {}),
  };
}

function toSightingJson({ state, found, since, seenAt, settlement, note, to }: Sighting) {
  return {
    ...{ state, found, edition: to },
    ...{ since: since.toISOString(), seenAt: seenAt.toISOString() },
    settlement: settlement || null,
    note: note || null,
  };
}

type Sighting = NonNullable<Awaited<ReturnType<typeof findSighting>>>;

/** A speaker, and how many of their statements the actor may read; the statements are a list of their own. */
export async function readSpeakerJson(actor: Actor, slug: string) {
  const speaker = await getSpeaker(actor, slug);
  const [count, notices] = await Promise.all([
    countStatementsOf(actor, speaker.id),
    listNotices(actor, { type: "speaker", id: speaker.id }),
  ]);
  return toSpeakerJson(speaker, count, notices);
}

/** A source, without its text: that belongs to who published it. */
export async function readSourceJson(actor: Actor, publicId: string) {
  const source = await getSource(actor, { sourceId: publicId });
  return toSourceJson(source, await listNotices(actor, { type: "source", id: source.id }));
}

/** A claim with the positions on it and what was found of its truth. */
export async function readClaimJson(actor: Actor, slug: string) {
  const claim = await getClaim(actor, slug);
  // of a withdrawn claim a reader gets the notice alone
  const isOpen = claim.state !== "withdrawn" || seesUnpublished(actor);
  const [truth, notices] = await Promise.all([
    isOpen ? findTruth(actor, claim.id) : null,
    listNotices(actor, { type: "claim", id: claim.id }),
  ]);
  return toClaimJson(claim, truth, isOpen ? notices : only(noticeThat(CLAIM_WITHDRAWN, notices)));
}

/** A story with its claims and sources; its statements are a list of their own. */
export async function readStoryJson(actor: Actor, slug: string) {
  const story = await getStory(actor, slug);
  const notices = await listNotices(actor, { type: "story", id: story.id });
  // as of a withdrawn claim
  const isOpen = story.withdrawnAt === null || seesUnpublished(actor);
  return toStoryJson(story, isOpen ? notices : only(noticeThat(STORY_WITHDRAWN, notices)));
}

function only<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}
