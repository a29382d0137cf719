import type { Article } from "../grammar";
import type { ReportWords } from "../languages";
import type { Span } from "../model";
import { holds, touches } from "../text";
import { countWords } from "../weights";
import type { Content } from "./contents";
import { Contents } from "./contents";
import type { FoundCue } from "./cues";
import { Cues } from "./cues";
import type { Phrase } from "./phrases";
import type { Report } from "./report";
import { isTerm } from "./terms";
import { type Item, type Unit, unitsOf } from "./units";

/** Fewer quoted words than this are speech only beside a cue. */
const SPEECH = 5;
/** No more reports than these can touch a later one: they stand in its sentence. */
const NEAR = 24;
/** So many are speech wherever they stand. */
const LONG = 8;

/** What is said in an article, in reading order, by the rules of its language; none where the language has no rules. */
export function reportsOf(article: Article): Report[] {
  const { reports: words } = article.language;
  if (words === null) return [];
  const reader = new Reader(article, words);
  for (const unit of unitsOf(article)) reader.read(unit);
  return reader.found.sort(inOrder);
}

function inOrder(one: Report, other: Report): number {
  return (one.spans[0]?.startUtf16 ?? 0) - (other.spans[0]?.startUtf16 ?? 0);
}

class Reader {
  readonly found: Report[] = [];
  /** The report that a later sentence of the paragraph may go on with. */
  private last: { readonly report: Report; readonly paragraph: number } | null = null;
  /** A cue whose colon ends its unit: the words stand in the next. */
  private announced: Report | null = null;

  constructor(
    private readonly article: Article,
    private readonly words: ReportWords,
  ) {}

  read(unit: Unit): void {
    const { items } = unit;
    if (items.length === 0) return;
    const before = this.found.length;
    const announced = this.announced;
    this.announced = null;
    const [first] = items;
    if (announced !== null && first !== undefined && first.stretch >= 0)
      this.keep(unit, { ...announced, spans: [spanOf(first)] });
    this.readCues(unit);
    this.readSources(unit);
    if (this.found.length === before) this.readLater(unit);
    this.readLoose(unit);
  }

  private readCues(unit: Unit): void {
    const { items } = unit;
    const { words } = this;
    const cues = new Cues(items, words);
    const contents = new Contents(this.article.text, items, words);
    let lastSubject: Phrase | null = null;
    for (let at = 0; at < items.length; at += 1) {
      if (items[at]?.stretch !== -1) continue;
      if (words.beside.has(items[at]?.lower ?? "")) this.readBeside(unit, cues, contents, at);
      const cue = cues.at(at, lastSubject);
      if (cue === null || cue.isSupposed || this.isAsked(unit, cue)) continue;
      if (cue.subject !== null) lastSubject = cue.subject;
      const impersonal = this.impersonal(unit, cue, cues);
      const subject = cue.subject === null ? "" : (items[cue.subject.from]?.lower ?? "");
      if (words.nobody.has(items[cue.clause]?.lower ?? "")) continue;
      if (words.nobody.has(subject) || /^(?:kein|keine|keiner|ning[uú]n|ninguna)$/u.test(subject)) continue;
      this.readCue(unit, impersonal, contents);
    }
  }

  /** "heißt es in dem Schreiben": who is behind the preposition. */
  private impersonal({ items }: Unit, cue: FoundCue, cues: Cues): FoundCue {
    const { subject } = cue;
    if (subject === null || this.words.pronouns.get(items[subject.from]?.lower ?? "") !== "it") return cue;
    for (let at = Math.min(cue.verb, subject.from); at < Math.min(items.length, cue.verb + 9); at += 1) {
      if (!/^(?:in|im|von|vom|aus|bei|beim|seitens)$/u.test(items[at]?.lower ?? "")) continue;
      const named = cues.phrases.at(at + 1);
      if (named !== null) return { ...cue, subject: named };
    }
    for (let at = cue.clause; at < cue.verb; at += 1) {
      if (!/^(?:in|im|von|vom|aus|bei|beim)$/u.test(items[at]?.lower ?? "")) continue;
      const named = cues.phrases.at(at + 1);
      if (named !== null) return { ...cue, subject: named };
    }
    return { ...cue, subject: null };
  }

