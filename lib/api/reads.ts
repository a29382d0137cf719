import { listClaims } from "@/lib/claims/server";
import {
  toClaimRowJson,
  toSourceRowJson,
  toSpeakerRowJson,
  toStatementJson,
  toStoryRowJson,
} from "@/lib/exports";
import {
  assertNamed,
  readClaimJson,
  readSourceJson,
  readSpeakerJson,
  readStatementJson,
  readStoryJson,
} from "@/lib/exports/server";
import type { PageRequest } from "@/lib/paging";
import { listSources } from "@/lib/sources/server";
import { listSpeakers, slugsNow } from "@/lib/speakers/server";
import { statementFilterSchema } from "@/lib/statements";
import { listStatements } from "@/lib/statements/server";
import { listStories } from "@/lib/stories/server";
import type { Asked, Paged } from "./model";

const at = (asked: Asked, name: string) => asked.at[name] ?? "";
const pageOf = ({ query }: Asked): PageRequest => ({
  after: query.after as string | undefined,
  take: query.take as number | undefined,
});
const q = ({ query }: Asked) => ({ q: query.q as string | undefined });

async function paged<T>(
  list: Promise<{ items: readonly T[]; next: string | null }>,
  write: (item: T) => object,
): Promise<Paged> {
  const { items, next } = await list;
  return { items: items.map(write), next };
}

/** Statements under a filter of the list. @throws {NotFound} when it names what the actor may not see */
export async function statements(asked: Asked) {
  const filter = statementFilterSchema.parse(asked.query);
  await assertNamed(asked.actor, filter);
  return paged(listStatements(asked.actor, filter, pageOf(asked)), toStatementJson);
}

/** One statement, with all that its page shows. */
export function statement(asked: Asked) {
  return readStatementJson(asked.actor, at(asked, "id"));
}

/** Speakers by name. */
export function speakers(asked: Asked) {
  return paged(listSpeakers(asked.actor, q(asked), pageOf(asked)), toSpeakerRowJson);
}

/** One speaker; by the address of one that was found to be another, that other. */
export async function speaker(asked: Asked) {
  const [slug = ""] = await slugsNow(asked.actor, [at(asked, "slug")]);
  return readSpeakerJson(asked.actor, slug);
}

/** Sources, the newest first. */
export function sources(asked: Asked) {
  return paged(listSources(asked.actor, {}, pageOf(asked)), toSourceRowJson);
}

/** One source, without its text: that belongs to who published it. */
export function source(asked: Asked) {
  return readSourceJson(asked.actor, at(asked, "id"));
}

/** Claims, the newest first. */
export function claims(asked: Asked) {
  const words = q(asked);
  return paged(
    listClaims(asked.actor, words.q === undefined ? {} : { q: words.q }, pageOf(asked)),
    toClaimRowJson,
  );
}

/** One claim with the positions on it. */
export function claim(asked: Asked) {
  return readClaimJson(asked.actor, at(asked, "slug"));
}

/** Stories, the newest first. */
export function stories(asked: Asked) {
  return paged(listStories(asked.actor, pageOf(asked)), toStoryRowJson);
}

/** One story with its claims and sources. */
export function story(asked: Asked) {
  return readStoryJson(asked.actor, at(asked, "slug"));
}
