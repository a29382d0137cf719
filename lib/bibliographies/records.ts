import type { Actor } from "@/lib/auth";
import { addressedClaims } from "@/lib/claims/server";
import { atLeisure, db } from "@/lib/db/server";
import { absoluteUrl } from "@/lib/http";
import { titlesFor } from "@/lib/sources/server";
import { slugsNow } from "@/lib/speakers/server";
import { visibleSources, visibleSpeakers, visibleStories } from "@/lib/visibility/server";
import type { Mention } from "./mentions";

/** A record that is cited beside statements, as the actor sees it. */
export interface OtherRecord {
  readonly kind: Exclude<Mention["kind"], "statement">;
  readonly id: string;
  readonly url: string;
  readonly label: string;
  readonly isWithdrawn: boolean;
}

const AT_ONCE = 200;

/** The speakers, sources, claims and stories that are named, by kind and id. */
export async function findRecords(
  actor: Actor,
  mentions: readonly Mention[],
): Promise<Map<string, OtherRecord>> {
  const found = new Map<string, OtherRecord>();
  for (const kind of ["speaker", "source", "claim", "story"] as const) {
    const ids = [...new Set(mentions.flatMap((one) => (one.kind === kind ? one.id : [])))];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const rows = await atLeisure(() => FIND[kind](actor, some));
      for (const { id, label, isWithdrawn = false } of rows)
        found.set(`${kind} ${id}`, {
          kind,
          id,
          label,
          isWithdrawn,
          url: absoluteUrl(`/${PLACES[kind]}/${id}`),
        });
    }
  }
  return found;
}

const PLACES = { speaker: "speakers", source: "sources", claim: "claims", story: "stories" } as const;

interface Row {
  readonly id: string;
  readonly label: string;
  readonly isWithdrawn?: boolean;
}

const FIND: Readonly<Record<OtherRecord["kind"], (actor: Actor, ids: string[]) => Promise<Row[]>>> = {
  async speaker(actor, ids) {
    const slugs = await slugsNow(actor, ids);
    const rows = await db.speaker.findMany({
      where: { AND: [{ slug: { in: slugs } }, visibleSpeakers(actor)] },
      select: { slug: true, name: true },
      orderBy: { id: "asc" },
    });
    const names = new Map(rows.map(({ slug, name }) => [slug, name]));
    // by the address that was cited, which leads on
    return ids.flatMap((id, index) => {
      const label = names.get(slugs[index] ?? "");
      return label === undefined ? [] : [{ id, label }];
    });
  },
  async source(actor, ids) {
    const rows = await db.source.findMany({
      where: { AND: [{ publicId: { in: ids } }, visibleSources(actor)] },
      select: { publicId: true, title: true },
      orderBy: { id: "asc" },
    });
    const titled = await titlesFor(actor, rows);
    return rows.map((row) => ({ id: row.publicId, label: titled(row).title }));
  },
  async claim(actor, ids) {
    const rows = await db.claim.findMany({
      where: { AND: [{ slug: { in: ids } }, addressedClaims(actor)] },
      select: { slug: true, proposition: true, state: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ slug, proposition, state }) => ({
      ...{ id: slug, label: proposition, isWithdrawn: state === "withdrawn" },
    }));
  },
  async story(actor, ids) {
    const rows = await db.story.findMany({
      where: { AND: [{ slug: { in: ids } }, visibleStories(actor)] },
      select: { slug: true, title: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ slug, title }) => ({ id: slug, label: title }));
  },
};
