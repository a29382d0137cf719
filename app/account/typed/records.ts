import { getUser } from "@/lib/accounts/server";
import type { Actor } from "@/lib/auth";
import { getClaim } from "@/lib/claims/server";
import { Forbidden, NotFound } from "@/lib/errors";
import { getDraft } from "@/lib/imports/server";
import { getSource } from "@/lib/sources/server";
import { getSpeaker } from "@/lib/speakers/server";
import { wordedInFull } from "@/lib/statements";
import { getStatement } from "@/lib/statements/server";
import { getStory } from "@/lib/stories/server";

/** The page on which something was typed, in words. */
export interface TypedPlace {
  /** What is done there: "Review of a statement". */
  readonly page: string;
  /** The record that it is about: its words, name or title. */
  readonly record: string | null;
  /** Whether its writer can still open it. */
  readonly isOpen: boolean;
}

/** What the page at a path is called, as far as the actor may see its record. */
export async function placeOfTyped(actor: Actor, place: string): Promise<TypedPlace> {
  const alone = ALONE[place];
  if (alone) return { page: alone, record: null, isOpen: true };
  for (const [pattern, page, recordOf] of PLACES) {
    const [, id] = pattern.exec(place) ?? [];
    if (id === undefined) continue;
    try {
      return { page, record: await recordOf(actor, decodeURIComponent(id)), isOpen: true };
    } catch (error) {
      if (error instanceof NotFound || error instanceof Forbidden || error instanceof URIError)
        return { page, record: null, isOpen: false };
      throw error;
    }
  }
  return { page: place, record: null, isOpen: true };
}

const ALONE: Readonly<Record<string, string>> = {
  "/import": "A new import",
  "/claims": "Claims",
  "/stories/new": "A new story",
  "/contradictions": "Contradictions",
  "/admin": "Admin",
  "/account": "Your account",
};

type RecordOf = (actor: Actor, id: string) => Promise<string>;
// short enough to be shown whole, with what must be read behind the words
const statement: RecordOf = async (actor, id) => wordedInFull(await getStatement(actor, id), { most: 120 });
const story: RecordOf = async (actor, slug) => (await getStory(actor, slug)).title;

const PLACES: readonly (readonly [RegExp, string, RecordOf])[] = [
  [/^\/review\/([^/]+)$/, "Review of a statement", statement],
  [/^\/statements\/([^/]+)\/edit$/, "Edit of a statement", statement],
  [/^\/claims\/([^/]+)$/, "Claim", async (actor, slug) => (await getClaim(actor, slug)).proposition],
  [/^\/stories\/([^/]+)$/, "Story", story],
  [/^\/stories\/([^/]+)\/edit$/, "Edit of a story", story],
  [
    /^\/speakers\/([^/]+)\/edit$/,
    "Edit of a speaker",
    async (actor, id) => (await getSpeaker(actor, id)).name,
  ],
  [
    /^\/sources\/([^/]+)\/edit$/,
    "Edit of a source",
    async (actor, id) => (await getSource(actor, { sourceId: id })).title,
  ],
  [/^\/import\/([^/]+)$/, "Import", async (actor, draftId) => (await getDraft(actor, { draftId })).title],
  [/^\/admin\/people\/([^/]+)$/, "A person", async (actor, id) => (await getUser(actor, { id })).name],
];
