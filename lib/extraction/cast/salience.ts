import type { Span } from "../model";
import { afterApposition } from "./asides";
import type { Descriptions } from "./descriptions";
import { isOneOfTwo } from "./either";
import type { NamedMention } from "./entities";
import { type DescribedFigure, type Figure, presence, type Sighting } from "./figures";
import {
  genderOfWord,
  isBodyNoun,
  isDemonym,
  isDeterminer,
  isNoName,
  isPlainVerb,
  isPluralRole,
  isPreposition,
  isRoleModifier,
  isSpeechVerb,
} from "./lexicon";
import { isPersonHead } from "./roles";
import { isPronoun } from "./runs";
import { pronounOf, type Token } from "./tokens";

export interface PronounTie {
  /** Somebody else was named as lately who could be meant. */
  readonly isAmbiguous: boolean;
  readonly figure: Figure;
  readonly antecedent: Span;
  readonly sentences: number;
}

const INDEFINITE = new Set(["a", "an", "one", "another"]);
const NAMES_THEMSELVES = 2.5;
const MAX_ACTIVE = 24;
const MARGIN = 0.05;

/** Reads the text once and ties each third-person pronoun to whoever is most present where it stands. */
export class Salience {
  readonly #tokens: readonly Token[];
  readonly #active: Figure[] = [];
  readonly #byEntity = new Map<number, Figure>();
  readonly #byLabel = new Map<string, Figure>();
  readonly #ties = new Map<number, PronounTie>();
  readonly #described = new Map<string, DescribedFigure[]>();
  readonly #descriptions: Descriptions;
  readonly #isNamed = new Set<number>();
  readonly #namedIn = new Map<number, Set<number>>();

