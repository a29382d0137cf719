import type { Actor } from "@/lib/auth";
import { db, findRowsWithWords, among as listed, type WordsInRow } from "@/lib/db/server";
import { FEWEST_WORDS, parseQuery, phraseOf, type Query, soundWord, type Term } from "@/lib/query";
import { isNearName } from "@/lib/speakers";
import type { StatementFilter } from "@/lib/statements";
import { countStatements } from "@/lib/statements/server";
import { searchWords } from "@/lib/text";
import { searchedNames, visibleSpeakers } from "@/lib/visibility/server";

/** Another search that finds something, and how many. */
export interface Meant {
  readonly q: string;
  readonly count: number;
  readonly isCapped: boolean;
}

const MOST_OFFERED = 3;
const MOST_NAMES = 5000;

/**
 * What may have been meant by a search that found nothing: a name that is spelled almost so, or words that only begin so.
 * Each finds something under the same filters.
 */
export async function listMeant(actor: Actor, filter: StatementFilter): Promise<Meant[]> {
  const { q = "" } = filter;
  const read = parseQuery(q);
  if ("problem" in read) return [];
  const words = read.query.all.flat().filter(isOneWord);
  const offers = new Set<string>();
  for (const { typed } of words)
    for (const name of await nearNames(actor, typed)) offers.add(q.replace(typed, name));
  const begun = words.reduce((text, { typed }) => text.replace(typed, `${typed}*`), q);
  if (begun !== q) offers.add(begun);
  const quoted = asQuotation(read.query);
  if (quoted !== null) offers.add(`near:"${quoted}"`);
  const meant: Meant[] = [];
  for (const offer of offers) {
    if (meant.length === MOST_OFFERED) break;
    const { count, isCapped } = await countStatements(actor, { ...filter, q: offer });
    if (count > 0) meant.push({ q: offer, count, isCapped });
  }
  return meant;
}

/** What was typed as a quotation that may have been altered; null where it is more than words, or few. */
function asQuotation({ all }: Query): string | null {
  const words: string[] = [];
  for (const [term, ...others] of all) {
    if (term?.kind !== "words" || term.isNot || term.isPrefix || others.length > 0) return null;
    words.push(...term.words);
  }
  return words.length < FEWEST_WORDS ? null : words.join(" ");
}

type OneWord = Extract<Term, { kind: "words" }>;

const isOneWord = (term: Term): term is OneWord =>
  term.kind === "words" && !term.isNot && !term.isPrefix && term.words.length === 1;

/** Words of names that the actor may see and that are spelled almost as `typed`, nearest first: by sound, then by beginning. */
async function nearNames(actor: Actor, typed: string): Promise<string[]> {
  const [key, ...more] = searchWords(typed);
  if (key === undefined || more.length > 0 || key.length < 4) return [];
  const sound = soundWord(key);
  const begun = { words: [key.slice(0, SURE)], isPrefix: true };
  const near = new Set<string>();
  for (const named of [...(sound ? [{ words: [sound], isPrefix: false }] : []), begun])
    for (const name of await namesWith(actor, named))
      for (const word of name.split(/\s+/u)) if (isNearName(key, searchWords(word).join(" "))) near.add(word);
  return [...near].slice(0, MOST_OFFERED);
}

// so many letters at its beginning are taken to be right where a name sounds otherwise
const SURE = 2;

async function namesWith(actor: Actor, named: WordsInRow): Promise<string[]> {
  const among = await findRowsWithWords("SpeakerAlias", [named], MOST_NAMES);
  const found = await db.speakerAlias.findMany({
    where: {
      ...searchedNames(actor),
      AND: [{ searchKey: { contains: phraseOf(named) } }, among === null ? {} : { id: listed(among.ids) }],
      speaker: visibleSpeakers(actor),
    },
    select: { name: true },
    orderBy: { id: "asc" },
    take: MOST_NAMES,
  });
  return found.map(({ name }) => name);
}
