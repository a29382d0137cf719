import type { Entity, NamedMention } from "./cast-entities";
import { type Gender, isBodyNoun, isDemonym, isPluralRole } from "./cast-lexicon";
import type { Token } from "./cast-tokens";
import { PRONOUNS } from "./en/cast-people";
import { DETERMINERS, NOT_NAMES, PLAIN_VERBS, PREPOSITIONS, SPEECH_VERBS } from "./en/cast-words";
import type { Span } from "./model";

/** Someone or something that a later pronoun can stand for. */
export interface Figure {
  readonly entity: Entity | null;
  /** The name, or the words of a group ("Afghan officials"). */
  readonly label: string;
  readonly sort: "person" | "body" | "group" | "place" | "unknown";
  gender: Gender | null;
  count: number;
  last: Sighting;
}

interface Sighting extends Span {
  readonly sentence: number;
  readonly quote: number;
  readonly isSubject: boolean;
  readonly isSpeaker: boolean;
  readonly isPossessive: boolean;
  readonly isPronoun: boolean;
}

export interface PronounTie {
  readonly figure: Figure;
  readonly antecedent: Span;
  readonly sentences: number;
}

// how much each sign of salience counts; set by error analysis on two news corpora, a sentence of distance is the unit
const WEIGHT = {
  sentence: 0.9,
  subject: 1.3,
  speaker: 0.8,
  gender: 1.6,
  count: 0.35,
  chain: 0.7,
  quoted: 2.5,
  possessive: 0.4,
  unsure: 1.2,
};
const MAX_ACTIVE = 24;
const MAX_SENTENCES = 12;
const MARGIN = 0.05;

/** Reads the text once and ties each third-person pronoun to whoever is most present where it stands. */
export class Salience {
  readonly #tokens: readonly Token[];
  readonly #active: Figure[] = [];
  readonly #byEntity = new Map<number, Figure>();
  readonly #byLabel = new Map<string, Figure>();
  readonly #ties = new Map<number, PronounTie>();
  readonly #groups: { first: number; last: number; figure: Figure }[] = [];