  private readCue(unit: Unit, cue: FoundCue, contents: Contents): void {
    const rest = cue.isAside ? this.besideAside(unit, cue, contents) : null;
    if (cue.isAside) {
      if (rest !== null) this.keep(unit, this.reportOf(unit, cue, rest, "source"));
      return;
    }
    if (
      cue.isTag &&
      !(
        cue.saying.kind === "call" &&
        contents.after(cue)?.shape === "quoted" &&
        (unit.items[cue.verb - 1]?.stretch ?? -1) < 0
      )
    ) {
      const end = cue.verb - 1;
      const said = contents.before(0, end);
      const subjectEnd = Math.max(cue.at, cue.subject?.to ?? cue.verb);
      const after = contents.rest(subjectEnd + 1);
      // "Am Abend, sagte Meier: …": what stands before is when, not what
      const isLead = after?.shape === "colon" && said !== null && !this.hasQuote(unit, said);
      const dialogue = this.dialogueOf(unit, cue, said, subjectEnd);
      if (dialogue !== null) {
        this.keep(unit, this.reportOf(unit, cue, dialogue, "around"));
        return;
      }
      if (said !== null && !isLead && this.canBeSaid(unit, said, contents, after)) {
        const pieces = [...this.trimmed(unit, said), ...(after?.pieces ?? [])];
        const told = contents.toldIn(said.from);
        this.keep(
          unit,
          this.reportOf(unit, cue, { shape: "tag", pieces, told }, after === null ? "before" : "around"),
        );
        if (after?.shape === "colon" && after.pieces.length === 0) this.announce(unit, cue);
        return;
      }
    }
    // "Das Motto lautet „…“": a name, and nobody's words
    const last = cue.subject === null ? undefined : unit.items[cue.subject.to];
    if (/^(?:lauten|heißen)$/u.test(cue.saying.base) && this.words.isNamedByMarks(last?.lower ?? "")) return;
    const content = contents.after(cue);
    if (content === null) {
      // "„…“ sagte" without a subject, "…, was Meier bestätigte"
      const said = this.passiveBefore(unit, cue);
      if (said !== null)
        this.keep(unit, this.reportOf(unit, cue, { shape: "quoted", pieces: [said], told: -1 }, "before"));
      return;
    }
    if (content.pieces.length === 0) this.announce(unit, cue);
    else this.keep(unit, this.reportOf(unit, cue, content, "after"));
  }

  /** "—No habrá acuerdo —dijo el ministro—, al menos hoy.": dashes instead of marks. */
  private dialogueOf({ items }: Unit, { verb }: FoundCue, said: Phrase | null, from: number): Content | null {
    const isDash = (at: number) => /^[—–―]$/u.test(items[at]?.text ?? "") && items[at]?.stretch === -1;
    if (said === null || !isDash(0) || !isDash(verb - 1)) return null;
    const close = items.findIndex((_, at) => at > from && isDash(at));
    let first = close + 1;
    while (close > 0 && first < items.length && !/[\p{L}\p{N}¿¡]/u.test(items[first]?.text ?? "")) first += 1;
    let last = items.length - 1;
    while (last > first && /^[.…]$/u.test(items[last]?.text ?? "")) last -= 1;
    const rest = close > 0 && first < items.length ? [{ from: first, to: last }] : [];
    return { shape: "dialogue", pieces: [said, ...rest], told: -1 };
  }

  private hasQuote({ items }: Unit, { from, to }: Phrase): boolean {
    return items.slice(from, to + 1).some(({ stretch }) => stretch >= 0);
  }

  /** "Als „…“ bezeichnete Meier …": words in marks before the verb, and none behind it. */
  private passiveBefore({ items }: Unit, cue: FoundCue): Phrase | null {
    for (let at = cue.verb - 1; at >= Math.max(0, cue.verb - 12); at -= 1) {
      const item = items[at];
      if (item === undefined || /^[,:;.]$/u.test(item.text)) break;
      if (item.stretch < 0) continue;
      const before = items[at - 1]?.lower ?? "";
      if (this.words.beforeQuoted.has(before) || cue.saying.kind === "call") return { from: at, to: at };
    }
    return null;
  }

