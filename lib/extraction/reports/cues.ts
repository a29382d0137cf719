import type { ReportWords, Saying } from "../languages";
import type { FoundCue } from "./found-cue";
import type { Phrase } from "./phrases";
import { Phrases } from "./phrases";
import type { Item } from "./units";

const BOUNDARY = /^(?:[,;:.!?…]|–|—|-)$/u;
const END = /^(?:[,;:.!?…–—]|und|oder|y|)$/u;
const FAR = 30;
const PASSIVE = /^(?:wird|werden|wurde|wurden|werde)$/u;

/** Finds the cues of a unit: finite verbs of saying, and participles with their auxiliary. */
export class Cues {
  readonly phrases: Phrases;

  constructor(
    private readonly items: readonly Item[],
    private readonly words: ReportWords,
  ) {
    this.phrases = new Phrases(items, words);
  }

  /** The cue whose finite verb stands at a place, or null. */
  at(place: number, lastSubject: Phrase | null): FoundCue | null {
    const { items, words } = this;
    const item = items[place];
    if (
      item === undefined ||
      item.stretch >= 0 ||
      /^\p{Lu}/u.test(item.text) !== (place === 0 && /^\p{Lu}/u.test(item.text))
    )
      return null;
    const { lower } = item;
    const found = this.plain(place) ?? (words.isAuxiliary(lower) ? this.compound(place) : null);
    if (found === null) return null;
    const clause = this.startOfClause(place);
    if (found.at === place && this.isInfinitive(place, clause)) return null;
    if (found.at !== place && found.saying.kind === "call" && this.isPassive(place))
      return {
        verb: place,
        ...found,
        clause,
        subject: this.agentOf(place, found.at),
        isTag: false,
        isSupposed: false,
        isAside: false,
      };
    const own = this.subjectOf(
      place,
      clause,
      found.saying,
      lastSubject,
      words.capitalNouns ? place : found.at,
    );
    // "zitiert den Minister mit den Worten": who is quoted speaks
    if (found.saying.base === "zitieren" && !this.isPassive(place) && own.subject !== null && !own.isTag) {
      const quoted = this.phrases.subjectFrom(place + 1);
      if (quoted !== null && quoted.from !== own.subject.from)
        return { verb: place, ...found, clause, ...own, subject: quoted };
    }
    return { verb: place, ...found, clause, ...own };
  }

  /** A finite form, whose particle stands at the end of the clause. */
  private plain(place: number): { at: number; saying: Saying } | null {
    const options = this.words.finite(this.items[place]?.lower ?? "");
    if (options.length === 0) return null;
    const particles = options.filter(({ particle }) => particle !== null);
    if (particles.length > 0) {
      for (let at = place + 1; at < Math.min(this.items.length, place + FAR); at += 1) {
        const item = this.items[at];
        if (item === undefined || item.stretch >= 0) continue;
        if (/^[:;.]$/u.test(item.text)) break;
        if (!END.test(this.items[at + 1]?.lower ?? "") && (this.items[at + 1]?.stretch ?? -1) < 0) continue;
        const before = this.items[at - 1]?.lower ?? "";
        const saying = particles.find(
          ({ particle }) => particle === item.lower || particle === `${before} ${item.lower}`,
        );
        if (saying !== undefined) return { at: place, saying };
      }
    }
    const saying = options.find(({ particle }) => particle === null);
    return saying === undefined ? null : { at: place, saying };
  }

  /** "hat … gesagt", "ha dicho". */
  private compound(place: number): { at: number; saying: Saying } | null {
    const { items, words } = this;
    for (let at = place + 1; at < Math.min(items.length, place + FAR); at += 1) {
      const item = items[at];
      if (item === undefined || item.stretch >= 0) continue;
      if (/^[:;.]$/u.test(item.text)) return null;
      const [saying] = words.participle(item.lower);
      if (saying === undefined) {
        if (!words.capitalNouns && words.partOf(item.lower) !== "filler") return null;
        continue;
      }
      if (
        words.capitalNouns &&
        !END.test(items[at + 1]?.lower ?? "") &&
        !/^(?:haben|hat|hatte|hatten|worden)$/u.test(items[at + 1]?.lower ?? "")
      )
        continue;
      if (this.isPassive(place) && saying.base !== "zitieren" && saying.kind !== "call") return null;
      return { at, saying };
    }
    return null;
  }

