import type { Actor } from "@/lib/auth";
import { getClaim } from "@/lib/claims/server";
import { getSource } from "@/lib/sources/server";
import { getSpeaker, slugsNow } from "@/lib/speakers/server";
import type { StatementFilter } from "@/lib/statements";
import { getStory } from "@/lib/stories/server";
import { assertNamed } from "./named";

/** What is taken away, in words: the head of a file, and the name that it is kept under. */
export interface SelectionInWords {
  readonly title: string;
  readonly fileName: string;
}

/**
 * A filter in words, with the names of what it asks for as far as the actor may see them.
 * @throws {NotFound} when it names a statement, story, claim, source or speaker that the actor may not see.
 */
export async function describeSelection(actor: Actor, filter: StatementFilter): Promise<SelectionInWords> {
  const { q, speaker = [], source, story, claim, form = [], state = [], id = [] } = filter;
  const { retractedSince, correctedSince } = filter;
  await assertNamed(actor, filter);
  const named: SelectionInWords[] = [];
  const add = (title: string, fileName: string) => void named.push({ title, fileName });
  if (story) add(`Story: ${(await getStory(actor, story)).title}`, story);
  if (claim) add(`Claim: ${(await getClaim(actor, claim)).proposition}`, claim);
  if (source) add(`Source: ${(await getSource(actor, { sourceId: source })).title}`, source);
  for (const slug of await slugsNow(actor, speaker.slice(0, MOST_NAMED)))
    add(`Speaker: ${(await getSpeaker(actor, slug)).name}`, slug);
  if (speaker.length > MOST_NAMED) add(`and ${speaker.length - MOST_NAMED} more speakers`, "and-others");
  if (q) add(`Statements with “${q}”`, "search");
  if (id.length > 0) add(id.length === 1 ? `Statement ${id[0]}` : `${id.length} statements`, id[0] ?? "");
  if (form.length > 0) add(`Form: ${form.join(", ")}`, form.join("-"));
  if (state.length > 0) add(`State: ${state.join(", ").replaceAll("_", " ")}`, state.join("-"));
  if (retractedSince) add(`Retracted since ${day(retractedSince)}`, "retracted");
  if (correctedSince) add(`Corrected since ${day(correctedSince)}`, "corrected");
  if (named.length === 0) return { title: "All statements", fileName: "statements" };
  return {
    title: named.map(({ title }) => title).join("; "),
    fileName: named
      .map(({ fileName }) => fileName)
      .join("-")
      .slice(0, MOST_FILE_NAME),
  };
}

const MOST_NAMED = 5;
const MOST_FILE_NAME = 80;

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
