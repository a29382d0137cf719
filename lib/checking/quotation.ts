import { foldSigns } from "@/lib/text";
import type { Block, Placed } from "./changes";
import { isContent, stemOf } from "./content";
import { isJoint, isLeap } from "./leaps";
import { limitOf } from "./limits";
import { limitingIn, lostIn } from "./lost-within";
import type { FindingLabel } from "./model";
import { isOnlyNamed, NEAR_UTF16 } from "./only-named";
import { QUALIFIER_NAMES, type Qualifying } from "./qualifiers";
import { longestRun } from "./runs";
import type { Word } from "./words";

/** What became of the words of a quotation, and why that is said. */
export interface Verdict {
  readonly label: FindingLabel;
  readonly reason: string;
  /** What brackets leave out or replace. */
  readonly hidden: readonly string[];
}

/** From this share of words on a quotation is the record's with changes; below it is at most the idea. */
const LIKE = 0.58;
const EDGE_WORDS = 3;
const EDGE_UTF16 = 120;
const MOST_FRAGMENT = 7;
const IDEA = 0.4;
const CLOSE_IDEA = 0.33;

/** How the words of a quotation stand to the place of the record that is most like them; null when it is another sentence. */
export function judgeWords(placed: Placed, draft: string, start: number, end: number): Verdict | null {
  const { blocks, source, recased } = placed;
  const { language } = source;
  const hidden = blocks.filter(({ isBracketed }) => isBracketed).map(({ record }) => textOf(record));
  const verdict = (label: FindingLabel, reason: string): Verdict => ({
    label,
    reason,
    hidden: hidden.filter((words) => words !== ""),
  });
  const open = blocks.filter((block) => !block.isBracketed || block.draft.length > 0);
  const lost = lostIn(placed);
  if (open.length === 0 && recased.length === 0) {
    if (lost !== null) return verdict("lost_qualifier", lostReason(lost));
    if (blocks.length > 0 || /\[[^\]]*\]|\(sic\)/iu.test(draft.slice(start, end)))
      return verdict(
        "marked_edit",
        "Brackets show what was put in or left out; the words around them are the record’s.",
      );
    return sameWords(placed, draft, start, end, verdict);
  }

  const words = placed.draftWords.length;
  const gap = open.find(
    (block) => isJoint(block.draft) && block.after >= 2 && block.ahead >= 2 && isLeap(block),
  );
  const isLike = placed.likeness >= LIKE || (words <= 3 && placed.same >= 2 && placed.likeness >= 0.5);
  if (gap && open.every((block) => block === gap || block.draft.length + block.record.length <= 2)) {
    if (lost !== null && !gap.endsSentence) return verdict("lost_qualifier", lostReason(lost));
    const told = gap.endsSentence ? null : toldIn(textOf(gap.record));
    if (told !== null) return verdict("lost_qualifier", lostReason({ is: "attribution", text: told }));
    const limit = gap.endsSentence ? null : limitOf(textOf(gap.record));
    if (limit !== null) return verdict("lost_qualifier", lostReason({ is: "scope", text: limit }));
    return verdict(
      "spliced",
      `Between these words the record has “${shortened(textOf(gap.record))}”, and no ellipsis shows it.`,
    );
  }
  // "it makes sense" for "it doesn't make any sense"
  if (lost !== null && open.every((block) => isWithin(block, language)))
    return verdict("lost_qualifier", lostReason(lost));
  const grown = fragmentGrown(placed) ?? edgesAdded(placed) ?? besideRun(placed) ?? putBetween(placed);
  if (grown !== null) {
    return verdict(
      "fragment_expanded",
      `The record has “${shortened(placed.source.text.slice(placed.start, placed.end))}”; “${shortened(textOf(grown))}” is not there.`,
    );
  }
  if (isLike) {
    const left = lost ?? limitingIn(open);
    if (left !== null) return verdict("lost_qualifier", lostReason(left));
    return verdict("wording_drift", driftReason(open, recased));
  }
  if (hasIdea(placed, language))
    return verdict(
      "paraphrase_in_marks",
      "The record has the idea in other words; these are not the speaker’s.",
    );
  return null;
}

