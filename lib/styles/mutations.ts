import { createHash } from "node:crypto";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import type { AddedStyle, CslFile, CslItem } from "@/lib/citations";
import { MOST_CSL_BYTES, NotCsl, readCsl, tryStyle, Unset } from "@/lib/citations/server";
import { db, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { keyOfFile, labelOfFile, MOST_STYLES } from "./model";
import { findStyle } from "./queries";

/**
 * Adds a style or the words of a language, once it was read, checked and tried on a source of every kind.
 * @throws {Forbidden} @throws {Refused} with the reason in words, also when there is one of that address.
 */
export async function addStyle(actor: Actor, { text }: { text: string }): Promise<{ key: string }> {
  assertCan(actor, "setting:change");
  if (Buffer.byteLength(text) > MOST_CSL_BYTES)
    throw refused("large", `It is larger than ${MOST_CSL_BYTES / 1_000_000} MB, which no style is.`);
  const file = read(text);
  const key = keyOfFile(file);
  const sha256 = createHash("sha256").update(text).digest("hex");
  // outside of the transaction: it may take seconds, and nobody waits behind it
  if (await findStyle(key)) throw taken(file);
  await assertSets(file, { key, text, sha256 });
  await transact(async (tx) => {
    if (await tx.addedStyle.findUnique({ where: { key }, select: { id: true } })) throw taken(file);
    if ((await tx.addedStyle.count({ where: { kind: file.kind } })) >= MOST_STYLES)
      throw refused("many", `There are ${MOST_STYLES} already. Take one away first.`);
    const told = {
      ...{ key, kind: file.kind, cslId: file.id, title: file.title, label: labelOfFile(file) },
      ...{ format: file.format, language: file.language, sha256 },
    };
    const { id } = await tx.addedStyle.create({
      data: { ...told, text, addedById: actor.id, addedAt: now() },
      select: { id: true },
    });
    await appendAudit(tx, {
      ...{ actor, action: "style.added", subjectType: "style", subjectId: id, after: told },
    });
  });
  return { key };
}

/**
 * Takes a style away: from now on it is offered to nobody. What was cited in it is text, and stays what it is.
 * @throws {Forbidden} @throws {NotFound}
 */
export async function removeStyle(
  actor: Actor,
  { styleId }: { styleId: string },
): Promise<{ title: string }> {
  assertCan(actor, "setting:change");
  return transact(async (tx) => {
    const found = await tx.addedStyle.findUnique({
      where: { id: styleId },
      select: { key: true, kind: true, cslId: true, title: true, sha256: true },
    });
    if (!found) throw new NotFound("This style");
    await tx.addedStyle.delete({ where: { id: styleId } });
    await appendAudit(tx, {
      ...{ actor, action: "style.removed", subjectType: "style", subjectId: styleId, before: found },
    });
    return { title: found.title };
  });
}

function read(text: string): CslFile {
  try {
    return readCsl(text);
  } catch (error) {
    if (error instanceof NotCsl) throw refused("csl", error.message);
    throw error;
  }
}

function refused(rule: string, message: string): Refused {
  return new Refused([{ rule: `style.${rule}`, message, field: "text" }]);
}

function taken({ title }: CslFile): Refused {
  return refused("taken", `“${title}” is there already. Take the one that is there away first.`);
}

async function assertSets(
  file: CslFile,
  { key, text, sha256 }: { key: string; text: string; sha256: string },
): Promise<void> {
  const style: AddedStyle =
    file.kind === "style"
      ? {
          ...(await withWordsOf(file.language)),
          key,
          label: "",
          name: file.title,
          format: file.format,
          text,
          sha256,
        }
      : // words are tried in the smallest style that prints some of them
        { key, label: "", name: file.title, format: "author-date", text: PLAIN, words: text, sha256 };
  try {
    await tryStyle(style, TRIALS);
  } catch (error) {
    if (error instanceof Unset)
      throw refused("sets", `It was tried, and it could not set a source. ${error.message}`);
    throw error;
  }
}

async function withWordsOf(language: string): Promise<{ words: string | null }> {
  const found = await db.addedStyle.findUnique({
    where: { key: `words-${language || "en-US"}` },
    select: { text: true },
  });
  return { words: found?.text ?? null };
}

const PLAIN = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Plain</title><id>plain</id></info><citation><layout><names variable="author"/><text variable="title"/></layout></citation><bibliography><layout><names variable="author"/><text variable="title" quotes="true"/><text term="accessed"/><date variable="issued" form="text"/></layout></bibliography></style>`;

const JANE = { family: "Roe", given: "Jane" };
const KINDS =
  "article-newspaper webpage broadcast interview speech report dataset book hearing post document article-magazine";

/** A source of every kind: with persons and a body, with nobody, with a day and without. */
const TRIALS: readonly CslItem[] = KINDS.split(" ").map((type, index) => ({
  ...{ id: `trial-${type}`, type, title: "The bridge at Lindmouth is shut for the winter", language: "en" },
  ...{ URL: "https://example.org/bridge", "container-title": "The Lindmouth Courier" },
  ...(index % 4 === 3 ? {} : { issued: { "date-parts": [[2025, 10, 28]] as [number[]] } }),
  ...(index % 4 === 2 ? {} : { author: index % 2 === 0 ? [JANE] : [JANE, { literal: "Harbour Board" }] }),
  accessed: { "date-parts": [[2025, 11, 2]] as [number[]] },
}));
