import { endOfSource, nameBehind } from "./asides";
import { authorAround, authorWithin, isWritten, lastAuthor, unnamedAuthor } from "./authors";
import { bearerOf, bearerOfWords } from "./bearers";
import { ago, nameReason, roleOf } from "./because";
import type { Descriptions } from "./descriptions";
import { nearestBefore } from "./descriptions";
import type { NamedMention } from "./entities";
import { isCoordinated, isGoverned, isPairOf, jointly } from "./joint";
import {
  isBodyHead,
  isBodyNoun,
  isDemonym,
  isDeterminer,
  isDocumentNoun,
  isPluralRole,
  isPreposition,
} from "./lexicon";
import { MentionIndex } from "./mention-index";
import { FIGURES, INDEFINITE, NAMED_APART, POINTING, RELATIVE, SHARES, UNNAMED } from "./mention-words";
import { label, type Resolution, unresolved } from "./resolution";
import { headOf, isPersonHead } from "./roles";
import type { Salience } from "./salience";
import type { Token } from "./tokens";

/** Resolves mentions that are names or descriptions of somebody: everything but pronouns. */
export class Mentions {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #index: MentionIndex;
  readonly #descriptions: Descriptions;
  readonly #salience: Salience;

  constructor(
    text: string,
    tokens: readonly Token[],
    mentions: readonly NamedMention[],
    descriptions: Descriptions,
    salience: Salience,
  ) {
    this.#text = text;
    this.#tokens = tokens;
    this.#index = new MentionIndex(mentions);
    this.#descriptions = descriptions;
    this.#salience = salience;
  }