function sameWords(
  placed: Placed,
  draft: string,
  start: number,
  end: number,
  verdict: (label: FindingLabel, reason: string) => Verdict,
): Verdict {
  const bare = (text: string) => foldSigns(text).replace(/\s+/gu, " ").trim();
  const own = bare(draft.slice(start, end));
  const mark = /[\p{P}\s]+$/u.exec(own)?.[0] ?? "";
  const record = bare(placed.source.text.slice(placed.start, placed.end));
  const behind = bare(placed.source.text.slice(placed.end, placed.end + 4)).slice(0, mark.length);
  const inner = own.replace(/^[^\p{L}\p{N}\p{S}]+|[\p{P}\s]+$/gu, "");
  // a comma before the reporting clause is the draft's own, and a full stop stands for the record's
  const isStop =
    /^\.["']?$/u.test(mark) && /^,["']/u.test(bare(placed.source.text.slice(placed.end, placed.end + 4)));
  const isOwn = mark === "" || /^,["']?$/u.test(mark) || isStop || mark === behind;
  const isSame = inner === record.replace(/^[^\p{L}\p{N}\p{S}]+|[\p{P}\s]+$/gu, "");
  if (isSame && isOwn) return verdict("exact", "The record has the same words.");
  return verdict(
    "cosmetic",
    "The record has the same words; marks, capitals, a pause or the way a number is written differ.",
  );
}

/** The draft has nothing here that the record has not, in another form of the word. */
function isWithin({ draft, record }: Block, language: string): boolean {
  const stems = new Set(record.map((word) => stemOf(word, language)));
  return draft.every((word) => stems.has(stemOf(word, language)));
}

const TOLD =
  /(?<!\p{L})(?:it (?:is|was|has been)|it['’]s) (?:asserted|alleged|claimed|said|reported|believed|thought|argued|suggested|understood|feared|rumou?red)(?!\p{L})[^.;]*$/iu;

/** "It is alleged by the union that": whom the speaker had it from, in what a quotation passes over. */
const toldIn = (words: string) => TOLD.exec(words)?.[0] ?? null;

const lostReason = ({ is, text }: Pick<Qualifying, "is" | "text">) =>
  `The record has “${text}” here, ${QUALIFIER_NAMES[is]} that the draft leaves out.`;

/** A run of words at the beginning or the end that the record does not have, beside words that it has as they stand. */
function edgesAdded(placed: Placed): readonly Word[] | null {
  const { blocks, draftWords, same, source, reading, kept: isKept } = placed;
  const edges = blocks.filter(
    ({ record, after, ahead, draft }) =>
      record.length === 0 && (after === 0 || ahead === 0) && draft.length >= EDGE_WORDS,
  );
  const inner = blocks.filter((block) => !edges.includes(block));
  if (inner.length > 0 && same <= EDGE_WORDS) return null;
  if (edges.length === 0 || inner.some(({ draft, record }) => draft.length + record.length > 2)) return null;
  const kept = draftWords.length - edges.reduce((sum, { draft }) => sum + draft.length, 0);
  const said = edges.flatMap(({ draft }) => draft);
  const grounds = reading.words.filter((word, at) => isKept[at] && isContent(word, source.language));
  if (
    same < kept * 0.7 ||
    same < EDGE_WORDS ||
    grounds.length < 2 ||
    !said.some((word) => isContent(word, source.language))
  )
    return null;
  // what is told in other words is no more than a paraphrase
  return shareNear(said, placed, EDGE_UTF16) > 0.34 ? null : said;
}

const RUN_WORDS = 4;

/** What stands before or behind a run of the record's words and has nothing to do with what the record goes on with. */
function besideRun(placed: Placed): readonly Word[] | null {
  // "for thirty-two years" for "for twenty-two years": one word is another, and nothing was put beside the rest
  if (placed.blocks.reduce((sum, { draft, record }) => sum + draft.length + record.length, 0) <= 2)
    return null;
  // "about side effects" for "about deaths": as few words in the place of as few
  const [only] = placed.blocks;
  if (placed.blocks.length === 1 && only && only.draft.length <= 2 && only.record.length > 0) return null;
  const { draftWords, reading, source } = placed;
  const keys = reading.words.map(({ key }) => key);
  const own = draftWords.map(({ key }) => key);
  const head = longestRun(own, keys);
  const tail = longestRun(own.toReversed(), keys.toReversed());
  const [run, rest] =
    head >= tail
      ? [draftWords.slice(0, head), draftWords.slice(head)]
      : [draftWords.slice(-tail), draftWords.slice(0, -tail)];
  const telling = (words: readonly Word[]) => words.filter((word) => isContent(word, source.language)).length;
  const isRun = run.length >= RUN_WORDS && telling(run) >= 2;
  if (!isRun || (rest.length <= RUN_WORDS && telling(rest) < 2) || telling(rest) < 1) return null;
  return shareNear(rest, placed, EDGE_UTF16) > 0 ? null : rest;
}

const FEWEST_KEPT = 5;
const FEWEST_PUT = 4;

/** Words put between and behind those of the record, all of which stand in their order: "grateful *to you all*, but *still* …". */
function putBetween({ blocks, same, draftWords, recordWords, source }: Placed): readonly Word[] | null {
  if (
    same < FEWEST_KEPT ||
    same < recordWords.length ||
    blocks.some(({ record, after, ahead }) => record.length > 0 && after > 0 && ahead > 0)
  )
    return null;
  const put = blocks.flatMap(({ draft }) => draft);
  const isMuch = put.length >= FEWEST_PUT && put.length <= draftWords.length * 0.6;
  return isMuch && put.some((word) => isContent(word, source.language)) ? put : null;
}

const MARK = /["“”„«»]/u;

/** Words around a fragment that the record quotes alone: “a waste of money” within a sentence of the reporter's. */
function fragmentGrown({ reading, kept, draftWords, source, start, end }: Placed): readonly Word[] | null {
  const { words, outside } = reading;
  if (!outside.includes(true)) return null;
  const own = draftWords.map(({ key }) => key);
  for (let from = 0; from < words.length; from++) {
    const opens = from > 0 && MARK.test(words[from]?.before ?? "");
    if (outside[from] || (from > 0 && !outside[from - 1] && !opens)) continue;
    let to = from;
    while (to + 1 < words.length && !outside[to + 1] && !MARK.test(words[to + 1]?.before ?? "")) to += 1;
    const fragment = words.slice(from, to + 1);
    const [first, last] = [fragment[0] as Word, fragment.at(-1) as Word];
    const isNear = first.start < end + NEAR_UTF16 && last.end > start - NEAR_UTF16;
    if (!isNear || fragment.length > MOST_FRAGMENT || from === 0 || to + 1 === words.length) continue;
    if (!fragment.some((word) => isContent(word, source.language))) continue;
    const at = own.findIndex((_, each) => fragment.every(({ key }, step) => own[each + step] === key));
    if (at < 0) continue;
    const others = new Set(words.filter((_, each) => kept[each] && !outside[each]).map(({ key }) => key));
    const more = draftWords.filter(
      ({ key }) => !others.has(key) && !fragment.some((word) => word.key === key),
    );
    if (more.length >= 2) return more;
  }
  return null;
}

function driftReason(open: readonly Block[], recased: readonly Word[]): string {
  const block = open[0];
  if (block === undefined) return `“${recased[0]?.raw ?? ""}” is another word with or without its capital.`;
  const [own, record] = [shortened(textOf(block.draft)), shortened(textOf(block.record))];
  if (own === "") return `The record has “${record}” here, which the draft leaves out.`;
  if (record === "") return `“${own}” is not in the record here.`;
  return `The draft has “${own}” where the record has “${record}”.`;
}

/** The share of a quotation's telling words that the record has near the place, in any order and form. */
export const ideaShare = (placed: Placed): number => shareNear(placed.draftWords, placed, NEAR_UTF16);

/** Whether enough of the telling words stand near the place; of a few words most must stand there in their order. */
function hasIdea(placed: Placed, language: string): boolean {
  if (isOnlyNamed(placed)) return false;
  const telling = placed.draftWords.filter((word) => isContent(word, language)).length;
  const share = ideaShare(placed);
  if (share < IDEA && shareNear(placed.draftWords, placed, EDGE_UTF16) < CLOSE_IDEA) return false;
  return share * telling > 1.5 || (share >= IDEA && placed.same >= placed.draftWords.length * 0.6);
}

export function shareNear(
  words: readonly Word[],
  { reading, source, start, end }: Placed,
  reach: number,
): number {
  const own = words.filter((word) => isContent(word, source.language));
  if (own.length === 0) return 0;
  // an idea is told in one breath: what stands over a line is another turn, a headline, a list
  const from = Math.max(start - reach, source.text.lastIndexOf("\n", start));
  const line = source.text.indexOf("\n", end);
  const to = Math.min(end + reach, line === -1 ? source.text.length : line);
  const near = new Set(
    reading.words
      .filter((word) => word.end > from && word.start < to)
      .map((word) => stemOf(word, source.language)),
  );
  return own.filter((word) => near.has(stemOf(word, source.language))).length / own.length;
}

export const textOf = (words: readonly Word[]) =>
  words
    .map(({ before, raw }, at) => (at === 0 ? raw : `${before.replace(/\s+/gu, " ") || " "}${raw}`))
    .join("");

/** Words short enough for a reason. */
export const shortened = (words: string) => {
  const all = words.split(" ");
  return all.length <= 14 ? words : `${all.slice(0, 10).join(" ")} … ${all.slice(-3).join(" ")}`;
};
