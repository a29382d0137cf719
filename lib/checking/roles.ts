import type { Mention } from "@/lib/extraction";
import { normaliseName } from "@/lib/text";
import { withoutMarks } from "./beside";
import type { Claimed } from "./draft";
import { belongingAgainst } from "./involved";
import type { Source } from "./material";
import type { FindingNote } from "./model";
import { nameWords } from "./names";
import { officeAgainst } from "./office";
import { isAnother, postAgainst } from "./posts";
import { KINDS } from "./role-words";
import { titlesAt, titlesOf } from "./titles";
import { turnsOf, type Voice } from "./voices";

const CHANGED =
  /^(?:former|ex|shadow|designate|elect|acting|deputy|vice|interim|assistant|ehemaliger?|ehemalige|exministro|expresidente)$/u;
/** Titles as they are abbreviated before a name. */
const WRITTEN: Readonly<Record<string, string>> = {
  cllr: "councillor",
  prof: "professor",
  dr: "doctor",
  gen: "general",
  sen: "senator",
  gov: "governor",
  capt: "captain",
  rep: "representative",
};
const inFull = (role: string) =>
  normaliseName(role)
    .split(" ")
    .map((word) => WRITTEN[word] ?? word);

const NEAR = 6;
const MOST_TRANSCRIPT_UTF16 = 40_000;