  /** "sollte wissen": a form that is also the infinitive, behind a modal verb of its clause. */
  private isInfinitive(place: number, clause: number): boolean {
    const { items, words } = this;
    if (!/n$/u.test(items[place]?.lower ?? "") || !words.capitalNouns) return false;
    for (let at = clause; at < place; at += 1) if (words.modals.has(items[at]?.lower ?? "")) return true;
    return false;
  }

  private isPassive = (at: number) => PASSIVE.test(this.items[at]?.lower ?? "");

  /** "wird von Kennern als „…“ bezeichnet": who says it stands behind the preposition. */
  private agentOf(place: number, at: number): Phrase | null {
    for (let from = place + 1; from < at; from += 1)
      if (/^(?:von|vom|durch)$/u.test(this.items[from]?.lower ?? "")) return this.phrases.at(from + 1);
    return null;
  }

  private startOfClause(place: number): number {
    const { items, words } = this;
    let at = place;
    while (at > 0) {
      const before = items[at - 1];
      if (before === undefined) break;
      if (before.stretch >= 0) {
        // a name in marks belongs to the phrase before the verb
        if (at - 2 >= 0 && words.isNamedByMarks(items[at - 2]?.lower ?? "")) {
          at -= 1;
          continue;
        }
        break;
      }
      if (BOUNDARY.test(before.text) || (!words.capitalNouns && words.that.has(before.lower))) break;
      at -= 1;
    }
    while (at < place && /^(?:und|aber|doch|denn|sondern|y|pero|e)$/u.test(items[at]?.lower ?? "")) at += 1;
    return at;
  }

  private subjectOf(
    place: number,
    clause: number,
    { kind }: Pick<Saying, "kind">,
    lastSubject: Phrase | null,
    verbEnd = place,
  ): Pick<FoundCue, "subject" | "isTag" | "isSupposed" | "isAside"> {
    const { items, words, phrases } = this;
    const plain = { isTag: false, isSupposed: false, isAside: false };
    const opening = items[clause]?.lower ?? "";
    const behind = phrases.subjectFrom(verbEnd + 1);
    if (clause === place) {
      const whole = this.wholeBefore(place);
      if (whole !== null) return { ...plain, subject: whole };
      const before = items[place - 1];
      if (/^(?:und|y|e|aber|pero)$/u.test(before?.lower ?? ""))
        return { ...plain, subject: lastSubject ?? this.somebodyBefore(place) ?? behind };
      // "…, der den Sieg als „Fest“ bezeichnete": the verb ends a clause that marks stand in
      if (behind === null && before !== undefined && before.stretch >= 0 && !words.dropsSubjects) {
        let whole = place - 1;
        while (whole > 0 && !BOUNDARY.test(items[whole - 1]?.text ?? "")) whole -= 1;
        if (whole < place - 1) return this.subjectOf(place, whole, { kind }, lastSubject);
      }
      const isTag = before !== undefined && (before.stretch >= 0 || /^[,–—]$/u.test(before.text));
      return { ...plain, subject: behind, isTag: isTag && (behind !== null || words.dropsSubjects) };
    }
    if (words.as.has(opening)) {
      const own = phrases.subjectFrom(clause + 1);
      return { ...plain, subject: own !== null && own.from !== place ? own : behind, isAside: true };
    }
    if (words.subordinators.has(opening) || words.that.has(opening)) {
      const own = phrases.subjectFrom(clause + 1);
      // "Als Begründung sagte Meier": no clause, whose verb would come last
      const isPhrase = words.capitalNouns && behind !== null && !END.test(items[place + 1]?.lower ?? "");
      return {
        ...plain,
        subject: isPhrase ? behind : (own ?? behind),
        isSupposed: /^(?:wenn|falls|sofern|si|cuando)$/u.test(opening),
      };
    }
    let first = clause;
    while (first < place && words.partOf(items[first]?.lower ?? "") === "filler") first += 1;
    const ahead = phrases.withAside(first);
    // before a verb in second place stands one phrase: what else stands there belongs to it
    const reaches =
      ahead !== null && ahead.to < place && (words.capitalNouns || this.onlyFillers(ahead.to + 1, place));
    const isObject = /^(?:den|dem|einen|einem|keinen|diesen|ihn|ihm|ihnen)$/u.test(opening);
    if (reaches && ahead !== null && !isObject) {
      const isThing =
        behind !== null && this.isSomebody(behind) && (this.isThing(ahead) || this.isAdverb(ahead));
      return {
        ...plain,
        subject:
          isThing && (kind !== "say" || this.isAdverb(ahead) || !this.isDocument(ahead)) ? behind : ahead,
      };
    }
    const whole = this.wholeBefore(place);
    if (whole !== null) return { ...plain, subject: whole };
    // "der … sagte": a relative clause, whose pronoun stands for the phrase before it
    if (
      /^(?:der|die|das|welcher|welche|que|quien|quienes)$/u.test(opening) &&
      items[clause - 1]?.text === "," &&
      place > clause + 1
    ) {
      const owner = phrases.endingBefore(clause - 1, Math.max(0, clause - 12));
      if (owner !== null && /^(?:[,.;:]|)$/u.test(items[place + 1]?.text ?? ""))
        return { ...plain, subject: owner };
    }
    if (behind === null && words.dropsSubjects) return { ...plain, subject: null };
    return { ...plain, subject: behind };
  }

