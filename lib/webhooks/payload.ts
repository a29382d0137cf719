import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { toContradictionJson } from "@/lib/exports";
import {
  readClaimJson,
  readSourceJson,
  readSpeakerJson,
  readStatementJson,
  readStoryJson,
} from "@/lib/exports/server";
import { absoluteUrl } from "@/lib/http";
import { listRelationsOf } from "@/lib/relations/server";

/** What the public reads of a thing now. */
export interface PublicRecord {
  readonly url: string;
  readonly record: object;
}

/**
 * What the public reads at this moment of what an event is about, as `/api/v1` gives it without a key; null when it reads
 * nothing of it, or not any more.
 */
export async function findPublicRecord(subjectType: string, id: string): Promise<PublicRecord | null> {
  try {
    return (await READS[subjectType]?.(id)) ?? null;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

const at = (path: string, record: object) => ({ url: absoluteUrl(path), record });
const slug = { slug: true } as const;
const publicId = { publicId: true } as const;

const READS: Readonly<Record<string, (id: string) => Promise<PublicRecord | null>>> = {
  async statement(id) {
    const found = await db.statement.findUnique({ where: { id }, select: publicId });
    if (!found) return null;
    return at(`/statements/${found.publicId}`, await readStatementJson(VISITOR, found.publicId));
  },
  async claim(id) {
    const found = await db.claim.findUnique({ where: { id }, select: slug });
    return found && at(`/claims/${found.slug}`, await readClaimJson(VISITOR, found.slug));
  },
  async speaker(id) {
    const found = await db.speaker.findUnique({ where: { id }, select: slug });
    return found && at(`/speakers/${found.slug}`, await readSpeakerJson(VISITOR, found.slug));
  },
  async story(id) {
    const found = await db.story.findUnique({ where: { id }, select: slug });
    return found && at(`/stories/${found.slug}`, await readStoryJson(VISITOR, found.slug));
  },
  async source(id) {
    const found = await db.source.findUnique({ where: { id }, select: publicId });
    return found && at(`/sources/${found.publicId}`, await readSourceJson(VISITOR, found.publicId));
  },
  async relation(id) {
    const found = await db.relation.findUnique({ where: { id }, select: { from: { select: publicId } } });
    if (!found) return null;
    const ties = await listRelationsOf(VISITOR, found.from.publicId);
    const tie = ties.find(({ relation }) => relation.id === id);
    return tie ? at(`/statements/${found.from.publicId}`, toContradictionJson(tie.relation)) : null;
  },
};
