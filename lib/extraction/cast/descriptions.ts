import type { Span } from "../model";
import type { Entity, NamedMention } from "./entities";
import {
  genderOfWord,
  isDemonym,
  isDeterminer,
  isPreposition,
  isPronounWord,
  isRoleNoun,
  singular,
} from "./lexicon";
import type { Role } from "./roles";
import type { Token } from "./tokens";

interface PrintedRole {
  readonly role: Role;
  readonly mention: NamedMention;
}

/** A person whom a description was tied to, and the mention nearest before it. */
export interface RoleTie {
  readonly mention: NamedMention;
  readonly sentences: number;
}

// descriptions of one head looked at on each side; more would be ambiguous and cost more than they give
const MAX_LOOKED_AT = 12;
const MAX_DISTANCE = 14;
const MATCHED = 3;
const PER_SENTENCE = 0.5;
const PRINTED_AFTER = 2;

/** The roles that an article prints beside names, and who a later description of that role is. */
export class Descriptions {
  readonly #tokens: readonly Token[];
  readonly #all: PrintedRole[] = [];
  readonly #byHead = new Map<string, PrintedRole[]>();

  constructor(tokens: readonly Token[], mentions: readonly NamedMention[]) {
    this.#tokens = tokens;
    for (const mention of mentions) {
      for (const role of mention.roles) {
        const printed = { role, mention };
        this.#all.push(printed);
        for (const word of role.words)
          if (word === role.head || isRoleNoun(tokens[0]?.lexicon.word(word))) this.#file(word, printed);
      }
    }
    this.#all.sort((one, other) => one.role.startUtf16 - other.role.startUtf16);
  }

  #file(word: string, printed: PrintedRole): void {
    const key = familyOf(word);
    const list = this.#byHead.get(key);
    if (list) list.push(printed);
    else this.#byHead.set(key, [printed]);
  }

  /** The person beside whose name these very words are printed. */
  printedAt(first: number, last: number): NamedMention | null {
    const start = this.#tokens[first]?.startUtf16 ?? 0;
    const end = this.#tokens[last]?.endUtf16 ?? 0;
    const from = lowerBound(this.#all, start);
    // "the ferry line's chief, Lars Winther": the words may be the end of what is printed
    const around = this.#all[from - 1];
    if (around && around.role.endUtf16 >= end && around.role.endUtf16 <= end + 1) return around.mention;
    for (let at = from; at < this.#all.length; at += 1) {
      const { role, mention } = this.#all[at] ?? {};
      if (!role || !mention || role.startUtf16 >= end) return null;
      if (role.endUtf16 <= end + 1) return mention;
    }
    return null;
  }

  /** Whether a name is part of somebody's description ("Braysmith, USI professor of art, said"). */
  isInside(span: Span): boolean {
    const at = lowerBound(this.#all, span.startUtf16 + 1) - 1;
    const role = this.#all[at]?.role;
    return role !== undefined && role.startUtf16 <= span.startUtf16 && span.endUtf16 <= role.endUtf16;
  }

  /** "the minister": the person nearest before whose printed role has that head and does not clash with its modifiers. */
  personBehind(first: number, last: number, head: Token): RoleTie | null {
    const opening = this.#tokens[first];
    const list = this.#byHead.get(familyOf(head.fold));
    if (!opening || !list) return null;
    const wanted = this.#tokens.slice(first, last + 1).filter((token) => token !== head && isContent(token));
    const at = lowerBound(list, opening.startUtf16);
    let best: { mention: NamedMention; score: number } | null = null;
    for (const { role, mention } of list.slice(Math.max(0, at - MAX_LOOKED_AT), at + MAX_LOOKED_AT)) {
      const gender = genderOfWord(head);
      if (gender && mention.entity.gender && gender !== mention.entity.gender) continue;
      const matched = wanted.filter(
        (token) => role.words.has(token.fold) || role.words.has(singular(token.fold)),
      ).length;
      const isAfter = role.startUtf16 > opening.startUtf16;
      if (wanted.length > 0 && matched === 0 && (isAfter || wanted.some((token) => clashes(token, role))))
        continue;
      if (isAfter && (matched < wanted.length || wanted.length === 0)) continue;
      const near = nearestBefore(mention.entity, opening.startUtf16);
      const distance = opening.sentence - (near ? (this.#tokens[near.first]?.sentence ?? 0) : role.sentence);
      const score =
        matched * MATCHED -
        Math.min(Math.abs(distance), MAX_DISTANCE) * PER_SENTENCE -
        (isAfter ? PRINTED_AFTER : 0);
      if (!best || score > best.score) best = { mention: near ?? mention, score };
    }
    if (!best) return null;
    return {
      mention: best.mention,
      sentences: opening.sentence - (this.#tokens[best.mention.first]?.sentence ?? 0),
    };
  }
}

function isContent(token: Token): boolean {
  return !isDeterminer(token) && !isPreposition(token) && !isPronounWord(token);
}

// "the Afghan minister" is not "the Pakistani minister", and "the finance minister" is not the defence minister
function clashes(token: Token, role: Role): boolean {
  if (isDemonym(token))
    return [...role.words].some((word) => isDemonym(token.lexicon.word(word)) && word !== token.fold);
  return (
    token.isCapital ||
    [...role.words].some(
      (word) =>
        word !== role.head && !isRoleNoun(token.lexicon.word(word)) && !isDemonym(token.lexicon.word(word)),
    )
  );
}

function lowerBound(list: readonly PrintedRole[], start: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.role.startUtf16 ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "spokesman" and "spokesperson" are one family, so are the chairs. */
function familyOf(head: string): string {
  return head.replace(/(?:man|woman|person)$/u, (ending, at: number) => (at > 3 ? "" : ending));
}

/** The last mention of a person that starts before `offset`. */
export function nearestBefore(entity: Entity, offset: number): NamedMention | null {
  const { mentions } = entity;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.startUtf16 ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1] ?? null;
}
