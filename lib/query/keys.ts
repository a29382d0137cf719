import { searchKeyOf, searchWords } from "@/lib/text";
import type { Named } from "./fields";

/** The fields of a statement in which a search looks: what it says, where, when and to whom. */
export const SEARCHED_OF_STATEMENT = [
  ...(["wording", "originalWording", "context", "attribution"] as const),
  ...(["roleThen", "place", "event", "addressee"] as const),
];

type Searched = Readonly<Partial<Record<(typeof SEARCHED_OF_STATEMENT)[number], string | null | undefined>>>;

/**
 * A statement as a search looks in it, with the changes that are about to be made. The words of the role stand in it twice,
 * the second time as its own.
 */
export function statementKeyOf(statement: Searched, changes: Searched = {}): string {
  const text = (field: keyof Searched) =>
    (changes[field] === undefined ? statement[field] : changes[field]) ?? "";
  const role = searchWords(text("roleThen")).map(roleWord).join(" ");
  const key = searchKeyOf(...SEARCHED_OF_STATEMENT.map(text));
  return role === "" ? key : `${key}\n ${role} `;
}

/** A word as it stands in the key of a statement for whom `role:` asks. */
export const roleWord = (word: string) => `r/${word}`;

/** The fields of a source that its search key is made of. */
export const SEARCHED_OF_SOURCE = ["title", "titleRomanised", "titleTranslated", "author"] as const;

/** A source as a search looks in it. */
export function sourceKeyOf(
  source: Readonly<Partial<Record<(typeof SEARCHED_OF_SOURCE)[number], string | null>>>,
): string {
  return searchKeyOf(...SEARCHED_OF_SOURCE.map((field) => source[field] ?? ""));
}

/** Words in a row as they stand in a search key. */
export function phraseOf({ words, isPrefix }: Pick<Named, "words" | "isPrefix">): string {
  return ` ${words.join(" ")}${isPrefix ? "" : " "}`;
}
