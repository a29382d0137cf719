import { answersIn } from "./who-answers";

/** What one voice of a transcript says until the next one begins. */
export interface Turn {
  /** As the label has it; null for a label that names nobody: "Q", "SPEAKER_00". */
  readonly name: string | null;
  readonly label: string;
  /** Where its label stands. */
  readonly from: number;
  /** Where its words begin, behind the label, and where the next label stands. */
  readonly start: number;
  readonly end: number;
  /** Asks questions: a reporter, an interviewer, the moderator. */
  readonly asks: boolean;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
// a voice that a machine told apart, or one of several who ask: SPEAKER_00, Reporter 2
const NUMBERED = `(?:${[
  "speaker",
  "sprecher",
  "sprecherin",
  "hablante",
  "reporter",
  "journalist",
  "questioner",
  "interviewer",
]
  .flatMap((word) => [word, word.toUpperCase(), `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`])
  .join("|")})[ _-]?\\d{1,3}`;
/** Of a chat that was exported: "[22/08/2026, 07:58]". */
const DATE = "(?:\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)";
const LABEL = new RegExp(
  `^[ \\t>*_]*["“]?(?:Q\\d{1,4}[.:]?[ \\t]+)?(?:[[(]?(?:${DATE},?[ \\t]+)?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?(?:[ \\t\u202f]?[AaPp]\\.?[Mm]\\.?)?[\\])]?[ \\t]*[-–]?[ \\t]*)?\\**(${NUMBERED}|${NAME}(?:[ \\t]+(?:${NAME}|of|for|and|de|del|van|von|der|the|al|bin|la|le)){0,6})(?:(?:[ \\t]*\\([^)\\n]{1,60}\\)){1,3}|,[ \\t][^:\\n.]{1,60}|[ \\t]+[–—-][ \\t]+(?=\\p{Lu})[^:\\n.]{2,60})?\\**[ \\t]*:\\**(?=[ \\t]+\\S|[ \\t]*$)`,
  "gmu",
);
/** "Mr. DRUMM.", "Governor HASKELL.", "The CHAIR.", as the records of a congress print them. */
const RECORD_LABEL =
  /^[ \t]*((?:(?:Mr|Mrs|Ms|Miss|Dr|Rep|Sen|Hon)\.|Chair(?:man|woman|person)?|Governor|Senator|Secretary|Director|Admiral|General|Ambassador|Judge|Justice|Commissioner|Minister|President|Speaker|Professor|The)[ \t]+(?:(?:Mc|Mac|De|Van|Von|O[’'])?\p{Lu}{2,}[’'-]?(?:\p{Lu}+)?(?:[ \t]+\p{Lu}{2,}){0,2}))(?:[ \t]+of[ \t]+\p{Lu}\p{Ll}+(?:[ \t]\p{Lu}\p{Ll}+)?)?\.(?=[ \t]+\S)/gmu;
const LETTER_LABEL = /^[ \t]*([QA])(?:[.:]|\b(?=[ \t]{2,}))[ \t]*(?=\S)/gmu;
const NO_VOICE =
  /^(?:note|notes|date|place|present|subject|time|location|re|correction|clarification|caption|photo|picture|image|source|sources|title|where|when|what|who|why|how|by|from|to|cc|sent|contact|summary|update|editor|read more|related|topic|agenda|apologies|participants|speakers|attendees|recorded|venue|duration|file|language|headline|datum|ort|fecha|lugar|thema|case|item|chapter|part|section|warning|fact|answer|score|result|results|status|phone|tel|email|address|interview|words|photos?|pictures|questions|fragen|entrevista|preguntas|reporting)\b/iu;
const ASKS =
  /^(?:q|question|questions?er|counsel|barrister|reporter|journalist|interviewer|moderator|host|presenter|press|media|anchor|correspondent|frage|reporterin|moderatorin|journalistin|pregunta|periodista|entrevistador|entrevistadora)\b/iu;
const WITNESS_NAME =
  "(?:(?:M[Rr]|M[Rr][Ss]|M[Ss]|D[Rr]|P[Rr][Oo][Ff])\\.?\\s+)?(\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:\\s+\\p{Lu}[\\p{L}\\p{M}.’'-]+){1,3})";
const WITNESS = new RegExp(
  `\\b(?:[Ee]xamination of|EXAMINATION OF|[Tt]estimony of|TESTIMONY OF|(?:[Ww]itness|WITNESS)\\s*[:,]|[Ee]vidence of|EVIDENCE OF)\\s+${WITNESS_NAME}|^[^.!?\\n]{0,40}\\b(?:called|CALLED)\\s+${WITNESS_NAME}(?=[\\s.,]*$)`,
  "mu",
);

/** The voices of a transcript in order; empty for a text that is none. */
export function turnsIn(text: string): Turn[] {
  const letters = [...text.matchAll(LETTER_LABEL)];
  const colons = [...text.matchAll(LABEL)].filter(([, name = ""]) => !NO_VOICE.test(name));
  const stops = colons.length > 1 ? [] : [...text.matchAll(RECORD_LABEL)];
  const named = stops.length > 2 ? stops : colons;
  // questions by letter are answered by letter, or by name
  const asked = letters.filter(([, letter]) => letter === "Q").length;
  const isExamination = asked > 1 && (letters.length > asked || named.length > 1);
  const labels = [...named, ...(isExamination ? letters : [])].sort((one, other) => one.index - other.index);
  const distinct = new Set(labels.map(([, name]) => name));
  if (labels.length < 2 || (distinct.size < 2 && labels.length < 3))
    return labels.length === 1 ? alone(text, labels[0]) : [];
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  if (labels.length < lines * (isReported(text) ? 0.4 : 0.15)) return [];
  const head = text.slice(0, labels[0]?.index);
  const witness = isExamination ? (witnessIn(text) ?? answersIn(head, text.slice(head.length))) : null;
  const holders = new Map([...introducedIn(text, labels), ...holdersIn(labels)]);
  const turns = labels.map((label, at) =>
    turnOf(label, labels[at + 1]?.index ?? text.length, witness, holders),
  );
  return withoutClosing(text, turns);
}

/** "Examination of Dr Mia Holt", "The Crown called Mia Holt": who answers in a court. */
function witnessIn(text: string): string | null {
  const found = WITNESS.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
}

const FEWEST_TURNS = 4;
const OWN_VOICE =
  /(?<!\p{L})(?:i|we|me|us|my|our|you|your|ich|wir|mein|unser|yo|nosotros|mi)(?!\p{L})|[?!]/iu;

/** A paragraph behind the last turn that speaks of nobody's own is whoever's wrote it down, where each turn is one paragraph. */
function withoutClosing(text: string, turns: readonly Turn[]): Turn[] {
  const last = turns.at(-1);
  const breakIn = ({ start, end }: Turn) =>
    text
      .slice(start, end)
      .trimEnd()
      .search(/\n[ \t]*\n/u);
  if (last === undefined || turns.length < FEWEST_TURNS) return [...turns];
  const at = breakIn(last);
  if (at < 0 || turns.slice(0, -1).some((turn) => breakIn(turn) >= 0)) return [...turns];
  if (OWN_VOICE.test(text.slice(last.start + at, last.end))) return [...turns];
  return [...turns.slice(0, -1), { ...last, end: last.start + at }];
}

const REPORTED =
  /[”"],? (?:\p{L}+ ){0,3}?(?:said|says|told|added|replied)(?!\p{L})|(?<!\p{L})(?:said|told)(?: \p{L}+){0,6}[,:] ["“]/gu;

/** Words in marks with who says them: "HANDBALL: Vardal survive" and "Attendance: 1,940" make no transcript of an article. */
export const isReported = (text: string) => [...text.slice(0, 8000).matchAll(REPORTED)].length > 1;

const MOST_HEAD_UTF16 = 300;

/** A single label below a heading: one voice to the end. */
function alone(text: string, label: RegExpExecArray | undefined): Turn[] {
  if (label === undefined || label.index > MOST_HEAD_UTF16) return [];
  const head = text.slice(0, label.index).trim();
  const isHeading = head === "" || /\n\s*$/u.test(text.slice(0, label.index));
  if (
    !isHeading ||
    /\s(?:said|told|says)(?!\p{L})/u.test(text) ||
    (/^\p{Lu}\p{Ll}/u.test(label[1] ?? "") && head !== "")
  )
    return [];
  return [turnOf(label, text.length, null)];
}

const OFFICE =
  /^\W*(?:(?:vice|deputy|acting)[ -])?(?:chair|chairman|chairwoman|chairperson|officer|clerk|president|speaker|mayor|convener|convenor|secretary|treasurer|director|minister|coroner|judge|inspector|witness|expert|applicant|respondent|claimant|defendant|counsel|barrister|interviewer|moderator|host|presenter|vorsitzender?|präsidentin?|presidenta?|secretari[oa])\s*\(((?:(?:Cllr|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Councillor|Judge)\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]+){1,3})\)/iu;
const COURTESY = /^(?:Cllr|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Councillor|Judge)\.?\s/u;

/** "CHAIR (Cllr Moira Keane):": who bears the office that a label names. */
const holderOf = (label: string) => OFFICE.exec(label)?.[1]?.replace(COURTESY, "");

/** By the office of a label who bears it, wherever one of its labels says so. */
const holdersIn = (labels: readonly RegExpExecArray[]): ReadonlyMap<string, string> =>
  new Map(
    labels.flatMap((label) => {
      const holder = holderOf(label[0]);
      return holder === undefined ? [] : [[label[1] ?? "", holder] as const];
    }),
  );

const PERSON =
  "(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Cllr|Captain|Judge)\\.? )?(\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:(?:van|von|de|del|der|al|bin) )?\\p{Lu}[\\p{L}\\p{M}’'-]*\\p{L}){1,2})";
const OWN_NAME = new RegExp(
  `(?<!\\p{L})(?:I(?:['’]m| am)|my name(?:['’]s| is)|this is|ich bin|mein name ist|soy|me llamo) ${PERSON}(?!\\p{L}| \\p{Lu})`,
  "u",
);
const COMPANY = new RegExp(
  `(?<!\\p{L})(?:[Ww]ith (?:me|us) (?:is|today is)|[Jj]oined (?:today )?by|[Mm]y guest(?: today)? is|[Ww]elcome,?) ${PERSON}(?!\\p{L}| \\p{Lu})`,
  "u",
);
const FIRST_WORDS_UTF16 = 400;

/** "Speaker 1: Good morning, I'm Petra Nagy. With me is Laszlo Toth.": who the voices are that a machine told apart. */
function introducedIn(text: string, labels: readonly RegExpExecArray[]): Map<string, string> {
  const found = new Map<string, string>();
  const numbered = [...new Set(labels.map(([, name = ""]) => name).filter((name) => /\d$/u.test(name)))];
  let company: string | undefined;
  labels.forEach((label, at) => {
    const name = label[1] ?? "";
    if (!numbered.includes(name) || found.has(name)) return;
    const start = label.index + label[0].length;
    const words = text.slice(
      start,
      Math.min(labels[at + 1]?.index ?? text.length, start + FIRST_WORDS_UTF16),
    );
    const own = OWN_NAME.exec(words)?.[1];
    if (own !== undefined) found.set(name, own);
    company ??= COMPANY.exec(words)?.[1];
  });
  const rest = numbered.filter((name) => !found.has(name));
  if (company !== undefined && numbered.length === 2 && rest[0] !== undefined && rest.length === 1)
    found.set(rest[0], company);
  return found;
}

function turnOf(
  label: RegExpExecArray,
  end: number,
  witness: string | null,
  holders?: ReadonlyMap<string, string>,
): Turn {
  // "The Minister for Trade (Ms Ida Rask)": who holds the office speaks
  const holder = /^The\s/u.test(label[1] ?? "")
    ? /\((\p{Lu}[^)]*)\)/u.exec(label[0])?.[1]
    : (holderOf(label[0]) ?? holders?.get(label[1] ?? ""));
  const name = holder ?? label[1] ?? "";
  const asks = holder === undefined && ASKS.test(name.replaceAll("_", " "));
  const isNobody = name === "Q" || name === "A" || /\d$/u.test(name);
  return {
    name: name === "A" ? witness : asks || isNobody ? null : name,
    label: label[0].trim(),
    from: label.index,
    start: label.index + label[0].length,
    end,
    asks,
  };
}

/** The turn that holds a place, or null before the first. */
export function turnAt(turns: readonly Turn[], at: number): Turn | null {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1] ?? null;
}

/** What a label says of its bearer: "RASK (chair):", "Ida Rask, mayor:". */
export function roleInLabel(label: string): string | null {
  // "CHAIR (Cllr Moira Keane)"
  if (holderOf(label) !== undefined) return /^[^(]+/u.exec(label.replace(/^\W+/u, ""))?.[0].trim() ?? null;
  const brackets = [...label.matchAll(/\(([^)\d][^)]*)\)/gu)].map(([, words]) => words);
  // "The Minister for Trade (Ms Ida Rask)": the office stands before her name
  if (/^\W*The\s/u.test(label) && brackets.length === 1)
    return /^\W*The\s([^(]+)/u.exec(label)?.[1]?.trim() ?? null;
  if (brackets.length > 0) return brackets.join(" ");
  return /(?:,\s*|\s[–—-]\s+)([^:]+):/u.exec(label)?.[1]?.replace(/\*+$/u, "") ?? null;
}
