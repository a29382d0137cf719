import { guessLanguage } from "@/lib/text";
import type { Against, HeldStatement, HeldText } from "./model";
import { type Scan, scanWords } from "./words";

/** A text that a draft is compared with: one that is held, or the words of a stored statement whose text is not here. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly day: string | null;
  /** The statement whose words these are alone, or null for a text. */
  readonly statement: HeldStatement | null;
  /** These words were in force before and are not any more. */
  readonly isFormer: boolean;
  readonly scan: Scan;
  /** The number of its first word among the words of all sources. */
  readonly first: number;
}

/** Everything a draft is compared with, read once: a server keeps it while the same texts are asked for. */
export interface Material {
  readonly sources: readonly Source[];
  readonly words: number;
  readonly texts: number;
  readonly statements: number;
  /** The stored statements that stand in a text, by the text. */
  readonly anchored: ReadonlyMap<string, readonly HeldStatement[]>;
}

// between two texts, so that no run of words reaches from one into the next
const APART = 1000;

/** Reads what drafts are to be compared with; `checkDraft` takes what it gives in place of the texts. */
export function indexTexts({ texts, statements }: Against): Material {
  const sources: Source[] = [];
  let first = 0;
  let words = 0;
  const add = (source: Omit<Source, "scan" | "first">) => {
    const scan = scanWords(source.text);
    sources.push({ ...source, scan, first });
    first += scan.starts.length + APART;
    words += scan.starts.length;
  };
  for (const text of texts) add({ ...asSource(text), statement: null, isFormer: false });

  const here = new Set(texts.map(({ id }) => id));
  const anchored = new Map<string, HeldStatement[]>();
  for (const statement of statements) {
    const { anchor, id } = statement;
    const isHere = anchor !== null && here.has(anchor.textId);
    if (isHere) {
      const same = anchored.get(anchor.textId);
      if (same) same.push(statement);
      else anchored.set(anchor.textId, [statement]);
    }
    const own = { id, title: id, language: languageOf(statement.wording), day: null, statement };
    if (!isHere) add({ ...own, text: statement.wording, isFormer: false });
    for (const former of statement.formerWordings) add({ ...own, text: former, isFormer: true });
  }
  return { sources, words, texts: texts.length, statements: statements.length, anchored };
}

function asSource({ id, title, text, language, day }: HeldText) {
  return {
    id,
    title,
    text,
    language: language?.split(/[-_]/u)[0]?.toLowerCase() ?? languageOf(text),
    day: day ?? null,
  };
}

// the first lines tell as much as twenty thousand letters, and there are hundreds of texts
const SAMPLE_UTF16 = 3000;
const languageOf = (text: string) => guessLanguage(text.slice(0, SAMPLE_UTF16))?.language ?? "en";

/** The source of a word's number, and the number of the word in it. */
export function sourceAt({ sources }: Material, word: number): readonly [Source, number] {
  let [low, high] = [0, sources.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sources[middle]?.first ?? 0) <= word) low = middle;
    else high = middle - 1;
  }
  const source = sources[low] as Source;
  return [source, word - source.first];
}
