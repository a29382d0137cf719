import { countWords } from "../weights";
import { Contents } from "./contents";
import { Cues } from "./cues";
import { inherited, Kept, NOBODYS, rangeOf, spanOf } from "./kept";
import type { Phrase } from "./phrases";
import type { Report } from "./report";
import { isTerm } from "./terms";
import type { Item, Unit } from "./units";

/** Fewer quoted words than this are speech only beside a cue. */
const SPEECH = 5;
/** So many are speech wherever they stand. */
const LONG = 8;

/** Reads what no cue stands beside: sentences that go on with a report, colons before quotations, quotations alone. */
export class Loose extends Kept {
  /** A sentence without a cue behind one with a cue: it goes on where its verbs or its marks show it. */
  protected readLater(unit: Unit): void {
    const { items, paragraph } = unit;
    const last = this.last;
    const contents = new Contents(this.article.text, items, this.words);
    const isQuoted =
      (items[0]?.stretch ?? -1) >= 0 &&
      items.every((item, at) => at === 0 || !/[\p{L}\p{N}]/u.test(item.text));
    const item = items[0];
    if (
      isQuoted &&
      item !== undefined &&
      last !== null &&
      last.paragraph === paragraph &&
      this.goesOn(last.report, item)
    )
      return;
    if (isQuoted && item !== undefined && this.isSpeech(unit, 0)) {
      const isNear = last !== null && paragraph - last.paragraph <= 1 && last.report.speaker !== null;
      this.keep(unit, {
        ...(isNear ? inherited(last.report) : NOBODYS),
        shape: "floating",
        spans: [spanOf(item)],
      });
      return;
    }
    this.readIntroduced(unit);
    if (last === null || last.paragraph !== paragraph || last.report.speaker === null) return;
    if (items.at(-1)?.text === "?" || last.report.shape === "floating") return;
    const told = contents.toldIn(0, true);
    if (told < 0 || told > 24) return;
    const { pieces } = contents.clause("told", 0);
    if (pieces.length === 0) return;
    const own = items[told];
    this.keep(unit, {
      ...inherited(last.report),
      shape: "told",
      spans: pieces.map((piece) => rangeOf(items, piece)),
      told: own === undefined ? null : spanOf(own),
    });
  }
  /** A colon before a quotation: who speaks is who the sentence is about. */
  protected readIntroduced(unit: Unit): void {
    const { items } = unit;
    const colon = items.findIndex(
      ({ text, stretch }, at) =>
        stretch < 0 && text === ":" && ((items[at + 1]?.stretch ?? -1) >= 0 || at === items.length - 1),
    );
    if (colon < 1) return;
    const { phrases } = new Cues(items, this.words);
    let speaker: Phrase | null = null;
    for (let at = 0; at < colon && speaker === null; at += 1) {
      const phrase = phrases.at(at);
      if (phrase === null) continue;
      const isSomebody = items
        .slice(phrase.from, phrase.to + 1)
        .some(
          ({ text, lower }) =>
            /^(?:person|body|group)$/u.test(this.words.sortOf(text) ?? "") ||
            this.words.genderOf(lower) !== null ||
            /^(?:m|f)$/u.test(this.words.pronouns.get(lower) ?? ""),
        );
      const isWhole = phrase.from === 0 && phrase.to === colon - 1;
      if ((isSomebody || isWhole) && phrase.to < colon) speaker = phrase;
      at = phrase.to;
    }
    const cue = items[colon];
    if (cue === undefined) return;
    const report: Report = {
      ...NOBODYS,
      shape: "introduced",
      cue: spanOf(cue),
      speaker: speaker === null ? null : rangeOf(items, speaker),
      spans: [],
      order: "after",
    };
    const item = items[colon + 1];
    if (item === undefined) {
      if (speaker !== null) this.announced = report;
      return;
    }
    if (
      items.slice(0, colon).some(({ text }) => text === "(") &&
      items.at(-1)?.text !== ")" &&
      !items.slice(0, colon).some(({ text }) => text === ")")
    )
      return;
    if (isTerm(this.article.text, this.words, items, colon + 1) || !this.isSpeech(unit, colon + 1, 2)) return;
    this.keep(unit, { ...report, spans: [spanOf(item)] });
  }

  /** Quotations that nothing claims and that are long enough to be speech. */
  protected readLoose(unit: Unit): void {
    const { items, paragraph } = unit;
    const last = this.last;
    items.forEach((item, at) => {
      if (item.stretch < 0 || this.isClaimed(item) || !this.isSpeech(unit, at, LONG)) return;
      if (items[at - 1]?.text === "(" || this.isNoun(items, at)) return;
      const isNear = last !== null && last.paragraph === paragraph && last.report.speaker !== null;
      this.keep(unit, {
        ...(isNear ? inherited(last.report) : NOBODYS),
        shape: "floating",
        spans: [spanOf(item)],
      });
    });
  }

  protected isSpeech({ items }: Unit, at: number, least = SPEECH): boolean {
    const item = items[at];
    if (item === undefined) return false;
    const inner = this.article.text.slice(item.startUtf16, item.endUtf16);
    return countWords(inner) >= least && !isTerm(this.article.text, this.words, items, at);
  }

  /** "beim „2. Deutschen Kongress …“": marks behind an article hold what it belongs to. */
  protected isNoun(items: readonly Item[], at: number): boolean {
    const before = items[at - 1]?.lower ?? "";
    const item = items[at];
    const inner = item === undefined ? "" : this.article.text.slice(item.startUtf16 + 1, item.endUtf16 - 1);
    const isArticle =
      this.words.partOf(before) === "determiner" || /^(?:im|am|beim|zum|zur|vom|del|al)$/u.test(before);
    return isArticle && /^[\p{Lu}\p{N}]/u.test(inner) && !/[.!?…]$/u.test(inner);
  }
}
