import type { ReportWords } from "../languages";
import type { Item } from "./units";

/** Places of the first and the last item of a phrase. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const MOST_WORDS = 5;
const MOST_EXTENSIONS = 8;
const ADDRESSED =
  /(?:zeitung|agentur|presse|magazin|blatt|sender|radio|dpa|afp|funk|spiegel|nachrichtenagentur|journalisten|periódico|diario|agencia|cadena)$/u;

/** Finds the phrases that name somebody among the items of a unit, by the small words of its language. */
export class Phrases {
  constructor(
    private readonly items: readonly Item[],
    private readonly words: ReportWords,
  ) {}

  /** The phrase that stands at a place, behind what may come between a verb and its subject. */
  subjectFrom(start: number): Phrase | null {
    let at = start;
    for (let skipped = 0; skipped < 4; ) {
      const part = this.partAt(at);
      if (part === "filler") {
        // "ihr" may be "to her" or the first word of "ihr Anwalt"
        if (/^(?:ihr|su)$/u.test(this.lower(at)) && this.core(at) !== null) break;
        at += 1;
      } else if (part === "preposition") {
        const inner = this.at(at + 1);
        if (inner === null) return null;
        at = inner.to + 1;
        skipped += 1;
      } else break;
    }
    const phrase = this.at(at);
    if (phrase === null || this.partAt(at) === "pronoun") return phrase;
    return this.withName(phrase);
  }

