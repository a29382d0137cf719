import type { Resolution } from "./cast";
import { ago, nameReason, roleOf } from "./cast-because";
import type { Entity, NamedMention } from "./cast-entities";
import {
  genderOfWord,
  isBodyHead,
  isBodyNoun,
  isDemonym,
  isDocumentNoun,
  isPluralRole,
  isRoleNoun,
  singular,
} from "./cast-lexicon";
import { headOf, type Role } from "./cast-roles";
import type { Token } from "./cast-tokens";
import { PRONOUNS } from "./en/cast-people";
import { DETERMINERS, PREPOSITIONS } from "./en/cast-words";
import type { SpeakerKind } from "./model";

const UNNAMED = new Set("unnamed unidentified anonymous undisclosed".split(" "));
const SINGLE = new Set("a an one another someone somebody anyone".split(" "));
const MAX_BACK = 14;

/** Resolves mentions that are names or descriptions of somebody: everything but pronouns. */
export class Descriptions {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #mentions: readonly NamedMention[];
  readonly #roles: { readonly role: Role; readonly mention: NamedMention }[] = [];

  constructor(text: string, tokens: readonly Token[], mentions: readonly NamedMention[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#mentions = mentions;
    for (const mention of mentions) {
      for (const role of mention.roles) this.#roles.push({ role, mention });
    }
  }

  /** Resolves the words of tokens `first..last`. */
  resolve(first: number, last: number): Resolution {
    const named = this.#headName(first, last);
    if (named) return named;
    const words = this.#tokens.slice(first, last + 1);
    const printed = this.#print(first, last);
    const opening = words[0];
    const head = this.#tokens[headOf(this.#tokens, first, last)] ?? words[words.length - 1];
    if (!opening || !head) return this.#unresolved("none", "no noun to resolve");
    const isAnonymous = SINGLE.has(opening.fold) || words.some((word) => UNNAMED.has(word.fold));
    if (isAnonymous && !isPluralRole(head.fold)) return this.#anonymous(first, last, printed);
    const near =
      this.#roleAt(first, last) ?? (isPluralRole(head.fold) ? null : this.#described(first, last, head));
    if (near) return near;
    if (isAnonymous || isPluralRole(head.fold)) {
      const kind: SpeakerKind =
        isAnonymous && words.some((word) => UNNAMED.has(word.fold)) ? "anonymous" : "collective";
      return {
        canonical: printed,
        kind,
        role: null,
        because: `a group, known only as “${printed}”`,
        antecedent: null,
      };
    }
    if (isBodyNoun(head.fold) || isBodyHead(head.fold)) return this.#body(first, head, printed);
    if (isDocumentNoun(head.fold))
      return {
        canonical: printed,
        kind: "role",
        role: null,
        because: `a document, known only as “${printed}”`,
        antecedent: null,
      };
    return this.#unresolved("role", `no name in the article is printed with “${printed}”`);
  }

  #print(first: number, last: number): string {
    let from = first;
    if (["the", "these", "those", "this", "that"].includes(this.#tokens[from]?.fold ?? "") && from < last)
      from += 1;
    const start = this.#tokens[from]?.startUtf16 ?? 0;
    return this.#text.slice(start, this.#tokens[last]?.endUtf16 ?? start).replace(/\s+/gu, " ");
  }

  #unresolved(kind: SpeakerKind, because: string): Resolution {
    return { canonical: null, kind, role: null, because, antecedent: null };
  }

  #anonymous(first: number, last: number, printed: string): Resolution {
    const described = last - first >= 1 && (this.#tokens[first + 1]?.fold ?? "") !== "source";
    const label = printed.replace(/^(?:A|An|One|Another)\b/u, (word) => word.toLowerCase());
    return {
      canonical: described ? label : null,
      kind: "anonymous",
      role: null,
      because: `not named in the article, known only as “${printed}”`,
      antecedent: null,
    };
  }

  // mentions whose run touches the tokens, in order
  *#within(first: number, last: number): Generator<NamedMention> {
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#mentions[middle]?.runLast ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.#mentions.length; at += 1) {
      const mention = this.#mentions[at];
      if (!mention || mention.runFirst > last) return;
      yield mention;
    }
  }

  #headName(first: number, last: number): Resolution | null {
    const head = headOf(this.#tokens, first, last);
    let body: NamedMention | null = null;
    for (const mention of this.#within(first, last)) {
      if (mention.first < first || mention.last > last) {
        if (mention.last < first || mention.first > last) continue;
      }
      if (this.#tokens[mention.last]?.isPossessive && mention.last < last) continue;
      const before = this.#tokens[mention.runFirst - 1];
      const governed =
        mention.runFirst > first && before !== undefined && this.#isGoverned(first, mention.runFirst);
      const isPerson = mention.entity.kind === "person" || mention.kind === "person";
      if (isPerson && (!governed || this.#endsDescription(first, mention, last))) return this.#named(mention);
      if (!governed && head >= 0 && mention.last >= head && body === null) body = mention;
      if (!governed && head < 0 && body === null) body = mention;
    }
    return body && !this.#isLedByRole(first, body) ? this.#named(body) : null;
  }

  // "a spokesman for the ministry": the name hangs on a preposition, and a noun before it is the head
  #isGoverned(first: number, at: number): boolean {
    for (let back = at - 1; back >= first; back -= 1) {
      const token = this.#tokens[back];
      if (!token) return false;
      if (PREPOSITIONS.has(token.fold)) return back > first;
      if (!this.#tokens[back + 1]?.isJoined) return false;
    }
    return false;
  }

  // "director of the Dallas chapter Alia Salem": a person's name that closes the description bears it
  #endsDescription(first: number, mention: NamedMention, last: number): boolean {
    const before = this.#tokens[mention.first - 1];
    if (!before || PREPOSITIONS.has(before.fold) || DETERMINERS.has(before.fold)) return false;
    return mention.runLast >= last && mention.first > first && mention.first > mention.runFirst;
  }

  #isLedByRole(first: number, mention: NamedMention): boolean {
    for (let at = first; at < mention.first; at += 1) {
      const token = this.#tokens[at];
      if (token && isRoleNoun(token.fold) && !token.isCapital) return true;
    }
    return false;
  }

  #named(mention: NamedMention): Resolution {
    return {
      canonical: mention.entity.canonical,
      kind: "named",
      role: roleOf(this.#text, mention.entity),
      because: nameReason(this.#text, this.#tokens, mention),
      antecedent: mention.anchor
        ? { startUtf16: mention.anchor.startUtf16, endUtf16: mention.anchor.endUtf16 }
        : null,
    };
  }

  #tied(mention: NamedMention, because: string): Resolution {
    return {
      canonical: mention.entity.canonical,
      kind: "role",
      role: roleOf(this.#text, mention.entity),
      because,
      antecedent: { startUtf16: mention.startUtf16, endUtf16: mention.endUtf16 },
    };
  }

  // the description is itself printed beside a name
  #roleAt(first: number, last: number): Resolution | null {
    const start = this.#tokens[first]?.startUtf16 ?? 0;
    const end = this.#tokens[last]?.endUtf16 ?? 0;
    for (const { role, mention } of this.#roles) {
      if (role.startUtf16 < end && start < role.endUtf16 && role.endUtf16 <= end + 1) {
        return this.#tied(
          mention,
          `“${this.#print(first, last)}” is printed beside ${mention.entity.canonical}`,
        );
      }
    }
    return null;
  }

  /** "the minister": the person nearest before whose printed role has that head and does not clash with its modifiers. */
  #described(first: number, last: number, head: Token): Resolution | null {
    const opening = this.#tokens[first];
    if (!opening) return null;
    const wanted = this.#tokens
      .slice(first, last + 1)
      .filter(
        (token) =>
          token !== head &&
          !DETERMINERS.has(token.fold) &&
          !PREPOSITIONS.has(token.fold) &&
          !PRONOUNS.has(token.fold),
      );
    let best: { mention: NamedMention; score: number } | null = null;
    for (const { role, mention } of this.#roles) {
      if (!sameHead(role, head.fold)) continue;
      const gender = genderOfWord(head.fold);
      if (gender && mention.entity.gender && gender !== mention.entity.gender) continue;
      const matched = wanted.filter(
        (token) => role.words.has(token.fold) || role.words.has(singular(token.fold)),
      ).length;
      const isAfter = role.startUtf16 > opening.startUtf16;
      if (
        wanted.length > 0 &&
        matched === 0 &&
        (isAfter || wanted.some((token) => token.isCapital && !isDemonym(token.fold)))
      )
        continue;
      if (isAfter && matched < wanted.length) continue;
      const near = nearest(mention.entity, opening.startUtf16);
      const distance = opening.sentence - (near ? (this.#tokens[near.first]?.sentence ?? 0) : role.sentence);
      const score = matched * 3 - Math.min(Math.abs(distance), MAX_BACK) * 0.5 - (isAfter ? 2 : 0);
      if (!best || score > best.score) best = { mention: near ?? mention, score };
    }
    if (!best) return null;
    const distance = opening.sentence - (this.#tokens[best.mention.first]?.sentence ?? 0);
    return this.#tied(
      best.mention,
      `“${this.#print(first, last)}” read as ${best.mention.entity.canonical}, whose role is printed, last named ${ago(distance)}`,
    );
  }

  /** "the church", "the ministry": the nearest body before whose name holds that word; otherwise the words themselves. */
  #body(first: number, head: Token, printed: string): Resolution {
    const opening = this.#tokens[first];
    if (opening && DETERMINERS.has(opening.fold)) {
      for (const mention of this.#before(opening)) {
        const { entity } = mention;
        if (entity.kind !== "person" && entity.parts.length > 1 && entity.parts.includes(head.fold)) {
          return this.#tied(mention, `“${printed}” read as ${entity.canonical}, whose name holds the word`);
        }
      }
    }
    return {
      canonical: printed,
      kind: "role",
      role: null,
      because: `a body, known only as “${printed}”`,
      antecedent: null,
    };
  }

  *#before(opening: Token): Generator<NamedMention> {
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#mentions[middle]?.startUtf16 ?? 0) < opening.startUtf16) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0 && at > low - 400; at -= 1) {
      const mention = this.#mentions[at];
      if (mention) yield mention;
    }
  }
}

const SPOKES = /^(?:spokes|chair|congress|council|assembly)(?:man|woman|person|member)?$/u;

function sameHead(role: Role, head: string): boolean {
  if (role.head === head) return true;
  if (SPOKES.test(role.head) && SPOKES.test(head)) return role.head.slice(0, 5) === head.slice(0, 5);
  return role.words.has(head) && isRoleNoun(head);
}

function nearest(entity: Entity, before: number): NamedMention | null {
  let best: NamedMention | null = null;
  for (const mention of entity.mentions) {
    if (mention.startUtf16 >= before) break;
    best = mention;
  }
  return best;
}
