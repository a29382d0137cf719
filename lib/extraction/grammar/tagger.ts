import type { TaggerData } from "../languages";
import type { Token } from "../text";
import { WordMemory } from "../weights";
import type { WordRows } from "./tagger-rows";
import { TagRows } from "./tagger-rows";

/** Gives each token of one sentence its Penn Treebank tag. */
export type Tagger = (tokens: readonly Token[]) => string[];

const normalForms = new WordMemory(normalFormOf);

/** The form in which the tagger sees a word: lower case, digits as one class, curly marks as straight ones. */
export function normalise(token: Token): string {
  return normalForms.ofNumbered(token.word, token.text);
}

/** The same for the word as printed. */
export function normalFormOf(text: string): string {
  if (/^\p{N}[\p{N}.,:]*$/u.test(text))
    return text.length === 4 && /^(?:19|20)/.test(text) ? "<year>" : "<number>";
  if (/^[—–―]+$/.test(text)) return "--";
  const lower = text.toLowerCase();
  return lower.length > 30 ? lower.slice(-30) : lower.replace("’", "'");
}

/** Whether the word is capitalised, all capitals, lower case, numeric, hyphenated or a mark. */
export function shapeOf({ text }: Pick<Token, "text">): string {
  const hyphen = text.includes("-") ? "-" : "";
  if (/^\p{Lu}/u.test(text))
    return `${text.length > 1 && text === text.toUpperCase() ? "XX" : "Xx"}${hyphen}`;
  if (/^\p{N}/u.test(text)) return `0${hyphen}`;
  return /^[@\p{L}]/u.test(text) ? `xx${hyphen}` : ".";
}

/** A word with all that it brings to its own tag and to the tags around it. */
interface Entry extends WordRows {
  /** The number of the only tag that the word ever has, or -1. */
  readonly certain: number;
}

/** Makes a tagger from its weights. Beyond 1,000 tokens a "sentence" is no prose and gets only dictionary tags. */
export function makeTagger(data: TaggerData): Tagger {
  const { tags: names } = data;
  const rows = new TagRows(data);
  const known = new Map<string, number>();
  for (const [tag, words] of Object.entries(data.known))
    for (const word of words.split(" ")) known.set(word, names.indexOf(tag));
  const entries = new WordMemory<Entry>((text) => {
    const word = normalFormOf(text);
    return { certain: known.get(word) ?? -1, ...rows.ofWord(word, shapeOf({ text })) };
  });
  const start: Entry = { certain: -1, ...rows.ofWord("<s>", "") };
  const end: Entry = { certain: -1, ...rows.ofWord("</s>", "") };

  return (tokens) => {
    if (tokens.length > 1000) return tokens.map((token) => names[known.get(normalise(token)) ?? -1] ?? "NN");
    const words = tokens.map((token) => entries.ofNumbered(token.word, token.text));
    const tags: string[] = [];
    // the number past the last tag stands for the start of the sentence
    let tagBefore = names.length;
    let tagTwoBefore = names.length;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? end;
      let tag = word.certain;
      if (tag < 0) {
        const before = at > 0 ? (words[at - 1] ?? start) : start;
        const after = at + 1 < words.length ? (words[at + 1] ?? end) : end;
        const twoBefore = at > 1 ? (words[at - 2] ?? start) : start;
        const twoAfter = at + 2 < words.length ? (words[at + 2] ?? end) : end;
        const tagRow = rows.afterTags(tagBefore, tagTwoBefore);
        rows.clear();
        rows.add(word.own);
        rows.add(at === 0 ? word.firstShape : word.shape);
        rows.add(tagRow);
        rows.add(before.before);
        rows.add(after.after);
        rows.add(twoBefore.twoBefore);
        rows.add(twoAfter.twoAfter);
        rows.add(word.afterTag?.[tagBefore] ?? 0);
        tag = rows.best();
      }
      tags.push(names[tag] ?? "NN");
      tagTwoBefore = tagBefore;
      tagBefore = tag;
    }
    return tags;
  };
}
