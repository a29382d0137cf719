import { searchKeyOf, searchWords, soundOf } from "@/lib/text";
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

/** A word as it stands in the key of a statement for whom `role:` asks: no beginning that somebody types is one of it. */
export const roleWord = (word: string) => `/${word}`;

/** The fields of a source that its search key is made of. */
export const SEARCHED_OF_SOURCE = ["title", "titleRomanised", "titleTranslated", "author"] as const;

/** A source as a search looks in it. */
export function sourceKeyOf(
  source: Readonly<Partial<Record<(typeof SEARCHED_OF_SOURCE)[number], string | null>>>,
): string {
  return searchKeyOf(...SEARCHED_OF_SOURCE.map((field) => source[field] ?? ""));
}

/** A name as a search looks in it: its words, and how each of them sounds. */
export function nameKeyOf(name: string): string {
  const sounds = searchWords(name).flatMap((word) => soundWord(word) ?? []);
  const key = searchKeyOf(name);
  return sounds.length === 0 ? key : `${key}\n ${[...new Set(sounds)].join(" ")} `;
}

/** A word of a name by its sound, as it stands in the key of the name; null where a sound says too little. */
export function soundWord(word: string): string | null {
  const sound = soundOf(word);
  return sound === null ? null : `/${word.charAt(0)}${sound}`;
}

/** Words in a row as they stand in a search key. */
export function phraseOf({ words, isPrefix }: Pick<Named, "words" | "isPrefix">): string {
  return ` ${words.join(" ")}${isPrefix ? "" : " "}`;
}
