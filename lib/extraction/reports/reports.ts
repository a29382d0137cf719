import type { Article } from "../grammar";
import { Contents } from "./contents";
import { Cues } from "./cues";
import type { FoundCue } from "./found-cue";
import { rangeOf, spanOf } from "./kept";
import type { Phrase } from "./phrases";
import type { Content, Report } from "./report";
import { Sources } from "./sources";
import { type Unit, unitsOf } from "./units";

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
class Reader extends Sources {
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
    if (this.found.length === before && this.goesOnAloud(unit)) return;
    this.readAloud(unit, before);
    if (this.found.length === before) this.readLater(unit);
    this.readLoose(unit);
  }

  /** "—No llueve —dijo Vidal—. Los pozos están secos.": a closing dash at the end of a sentence leads into the next ones. */
  private aloud: { readonly report: Report; readonly paragraph: number } | null = null;

  private readAloud({ items, paragraph }: Unit, before: number): void {
    const report = this.found.at(-1);
    const ends = items.findLastIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const isOpen = items.slice(ends + 1).some(({ text }) => /^[—–―]$/u.test(text));
    const isAloud = this.found.length === before + 1 && report?.shape === "dialogue" && isOpen;
    this.aloud = isAloud && report !== undefined ? { report, paragraph } : null;
  }

  private goesOnAloud({ items, paragraph }: Unit): boolean {
    const [first] = items;
    const last = items.findLast(({ text, stretch }) => stretch >= 0 || /[\p{L}\p{N}?!]/u.test(text));
    const { aloud } = this;
    if (aloud === null || aloud.paragraph !== paragraph || first === undefined || last === undefined)
      return false;
    const place = this.found.lastIndexOf(aloud.report);
    if (place < 0 || /^[—–―]$/u.test(first.text)) return false;
    const report = {
      ...aloud.report,
      spans: [...aloud.report.spans, { startUtf16: first.startUtf16, endUtf16: last.endUtf16 }],
    };
    this.found[place] = report;
    this.aloud = { report, paragraph };
    return true;
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
}
