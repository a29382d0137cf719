import {
  extract,
  type Mention,
  type Proposal,
  type Quotation,
  quotationsIn,
  type Span,
} from "@/lib/extraction";
import { nameBefore, subjectBefore } from "./beside";
import { briefedIn } from "./briefings";
import { callTurnsIn } from "./call-turns";
import { fullName, nameBehind, namedAs } from "./called";
import { chatsIn, handlesIn } from "./handles";
import { interviewIn } from "./interview";
import { mailsIn } from "./mails";
import { isInMarks, withMarksTurned } from "./marks";
import type { Material, Source } from "./material";
import type { HeldStatement } from "./model";
import { isSamePerson } from "./names";
import { subjectOfParagraph } from "./paragraph-subject";
import { sentenceStart } from "./sentences";
import { type SetIn, setInParagraphs } from "./set-in";
import { type Speaking, speechIn } from "./speech";
import { roleInLabel, type Turn, turnAt, turnsIn } from "./turns";

/** Who says the words at a place of a source, and how they stand there. */
export interface Voice {
  /** `said`: in marks, in a turn, in a speech. `reported`: in the reporter's words for somebody. `narrated`: nobody is named. */
  readonly how: "said" | "reported" | "narrated";
  /** As the text names the speaker, as fully as it does; null where it does not. */
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly role: string | null;
  /** A ministry, a company, a newspaper, and nobody in it by name. */
  readonly isBody: boolean;
  /** Where a pronoun stands for the name, or null where the text has the name itself. */
  readonly pronounAt: number | null;
  /** Everybody who speaks in the same transcript. */
  readonly others: readonly string[];
  /** Asks the questions in a transcript. */
  readonly asks: boolean;
  /** The speaker denies there what the words say. */
  readonly isDenial: boolean;
  /** How far the same voice goes on, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly when: string | null;
  readonly place: string | null;
  /** The stored statement that holds the words. */
  readonly statement: HeldStatement | null;
}

interface Region {
  readonly start: number;
  readonly proposals: readonly Proposal[];
  readonly quotations: readonly Quotation[];
  readonly blocks: readonly SetIn[];
}

interface Known {
  readonly turns: readonly Turn[];
  readonly names: readonly string[];
  readonly speech: Speaking | null;
  readonly regions: Map<number, Region>;
}

// a text up to this length is read as a whole, a longer one around the place that is asked for
const WHOLE_UTF16 = 16_000;
const REGION_UTF16 = 4000;
const known = new WeakMap<Source, Known>();

function knownOf(source: Source): Known {
  const before = known.get(source);
  if (before) return before;
  let turns: readonly Turn[] = [];
  for (const read of [mailsIn, chatsIn, turnsIn, callTurnsIn, handlesIn, interviewIn, briefedIn]) {
    turns = read(source.text);
    if (turns.length > 0) break;
  }
  const speech = turns.length > 0 ? null : speechIn(source);
  const made = {
    turns,
    names: [...new Set(turns.flatMap(({ name }) => name ?? []))],
    speech,
    regions: new Map<number, Region>(),
  };
  known.set(source, made);
  return made;
}

/** The turns of a transcript or an interview, read once; of another text none. */
export const turnsOf = (source: Source): readonly Turn[] => knownOf(source).turns;

/** The statements and quotations around a place of a text that is no transcript. */
function regionAt(source: Source, at: number): Region {
  const { regions } = knownOf(source);
  const isWhole = source.text.length <= WHOLE_UTF16;
  const number = isWhole ? 0 : Math.floor(at / REGION_UTF16);
  const before = regions.get(number);
  if (before) return before;
  const from = isWhole ? 0 : lineBefore(source.text, number * REGION_UTF16 - REGION_UTF16 / 2);
  const to = isWhole ? source.text.length : Math.min(source.text.length, (number + 1.5) * REGION_UTF16);
  const text = withMarksTurned(source.text.slice(from, to));
  let proposals: readonly Proposal[] | null = null;
  const region = {
    start: from,
    // most places are given up before anybody asks who speaks there, and that takes a hundred times as long as the marks
    get proposals() {
      proposals ??= extract(text, { language: source.language });
      return proposals;
    },
    quotations: quotationsIn(text, { language: source.language }),
    blocks: setInParagraphs(text),
  };
  regions.set(number, region);
  return region;
}

const lineBefore = (text: string, at: number) => (at <= 0 ? 0 : text.lastIndexOf("\n", at) + 1);

/** The places in marks around a place of a source, for a text whose marks say who speaks. */
export function marksAround(
  source: Source,
  at: number,
): readonly (readonly [start: number, end: number])[] | null {
  if (source.statement !== null) return null;
  const { turns, speech } = knownOf(source);
  if (turns.length > 0 || speech) return null;
  const { start, quotations, blocks } = regionAt(source, at);
  return [
    ...quotations.map(({ inner }) => [start + inner.startUtf16, start + inner.endUtf16] as const),
    ...blocks.map((block) => [start + block.start, start + block.end] as const),
  ];
}

/** Who says what stands from `start` to `end` of a source. */
export function voiceAt(material: Material, source: Source, start: number, end: number): Voice {
  if (source.statement !== null) return ofStatement(source.statement, 0, source.text.length);
  const held = material.anchored
    .get(source.id)
    ?.find(({ anchor }) => anchor !== null && anchor.startUtf16 < end && anchor.endUtf16 > start);
  const printed = printedVoice(source, start, end);
  if (held === undefined) return printed;
  const own = ofStatement(held, printed.start, printed.end);
  return { ...own, how: printed.how, when: printed.when, place: own.place ?? printed.place };
}