  constructor(tokens: readonly Token[], mentions: readonly NamedMention[]) {
    this.#tokens = tokens;
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
      const pronoun = PRONOUNS.get(token.fold);
      if (pronoun === "m" || pronoun === "f" || pronoun === "they" || pronoun === "it")
        this.#seePronoun(at, token, pronoun);
      else if (!token.isPossessive && (isPluralRole(token.fold) || isBodyNoun(token.fold)))
        this.#seeGroup(at, token);
    }
  }

  /** What the pronoun at this token stands for, or null when nobody is present enough. */
  tieAt(index: number): PronounTie | null {
    return this.#ties.get(index) ?? null;
  }

  #seeName(mention: NamedMention): void {
    const { entity } = mention;
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

  #seeGroup(at: number, token: Token): void {
    const next = this.#tokens[at + 1];
    // a noun that modifies another noun is not the head of its phrase
    if (next?.isJoined && (isPluralRole(next.fold) || isBodyNoun(next.fold))) return;
    let from = at;
    for (let steps = 0; steps < 4; steps += 1) {
      const before = this.#tokens[from - 1];
      if (!this.#tokens[from]?.isJoined || !before || before.isPossessive) break;
      if (
        PREPOSITIONS.has(before.fold) ||
        DETERMINERS.has(before.fold) ||
        SPEECH_VERBS.has(before.fold) ||
        PLAIN_VERBS.has(before.fold)
      )
        break;
      if (NOT_NAMES.has(before.fold) || (/(?:ed|ing)$/u.test(before.fold) && !isDemonym(before.fold))) break;
      from -= 1;
    }
    const opening = this.#tokens[from];
    if (!opening) return;
    const label = this.#tokens
      .slice(from, at + 1)
      .map((word) => word.text)
      .join(" ");
    const key = label.toLowerCase();
    const last = this.#sighting(
      { startUtf16: opening.startUtf16, endUtf16: token.endUtf16 },
      from,
      at,
      false,
    );
    let figure = this.#byLabel.get(key);
    if (!figure) {
      const sort = isBodyNoun(token.fold) ? "body" : "group";
      figure = { entity: null, label, sort, gender: null, count: 0, last };
      this.#byLabel.set(key, figure);
    }
    this.#groups.push({ first: from, last: at, figure });
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
    const after = this.#afterApposition(last);
    const isSaid = after !== undefined && SPEECH_VERBS.has(after.fold);
    const isInverted =
      before !== undefined &&
      opening?.isJoined === true &&
      SPEECH_VERBS.has(before.fold) &&
      (before.isOpening || before.gap !== "" || before.quote !== this.#tokens[first - 2]?.quote);
    const isVerb =
      isSaid || (after !== undefined && (PLAIN_VERBS.has(after.fold) || /^\p{Ll}+ed$/u.test(after.text)));
    return {
      startUtf16: span.startUtf16,
      endUtf16: span.endUtf16,
      sentence: opening?.sentence ?? 0,
      quote: opening?.quote ?? -1,
      isSubject: isVerb || isInverted || opening?.isOpening === true,
      isSpeaker: isSaid || isInverted,
      isPossessive: this.#tokens[last]?.isPossessive === true,
      isPronoun,
    };
  }

  // the word after the name, or after an apposition that commas close
  #afterApposition(last: number): Token | undefined {
    const next = this.#tokens[last + 1];
    if (!next || next.isOpening) return undefined;
    if (next.gap === "") return next;
    if (!next.gap.startsWith(",") && !next.gap.startsWith("(")) return undefined;
    for (let at = last + 2; at < last + 20; at += 1) {
      const token = this.#tokens[at];
      if (!token || token.isOpening) return undefined;
      if (token.gap.startsWith(",") || token.gap.startsWith(")")) return token;
    }
    return undefined;
  }

  #seePronoun(at: number, token: Token, pronoun: "m" | "f" | "they" | "it"): void {
    let best: Figure | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    let secondScore = Number.NEGATIVE_INFINITY;
    for (const figure of this.#active) {
      const score = this.#score(figure, token, pronoun);
      if (score === null) continue;
      if (score > bestScore) {
        secondScore = bestScore;
        best = figure;
        bestScore = score;
      } else if (score > secondScore) secondScore = score;
    }
    if (!best || bestScore - secondScore < MARGIN) return;
    this.#ties.set(at, {
      figure: best,
      antecedent: best.last,
      sentences: token.sentence - best.last.sentence,
    });
    if (token.quote >= 0 && best.last.quote < 0) return;
    if (pronoun === "m" || pronoun === "f") best.gender ??= pronoun;
    this.#touch(best, this.#sighting(token, at, at, true));
  }

  #score(figure: Figure, token: Token, pronoun: "m" | "f" | "they" | "it"): number | null {
    const { last } = figure;
    const distance = token.sentence - last.sentence;
    if (distance > MAX_SENTENCES || last.endUtf16 > token.startUtf16) return null;
    const isPerson = pronoun === "m" || pronoun === "f";
    let score = -distance * WEIGHT.sentence + WEIGHT.count * Math.log2(1 + figure.count);
    if (isPerson) {
      if (figure.sort !== "person" && figure.sort !== "unknown") return null;
      if (figure.gender && figure.gender !== pronoun) return null;
      if (figure.gender) score += WEIGHT.gender;
      else if (figure.sort === "unknown") score -= WEIGHT.unsure;
    } else if (pronoun === "they") {
      if (figure.sort === "place" || figure.sort === "person") return null;
      if (figure.sort === "group") score += WEIGHT.gender;
      else if (figure.sort === "unknown") score -= WEIGHT.unsure;
    } else {
      if (figure.sort === "person" || figure.sort === "group") return null;
      if (figure.sort === "body") score += WEIGHT.gender;
      else if (figure.sort === "unknown") score -= WEIGHT.unsure;
    }
    if (last.isSubject) score += WEIGHT.subject;
    if (last.isSpeaker) score += WEIGHT.speaker;
    if (last.isPronoun) score += WEIGHT.chain;
    if (last.isPossessive) score -= WEIGHT.possessive;
    if (last.quote >= 0 && last.quote !== token.quote) score -= WEIGHT.quoted;
    return score;
  }
}
