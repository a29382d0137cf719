import { normaliseName } from "@/lib/text";
import { withoutMarks } from "./beside";
import type { Source } from "./material";
import { nameWords } from "./names";
import { sentenceAround } from "./sentences";

/** An occasion as a text prints it: what it was, and what tells it from others of its kind. */
interface Event {
  readonly kind: string;
  readonly details: readonly string[];
  readonly text: string;
  readonly at: number;
}

// occasions on which somebody says something; of each row the first stands for all
const KINDS =
  "conference,briefing,conferences|summit|congress,convention|forum|hearing,committee,subcommittee,panel,inquiry|trial,court,jury,tribunal|inquest,coroner|parliament,chamber,commons,senate,assembly,bundestag,congreso|rally|debate|funeral,burial|memorial,vigil|ceremony|wedding|dinner,gala,banquet|concert|premiere|match,game,derby|final|semi-final,semifinal,semi-finals|quarter-final,quarterfinal|tournament,championship,championships|race,stage|interview|lecture,seminar|call,phone|inauguration,opening|strike|referendum";
const KIND_OF = new Map(
  KINDS.split("|").flatMap((row) => {
    const words = row.split(",");
    return words.map((word) => [word, words[0] as string] as const);
  }),
);
const NOUN = [...KIND_OF.keys()].join("|");
const IN_COURT = new Set(["hearing", "trial", "inquest"]);
const WHEN =
  "(?:during|at|after|before|following|in|on|to|told|attending|addressed|addressing|ahead of|on the sidelines of|from)";
const PRINTED = new RegExp(
  `(?<!\\p{L})${WHEN}\\s+(?:(?:the|an?|his|her|their|this|last|yesterday['’]s|\\p{Lu}[\\p{L}’'-]*['’]s?)\\s+)?((?:[\\p{L}\\p{N}’'-]+\\s+){0,4}?)(${NOUN})(?![\\p{L}-])`,
  "giu",
);
/** What several occasions have in common, and no one is told by. */
const PLAIN =
  /^(?:the|an?|of|and|in|on|at|to|for|with|his|her|their|its|this|that|last|next|week|month|year|day|news|press|media|daily|annual|public|joint|live|recent|first|second|men|women|s|monday|tuesday|wednesday|thursday|friday|saturday|sunday|reporters|journalists|special|whole|crowded|packed|high|crown|supreme|state|us|court)$/u;

const TOP_UTF16 = 300;
const LEAD_UTF16 = 400;

function eventsIn(text: string): Event[] {
  return [...text.matchAll(PRINTED)].flatMap((match) => {
    const [whole, before = "", noun = ""] = match;
    // "at the bridge before the summit": the nearest word tells when
    const own = before.split(new RegExp(`(?<!\\p{L})${WHEN}(?!\\p{L})`, "iu")).at(-1) ?? "";
    const details = own
      .split(/\s+/u)
      .map((word) => normaliseName(word))
      .filter((word) => word !== "" && !PLAIN.test(word));
    const kind = KIND_OF.get(noun.toLowerCase()) ?? noun;
    return [{ kind, details, text: whole.trim(), at: match.index }];
  });
}

/** The occasions on which a text has somebody speak: in the sentence of the words, where it names the speaker, above a recording. */
function eventsOf(
  source: Source,
  names: readonly string[],
  start: number,
  end: number,
  head: string,
): Event[] {
  const text = withoutMarks(source.text);
  const [from, to] = sentenceAround(source.text, start, end);
  const near = eventsIn(text.slice(from, to));
  if (near.length > 0) return near;
  const last = names.map((name) => nameWords(name).at(-1) ?? "").filter((word) => word.length > 2);
  const spoken = text
    .slice(0, 20_000)
    .split(/(?<=[.!?]["”]?)\s+|\n/u)
    .filter((sentence) => last.some((word) => normaliseName(sentence).split(" ").includes(word)))
    .flatMap(eventsIn);
  const above = [
    ...head.matchAll(
      new RegExp(`((?:[\\p{L}\\p{N}’'-]+\\s+){0,2}?)(?<![\\p{L}-])(${NOUN})(?![\\p{L}-])`, "giu"),
    ),
  ].map(
    ([whole, , noun = ""]): Event => ({
      kind: KIND_OF.get(noun.toLowerCase()) ?? noun,
      details: [],
      text: whole.trim(),
      at: 0,
    }),
  );
  return [...spoken, ...above];
}

/** An occasion that the draft names for the words, where the record has them on another one; null where it names none. */
export function eventAgainst(
  draft: { readonly text: string; readonly start: number },
  source: Source,
  place: { readonly start: number; readonly end: number },
  names: readonly string[],
  head: string,
): { readonly start: number; readonly end: number; readonly says: string } | null {
  const own = eventsIn(draft.text);
  if (own.length === 0 || source.statement !== null) return null;
  const near = eventsOf(source, names, place.start, place.end, head);
  // a lead that names nobody yet: "A nurse told a panel …"
  const theirs = near.length > 0 ? near : eventsIn(withoutMarks(source.text.slice(0, LEAD_UTF16)));
  if (theirs.length === 0) return null;
  const all = normaliseName(source.text).split(" ");
  const top = normaliseName(`${source.title} ${source.text.slice(0, TOP_UTF16)}`);
  for (const event of own) {
    // "told Morning Call": a programme by that name
    const called = normaliseName(event.text.replace(/^\S+\s+/u, "").replace(/^(?:the|an?)\s/iu, ""));
    if (called.includes(" ") && top.includes(called)) continue;
    // "told the tribunal" where a tribunal's judge is named and the words were told "the hearing"
    const noun = normaliseName(event.text).split(" ").at(-1) ?? "";
    const isOneSitting = IN_COURT.has(event.kind) && theirs.some(({ kind }) => IN_COURT.has(kind));
    if (isOneSitting && event.details.length === 0 && all.includes(noun)) continue;
    const same = theirs.filter(({ kind }) => kind === event.kind);
    const isOther =
      same.length === 0
        ? !(
            event.details.length > 0 &&
            event.details.every((word) => theirs.some(({ text }) => normaliseName(text).includes(word)))
          )
        : event.details.length > 0 &&
          same.every(
            ({ details }) => details.length > 0 && !details.some((word) => event.details.includes(word)),
          ) &&
          event.details.some((word) => !all.includes(word));
    if (!isOther) continue;
    const start = draft.start + event.at;
    const record = (same[0] ?? theirs[0])?.text ?? "";
    return {
      start,
      end: start + event.text.length,
      says: `The draft says “${event.text}”, the record “${record}”.`,
    };
  }
  return null;
}
