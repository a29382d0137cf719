import type { Span } from "../model";
import type { Contents } from "./contents";
import { Cues } from "./cues";
import type { FoundCue } from "./found-cue";
import { rangeOf } from "./kept";
import { Loose } from "./loose";
import type { Phrase } from "./phrases";
import type { Content } from "./report";
import type { Unit } from "./units";

const SAID = /^(?:angaben|worten|aussagen|informationen|berichten|medienberichten|meldungen)$/u;

/** Reads phrases and clauses that name a source: what else the sentence says is theirs. */
export class Sources extends Loose {
  /** "Laut Polizei …", "nach Angaben des Ministeriums", "Meier zufolge". */
  protected readSources(unit: Unit): void {
    const { items } = unit;
    const { words } = this;
    const { phrases } = new Cues(items, words);
    const lowers = items.map(({ lower }) => lower);
    for (let at = 0; at < items.length; at += 1) {
      if (items[at]?.stretch !== -1) continue;
      const length = words.sourceAt(lowers, at);
      const isBehind = words.sourceBehind.has(lowers[at] ?? "");
      if (length === 0 && !isBehind) continue;
      // "nach seinen Worten": whose they are stands in a sentence before
      const isTheirs = /^(?:seine[nr]|ihre[nr])$/u.test(lowers[at + 1] ?? "");
      const named = isBehind
        ? phrases.endingBefore(at, Math.max(0, at - 12))
        : isTheirs
          ? null
          : (phrases.withAside(at + length) ?? phrases.withAside(at + length + 1));
      const from = isBehind ? (named?.from ?? at) : at;
      const to = isBehind ? at : (named?.to ?? at + length - 1);
      if (named === null && isBehind) continue;
      const pieces = this.around(unit, from, to);
      if (pieces.length === 0) continue;
      const cue: Span = {
        startUtf16: items[at]?.startUtf16 ?? 0,
        endUtf16: items[isBehind ? at : at + length - 1]?.endUtf16 ?? 0,
      };
      this.keep(unit, {
        shape: "source",
        cue,
        // "den Angaben zufolge": what was said, and nobody
        speaker: named === null || SAID.test(lowers[named.to] ?? "") ? null : rangeOf(items, named),
        spans: pieces.map((piece) => rangeOf(items, piece)),
        order: "around",
        kind: "say",
        tense: "none",
        addressee: null,
        told: null,
        isInherited: false,
      });
      at = to;
    }
  }

  /** What a sentence says apart from the phrase that names its source. */
  protected around({ items }: Unit, from: number, to: number): Phrase[] {
    const isWord = (at: number) =>
      (items[at]?.stretch ?? -1) >= 0 || /[\p{L}\p{N}]/u.test(items[at]?.text ?? "");
    const pieces: Phrase[] = [];
    let first = 0;
    let last = from - 1;
    while (last >= first && !isWord(last)) last -= 1;
    while (
      first <= last &&
      (!isWord(first) || /^(?:und|aber|doch|denn|y|pero)$/u.test(items[first]?.lower ?? ""))
    )
      first += 1;
    if (last - first >= 0) pieces.push({ from: first, to: last });
    first = to + 1;
    last = items.length - 1;
    while (first <= last && !isWord(first)) first += 1;
    while (last >= first && !isWord(last)) last -= 1;
    if (last - first >= 0) pieces.push({ from: first, to: last });
    return pieces;
  }

  /** "Wie die Polizei mitteilte, …": the rest of the sentence is what was said. */
  protected besideAside(unit: Unit, cue: FoundCue, contents: Contents): Content | null {
    const { items } = unit;
    let to = cue.at;
    while (
      to + 1 < items.length &&
      items[to + 1]?.text !== "," &&
      (items[to + 1]?.stretch ?? -1) < 0 &&
      !/^[.:]$/u.test(items[to + 1]?.text ?? "")
    )
      to += 1;
    if (items[to + 1]?.text === ":") return contents.after({ ...cue, verb: to, subject: null });
    const pieces = this.around(unit, cue.clause, to);
    return pieces.length === 0 ? null : { shape: "source", pieces, told: -1 };
  }
}
