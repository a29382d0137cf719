import { absoluteUrl } from "@/lib/http";
import { type ExportedNotice, toNoticeJson } from "./notice-json";
import { isoDate } from "./statement-json";

interface ListedSpeaker {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly statements: number;
}

interface Affiliation {
  readonly role: string;
  readonly body: string;
  readonly heldFrom: Date | null;
  readonly heldFromPrecision: string | null;
  readonly heldTo: Date | null;
  readonly heldToPrecision: string | null;
}

interface OpenedSpeaker extends Omit<ListedSpeaker, "role" | "statements"> {
  readonly description: string;
  readonly aliases: readonly { readonly name: string; readonly kind: string }[];
  readonly affiliations: readonly Affiliation[];
}

/** A speaker as `/speakers.json` lists them; `statements` counts those that the reader may see. */
export function toSpeakerRowJson({ name, slug, kind, role, statements }: ListedSpeaker) {
  return { name, slug, url: absoluteUrl(`/speakers/${slug}`), kind, role, statements };
}

/** A speaker as `/speakers/[slug].json` gives them, with roles as far as they are dated. */
export function toSpeakerJson(
  speaker: OpenedSpeaker,
  statements: number,
  notices: readonly ExportedNotice[],
) {
  const { name, slug, kind, description, aliases, affiliations } = speaker;
  return {
    name,
    slug,
    url: absoluteUrl(`/speakers/${slug}`),
    kind,
    description,
    aliases: aliases.filter(({ kind }) => kind !== "printed").map((alias) => alias.name),
    affiliations: affiliations.map(({ role, body, ...held }) => ({
      role,
      body,
      heldFrom: isoDate(held.heldFrom, held.heldFromPrecision),
      heldTo: isoDate(held.heldTo, held.heldToPrecision),
    })),
    statements,
    changes: notices.map(toNoticeJson),
  };
}
