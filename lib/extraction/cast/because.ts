import type { Entity, NamedMention } from "./entities";
import type { Token } from "./tokens";

const NUMBERS = [
  "in the same sentence",
  "one sentence before",
  "two sentences before",
  "three sentences before",
  "four sentences before",
  "five sentences before",
];

/** A distance in sentences as a reporter would say it; negative means later in the article. */
export function ago(sentences: number): string {
  if (sentences < 0) return "further down";
  return NUMBERS[sentences] ?? `${sentences} sentences before`;
}

// asked at every mention, and somebody named on every page has a role on every page
const longest = new WeakMap<Entity, string | null>();

/** The longest description printed with a person, or null. Asked only once all names of the article are read. */
export function roleOf(text: string, entity: Entity | null): string | null {
  if (entity === null) return null;
  const known = longest.get(entity);
  if (known !== undefined) return known;
  const found = longestRole(text, entity);
  longest.set(entity, found);
  return found;
}

function longestRole(text: string, entity: Entity): string | null {
  let best: string | null = null;
  for (const role of entity.roles) {
    const printed = text.slice(role.startUtf16, role.endUtf16).replace(/\s+/gu, " ");
    if (best === null || (printed.length > best.length && printed.length < 160)) best = printed;
  }
  return best;
}

/** Why a name stands for its bearer. */
export function nameReason(text: string, tokens: readonly Token[], mention: NamedMention): string {
  const printed = text.slice(mention.startUtf16, mention.endUtf16);
  const { anchor, entity } = mention;
  if (mention.link === "full" || mention.link === "only") return `named here as ${entity.canonical}`;
  if (!anchor) return `${mention.link} ${printed}, matched to ${entity.canonical} further down`;
  const distance = (tokens[mention.first]?.sentence ?? 0) - (tokens[anchor.first]?.sentence ?? 0);
  const what =
    mention.link === "spelling"
      ? `${printed}, spelled otherwise, taken for`
      : `${mention.link} ${printed}, matched to`;
  return `${what} ${entity.canonical} ${ago(distance)}`;
}
