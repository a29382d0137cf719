import type { Refusal } from "@/lib/errors";
import type { SpeakerKind } from "./model";

/** So many statements go along at once: what was chosen travels in an address. */
export const MOST_CHOSEN = 500;

/** A statement as it was when somebody chose it. */
export interface Chosen {
  readonly publicId: string;
  readonly version: number;
}

/** The other of two who stood under one name: somebody on record, or somebody new. */
export type Other =
  | { readonly id: string }
  | { readonly name: string; readonly kind: SpeakerKind; readonly description: string };

const PRINTED_ID = /^st-([a-z0-9]+)$/u;

/** What is chosen as it travels in an address: the printed ids without what they all begin with. */
export function writeChosen(publicIds: readonly string[]): string {
  return publicIds.map((id) => id.replace(PRINTED_ID, "$1")).join(".");
}

/** What an address says is chosen, each once; what is no printed id is left out. */
export function readChosen(written: string): string[] {
  const ids = written.split(".").map((id) => `st-${id}`);
  return [...new Set(ids.filter((id) => PRINTED_ID.test(id)))];
}

/** What would become of what a speaker has, if some of the statements were another's. */
export interface SplitPreview {
  /** What is chosen and still theirs, as it is now. */
  readonly chosen: readonly Chosen[];
  /** Those of them that visitors read, or read before they were retracted. */
  readonly published: number;
  /** In how many of them the speaker stands between. */
  readonly attributions: number;
  /** How many statements the speaker says or stands between in, that are not chosen. */
  readonly left: number;
  /** Those of them that visitors read. */
  readonly leftPublished: number;
  /** Proposals of open imports that name the speaker: they stay. */
  readonly imports: number;
}

/** A split as a speaker's page lists it. */
export interface SplitRow {
  readonly id: string;
  readonly reason: string;
  readonly splitAt: Date;
  readonly statements: number;
  /** Whether visitors read the one or the other. */
  readonly isRead: boolean;
  readonly from: { readonly id: string; readonly name: string; readonly slug: string };
  readonly into: { readonly id: string; readonly name: string; readonly slug: string };
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface Along {
  /** How many of what goes along visitors read. */
  readonly published: number;
  readonly names: number;
  readonly roles: number;
}

/**
 * Why a speaker’s statements are not given to the other. Nothing leads to or from a voice without a name: neither a notice
 * nor a name nor a role, so what visitors read is not split off to one; and a voice is named by no list of statements.
 */
export function splitRefusals(from: Kept, into: Kept, { published, names, roles }: Along): Refusal[] {
  const no = (message: string, field = "statements"): Refusal[] => [
    { rule: "split.refused", message, field },
  ];
  if (from.id === into.id) return no("This is the same speaker. Name the other one.");
  if (from.kind === "anonymous" && into.kind !== "anonymous")
    return no("A voice without a name is named statement by statement, by who knows it of each.");
  if (into.kind !== "anonymous") return [];
  if (published > 0)
    return no(
      `Visitors read ${published === 1 ? "one" : published} of these statements as ${from.name}’s. Correct or retract what a voice without a name said.`,
    );
  return names + roles > 0
    ? no("No name and no role goes along to a voice without a name: it would tell who it is.", "names")
    : [];
}

const MOST_TOLD = 5;

/** Ids in words, the first few of many. */
export function idsInWords(ids: readonly string[]): string {
  const more = ids.length - MOST_TOLD;
  return more > 0 ? `${ids.slice(0, MOST_TOLD).join(", ")} and ${more} more` : ids.join(", ");
}
