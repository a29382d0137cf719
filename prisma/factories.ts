import { createHash, randomUUID } from "node:crypto";
import type { Actor, Role } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { nameKeyOf, sourceKeyOf, statementKeyOf } from "@/lib/query";
import { foldForSearch, normaliseName, printableId, slugify } from "@/lib/text";

/** What tests and the benchmark make without going through the newsroom's rules: rows, nothing more. */

export async function makeUser(role: Role, name = `A ${role}`): Promise<Actor & { readonly id: string }> {
  const user = await db.user.create({ data: { name, email: `${randomUUID()}@example.test`, role } });
  return { id: user.id, name: user.name, role };
}

export async function makeSpeaker(name = `Speaker ${randomUUID().slice(0, 8)}`, kind = "person") {
  return db.speaker.create({
    data: {
      slug: slugify(name),
      name,
      sortName: normaliseName(name),
      kind,
      aliases: { create: { name, nameKey: normaliseName(name), searchKey: nameKeyOf(name), kind: "name" } },
    },
  });
}

/** A source with one edition that holds `text`. */
export async function makeSource(text: string, title = "A report", outletId: string | null = null) {
  return db.source.create({
    data: {
      publicId: printableId("src"),
      title,
      searchKey: sourceKeyOf({ title }),
      outletId,
      publishedOn: new Date("2025-10-28T00:00:00Z"),
      publishedOnPrecision: "day",
      editions: {
        create: {
          number: 1,
          text,
          sha256: createHash("sha256").update(text).digest("hex"),
          lengthUtf16: text.length,
          retrievedAt: new Date("2025-10-28T18:42:00Z"),
        },
      },
    },
    include: { editions: true },
  });
}

export interface StatementParts {
  readonly wording?: string;
  readonly speakerId?: string | null;
  readonly sourceId?: string;
  readonly storyId?: string | null;
  readonly capturedById?: string | null;
  readonly state?: string;
  readonly form?: string;
  readonly occurredAt?: Date;
}

/** A statement that stands in a source of its own, anchored exactly, unless `sourceId` names one that holds it. */
export async function makeStatement(parts: StatementParts = {}) {
  const wording = parts.wording ?? `“Words number ${randomUUID().slice(0, 8)},”`;
  const source = parts.sourceId
    ? await db.source.findUniqueOrThrow({ where: { id: parts.sourceId }, include: { editions: true } })
    : await makeSource(`Somebody spoke. ${wording} somebody said. Nobody answered.`);
  const edition = source.editions[0];
  if (!edition) throw new Error("a source without an edition cannot hold a statement");
  const start = Math.max(0, edition.text.indexOf(wording));
  const state = parts.state ?? "captured";
  const isPublished = state === "published" || state === "retracted";
  const publishedAt = isPublished ? new Date("2025-10-29T16:02:00Z") : null;
  return db.statement.create({
    data: {
      publicId: printableId("st"),
      wording,
      wordingKey: foldForSearch(wording),
      searchKey: statementKeyOf({ wording }),
      form: parts.form ?? "direct",
      speakerId: parts.speakerId ?? null,
      attribution: "somebody",
      cue: "said",
      sourceId: source.id,
      storyId: parts.storyId ?? null,
      state,
      publishedVersion: isPublished ? 1 : null,
      publishedAt,
      occurredAt: parts.occurredAt ?? new Date("2025-10-28T00:00:00Z"),
      capturedById: parts.capturedById ?? null,
      anchors: {
        create: {
          editionId: edition.id,
          startUtf16: start,
          endUtf16: start + wording.length,
          exact: wording,
          prefix: edition.text.slice(Math.max(0, start - 32), start),
          suffix: edition.text.slice(start + wording.length, start + wording.length + 32),
          pieces: JSON.stringify([[start, start + wording.length]]),
          contextStartUtf16: 0,
          contextEndUtf16: edition.text.length,
          checkedAt: new Date("2025-10-28T18:42:00Z"),
        },
      },
    },
  });
}
