import type { Span } from "../model";
import { ago, roleOf } from "./because";
import type { Descriptions } from "./descriptions";
import type { NamedMention } from "./entities";
import { isPreposition, isSpeechVerb } from "./lexicon";
import type { Resolution } from "./resolution";
import type { Salience } from "./salience";
import { firstTokenAfter, pronounOf, type Token } from "./tokens";

interface Voice {
  readonly label: string;
  readonly mention: NamedMention | null;
  readonly span: Span;
  readonly sentence: number;
}

const REACH_AFTER = 14;
const REACH_BEFORE = 16;
const MAX_FLOATING = 3;

/** Who speaks in each quotation, so that "I" and "we" inside it have a bearer. */
export class QuoteSpeakers {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #salience: Salience;
  readonly #descriptions: Descriptions;
  readonly #voices: (Voice | null)[] = [];
  readonly #nameAt = new Map<number, NamedMention>();

  constructor(
    text: string,
    tokens: readonly Token[],
    mentions: readonly NamedMention[],
    quoted: readonly Span[],
    salience: Salience,
    descriptions: Descriptions,
  ) {
    this.#descriptions = descriptions;
    this.#text = text;
    this.#tokens = tokens;
    this.#salience = salience;
    for (const mention of mentions)
      for (let at = mention.runFirst; at <= mention.runLast; at += 1) this.#nameAt.set(at, mention);
    let previous = null as Voice | null;
    for (const span of quoted) {
      const after = firstTokenAfter(tokens, span.endUtf16 - 1);
      const before = firstTokenAfter(tokens, span.startUtf16) - 1;
      let voice: Voice | null = this.#after(after) ?? this.#before(before);
      const sentence = tokens[before + 1]?.sentence ?? 0;
      if (!voice && previous && sentence - previous.sentence <= MAX_FLOATING)
        voice = { ...previous, sentence };
      this.#voices.push(voice);
      previous = voice ?? previous;
    }
  }

  /** The bearer of "I" or "we" at this token. */
  firstPerson(index: number): Resolution {
    const token = this.#tokens[index];
    const voice = token && token.quote >= 0 ? this.#voices[token.quote] : null;
    if (!token || !voice)
      return {
        canonical: null,
        kind: "pronoun",
        role: null,
        because: "first person outside a quotation with a known speaker",
        antecedent: null,
      };
    return {
      canonical: voice.label,
      kind: "pronoun",
      role: roleOf(this.#text, voice.mention?.entity ?? null),
      because: `“${token.text}” inside words quoted from ${voice.label}, named ${ago(token.sentence - voice.sentence)}`,
      antecedent: voice.span,
    };
  }

  #after(from: number): Voice | null {
    const opening = this.#tokens[from];
    if (!opening || opening.gap.includes("\n") || /[.!?]["”’»]?\s*$/u.test(opening.gap)) {
      if (!opening || opening.gap.includes("\n") || !isSpeechVerb(opening)) return null;
    }
    for (let at = from; at < from + REACH_AFTER; at += 1) {
      const token = this.#tokens[at];
      if (!token || (at > from && token.isOpening) || token.quote >= 0) return null;
      if (!isSpeechVerb(token)) continue;
      if (at === from) return this.#voiceIn(at + 1, at + 8, 1);
      return this.#voiceIn(from, at - 1, 1);
    }
    return null;
  }

  #before(from: number): Voice | null {
    for (let at = from; at > from - REACH_BEFORE && at >= 0; at -= 1) {
      const token = this.#tokens[at];
      if (!token || token.quote >= 0) return null;
      if (isSpeechVerb(token)) return this.#voiceIn(at - 1, Math.max(0, at - 12), -1);
      if (token.isOpening) return null;
    }
    return null;
  }

  // the subject: the name or pronoun nearest the verb that hangs on no preposition and modifies nothing
  #voiceIn(from: number, to: number, step: 1 | -1): Voice | null {
    let fallback: Voice | null = null;
    for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
      const token = this.#tokens[at];
      if (!token || token.quote >= 0) break;
      const mention = this.#nameAt.get(at);
      if (mention) {
        const voice = { label: mention.entity.canonical, mention, span: mention, sentence: token.sentence };
        const isModifier =
          this.#tokens[mention.runLast]?.isPossessive === true ||
          this.#isGoverned(mention.runFirst) ||
          this.#descriptions.isInside(mention);
        if (!isModifier && mention.entity.kind !== "place") return voice;
        fallback ??= isModifier ? null : voice;
        at = step > 0 ? mention.runLast : mention.runFirst;
        continue;
      }
      const pronoun = pronounOf(token);
      if (pronoun === "m" || pronoun === "f" || pronoun === "they") {
        const tie = this.#salience.tieAt(at);
        if (tie) {
          const bearer = tie.figure.entity?.mentions[0] ?? null;
          return {
            label: bearer?.entity.canonical ?? tie.figure.label,
            mention: bearer,
            span: token,
            sentence: token.sentence,
          };
        }
      }
      if (token.isOpening && step < 0) break;
    }
    return fallback;
  }

  #isGoverned(at: number): boolean {
    for (let back = at - 1; back > at - 4 && back >= 0; back -= 1) {
      const token = this.#tokens[back];
      if (!token || !this.#tokens[back + 1]?.isJoined) return false;
      if (isPreposition(token)) return true;
    }
    return false;
  }
}