  /** "…, so Meier", "So Meier: …". */
  private readBeside(unit: Unit, cues: Cues, contents: Contents, at: number): void {
    const { items } = unit;
    const before = items[at - 1];
    if (before === undefined || !(before.stretch >= 0 || before.text === "," || before.text === "–")) return;
    const named =
      items[at + 1]?.lower === "das" || items[at + 1]?.lower === "die"
        ? cues.phrases.at(at + 1)
        : cues.phrases.at(at + 1);
    if (named === null) return;
    const next = items[named.to + 1];
    if (
      next !== undefined &&
      next.stretch < 0 &&
      !/^(?:[,.;:–—]|gegenüber|am|im|in|bei|auf|nach|vor|zu|heute|gestern|en|a|al)$/u.test(next.lower) &&
      this.words.partOf(next.lower) !== "filler"
    )
      return;
    const said = contents.before(0, at - 1);
    if (said === null) return;
    const after = contents.rest(named.to + 1);
    const cue = {
      verb: at,
      at,
      saying: { base: "so", kind: "say" as const, tense: "present" as const, particle: null },
      subject: named,
    };
    if (!this.canBeSaid(unit, said, contents, after)) return;
    const pieces = [...this.trimmed(unit, said), ...(after?.pieces ?? [])];
    this.keep(
      unit,
      this.reportOf(
        unit,
        cue,
        { shape: "tag", pieces, told: contents.toldIn(said.from) },
        after === null ? "before" : "around",
      ),
    );
  }