  /** "Frank Biermann, Vorsitzender des Vereins, sagte": a phrase and its aside are all that stands before the verb. */
  /** Who the unit is about so far: its first person. */
  private somebodyBefore(place: number): Phrase | null {
    for (let at = 0; at < place - 1; at += 1) {
      const phrase = this.phrases.at(at);
      if (phrase === null) continue;
      if (phrase.to < place && this.isSomebody(phrase)) return phrase;
      at = phrase.to;
    }
    return null;
  }

  private wholeBefore(place: number): Phrase | null {
    const { items, phrases } = this;
    let start = place - 1;
    while (
      start > 0 &&
      !/^[.:;]$/u.test(items[start - 1]?.text ?? "") &&
      (items[start - 1]?.stretch ?? -1) < 0 &&
      place - start < FAR
    )
      start -= 1;
    const phrase = phrases.withAside(start);
    if (phrase === null || items[place - 1]?.text !== ",") return null;
    if (phrase.to === place - 2) return phrase;
    // "Miroslav Klose, der früh vom Platz ging, nannte": whatever stands between the commas is about the name
    const named = phrases.at(start);
    return named !== null && items[named.to + 1]?.text === "," && this.isSomebody(named) ? named : null;
  }

  /** "Unmissverständlich sagt das Gericht": a word with a capital only since it begins the sentence. */
  private isAdverb({ from, to }: Phrase): boolean {
    const { lower = "" } = this.items[from] ?? {};
    return from === to && from === 0 && /(?:lich|ig|isch|weise|end|maßen|mente|ßlich|haft|los)$/u.test(lower);
  }

  private isDocument({ from, to }: Phrase): boolean {
    for (let at = from; at <= to; at += 1)
      if (this.words.sortOf(this.items[at]?.text ?? "") !== null) return true;
    return false;
  }

  /** Surely a person or a body, or a name that stands alone. */
  private isSomebody({ from, to }: Phrase): boolean {
    const { items, words } = this;
    const first = words.partOf(items[from]?.lower ?? "");
    if (first === "pronoun")
      return /^(?:m|f|first)$/u.test(words.pronouns.get(items[from]?.lower ?? "") ?? "");
    for (let at = from; at <= to; at += 1)
      if (/^(?:person|body|group)$/u.test(words.sortOf(items[at]?.text ?? "") ?? "")) return true;
    return first !== "determiner" && to - from < 3 && (to === from || !/s$/u.test(items[from]?.text ?? ""));
  }

  private onlyFillers(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1)
      if (this.words.partOf(this.items[at]?.lower ?? "") !== "filler") return false;
    return true;
  }

  /** A phrase that names neither a person nor a body. */
  private isThing({ from, to }: Phrase): boolean {
    const { items, words } = this;
    const first = words.partOf(items[from]?.lower ?? "");
    if (first === "pronoun") return /^(?:es|das|dies|ello|esto)$/u.test(items[from]?.lower ?? "");
    for (let at = from; at <= to; at += 1) if (words.sortOf(items[at]?.text ?? "") !== null) return false;
    return first === "determiner";
  }
}