  constructor(tokens: readonly Token[], mentions: readonly NamedMention[], descriptions: Descriptions) {
    this.#tokens = tokens;
    this.#descriptions = descriptions;
    for (const mention of mentions) {
      this.#isNamed.add(mention.runFirst);
      const quote = tokens[mention.first]?.quote ?? -1;
      if (quote < 0) continue;
      const named = this.#namedIn.get(quote);
      if (named) named.add(mention.entity.id);
      else this.#namedIn.set(quote, new Set([mention.entity.id]));
    }
    let next = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) continue;
      const mention = mentions[next];
      if (mention && mention.runFirst <= at) {
        this.#seeName(mention);
        at = Math.max(at, mention.runLast);
        next += 1;
        continue;
      }
      if (!token.mayMean) continue;
      const pronoun = isPronoun(tokens, at) ? pronounOf(token) : undefined;
      if (pronoun === "m" || pronoun === "f" || pronoun === "they" || pronoun === "it")
        this.#seePronoun(at, token, pronoun);
      else if (token.isPossessive) continue;
      else if (isPluralRole(token) || isBodyNoun(token)) this.#seeGroup(at, token);
      else if (isPersonHead(token)) this.#seePerson(at, token);
    }
  }

  /** The unnamed person last introduced with this noun ("a witness" for "the witness"), or null. */
  describedBefore(head: string, offset: number): DescribedFigure | null {
    const list = this.#described.get(head) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.endUtf16 ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return list[low - 1] ?? null;
  }

  /** What the pronoun at this token stands for, or null when nobody is present enough. */
  tieAt(index: number): PronounTie | null {
    return this.#ties.get(index) ?? null;
  }

  /** “Paint what hurts,” he said: a word that only ever opens a quotation is nobody whom a pronoun could mean. */
  #isOrdinaryWord({ entity, first, last }: NamedMention): boolean {
    const token = this.#tokens[first];
    if (entity.kind !== "unknown" || first !== last || !token?.isOpening || token.quote < 0) return false;
    return entity.mentions.every((other) => this.#tokens[other.first]?.isOpening === true);
  }

  #seeName(mention: NamedMention): void {
    const { entity } = mention;
    if (this.#isOrdinaryWord(mention)) return;
    let figure = this.#byEntity.get(entity.id);
    const last = this.#sighting(mention, mention.runFirst, mention.runLast, false);
    if (!figure) {
      const sort =
        entity.kind === "person" || entity.kind === "body" || entity.kind === "place"
          ? entity.kind
          : "unknown";
      figure = { entity, label: entity.canonical, sort, gender: entity.gender, count: 0, last };
      this.#byEntity.set(entity.id, figure);
    }
    this.#touch(figure, last);
  }

  /** "a police officer", "the minister": someone who has a description instead of a name. */
  #seePerson(at: number, token: Token): void {
    const next = this.#tokens[at + 1];
    if (next?.isJoined && (next.isCapital || isPersonHead(next) || isBodyNoun(next) || isPluralRole(next)))
      return;
    const from = this.#startOfPhrase(at, 5);
    const opening = this.#tokens[from];
    const determiner = this.#tokens[from - 1];
    if (!opening || !determiner || !opening.isJoined || this.#descriptions.printedAt(from, at)) return;
    const isIndefinite = INDEFINITE.has(determiner.fold);
    if (!isIndefinite && !isDeterminer(determiner) && !determiner.isPossessive) return;
    const span = {
      startUtf16: isIndefinite ? determiner.startUtf16 : opening.startUtf16,
      endUtf16: token.endUtf16,
    };
    const last = this.#sighting(span, isIndefinite ? from - 1 : from, at, false);
    const tie = isIndefinite ? null : this.#descriptions.personBehind(from, at, token);
    const known = tie ? this.#byEntity.get(tie.mention.entity.id) : undefined;
    if (known) {
      this.#touch(known, last);
      return;
    }
    const words = this.#tokens.slice(from, at + 1).map((word) => word.text);
    const before = isIndefinite ? null : this.describedBefore(token.fold, opening.startUtf16);
    const text = isIndefinite ? [determiner.fold, ...words].join(" ") : words.join(" ");
    const label = before?.label ?? text;
    let figure = this.#byLabel.get(label);
    if (!figure || (isIndefinite && !before)) {
      figure = { entity: null, label, sort: "person", gender: genderOfWord(token), count: 0, last };
      this.#byLabel.set(label, figure);
    }
    if (isIndefinite) {
      const list = this.#described.get(token.fold) ?? [];
      list.push({ ...span, label, sentence: token.sentence });
      this.#described.set(token.fold, list);
    }
    this.#touch(figure, last);
  }

  // the first word of the noun phrase that ends at `at`, without its determiner
  #startOfPhrase(at: number, most: number): number {
    let from = at;
    for (let steps = 0; steps < most; steps += 1) {
      const before = this.#tokens[from - 1];
      if (!this.#tokens[from]?.isJoined || !before || before.isPossessive) break;
      if (isPreposition(before) || isDeterminer(before) || isSpeechVerb(before) || isPlainVerb(before)) break;
      if (isNoName(before) && !isRoleModifier(before)) break;
      if (
        /(?:ed|ing)$/u.test(before.fold) &&
        !before.isOpening &&
        !isDemonym(before) &&
        !isDeterminer(this.#tokens[from - 2])
      )
        break;
      from -= 1;
    }
    return from;
  }

  #seeGroup(at: number, token: Token): void {
    const next = this.#tokens[at + 1];
    // a noun that modifies another noun or a name is not the head of its phrase
    if (next?.isJoined && (isPluralRole(next) || isBodyNoun(next) || isPersonHead(next))) return;
    const from = this.#startOfPhrase(at, 4);
    const opening = this.#tokens[from];
    if (!opening) return;
    const words = this.#tokens.slice(from, at + 1).map((word) => word.text);
    const isOrdinary =
      opening.isOpening && !opening.isShout && !isDemonym(opening) && !this.#isNamed.has(from);
    const label = isOrdinary
      ? words.join(" ").replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
      : words.join(" ");
    const key = label.toLowerCase();
    const last = this.#sighting(
      { startUtf16: opening.startUtf16, endUtf16: token.endUtf16 },
      from,
      at,
      false,
    );
    let figure = this.#byLabel.get(key);
    if (!figure) {
      const sort = isBodyNoun(token) ? "body" : "group";
      figure = { entity: null, label, sort, gender: null, count: 0, last };
      this.#byLabel.set(key, figure);
    }
    this.#touch(figure, last);
  }

  #touch(figure: Figure, last: Sighting): void {
    figure.count += 1;
    figure.last = last;
    const known = this.#active.indexOf(figure);
    if (known >= 0) this.#active.splice(known, 1);
    this.#active.push(figure);
    if (this.#active.length > MAX_ACTIVE) this.#active.shift();
  }

  #sighting(span: Span, first: number, last: number, isPronoun: boolean): Sighting {
    const opening = this.#tokens[first];
    const before = this.#tokens[first - 1];
    const after = afterApposition(this.#tokens, last);
    const isSaid = after !== undefined && isSpeechVerb(after);
    const isInverted =
      before !== undefined &&
      opening?.isJoined === true &&
      isSpeechVerb(before) &&
      (before.isOpening || before.gap !== "" || before.quote !== this.#tokens[first - 2]?.quote);
    const isVerb = isSaid || (after !== undefined && (isPlainVerb(after) || /^\p{Ll}+ed$/u.test(after.text)));
    return {
      startUtf16: span.startUtf16,
      endUtf16: span.endUtf16,
      sentence: opening?.sentence ?? 0,
      quote: opening?.quote ?? -1,
      isSubject: isVerb || isInverted || opening?.isOpening === true,
      isSpeaker: isSaid || isInverted,
      isPossessive: this.#tokens[last]?.isPossessive === true,
      isPronoun,
      first,
      last,
    };
  }

  /** Names inside the quotation beside "he said": speakers rarely name themselves. */
  #namesSpokenBy(at: number): ReadonlySet<number> | null {
    const verb = this.#tokens[at + 1];
    if (!verb || verb.quote >= 0 || !isSpeechVerb(verb)) return null;
    for (const near of [at - 1, at + 2, at + 3, at + 4]) {
      const quote = this.#tokens[near]?.quote ?? -1;
      if (quote >= 0) return this.#namedIn.get(quote) ?? null;
    }
    return null;
  }

  #seePronoun(at: number, token: Token, pronoun: "m" | "f" | "they" | "it"): void {
    let best: Figure | null = null;
    const spoken = this.#namesSpokenBy(at);
    let bestScore = Number.NEGATIVE_INFINITY;
    let secondScore = Number.NEGATIVE_INFINITY;
    for (const figure of this.#active) {
      let score = presence(figure, token, pronoun);
      if (score === null) continue;
      if (spoken && figure.entity && spoken.has(figure.entity.id)) score -= NAMES_THEMSELVES;
      if (score > bestScore) {
        secondScore = bestScore;
        best = figure;
        bestScore = score;
      } else if (score > secondScore) secondScore = score;
    }
    if (!best || bestScore - secondScore < MARGIN) return;
    // "Ruiz and Díaz met. She said": either
    if ((pronoun === "m" || pronoun === "f") && isOneOfTwo(this.#tokens, this.#active, best, token, pronoun))
      return;
    const { sentence } = best.last;
    const isAmbiguous = this.#active.some(
      (figure) =>
        figure !== best &&
        figure.sort !== "body" &&
        figure.sort !== "place" &&
        figure.last.sentence >= sentence &&
        presence(figure, token, pronoun) !== null,
    );
    this.#ties.set(at, {
      isAmbiguous,
      figure: best,
      antecedent: best.last,
      sentences: token.sentence - best.last.sentence,
    });
    if (token.quote >= 0 && best.last.quote < 0) return;
    if (pronoun === "m" || pronoun === "f") best.gender ??= pronoun;
    this.#touch(best, this.#sighting(token, at, at, true));
  }
}