  /** "Laut Polizei …", "nach Angaben des Ministeriums", "Meier zufolge". */
  private readSources(unit: Unit): void {
    const { items } = unit;
    const { words } = this;
    const { phrases } = new Cues(items, words);
    const lowers = items.map(({ lower }) => lower);
    for (let at = 0; at < items.length; at += 1) {
      if (items[at]?.stretch !== -1) continue;
      const length = words.sourceAt(lowers, at);
      const isBehind = words.sourceBehind.has(lowers[at] ?? "");
      if (length === 0 && !isBehind) continue;
      const named = isBehind
        ? phrases.endingBefore(at, Math.max(0, at - 12))
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
        speaker: named === null ? null : rangeOf(items, named),
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
  private around({ items }: Unit, from: number, to: number): Phrase[] {
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
  private besideAside(unit: Unit, cue: FoundCue, contents: Contents): Content | null {
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

  /** A sentence without a cue behind one with a cue: it goes on where its verbs or its marks show it. */
  private readLater(unit: Unit): void {
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

  /** “…”, sagte Weber. “…”: the quotation is taken up again in the next sentence. */
  private goesOn(report: Report, item: Item): boolean {
    const { stretches } = this.article;
    const before = report.spans.at(-1);
    const isQuoted =
      before !== undefined &&
      item.stretch > 0 &&
      stretches[item.stretch - 1]?.endUtf16 === before.endUtf16 &&
      report.shape !== "introduced" &&
      report.speaker !== null;
    const place = isQuoted ? this.found.lastIndexOf(report) : -1;
    if (place < 0) return false;
    const longer = { ...report, spans: [...report.spans, spanOf(item)] };
    this.found[place] = longer;
    if (this.last !== null) this.last = { ...this.last, report: longer };
    return true;
  }

  /** A colon before a quotation: who speaks is who the sentence is about. */
  private readIntroduced(unit: Unit): void {
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
  private readLoose(unit: Unit): void {
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

  private isSpeech({ items }: Unit, at: number, least = SPEECH): boolean {
    const item = items[at];
    if (item === undefined) return false;
    const inner = this.article.text.slice(item.startUtf16, item.endUtf16);
    return countWords(inner) >= least && !isTerm(this.article.text, this.words, items, at);
  }

  /** "beim „2. Deutschen Kongress …“": marks behind an article hold what it belongs to. */
  private isNoun(items: readonly Item[], at: number): boolean {
    const before = items[at - 1]?.lower ?? "";
    const item = items[at];
    const inner = item === undefined ? "" : this.article.text.slice(item.startUtf16 + 1, item.endUtf16 - 1);
    const isArticle =
      this.words.partOf(before) === "determiner" || /^(?:im|am|beim|zum|zur|vom|del|al)$/u.test(before);
    return isArticle && /^[\p{Lu}\p{N}]/u.test(inner) && !/[.!?…]$/u.test(inner);
  }

  private isClaimed(span: Span): boolean {
    for (let at = this.found.length - 1; at >= Math.max(0, this.found.length - NEAR); at -= 1)
      if (this.found[at]?.spans.some((own) => touches(own, span))) return true;
    return false;
  }

  /** Whether what stands before a tag is somebody's words: in marks, or told by the form of its verb, or a whole clause. */
  private canBeSaid({ items }: Unit, said: Phrase, contents: Contents, after: Content | null): boolean {
    const own = items.slice(said.from, said.to + 1);
    if (items[said.to]?.stretch !== -1) return true;
    if (own.length < 3) return after !== null;
    const opening = items[said.from]?.lower ?? "";
    const isTold = contents.toldIn(said.from) >= 0;
    if (this.words.subordinators.has(opening)) return isTold || after !== null;
    return true;
  }

  /** Only the words in marks where nothing else stands before the tag. */
  private trimmed({ items }: Unit, { from, to }: Phrase): Phrase[] {
    const quotes: Phrase[] = [];
    for (let at = from; at <= to; at += 1) {
      const item = items[at];
      if (item !== undefined && item.stretch >= 0) quotes.push({ from: at, to: at });
      else if (/[\p{L}\p{N}]/u.test(item?.text ?? "")) return [{ from, to }];
    }
    return quotes;
  }

  private isAsked({ items }: Unit, { verb, clause, isTag }: FoundCue): boolean {
    return items.at(-1)?.text === "?" && items.at(-1)?.stretch === -1 && !isTag && verb === clause;
  }

  private announce(unit: Unit, cue: FoundCue): void {
    this.announced = this.reportOf(unit, cue, { shape: "colon", pieces: [], told: -1 }, "after");
  }

  private reportOf(
    { items }: Unit,
    cue: Pick<FoundCue, "at" | "saying" | "subject">,
    content: Content,
    order: Report["order"] | "source",
  ): Report {
    const item = items[cue.at];
    const told = items[content.told];
    return {
      shape: content.shape,
      cue: item === undefined ? null : spanOf(item),
      speaker: cue.subject === null ? null : rangeOf(items, cue.subject),
      spans: content.pieces.map((piece) => rangeOf(items, piece)),
      order: order === "source" ? "around" : order,
      kind: cue.saying.kind,
      tense: cue.saying.tense,
      addressee: null,
      told: told === undefined ? null : spanOf(told),
      isInherited: false,
    };
  }

  /** Keeps a report unless it overlaps one that it does not stand in with its cue. */
  private keep({ paragraph }: Unit, draft: Report): void {
    const report =
      this.words.dropsSubjects && draft.speaker === null ? this.withLastSpeaker(draft, paragraph) : draft;
    if (report.spans.length === 0) return;
    for (let at = this.found.length - 1; at >= Math.max(0, this.found.length - NEAR); at -= 1) {
      const other = this.found[at];
      if (other === undefined) continue;
      const meets = report.spans.some((one) => other.spans.some((two) => touches(one, two)));
      if (meets && !standsIn(report, other) && !standsIn(other, report)) return;
    }
    this.found.push(report);
    const isInner = this.found.slice(-NEAR).some((other) => other !== report && standsIn(report, other));
    if (!isInner) this.last = { report, paragraph };
  }

  /** "Añadió que …": who spoke before goes on. */
  private withLastSpeaker(report: Report, paragraph: number): Report {
    const { last } = this;
    const isNear = last !== null && paragraph - last.paragraph <= 1 && last.report.speaker !== null;
    return isNear && report.cue !== null && report.shape !== "source" && report.shape !== "introduced"
      ? { ...report, speaker: last.report.speaker, isInherited: true }
      : report;
  }
}

/** One statement may stand in another, cue included, when somebody speaks in the outer one. */
function standsIn(inner: Report, outer: Report): boolean {
  const { cue } = inner;
  return (
    cue !== null &&
    outer.speaker !== null &&
    outer.spans.some(
      (span) =>
        holds(span, cue) && inner.spans.every((piece) => outer.spans.some((own) => holds(own, piece))),
    )
  );
}

const NOBODYS: Report = {
  shape: "floating",
  cue: null,
  speaker: null,
  spans: [],
  order: "after",
  kind: null,
  tense: "none",
  addressee: null,
  told: null,
  isInherited: false,
};

function inherited({ speaker }: Report): Report {
  return { ...NOBODYS, speaker, isInherited: true };
}

function spanOf({ startUtf16, endUtf16 }: Item): Span {
  return { startUtf16, endUtf16 };
}

function rangeOf(items: readonly Item[], { from, to }: Phrase): Span {
  return { startUtf16: items[from]?.startUtf16 ?? 0, endUtf16: items[to]?.endUtf16 ?? 0 };
}
