import type { Material, Source } from "./material";
import { sourceAt } from "./material";

/** A stretch of a source in which the words that are looked for may stand. */
export interface Candidate {
  readonly source: Source;
  /** Words of the source, by number. */
  readonly from: number;
  readonly to: number;
  /** How much of what is looked for stands there: the weight of the words and runs that do. */
  readonly weight: number;
}

/** Of a word or run that stands in more places only these are looked at: what is everywhere tells nothing. */
const MOST_PLACES = 400;
const MOST_NAMES = 400;
const MOST_CANDIDATES = 8;
const MOST_NAMED = 4;
const NEAR_WORDS = 60;
// a word that stands once in so many tells nothing
const COMMON = 100;
const TELLING = 0.7;
const LEAST_BESIDE = 2;
const LEAST_SHARE = 0.3;
const FEW_WORDS = 6;
const BITS = 1 << 20;

/** A run of words that is looked for, and the speaker's last name, by number. */
export interface Wanted {
  readonly words: Int32Array;
  readonly name: number | null;
}

interface Term {
  count: number;
  readonly places: number[];
  /** So many places are kept. */
  most: number;
}

const pair = (one: number, other: number) => (Math.imul(one ^ 0x9e3779b1, 0x85ebca6b) ^ other) | 0;

/**
 * For each wanted run of words the places of the material that hold most of it, best first. The material is read once for
 * all of them: words, pairs and threes of words are looked up by number, and of each the places are kept while there are few.
 */
export function candidatesFor(material: Material, wanted: readonly Wanted[]): Candidate[][] {
  const terms = new Map<number, Term>();
  const bits = new Uint8Array(BITS >> 3);
  const singles = new Uint8Array(BITS >> 3);
  const own = wanted.map(({ words, name }) => {
    const keys: number[] = [];
    if (name !== null) {
      for (const set of [singles, bits]) mark(set, name);
      const known = terms.get(name);
      if (known) known.most = MOST_NAMES;
      else terms.set(name, { count: 0, places: [], most: MOST_NAMES });
    }
    for (let at = 0; at < words.length; at++) {
      const [one = 0, two = 0, three = 0] = words.subarray(at, at + 3);
      keys.push(one);
      mark(singles, one);
      if (at + 1 < words.length) keys.push(pair(one, two));
      if (at + 2 < words.length) keys.push(pair(pair(one, two), three));
    }
    for (const key of keys) {
      mark(bits, key);
      if (!terms.has(key)) terms.set(key, { count: 0, places: [], most: MOST_PLACES });
    }
    return [...new Set(keys)];
  });

  const note = (key: number, place: number) => {
    if (!isMarked(bits, key)) return;
    const term = terms.get(key);
    if (term === undefined) return;
    term.count += 1;
    if (term.count <= term.most) term.places.push(place);
  };
  for (const { scan, first } of material.sources) {
    const { hashes } = scan;
    for (let at = 0; at < hashes.length; at++) {
      const one = hashes[at] as number;
      if (!isMarked(singles, one)) continue;
      note(one, first + at);
      const two = hashes[at + 1];
      if (two === undefined || !isMarked(singles, two)) continue;
      const both = pair(one, two);
      note(both, first + at);
      const three = hashes[at + 2];
      if (three !== undefined && isMarked(singles, three)) note(pair(both, three), first + at);
    }
  }
  return own.map((keys, at) => best(material, keys, terms, wanted[at] as Wanted));
}

