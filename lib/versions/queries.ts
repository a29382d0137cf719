import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { titlesFor } from "@/lib/sources/server";
import { WORDED } from "@/lib/statements/server";
import { visibleStatements } from "@/lib/visibility/server";
import {
  changesBetweenVersions,
  noticeAsOf,
  readSnapshot,
  speakerSlugIn,
  type VersionFields,
  withoutName,
} from "./model";

export type VersionDetail = Awaited<ReturnType<typeof getVersion>>;

/**
 * A version of a statement, with what it changed of the one before and what every other version is; read by whoever may
 * read the statement. `statement` is the version with its company: its own words, under the notices of today.
 * @throws {NotFound} also when the actor may not see the statement.
 */
export async function getVersion(actor: Actor, { publicId, number }: { publicId: string; number: number }) {
  const found = await db.statement.findFirst({
    where: { AND: [{ publicId }, visibleStatements(actor)] },
    select: {
      ...WORDED,
      id: true,
      publishedVersion: true,
      versions: { orderBy: { number: "asc" }, select: { number: true, publishedAt: true } },
    },
  });
  const version = found?.versions.find((one) => one.number === number);
  if (!found || !version) throw new NotFound(`Version ${number} of statement ${publicId}`);
  const stored = await db.statementVersion.findMany({
    where: { statementId: found.id, number: { in: [number - 1, number] } },
    orderBy: { number: "desc" },
    select: STORED,
  });
  const [read, former] = await readStored(stored);
  if (!read) throw new NotFound(`Version ${number} of statement ${publicId}`);
  const titled = await titlesFor(actor, read.source ? [read.source] : []);
  const fields = { ...read, source: read.source && titled(read.source) };
  const { corrections, isReplaced } = noticeAsOf(number, found.corrections);
  const { state, retractions } = found;
  return {
    publicId,
    number,
    publishedAt: version.publishedAt,
    newest: found.publishedVersion ?? number,
    statement: {
      ...fields,
      ...{ state, retractions, corrections },
      // a doubt that came later is one about the same words
      ...(isReplaced || found.verdicts.length === 0 ? {} : { verdicts: found.verdicts }),
    },
    verdicts: fields.verdicts,
    isReplaced,
    /** What made this version, and what it changed; null of the first. */
    made: former
      ? {
          correction: found.corrections.find(({ versionNumber }) => versionNumber === number) ?? null,
          changes: changesBetweenVersions(former, fields),
        }
      : null,
    versions: found.versions.map((one) => ({
      ...one,
      correction: found.corrections.find(({ versionNumber }) => versionNumber === one.number) ?? null,
    })),
  };
}

const STORED = { snapshot: true, publishedAt: true } as const;

interface StoredVersion {
  readonly snapshot: string;
  readonly publishedAt: Date;
}

/**
 * Snapshots as they are read. Who became an anonymous voice since lost the address, and is not named here either: neither as
 * the speaker nor in a field that prints a word of the name. Somebody of that name who came later may have the address by
 * now, and is not who spoke.
 */
async function readStored(stored: readonly StoredVersion[]): Promise<VersionFields[]> {
  const slugs = stored.flatMap(({ snapshot }) => speakerSlugIn(snapshot) ?? []);
  const found = await db.speaker.findMany({
    where: { slug: { in: slugs } },
    orderBy: { id: "asc" },
    select: { slug: true, createdAt: true },
  });
  const since = new Map(found.map(({ slug, createdAt }) => [slug, createdAt]));
  const all = stored.map(({ snapshot, publishedAt }) => {
    const slug = speakerSlugIn(snapshot);
    const createdAt = slug === null ? undefined : since.get(slug);
    const isNamed = slug === null || (createdAt !== undefined && createdAt <= publishedAt);
    return { isNamed, fields: readSnapshot(snapshot) };
  });
  // the version before may have been of the same person, under another name
  const hidden = all.flatMap(({ isNamed, fields }) => (isNamed ? [] : (fields.speaker?.name ?? [])));
  return all.map(({ isNamed, fields }) => (isNamed ? fields : withoutName(fields, hidden)));
}

/**
 * What was changed of a statement between one of its versions and the newest, and both their words; read by whoever may
 * read the statement. Null where there is no such version, or nothing newer.
 */
export async function findChangesSince(
  actor: Actor,
  { publicId, number }: { publicId: string; number: number },
) {
  const found = await db.statement.findFirst({
    where: { AND: [{ publicId }, visibleStatements(actor)] },
    select: { id: true, publishedVersion: true },
  });
  const newest = found?.publishedVersion ?? 0;
  if (!found || newest <= number) return null;
  const stored = await db.statementVersion.findMany({
    where: { statementId: found.id, number: { in: [number, newest] } },
    orderBy: { number: "asc" },
    select: STORED,
  });
  const [was, now] = await readStored(stored);
  return was && now ? changesBetweenVersions(was, now) : null;
}
