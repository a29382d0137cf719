import { Refused } from "@/lib/errors";
import { normaliseName } from "@/lib/text";

/** One of the records that words in a field may mean. */
interface Meant {
  readonly id: string;
  /** As it is written to mean this one and no other. */
  readonly told: string;
}

interface Asked {
  /** The field that the words stand in. */
  readonly field: string;
  /** What is looked for, as in “No story has these words”. */
  readonly what: string;
}

const MOST_NAMED = 5;

/**
 * The one of `found` that `typed` means: by its id, as it is told apart, or because it alone has these words.
 * @throws {Refused} at the field, naming those that may be meant as they can be written there.
 */
export function oneMeant<One extends Meant>(
  typed: string,
  found: readonly One[],
  { field, what }: Asked,
): One {
  const key = normaliseName(typed);
  const exact =
    found.find(({ id }) => id === typed) ?? found.find(({ told }) => told === typed) ?? sole(found, key);
  const within = exact ? [exact] : found.filter(({ told }) => hasWords(told, key));
  const [first, ...others] = within;
  if (first && others.length === 0) return first;
  const told = within.slice(0, MOST_NAMED).map((one) => `“${one.told}”`);
  const message = first
    ? `Several may be meant: ${told.join(", ")}. Write one of them as it stands here.`
    : `No ${what} has these words: “${typed}”. Check the spelling.`;
  throw new Refused([{ rule: `${field}.meant`, message, field }]);
}

/** Whether each word of `words`, a key made by `normaliseName`, begins a word of the text. */
export function hasWords(text: string, words: string): boolean {
  const key = ` ${normaliseName(text)}`;
  return words.split(" ").every((word) => key.includes(` ${word}`));
}

function sole<One extends Meant>(found: readonly One[], key: string): One | undefined {
  const [first, ...others] = found.filter(({ told }) => normaliseName(told) === key);
  return others.length === 0 ? first : undefined;
}
