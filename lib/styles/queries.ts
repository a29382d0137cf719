import { type Actor, assertCan } from "@/lib/auth";
import { type AddedStyle, CITATION_STYLES, type Style } from "@/lib/citations";
import { db } from "@/lib/db/server";
import { MOST_STYLES, type OfferedStyle } from "./model";

/** Every style that a citation can be had in: the shipped ones, then those that the desk added, by title. */
export async function listStyles(): Promise<readonly OfferedStyle[]> {
  const added = await db.addedStyle.findMany({
    where: { kind: "style" },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: MOST_STYLES,
    select: { key: true, label: true, title: true },
  });
  return [...CITATION_STYLES, ...added.map(({ title, ...style }) => ({ ...style, name: title }))];
}

/** The style of that key with its file and the words of its language; null when none has it, or none any more. */
export async function findStyle(key: string): Promise<Style | null> {
  const shipped = CITATION_STYLES.find((style) => style.key === key);
  if (shipped) return shipped.key;
  const found = await db.addedStyle.findFirst({
    where: { key, kind: "style" },
    select: { key: true, label: true, title: true, format: true, language: true, text: true, sha256: true },
  });
  if (!found) return null;
  const { title: name, format, language, sha256, ...rest } = found;
  const words = await db.addedStyle.findUnique({
    where: { key: `words-${language || "en-US"}` },
    select: { text: true, sha256: true },
  });
  return {
    ...{ ...rest, name, format: format as AddedStyle["format"] },
    words: words?.text ?? null,
    sha256: `${sha256} ${words?.sha256 ?? ""}`,
  };
}

/** What the desk added, for whoever changes settings: styles and words of languages. @throws {Forbidden} */
export async function listAddedStyles(actor: Actor) {
  assertCan(actor, "setting:change");
  return db.addedStyle.findMany({
    orderBy: [{ kind: "desc" }, { title: "asc" }, { id: "asc" }],
    take: 2 * MOST_STYLES,
    select: {
      ...{ id: true, key: true, kind: true, cslId: true, title: true, format: true },
      ...{ language: true, sha256: true, addedAt: true },
    },
  });
}