  /** Resolves the words of tokens `first..last`. */
  resolve(first: number, printedLast: number): Resolution {
    const last = endOfSource(this.#tokens, printedLast);
    const found = this.#resolved(first, last);
    if (found.bearer !== undefined) return found;
    const head = headOf(this.#tokens, first, last);
    const at = head < 0 ? last : head;
    return { ...found, bearer: bearerOfWords(found, this.#tokens[at], this.#tokens[at - 1]) };
  }

  #resolved(first: number, last: number): Resolution {
    const joint = jointly(this.#text, this.#tokens, this.#index, first, last);
    // "a report by Walter and Teles" speaks for both
    if (joint && !isWritten(this.#tokens, this.#index, first, last)) return joint;
    const beyond = nameBehind(this.#tokens, this.#index, first, last);
    if (beyond)
      return this.#tied(beyond, `“${this.#print(first, last)}” is printed beside ${beyond.entity.canonical}`);
    const named = this.#headName(first, last);
    if (named) return named;
    const headAt = headOf(this.#tokens, first, last);
    const opening = this.#tokens[first];
    const head = this.#tokens[headAt < 0 ? last : headAt];
    const printed = this.#print(first, last);
    if (!opening || !head) return unresolved("none", "no noun to resolve");
    const isUnnamed = this.#some(first, last, (token) => UNNAMED.has(token.fold));
    const isIndefinite = INDEFINITE.has(opening.fold) || isUnnamed;
    const isPlural = isPluralRole(head) || (SHARES.test(head.fold) && isPluralRole(this.#tokens[last]));
    // the label of a turn in a transcript: "HOST: …"
    if (head.isShout && isPersonHead(head))
      return label(printed, "role", `the label “${printed}” before the words`);
    const beside = this.#descriptions.printedAt(first, last);
    if (beside && !this.#isOwner(beside, first, last))
      return this.#tied(beside, `“${printed}” is printed beside ${beside.entity.canonical}`);
    if (isPlural) {
      return label(
        printed,
        isUnnamed ? "anonymous" : "collective",
        `a group, known in the article only as “${printed}”`,
      );
    }
    const author =
      isDocumentNoun(head) && !isPersonHead(head)
        ? (authorWithin(this.#tokens, this.#index, first, last, headAt) ??
          authorAround(this.#tokens, this.#index, first, last, head))
        : null;
    if (author) {
      const words = `“${printed}” is a document of ${author.entity.canonical}`;
      const span = {
        startUtf16: opening.startUtf16,
        endUtf16: this.#tokens[last]?.endUtf16 ?? opening.endUtf16,
      };
      const to = lastAuthor(this.#tokens, this.#index, author);
      const joint = to < 0 ? null : jointly(this.#text, this.#tokens, this.#index, author.runFirst, to);
      const tied = joint ?? this.#tied(author, words);
      return FIGURES.test(head.fold) ? tied : { ...tied, document: span };
    }
    if (isDocumentNoun(head) && !isPersonHead(head))
      return (
        this.#ofDocument(first, last, headAt) ??
        label(printed, "role", `a document, known only as “${printed}”`)
      );
    if (isIndefinite) return this.#anonymous(first, last, head, printed);
    const tie = this.#descriptions.personBehind(first, last, head);
    if (tie && !this.#isOwner(tie.mention, first, last)) {
      const name = tie.mention.entity.canonical;
      return this.#tied(
        tie.mention,
        `“${printed}” read as ${name}, whose role is printed, last named ${ago(tie.sentences)}`,
      );
    }
    const figure = isPersonHead(head) ? this.#salience.describedBefore(head.fold, opening.startUtf16) : null;
    if (figure) {
      return {
        ...label(
          figure.label,
          "role",
          `“${printed}” read as “${figure.label}”, mentioned ${ago(opening.sentence - figure.sentence)}`,
        ),
        antecedent: { startUtf16: figure.startUtf16, endUtf16: figure.endUtf16 },
      };
    }
    if (isBodyNoun(head) || isBodyHead(head)) return this.#body(first, headAt, head, printed);
    return unresolved("role", `no name in the article is printed with “${printed}”`);
  }

  /** "Prince Rupert's biographer" is not Prince Rupert. */
  #isOwner({ entity }: NamedMention, first: number, last: number): boolean {
    return this.#index
      .touching(first, last)
      .some(
        (named) =>
          named.entity === entity && named.runLast < last && this.#tokens[named.runLast]?.isPossessive,
      );
  }

  #ofDocument(first: number, last: number, head: number): Resolution | null {
    const from = unnamedAuthor(this.#tokens, head, last);
    if (from < 0) return null;
    const printed = this.#print(from, last);
    const span = {
      startUtf16: this.#tokens[first]?.startUtf16 ?? 0,
      endUtf16: this.#tokens[last]?.endUtf16 ?? 0,
    };
    return { ...label(printed, "role", `a document of “${printed}”`), document: span };
  }

  #some(first: number, last: number, test: (token: Token) => boolean): boolean {
    for (let at = first; at <= last; at += 1) {
      const token = this.#tokens[at];
      if (token && test(token)) return true;
    }
    return false;
  }

  #print(first: number, last: number): string {
    // "the union and the airline" keep both their articles
    const isPair = isPairOf(this.#tokens, first, last);
    const from = POINTING.has(this.#tokens[first]?.fold ?? "") && first < last && !isPair ? first + 1 : first;
    const start = this.#tokens[from]?.startUtf16 ?? 0;
    const words = this.#text
      .slice(start, this.#tokens[this.#endOfPhrase(first, last)]?.endUtf16 ?? start)
      .replace(/\s+/gu, " ");
    const opening = this.#tokens[from];
    return opening?.isOpening && this.#isOrdinary(from, opening)
      ? words.charAt(0).toLowerCase() + words.slice(1)
      : words;
  }

  // "regional powers including Iran", "an official, who asked not to be named": the noun phrase alone is the label
  #endOfPhrase(first: number, last: number): number {
    for (let at = first + 1; at <= last; at += 1) {
      const token = this.#tokens[at];
      if (!token || token.gap.startsWith(",") || RELATIVE.has(token.fold)) return at - 1;
    }
    return last;
  }

  // a word whose capital comes from the start of the sentence alone
  #isOrdinary(at: number, token: Token): boolean {
    if (token.isShout || isDemonym(token) || this.#tokens[at + 1]?.isCapital) return false;
    const [mention] = this.#index.touching(at, at);
    return (
      !mention ||
      (mention.kind === "unknown" &&
        mention.entity.mentions.every((other) => this.#tokens[other.first]?.isOpening === true) &&
        mention.first === mention.last)
    );
  }

  #anonymous(first: number, last: number, head: Token, printed: string): Resolution {
    const words = printed.replace(/^(?:A|An|One|Another)\b/u, (word) => word.toLowerCase());
    // "a source" or "someone" says nothing that would tell one voice from another
    const isDescribed =
      last - first >= 2 || (last > first && head.fold !== "source" && isPersonHead(head)) || isBodyNoun(head);
    const because = `not named in the article, known only as “${words}”`;
    return isDescribed ? label(words, "anonymous", because) : unresolved("anonymous", because);
  }

  #headName(first: number, last: number): Resolution | null {
    const head = headOf(this.#tokens, first, last);
    const heads: NamedMention[] = [];
    for (const mention of this.#index.touching(first, last)) {
      const owns = this.#tokens[mention.last]?.isPossessive || this.#tokens[mention.runLast]?.isPossessive;
      if (owns && mention.last < last && mention.runLast < last) continue;
      const isPerson = mention.entity.kind === "person" || mention.kind === "person";
      const isFree = mention.runFirst <= first || !isGoverned(this.#tokens, first, mention.runFirst);
      const isHead = isPerson
        ? isFree || this.#closesDescription(mention, last)
        : isFree &&
          (mention.last >= head || mention.endUtf16 > (this.#tokens[head]?.startUtf16 ?? 0)) &&
          (head < 0 || mention.runFirst <= head || isCoordinated(this.#tokens, mention)) &&
          !this.#isLedByRole(first, mention);
      if (!isHead) {
        const proper = isFree ? this.#properBody(mention, head) : null;
        if (proper) return proper;
        continue;
      }
      if (isPerson && heads.length === 0) heads.push(mention);
      else if (heads.length === 0 || isCoordinated(this.#tokens, mention)) heads.push(mention);
    }
    const [only, second] = heads;
    if (!only) return null;
    if (!second) return this.#named(only);
    const names = [...new Set(heads.map((mention) => mention.entity.canonical))];
    return label(names.join(" and "), "collective", `${names.length} speakers named together`);
  }

  // "Yonhap news agency", "the Trump administration": a name that modifies the noun of a body
  #properBody(mention: NamedMention, head: number): Resolution | null {
    const noun = this.#tokens[head];
    if (!noun || head <= mention.last || head - mention.last > 3 || this.#tokens[mention.last]?.isPossessive)
      return null;
    if (noun.isCapital || !isBodyNoun(noun) || isPersonHead(noun)) return null;
    const printed = this.#print(mention.runFirst, head);
    const isLocal = mention.first === mention.last && !NAMED_APART.test(noun.fold);
    if (mention.entity.kind === "person" || mention.entity.kind === "place" || isLocal)
      return label(printed, "named", `named here as ${printed}`);
    return this.#named(mention);
  }

  // "director of the Dallas chapter Alia Salem": a person's name that closes the description bears it
  #closesDescription(mention: NamedMention, last: number): boolean {
    const before = this.#tokens[mention.first - 1];
    if (!before || mention.runLast < last || isPreposition(before) || isDeterminer(before)) return false;
    return mention.first > mention.runFirst || isPersonHead(before);
  }

  #isLedByRole(first: number, mention: NamedMention): boolean {
    return this.#some(
      first,
      mention.first - 1,
      (token) => isPersonHead(token) && !token.isCapital && !token.isPossessive,
    );
  }

  #named(mention: NamedMention): Resolution {
    return {
      canonical: mention.entity.canonical,
      kind: "named",
      bearer: bearerOf(this.#text, this.#tokens, mention.entity),
      role: roleOf(this.#text, mention.entity),
      because: nameReason(this.#text, this.#tokens, mention),
      antecedent: mention.anchor
        ? { startUtf16: mention.anchor.startUtf16, endUtf16: mention.anchor.endUtf16 }
        : null,
      isAmbiguous: mention.isAmbiguous,
    };
  }

  #tied(mention: NamedMention, because: string): Resolution {
    return {
      canonical: mention.entity.canonical,
      kind: "role",
      bearer: bearerOf(this.#text, this.#tokens, mention.entity),
      role: roleOf(this.#text, mention.entity),
      because,
      antecedent: { startUtf16: mention.startUtf16, endUtf16: mention.endUtf16 },
    };
  }

  /** "the church", "the ministry": the nearest body before whose name holds that word; otherwise the words themselves. */
  #body(first: number, headAt: number, head: Token, printed: string): Resolution {
    const opening = this.#tokens[first];
    const isBare = opening !== undefined && isDeterminer(opening) && headAt === first + 1;
    for (const mention of opening && isBare ? this.#index.before(opening.startUtf16) : []) {
      const { entity } = mention;
      if (entity.kind === "person" || entity.parts.length < 2 || !entity.parts.includes(head.fold)) continue;
      const near = nearestBefore(entity, opening?.startUtf16 ?? 0) ?? mention;
      return this.#tied(near, `“${printed}” read as ${entity.canonical}, whose name holds the word`);
    }
    return label(printed, "role", `a body, known in the article only as “${printed}”`);
  }
}
