import type { ReportWords, Saying } from "../languages";
import { amountBehind } from "./amounts";
import type { Phrase } from "./phrases";
import type { Content, Report } from "./report";
import { isTerm } from "./terms";
import type { Item } from "./units";

/** What a cue needs to be known of to find its words. */
export interface Cue {
  readonly verb: number;
  readonly at: number;
  readonly saying: Saying;
  readonly subject: Phrase | null;
}

const NOTHING = -1;

/** Finds what is said behind a cue of a unit. */
export class Contents {
  constructor(
    private readonly text: string,
    private readonly items: readonly Item[],
    private readonly words: ReportWords,
  ) {}

  /** The words behind a cue, or null when it says nothing; `colon` content may stand in the next unit (no pieces). */
  after({ verb, at, saying, subject }: Cue): Content | null {
    const { items, words } = this;
    const amount = amountBehind(items, verb, saying.base, subject);
    if (amount !== null) return amount;
    let from = verb + 1;
    if (subject !== null && subject.from > verb) from = subject.to + 1;
    for (let place = from; place < items.length; place += 1) {
      const item = items[place];
      if (item === undefined) break;
      if (item.stretch >= 0) {
        const quoted = this.quotedAt(place, saying);
        if (quoted !== null) return quoted;
        continue;
      }
      if (
        words.isNegation(item.lower) &&
        place < verb + 6 &&
        saying.kind !== "deny" &&
        saying.kind !== "call"
      ) {
        // "sagte nicht, ob": nothing is said
        if (!this.quoteFollows(place)) return null;
      }
      if (item.text === ":") return this.behindColon(place);
      // "dijo que": no comma leads in
      if (words.that.has(item.lower) && (place === from || !words.capitalNouns) && this.text.length > 0)
        return this.clause("that", place + 1);
      // "preguntó si": nor does one lead in what is asked
      if (words.whether.has(item.lower) && !words.capitalNouns && (place === from || place === at + 1))
        return this.clause("whether", place);
      if (item.text !== "," && item.text !== "–" && item.text !== "—") continue;
      const next = items[place + 1]?.lower ?? "";
      const second = items[place + 2]?.lower ?? "";
      if (words.that.has(next)) return this.clause("that", place + 2);
      if (words.that.has(second) && words.partOf(next) !== "determiner")
        return this.clause("that", place + 3);
      if (words.whether.has(next) && item.text === ",") return this.clause("whether", place + 1);
      if (item.text !== ",") continue;
      if (place < at) continue;
      const told = this.toldIn(place + 1);
      if (told !== NOTHING) return this.clause("bare", place + 1, told);
      if (words.hasBareClauses && this.hasInfinitive(place + 1) && /^(?:say|urge|deny)$/.test(saying.kind))
        return this.clause("infinitive", place + 1);
    }
    if (!words.hasBareClauses) return null;
    return null;
  }

  /** What stands before a tag: "…, sagte Meier". */
  before(start: number, end: number): Phrase | null {
    let from = start;
    let to = end;
    for (let at = start; at < end; at += 1)
      if (this.items[at]?.text === ":" && this.items[at + 1] !== undefined) from = at + 1;
    while (to >= from && /^[,–—-]$/u.test(this.items[to]?.text ?? "") && this.items[to]?.stretch === -1)
      to -= 1;
    while (
      from <= to &&
      /^(?:[,–—-]|und|aber|doch|y|pero)$/u.test(this.items[from]?.lower ?? "") &&
      this.items[from]?.stretch === -1
    )
      from += 1;
    return from > to ? null : { from, to };
  }

  /** Behind the tag of a quotation that goes on: "…, sagte Meier, „…“". */
  rest(from: number): Content | null {
    for (let place = from; place < Math.min(this.items.length, from + 16); place += 1) {
      const item = this.items[place];
      if (item === undefined || item.stretch >= 0) {
        if (item === undefined || !/^[,:–—]$/u.test(this.items[place - 1]?.text ?? "")) return null;
        return { shape: "quoted", pieces: this.quotesFrom(place), told: NOTHING };
      }
      if (item.text === ":") return this.behindColon(place);
      if (this.words.finite(item.lower).length > 0 && place > from) return null;
      if (item.text === "," && this.items[place + 1]?.stretch === -1) {
        const next = this.items[place + 1]?.lower ?? "";
        if (this.words.that.has(next)) return this.clause("that", place + 2);
        const told = this.toldIn(place + 1);
        if (told !== NOTHING && this.words.partOf(next) !== "and")
          return this.clause("bare", place + 1, told);
      }
    }
    return null;
  }