function ofStatement(statement: HeldStatement, start: number, end: number): Voice {
  const { speaker, role, form, place } = statement;
  return {
    how: form === "indirect" ? "reported" : "said",
    name: speaker?.name ?? null,
    aliases: speaker?.aliases ?? [],
    role,
    isBody: false,
    pronounAt: null,
    others: [],
    asks: false,
    isDenial: statement.isDenial,
    start,
    end,
    when: null,
    place,
    statement,
  };
}

function printedVoice(source: Source, start: number, end: number): Voice {
  const nobody = {
    name: null,
    aliases: [],
    role: null,
    isBody: false,
    pronounAt: null,
    others: [] as readonly string[],
    asks: false,
    isDenial: false,
    when: null,
    place: null,
    statement: null,
  };
  const { turns, speech } = knownOf(source);
  if (turns.length > 0) {
    const turn = turnAt(turns, start);
    // above an interview words in marks are somebody's
    if (turn === null)
      return {
        ...nobody,
        how: isInMarks(source.text, start, end) ? "said" : "narrated",
        start: 0,
        end: turns[0]?.start ?? end,
      };
    if (start >= turn.end) return { ...nobody, how: "narrated", start: turn.end, end: source.text.length };
    const name = turn.name === null ? null : fullName(source, turn.name);
    return {
      ...nobody,
      how: "said",
      name,
      asks: turn.asks,
      others: known.get(source)?.names ?? [],
      start: turn.start,
      end: turn.end,
      role: roleInLabel(turn.label),
    };
  }
  if (speech) return { ...nobody, ...speech, how: "said", start: 0, end: source.text.length };

  const region = regionAt(source, start);
  const [from, to] = [start - region.start, end - region.start];
  const block = region.blocks.find((one) => one.start <= from && one.end > from);
  if (block !== undefined)
    return {
      ...nobody,
      how: "said",
      name: block.name === null ? null : fullName(source, block.name),
      pronounAt: block.name === null ? region.start + block.from : null,
      start: region.start + block.start,
      end: region.start + block.end,
    };
  const overlap = (one: number, other: number) => Math.min(to, other) - Math.max(from, one);
  const proposal = best(region.proposals, ({ pieces }) =>
    Math.max(...pieces.map(({ startUtf16, endUtf16 }) => overlap(startUtf16, endUtf16))),
  );
  const quotation = best(region.quotations, ({ inner }) => overlap(inner.startUtf16, inner.endUtf16));
  const isMarked = quotation !== null;
  const isBlock = proposal?.form === "direct" && !isMarked;
  const within = isMarked
    ? quotation.inner
    : proposal !== null
      ? proposal
      : { startUtf16: from, endUtf16: to };
  const who = proposal?.speaker ?? null;
  // a speaker that was taken over from before, where the sentence has another
  const subject =
    isMarked && proposal?.cue === null
      ? subjectBefore(source.text, region.start + quotation.inner.startUtf16)
      : who?.kind === "pronoun"
        ? subjectOfParagraph(source.text, region.start + Math.min(who.mention.startUtf16, within.startUtf16))
        : null;
  const named =
    isMarked && (who === null || (who.kind === "pronoun" && who.canonical === null))
      ? nameBefore(source.text, region.start + quotation.inner.startUtf16)
      : null;
  const isOther =
    subject !== null && isSamePerson(subject, who?.canonical ?? who?.mention.text ?? "") !== "yes";
  // a surname that is also a nationality: "said Cuban"
  const isSurname =
    who?.canonical === null &&
    (who.kind === "named" || (who.kind === "role" && /^\p{Lu}\p{Ll}+$/u.test(who.mention.text)));
  const whole = (mention: Mention | null | undefined) => mention?.text ?? null;
  return {
    ...nobody,
    how: isMarked || isBlock ? "said" : proposal !== null ? "reported" : "narrated",
    name: isOther
      ? subject
      : named !== null || who === null
        ? (named?.text ?? null)
        : namedAs(
            source,
            who.canonical ??
              nameBehind(
                who.mention.text,
                source.text.slice(
                  region.start + who.mention.endUtf16,
                  region.start + who.mention.endUtf16 + 80,
                ),
              ) ??
              (isSurname ? fullName(source, who.mention.text) : null),
          ),
    aliases: isOther || who === null || who.kind === "pronoun" ? [] : [who.mention.text],
    isDenial: proposal?.isDenial ?? false,
    isBody: who?.bearer?.sort === "organisation",
    pronounAt:
      who === null || named !== null || isOther || (who.kind === "pronoun" && subject !== null)
        ? null
        : standInAt(source.text, region.start, who.mention, who.kind, within),
    role: who?.role ?? (who?.kind === "role" ? who.mention.text : null),
    start: region.start + within.startUtf16,
    end: region.start + within.endUtf16,
    when: whole(proposal?.said?.when),
    place: whole(proposal?.said?.place),
  };
}

/** Where a pronoun, or nothing at all ("afirmó"), stands for a speaker whom the sentence does not name. */
function standInAt(text: string, from: number, mention: Mention, kind: string, within: Span): number | null {
  if (kind === "pronoun") return from + mention.startUtf16;
  const start = from + within.startUtf16;
  return from + mention.endUtf16 < sentenceStart(text, start) ? start : null;
}

/** The one that has most of the words, when it has any. */
function best<One>(all: readonly One[], overlap: (one: One) => number): One | null {
  let [found, most] = [null as One | null, 0];
  for (const one of all) {
    const own = overlap(one);
    if (own > most) [found, most] = [one, own];
  }
  return found;
}
