import type { Span } from "../model";

// A full stop after one of these does not end a sentence when a name or number follows.
const TITLE =
  /(?:^|[\s("“‘'—-])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Brig|Adm|Hon|Rev|Fr|St|Mt|Ft|Supt|Insp|Det|Messrs|No|Nos|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Atty|Amb|Pres|Del|Comm|Asst|Dist|Smt|Adv|Engr|Alh|Barr|Cllr|Cdr|Wg|Flt|Sqn|Ald|Msgr|Dy|Retd)\.\s*$/u;
const COUNTED =
  /(?:^|[\s(])(?:p|pp|vol|vols|art|arts|sec|sect|ch|fig|figs|tab|app|approx|est|ca|c|cl|para|paras|nr|op|ed|eds|ext|cf|al|v|col|line|ll|sq|cu|ft|in|lb|oz|mph)\.\s*$/iu;
const STATE =
  /(?:^|[\s(-])(?:Ala|Ariz|Ark|Calif|Colo|Conn|Dela|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que|Alta|Ph\.D)\.\s*$/u;
const BRAND =
  /(?:^|\s)(?:Yahoo|Yum|Jeopardy|Wham|Oklahoma|Joomla|Panic|Ahoy|Chips Ahoy|Mamma Mia|Oliver|Guess|Which|Vivint|E|TripAdvisor|Ask|Airplane|Jeopardy)[!?]\s*$/u;
const CLOCK = /(?:^|[\s\d])[ap]\.m\.\s*$/iu;
const WHEN =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:Jan|Feb|March|Mar\.|April|Apr\.|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d|^(?:E|C|M|P|B|G|U)(?:S|D|M)?T\b|^(?:Eastern|Central|Pacific|Mountain|London|Paris|Greenwich|local|GMT|UTC|CET|CEST|BST|IST|PKT|JST|Tokyo|Beijing|Moscow)\b/u;
const OFFICE =
  /^(?:Chief|President|Chairman|Chairwoman|Chair|CEO|CFO|COO|Vice|Director|Executive|Spokes\p{L}+|Founder|Co-\p{L}+|Secretary|Manager|Treasurer|Senior|Managing|General|Head|Chancellor|Professor|Lawyer|Attorney|Analyst)\b/u;
const INITIAL = /(?:^|[\s.(“"])\p{Lu}\.\s*$/u;
const INITIALISM = /(?:\p{Lu}\.){2,}\s*$/u;
const COMPANY = /(?:^|\s)(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Ave|Blvd|Rd|Hwy|Bldg|Esq|etc|i\.e|e\.g)\.\s*$/u;
// "Bolt Bros. Inc.": one company
const LEGAL = /^(?:Inc|Ltd|LLC|Corp|Co|Company|Corporation|PLC|plc|Limited|Incorporated|Group|Holdings)\b/u;
// "12 Elm Ave. North.", "Kite Ltd. Asia.": a word or two with capitals are no sentence
const NAME_ALONE = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?[.,;]?\s*$/u;
// After an initialism these words begin a new sentence; other capitalised words usually go on with the name.
const STARTER =
  /^[“"‘'(]?(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|That|This|These|Those|There|His|Her|Its|Their|For|As|If|When|While|After|Before|Since|Although|However|Meanwhile|So|Yet|Still|Now|My|Your|Our|No|Not|What|Who|How|Why|Where|Then|Some|Many|Most|All|Both|Each|Every|Another|One|Two|Here|Only|Even|Such|Until|Because|Nobody|Nothing|Please|Yes)\b/u;
// “… a good idea?” He answered, “…”: a new sentence
const ANSWERS = /^(?:He|She|They|It|I|We)\s[^“"”]{2,40}[,:]\s*[“"]/u;
const SHORT = /^(?:[\p{L}\p{N}’'-]+\.?\s){1,4}?[\p{L}\p{N}’'-]+(?=[.,])/u;
const LOOKAHEAD = 240;
// “ISTANBUL (AP) —” before the first words of a report
const DATELINE =
  /^\p{Lu}[\p{Lu}.'’-]+(?:[ ,]+[\p{Lu}][\p{L}.'’-]*){0,4}(?:\s*\([^()]{1,30}\))?\s*(?:—|–|--|-)\s+(?=\S)|^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2},\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?\s?(?:\([^()\n]{2,30}\)\s?[:—–-]?|[:—–-])\s*(?=\S)/u;
const LONGEST_PROSE = 60_000;

/** What the cutting must know of a language: which words beside a closing mark say that its sentence goes on. */
export interface SentenceWords {
  /** BCP 47, for the segmenter. */
  readonly locale: string;
  /** Forms of verbs that follow a question or an exclamation in quotation marks within the same sentence. */
  readonly quotingVerbs: readonly string[];
  /** Whether a word can be the verb of a clause that says whose a quotation is. */
  canTagQuotation(lower: string): boolean;
  /** Whether a sentence goes on over a stop that its language knows: "z. B.", "am 3. Oktober". */
  goesOn?(before: string, after: string): boolean;
}

interface Cutter {
  readonly segmenter: Intl.Segmenter;
  readonly quoter: RegExp;
  readonly lateQuoter: RegExp;
}

const cutters = new WeakMap<SentenceWords, Cutter>();

function cutterFor(words: SentenceWords): Cutter {
  const known = cutters.get(words);
  if (known !== undefined) return known;
  const verbs = words.quotingVerbs.join("|");
  const cutter = {
    segmenter: new Intl.Segmenter(words.locale, { granularity: "sentence" }),
    quoter: new RegExp(`^(?:@?[\\p{L}][\\p{L}\\p{N}.’'-]*,?\\s+){1,6}(?:${verbs})\\b|^(?:${verbs})\\s`, "u"),
    lateQuoter: new RegExp(
      `^(?:[\\p{L}][\\p{L}\\p{N}.’'-]*|"[^"]{1,20}"|“[^”]{1,20}”|\\([^()]{1,30}\\))(?:,?\\s(?:[\\p{L}\\p{N}][\\p{L}\\p{N}.’'-]*|"[^"]{1,20}"|“[^”]{1,20}”|\\([^()]{1,30}\\))){0,18},?\\s(?:${verbs})(?:[.,:]|\\s(?:to|in|on|at|during|after|before|with|while|as|from)\\s|\\s*$)`,
      "u",
    ),
  };
  cutters.set(words, cutter);
  return cutter;
}

/** The sentences of one paragraph, in order, without surrounding spaces and without a dateline. */
export function sentencesOf(text: string, paragraph: Span, words: SentenceWords): Span[] {
  const dateline = DATELINE.exec(
    text.slice(paragraph.startUtf16, Math.min(paragraph.endUtf16, paragraph.startUtf16 + 100)),
  );
  const startUtf16 = paragraph.startUtf16 + (dateline?.[0].length ?? 0);
  const body = text.slice(startUtf16, paragraph.endUtf16);
  // No paragraph of prose is this long, and the segmenter would take seconds over it.
  if (body.length > LONGEST_PROSE) return chunksOf(body, startUtf16);
  const { segmenter } = cutterFor(words);
  const sentences: Span[] = [];
  let from = -1;
  for (const { segment, index } of segmenter.segment(body)) {
    if (from >= 0) {
      const before = body.slice(Math.max(from, index - 24), index);
      if (goesOn(before, segment, body.slice(index, index + LOOKAHEAD), words)) continue;
      add(sentences, body, startUtf16, from, index);
    }
    from = index;
  }
  if (from >= 0) add(sentences, body, startUtf16, from, body.length);
  return sentences;
}

/** Whether a sentence goes on over what the segmenter takes for its end; `rest` reads on where `after` is cut short. */
function goesOn(before: string, after: string, rest: string, words: SentenceWords): boolean {
  if (words.goesOn?.(before, after)) return true;
  if (TITLE.test(before)) return /^[\p{Lu}\p{N}]/u.test(after);
  if (CLOCK.test(before)) return /^[\p{Ll}\p{N}(]/u.test(after) || WHEN.test(after);
  if (COUNTED.test(before) && /^[\p{N}\p{Ll}$€£(]/u.test(after)) return true;
  if (BRAND.test(before)) return !STARTER.test(after);
  if (STATE.test(before)) return !STARTER.test(after) && !/^[“"‘]/u.test(after);
  if (INITIALISM.test(before)) return !STARTER.test(after);
  if (INITIAL.test(before)) return /^\p{Lu}(?:\p{L}|\.)/u.test(after) && !STARTER.test(after);
  if (COMPANY.test(before))
    return (
      !/^[“"‘(]?\p{Lu}/u.test(after) ||
      WHEN.test(after) ||
      LEGAL.test(after) ||
      NAME_ALONE.test(after) ||
      (OFFICE.test(after) && !STARTER.test(after))
    );
  // “Why now?” Syed asked: the question mark ends the quotation, not the sentence
  if (/[?!…][”"’'»]+\s*$/u.test(before) && !ANSWERS.test(rest) && beginsWithTag(after, rest, words))
    return true;
  // “… are missing.” Trump said.
  if (/\.[”"]+\s*$/u.test(before) && !ANSWERS.test(rest) && isTag(rest, words)) return true;
  // a closing mark or bracket alone, or a lower-case continuation, belongs to what came before
  if (/^[”’"')\]\s]*$/u.test(after)) return true;
  return /^[\p{Ll},;]/u.test(after) && !/\n\s*$/.test(before);
}

function beginsWithTag(after: string, rest: string, words: SentenceWords): boolean {
  const { quoter, lateQuoter } = cutterFor(words);
  return quoter.test(rest) || lateQuoter.test(after.slice(0, LOOKAHEAD)) || isTag(rest, words);
}

/** Whether a sentence is no more than a name and a verb of saying: "Hannity pressed.", "demanded the judge." */
function isTag(after: string, { canTagQuotation }: SentenceWords): boolean {
  const words = SHORT.exec(after)?.[0].match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return words.length > 1 && (canTagQuotation(words.at(-1) ?? "") || canTagQuotation(words[0] ?? ""));
}

function add(sentences: Span[], body: string, offset: number, from: number, to: number): void {
  let startUtf16 = from;
  let endUtf16 = to;
  while (startUtf16 < endUtf16 && /\s/.test(body[startUtf16] ?? "")) startUtf16 += 1;
  while (endUtf16 > startUtf16 && /\s/.test(body[endUtf16 - 1] ?? "")) endUtf16 -= 1;
  if (endUtf16 > startUtf16) sentences.push({ startUtf16: offset + startUtf16, endUtf16: offset + endUtf16 });
}

function chunksOf(body: string, offset: number): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  // the last stop of a run, and of the spaces behind it the first: a repetition without end over a run of millions costs its
  // square when it is begun at each sign, and the stack when it is begun once
  for (const match of body.matchAll(/[.!?]["”’)]{0,9}\s/gu)) {
    const to = match.index + match[0].length;
    add(sentences, body, offset, from, to);
    from = to;
  }
  add(sentences, body, offset, from, body.length);
  return sentences;
}