  /** "der Sprecher der Werft, Jan Pohl, …": the name behind the office. */
  private withName(phrase: Phrase): Phrase {
    const start = phrase.to + 2;
    const aside = this.text(phrase.to + 1) === "," && this.isCapital(start) ? this.core(start) : null;
    const after = aside === null ? "" : this.text(aside.to + 1);
    const isEnd =
      aside !== null && (/^(?:[,.:;)]|[—–-]+)$/u.test(after) || aside.to + 1 >= this.items.length);
    return isEnd && aside.to > aside.from && this.isNoun(phrase.from, phrase.to)
      ? { from: phrase.from, to: aside.to }
      : phrase;
  }

  /** The phrase that begins just here, with what belongs to it. */
  at(start: number): Phrase | null {
    const core = this.core(start);
    if (core === null) return null;
    let { to } = core;
    if (this.partAt(start) === "pronoun") return core;
    for (let step = 0; step < MOST_EXTENSIONS; step += 1) {
      const next = this.extension(start, to);
      if (next <= to) break;
      to = next;
    }
    return { from: start, to };
  }

  /** The same, with the apposition that stands between commas behind it. */
  withAside(start: number): Phrase | null {
    const phrase = this.at(start);
    if (phrase === null || this.text(phrase.to + 1) !== ",") return phrase;
    const aside = this.at(phrase.to + 2);
    const after = aside === null ? "" : this.text(aside.to + 1);
    if (aside === null || !/^(?:,|\.|:|)$/u.test(after) || (after === "" && aside.to + 1 < this.items.length))
      return phrase;
    // where nouns are printed small, only an office or a name is an aside
    const first = this.partAt(phrase.to + 2) === "determiner" ? phrase.to + 3 : phrase.to + 2;
    const isName = this.isCapital(first) || this.words.sortOf(this.text(first)) === "person";
    return this.words.capitalNouns || isName ? { from: start, to: aside.to } : phrase;
  }

  /** The phrase that ends just before a place, as early as it may begin. */
  endingBefore(end: number, earliest: number): Phrase | null {
    for (let from = Math.max(earliest, end - 14); from < end; from += 1) {
      const phrase = this.at(from);
      if (phrase !== null && phrase.to === end - 1) return phrase;
    }
    return null;
  }

  private extension(start: number, to: number): number {
    const lower = this.lower(to + 1);
    const part = this.partAt(to + 1);
    if (lower === "(") {
      for (let at = to + 2; at < to + 9; at += 1) if (this.text(at) === ")") return at;
      return to;
    }
    const last = this.items[to];
    const next = this.items[to + 1];
    // "der Sprecher der Gruppe „…“"
    if (next !== undefined && next.stretch >= 0 && last !== undefined)
      return this.words.isNamedByMarks(last.lower) || this.words.sortOf(last.text) === "body" ? to + 1 : to;
    if (part === "determiner" && this.words.genitives.has(lower)) {
      const own = this.core(to + 1);
      if (own === null || !this.isNoun(start, to)) return to;
      return ADDRESSED.test(this.lower(own.to)) ? to : own.to;
    }
    if (part === "link") {
      const own = this.core(to + 2);
      // "directora del museo": a noun without an article
      const isNoun = !this.words.capitalNouns && own === null && this.isPlain(to + 2);
      return isNoun ? to + 2 : (own?.to ?? to);
    }
    if (part === "and") {
      const own = this.core(to + 2);
      return own === null || this.partAt(to + 2) === "pronoun" ? to : own.to;
    }
    // "Javier Solana": a name behind the noun that is its office
    if (this.isCapital(to + 1) && this.core(to + 1) !== null && !this.words.isNoName(lower))
      return this.core(to + 1)?.to ?? to;
    return to;
  }

  /** A name is not followed by what belongs to it: "sagte Meier der Zeitung". */
  private isNoun(start: number, to: number): boolean {
    for (let at = start; at <= to; at += 1)
      if (this.partAt(at) === "determiner" || this.words.sortOf(this.items[at]?.text ?? "") !== null)
        return true;
    return false;
  }

  private core(start: number): Phrase | null {
    const part = this.partAt(start);
    if (part === "pronoun") return { from: start, to: start };
    let at = start;
    const hasDeterminer = part === "determiner";
    while (this.partAt(at) === "determiner" && at - start < 2) at += 1;
    const firstWord = at;
    while (at - firstWord < MOST_WORDS && this.isPlain(at)) at += 1;
    let end = at;
    while (
      this.isCapital(end) ||
      (end > at && /^\p{N}+$/u.test(this.text(end)) && this.text(end).length < 3)
    ) {
      end += 1;
      // "María de los Ángeles Pérez", "Ursula von der Leyen"
      let link = end;
      while (link - end < 3 && this.words.nameParticles.has(this.lower(link)) && this.isLower(link))
        link += 1;
      if (link > end && this.isCapital(link) && this.isNameSoFar(start, end - 1)) end = link;
    }
    if (end > at) return { from: start, to: end - 1 };
    // where nouns are printed small the words themselves are the phrase
    if (
      !this.words.capitalNouns &&
      at > firstWord &&
      (hasDeterminer || this.words.sortOf(this.text(firstWord)) !== null)
    )
      return { from: start, to: at - 1 };
    return null;
  }

  private isNameSoFar(start: number, last: number): boolean {
    return (
      !this.words.capitalNouns ||
      (this.partAt(start) !== "determiner" && this.words.sortOf(this.text(last)) === null)
    );
  }

  private isPlain(at: number): boolean {
    return this.isLower(at) && this.partAt(at) === "word";
  }

  private isLower(at: number): boolean {
    return /^[\p{Ll}\p{N}]/u.test(this.text(at));
  }

  private isCapital(at: number): boolean {
    const item = this.items[at];
    if (item === undefined || item.stretch >= 0 || !/^\p{Lu}/u.test(item.text)) return false;
    const { lower } = item;
    if (!/^(?:word|stop)$/.test(this.words.partOf(lower)) || this.words.isNoName(lower)) return false;
    // a verb or a conjunction that begins the sentence is no name
    return at > 0 || (this.words.finite(lower).length === 0 && !this.opensClause(lower));
  }

  private opensClause(lower: string): boolean {
    const { that, whether, subordinators } = this.words;
    return that.has(lower) || whether.has(lower) || subordinators.has(lower);
  }

  private partAt(at: number) {
    const item = this.items[at];
    if (item === undefined || item.stretch >= 0 || !/^[\p{L}\p{N}@]/u.test(item.text)) return "stop";
    return this.words.partOf(item.lower);
  }

  private text(at: number): string {
    return this.items[at]?.text ?? "";
  }

  private lower(at: number): string {
    return this.items[at]?.lower ?? "";
  }
}