/** A role that the draft prints with the speaker and the record has otherwise. */
export function roleAgainst(claim: Claimed, voice: Voice, source: Source, draft: string): FindingNote[] {
  const speaker = claim.proposal?.speaker ?? null;
  // a pronoun in the record stands for whom it was taken
  const isShorter = nameWords(speaker?.canonical ?? "").length < nameWords(voice.name ?? "").length;
  // "Belgian Ida Rask" is her name with where she is from
  const name = (isShorter ? speaker?.canonical : null) ?? voice.name ?? speaker?.canonical ?? null;
  if (speaker === null || name === null) return [];
  const behind = draft.slice(speaker.mention.endUtf16, speaker.mention.endUtf16 + 120);
  const apposition = /^,\s+(?:an?|the)\s[^.,;:“”"]{3,80}(?=[,.;:])/u.exec(behind)?.[0] ?? "";
  const posts = postAgainst(
    speaker.attribution + apposition,
    name,
    voice.statement?.role ?? null,
    source,
    voice.role,
  );
  if (posts !== null) return [noteAt(speaker.mention, posts)];
  const { startUtf16, endUtf16 } = speaker.mention;
  const isNamed = speaker.kind === "named" || (speaker.kind === "role" && speaker.canonical !== null);
  if (isNamed && voice.statement === null) {
    const own = [
      ...(speaker.kind === "role"
        ? [speaker.mention.text]
        : titlesIn(speaker.mention.text, speaker.canonical ?? name)),
      ...titlesAt(withoutMarks(draft), startUtf16, endUtf16),
    ];
    const there = [
      ...titlesOf(source.text, name),
      ...(voice.role === null ? [] : [voice.role]),
      ...(own.length > 0 ? ofThemselves(source, voice.name) : []),
    ];
    const other = officeAgainst(
      own,
      there,
      [...nameWords(name), ...nameWords(speaker.canonical ?? "")],
      source.text,
    );
    const then =
      other ??
      changedAgainst(own, there) ??
      belongingAgainst(draft, startUtf16, speaker.canonical ?? name, source.text);
    if (then !== null) return [noteAt(speaker.mention, then)];
  }
  const sentence = normaliseName(
    draft.slice(Math.min(claim.sentence[0], claim.start), Math.max(claim.sentence[1], claim.end)),
  );
  const role = printedWith(speaker.attribution) ?? speaker.role;
  if (role === null) return [];
  const own = inFull(role);
  // a role that is printed elsewhere in the draft is looked at there
  if (!sentence.includes(normaliseName(role))) return [];
  const printed = voice.statement?.role ?? rolesBeside(source, name).join(" ");
  const there = inFull(`${printed} ${voice.role ?? ""}`).filter(Boolean);
  if (there.length === 0) return [];
  const [mine, theirs] = [own, there].map((words) =>
    words.filter((word) => KINDS.some((kind) => kind.has(word))),
  );
  const isOther =
    mine !== undefined &&
    theirs !== undefined &&
    mine.length > 0 &&
    !mine.some((word) => there.some((each) => each.startsWith(word) || word.startsWith(each))) &&
    KINDS.some((kind) => mine.every((word) => kind.has(word)) && theirs.some((word) => kind.has(word)));
  const changed = (words: readonly string[]) => words.some((word) => CHANGED.test(word));
  const isChanged =
    !isOther &&
    mine !== undefined &&
    mine.some((word) => there.includes(word) && !isNow(voice.role ?? "", word)) &&
    changed(own) !== changed(there);
  if (!isOther && !isChanged) return [];
  const printedRole = (voice.statement?.role ?? voice.role ?? theirs?.join(", ") ?? "").trim();
  return [noteAt(speaker.mention, `The draft has the speaker as “${role}”, the record as “${printedRole}”.`)];
}

const ONCE = /^(?:once|then|retired|onetime|ousted|outgoing|incoming|future|previous)$/u;
const BEYOND = /[,;]|\s(?:of|at|for|in|and|or|from|with|who)\s/iu;

/** What a title calls somebody, and whether they were, will be or stand in for that: "a former sexton". */
function headOf(title: string): { readonly noun: string; readonly isChanged: boolean } {
  const words = inFull(title.replace(/^[\s,(]+/u, "").split(BEYOND)[0] ?? "");
  const isChanged = words.some((word) => CHANGED.test(word) || ONCE.test(word));
  return { noun: words.at(-1) ?? "", isChanged };
}

/** "Alf Noor, the sexton" where each place of the record that calls him so has "a former sexton", and the other way round. */
function changedAgainst(own: readonly string[], there: readonly string[]): string | null {
  const heads = there.map((title) => ({ title, ...headOf(title) }));
  for (const title of own) {
    const { noun, isChanged } = headOf(title);
    const same = noun.length > 3 ? heads.filter((head) => head.noun === noun) : [];
    if (same.length > 0 && same.every((head) => head.isChanged !== isChanged))
      return `The draft has the speaker as “${title}”, the record as “${same[0]?.title}”.`;
  }
  return null;
}

/** "A former soldier and now a baker" is a baker. */
const isNow = (role: string, noun: string) =>
  new RegExp(`(?<!\\p{L})(?:and|now)\\s+(?:an?\\s+|the\\s+)?(?:[\\p{L}-]+\\s+)?${noun}(?!\\p{L})`, "iu").test(
    role,
  );

const I_AM =
  /(?<!\p{L})I(?:['’]m| am| was) an? ((?:\p{Ll}[\p{L}-]+ ){0,2}?\p{Ll}[\p{L}-]+)(?=[.,;:!?]|\s(?:by|at|and|from|in|for|not|who)(?!\p{L}))/gu;

/** "No. I am a chemist.": what somebody says of themselves in a transcript. */
function ofThemselves(source: Source, name: string | null): string[] {
  const { text } = source;
  if (name === null || text.length > MOST_TRANSCRIPT_UTF16) return [];
  return turnsOf(source)
    .filter((turn) => turn.name === name)
    .flatMap(({ start, end }) => [...text.slice(start, end).matchAll(I_AM)].map((match) => match[1] ?? ""));
}

/** "Halden captain Mika Sorsa": what stands before the name within the mention. */
const titlesIn = (mention: string, called: string) => {
  const [name = ""] = nameWords(called);
  const at = name === "" ? -1 : mention.toLowerCase().indexOf(name);
  return at > 0 ? [mention.slice(0, at).trim()] : [];
};

const noteAt = ({ startUtf16, endUtf16 }: Mention, says: string): FindingNote => ({
  kind: "role",
  start: startUtf16,
  end: endUtf16,
  says,
});

/** "Historian Hanna Reiss": what stands with the name and is a calling or an office. */
function printedWith(attribution: string): string | null {
  const words = normaliseName(attribution)
    .split(" ")
    .filter((word) => KINDS.some((kind) => kind.has(word)) || CHANGED.test(word));
  return words.every((word) => CHANGED.test(word)) ? null : words.join(" ");
}

/** The words beside a name in a text that may say what its bearer is. */
function rolesBeside(source: Source, name: string): string[] {
  const last = nameWords(name).at(-1);
  if (last === undefined || last.length < 3) return [];
  const found: string[] = [];
  const words = [...source.text.slice(0, 20_000).matchAll(/[\p{L}\p{M}’'-]+|[,.;:()\n]/gu)].map(
    ([word]) => word,
  );
  words.forEach((word, at) => {
    if (normaliseName(word) !== last) return;
    const stopped = (list: readonly string[]) => {
      // what stands in brackets before a name is somebody else's
      const stop = list.findIndex((each) => /^[.;\n)]$/u.test(each));
      return stop < 0 ? list : list.slice(0, stop);
    };
    found.push(...stopped(words.slice(Math.max(0, at - NEAR), at).reverse()));
    const behind = /^[,(]$/u.test(words[at + 1] ?? "") ? stopped(words.slice(at + 2, at + 2 + NEAR)) : [];
    if (!isAnother(behind)) found.push(...behind);
  });
  return found.filter((word) => {
    const [own = ""] = inFull(word);
    return KINDS.some((kind) => kind.has(own)) || CHANGED.test(own);
  });
}