function best(
  material: Material,
  keys: readonly number[],
  terms: ReadonlyMap<number, Term>,
  { words, name }: Wanted,
): Candidate[] {
  const { length } = words;
  const known = keys.flatMap((key) => terms.get(key) ?? []).filter(({ count }) => count > 0);
  const rare = known.filter(({ count }) => count <= MOST_PLACES);
  // words that all stand everywhere are looked for by the rarest of them
  const used = rare.length > 0 ? rare : known.sort((one, other) => one.count - other.count).slice(0, 2);
  const hits = used.flatMap(({ count, places }, term) => {
    const weight = Math.log(1 + material.words / count);
    return places.map((place) => ({ place, term, weight }));
  });
  hits.sort((one, other) => one.place - other.place);

  const width = length * 2 + 12;
  const seen = new Int32Array(used.length);
  let [weight, first] = [0, 0];
  const windows: { from: number; to: number; weight: number }[] = [];
  for (const hit of hits) {
    while ((hits[first]?.place ?? 0) < hit.place - width) {
      const left = hits[first] as (typeof hits)[number];
      seen[left.term] = (seen[left.term] ?? 0) - 1;
      if (seen[left.term] === 0) weight -= left.weight;
      first += 1;
    }
    if (seen[hit.term] === 0) weight += hit.weight;
    seen[hit.term] = (seen[hit.term] ?? 0) + 1;
    const from = hits[first]?.place ?? hit.place;
    const last = windows.at(-1);
    // of windows that overlap the fullest stands for them
    if (last === undefined || from > last.to) windows.push({ from, to: hit.place, weight });
    else if (weight > last.weight + 1e-9) windows[windows.length - 1] = { from, to: hit.place, weight };
  }
  windows.sort((one, other) => other.weight - one.weight || one.from - other.from);
  const term = name === null ? undefined : terms.get(name);
  // a name that stands everywhere tells nothing
  const named =
    term === undefined || term.count > term.most ? [] : besideName(material, term.places, words, terms);
  return [...windows.slice(0, MOST_CANDIDATES), ...named].map((window) => {
    const [source, at] = sourceAt(material, window.from);
    const around = length + 12;
    return {
      source,
      from: Math.max(0, at - around),
      to: Math.min(source.scan.starts.length, at + (window.to - window.from) + around),
      weight: window.weight,
    };
  });
}

/**
 * The stretches around a speaker's name with most of what is wanted: an idea in other words shares with them what stands
 * everywhere else as well.
 */
function besideName(
  material: Material,
  places: readonly number[],
  words: Int32Array,
  terms: ReadonlyMap<number, Term>,
): { from: number; to: number; weight: number }[] {
  const weights = new Map<number, number>();
  for (const word of words) {
    const count = terms.get(word)?.count ?? 0;
    const weight = count > 0 ? Math.log(1 + material.words / count / COMMON) : 0;
    if (weight > TELLING) weights.set(word, weight);
  }
  const around: { from: number; to: number; weight: number }[] = [];
  // "He is right": of a few words one that tells is as much as there can be
  const fewest = words.length <= FEW_WORDS ? 1 : LEAST_BESIDE;
  const least = Math.max(fewest, weights.size * LEAST_SHARE);
  if (weights.size < fewest) return around;
  const wanted = new Uint8Array(BITS >> 3);
  for (const word of weights.keys()) mark(wanted, word);
  for (const place of places) {
    if (place < (around.at(-1)?.to ?? 0) - NEAR_WORDS) continue;
    const [{ scan, first }, at] = sourceAt(material, place);
    const [from, to] = [Math.max(0, at - NEAR_WORDS), Math.min(scan.hashes.length - 1, at + NEAR_WORDS)];
    let weight = 0;
    const seen: number[] = [];
    for (let each = from; each <= to; each++) {
      const hash = scan.hashes[each] as number;
      if (!isMarked(wanted, hash)) continue;
      const own = weights.get(hash);
      if (own === undefined || seen.includes(hash)) continue;
      seen.push(hash);
      weight += own;
    }
    if (seen.length >= least) around.push({ from: first + from, to: first + to, weight });
  }
  return around.sort((one, other) => other.weight - one.weight).slice(0, MOST_NAMED);
}

const mark = (bits: Uint8Array, key: number) => {
  const bit = key & (BITS - 1);
  bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
};

const isMarked = (bits: Uint8Array, key: number) => {
  const bit = key & (BITS - 1);
  return ((bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
};