  /** A quotation in the clause of a cue. */
  private quotedAt(place: number, { kind, base }: Saying): Content | null {
    const { items, words, text } = this;
    const before = items[place - 1]?.lower ?? "";
    // "sieht in dem Gesetz „…“", but "sah das Stück „…“"
    if (
      /^(?:sehen|halten)$/u.test(base) &&
      !/^(?:als|für|ein\p{L}*|kein\p{L}*)$/u.test(before) &&
      !this.isBefore(place, "für")
    )
      return null;
    const inner = text.slice((items[place]?.startUtf16 ?? 0) + 1, (items[place]?.endUtf16 ?? 1) - 1);
    if (words.sourceAt([before], 0) > 0 || /^\p{L}+(?:\.\p{L}+)+$/u.test(inner)) return null;
    const isCalled =
      (kind === "call" ||
        words.beforeQuoted.has(before) ||
        (kind === "say" && words.beforeQuoted.has(items[place - 2]?.lower ?? ""))) &&
      /^(?:als|von|vom|einen?|eine[mr]?|como|de|una?|„|"|)$/u.test(before.length > 4 ? "" : before);
    if (isTerm(text, words, items, place) && !isCalled) return null;
    if (isNamed(words, items, place)) return null;
    // "sagte der „Zeitung“, dass": whom it was said to
    for (let at = place + 1; at < Math.min(items.length, place + 4); at += 1) {
      if (items[at]?.text === "," && words.that.has(items[at + 1]?.lower ?? "")) return null;
      if (items[at]?.text === ":") return null;
    }
    return { shape: "quoted", pieces: this.quotesFrom(place), told: NOTHING };
  }

  /** A quotation and those that are joined to it: "„…“ und „…“". */
  private quotesFrom(place: number): Phrase[] {
    const { items } = this;
    const found: Phrase[] = [{ from: place, to: place }];
    let at = place + 1;
    for (let step = 0; step < 8; step += 1) {
      const isJoin =
        /^(?:und|,|oder|sowie|y|o|e)$/u.test(items[at]?.lower ?? "") && items[at]?.stretch === -1;
      const next = isJoin ? at + 1 : at;
      if (!isJoin) break;
      let to = next;
      while (
        to < next + 3 &&
        /^(?:als|von|einen?|eine[rms]?|de|como|und|auch|ein|una?)$/u.test(items[to]?.lower ?? "")
      )
        to += 1;
      if ((items[to]?.stretch ?? -1) < 0) break;
      found.push({ from: to, to });
      at = to + 1;
    }
    return found;
  }

  private behindColon(colon: number): Content {
    const { items } = this;
    const from = colon + 1;
    if (from >= items.length) return { shape: "colon", pieces: [], told: NOTHING };
    if ((items[from]?.stretch ?? -1) >= 0)
      return { shape: "colon", pieces: this.quotesFrom(from), told: NOTHING };
    return { ...this.clause("colon", from), shape: "colon" };
  }

  /** A clause that is told, to the end of its sentence or to the next verb that reports. */
  clause(shape: Report["shape"], from: number, told = NOTHING): Content {
    const { items, words } = this;
    let to = items.length - 1;
    for (let at = from + 2; at < items.length - 1; at += 1) {
      const lower = items[at]?.lower ?? "";
      if (items[at]?.stretch !== -1 || (lower !== "und" && lower !== "y" && lower !== "e")) continue;
      // "…, und fügte hinzu, dass …"
      const next = words.finite(items[at + 1]?.lower ?? "");
      if (next.some(({ kind }) => kind === "say" || kind === "urge") && this.leadsOn(at + 1)) {
        to = at - 1;
        break;
      }
    }
    while (to > from && items[to]?.stretch === -1 && /^[.,;:!?…–—-]+$/u.test(items[to]?.text ?? "")) to -= 1;
    return {
      shape,
      pieces: from > to ? [] : [{ from, to }],
      told: told === NOTHING ? this.toldIn(from) : told,
    };
  }

  /** Whether a clause behind a verb is led in, so that the verb is a cue of its own. */
  private leadsOn(verb: number): boolean {
    for (let at = verb + 1; at < Math.min(this.items.length, verb + 14); at += 1) {
      const item = this.items[at];
      if (item?.text === ":" || (item?.stretch ?? -1) >= 0) return true;
      if (this.words.that.has(item?.lower ?? "")) return true;
      if (item?.text === "," && this.toldIn(at + 1) !== NOTHING) return true;
    }
    return false;
  }

  /** The place of a form that tells of somebody else's words, before the clause ends; -1 for none. */
  toldIn(from: number, isLater = false): number {
    const { items, words } = this;
    for (let at = from; at < Math.min(items.length, from + 40); at += 1) {
      const item = items[at];
      if (item === undefined || item.stretch >= 0) continue;
      if (/^[:;]$/u.test(item.text)) return NOTHING;
      const isTold = isLater ? words.isReportiveLater(item.lower) : words.isReportive(item.lower);
      if (
        !isTold &&
        !(at < from + 14 && words.isReportiveLater(item.lower)) &&
        !(!isLater && this.endsTold(from, at))
      )
        continue;
      // "ich habe": the plain form
      const near = [items[at - 1]?.lower, items[at + 1]?.lower, items[at + 2]?.lower];
      if (near.includes("ich") || (item.lower === "werde" && near.includes("wir"))) continue;
      return at;
    }
    return NOTHING;
  }

  /** "die Zeit dränge": a verb at the end of a short clause, in the form that German uses for what others say. */
  private endsTold(from: number, at: number): boolean {
    const { items, words } = this;
    const item = items[at];
    if (!words.capitalNouns || item === undefined || !/^\p{Ll}{3,}e$/u.test(item.text)) return false;
    const next = items[at + 1]?.text ?? "";
    const before = items[at - 1];
    if (words.partOf(item.lower) !== "word" && words.finite(item.lower).length === 0) return false;
    // "der Verkehr rolle wieder": in second place, behind its noun
    const isNoun = before !== undefined && at - 1 > from && /^\p{Lu}/u.test(before.text);
    if (isNoun && at < from + 5 && /^\p{Ll}/u.test(next)) return true;
    const isFree = words.partOf(before?.lower ?? "") !== "determiner";
    return at > from && at < from + 9 && /^(?:[.,]|)$/u.test(next) && isFree;
  }

  private isBefore(place: number, word: string): boolean {
    return (
      this.items[place - 1]?.lower === word ||
      this.items[place - 2]?.lower === word ||
      this.items[place - 3]?.lower === word
    );
  }

  private hasInfinitive(from: number): boolean {
    const { items, words } = this;
    for (let at = from; at < Math.min(items.length, from + 40); at += 1) {
      const item = items[at];
      if (item?.stretch !== -1) continue;
      if (/^[;:]$/u.test(item.text)) return false;
      const next = items[at + 1];
      if (
        words.infinitive.has(item.lower) &&
        /^\p{Ll}+e?r?n$/u.test(next?.text ?? "") &&
        /^(?:[.,]|und|)$/u.test(items[at + 2]?.lower ?? "")
      )
        return true;
      if (/^\p{Ll}{2,7}zu\p{Ll}+en$/u.test(item.text) && /^(?:[.,]|und|)$/u.test(next?.lower ?? ""))
        return true;
    }
    return false;
  }

  private quoteFollows(at: number): boolean {
    return (this.items[at + 1]?.stretch ?? -1) >= 0;
  }
}

function isNamed(words: ReportWords, items: readonly Item[], place: number): boolean {
  return words.isNamedByMarks(items[place - 1]?.lower ?? "");
}
