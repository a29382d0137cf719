/** Where an approximate match ends (just past it), and how many insertions, deletions and replacements it takes. */
export interface Ending {
  readonly end: number;
  readonly errors: number;
}

const BITS = 32;
// of endings that are equally good; in a text that repeats itself there may be one at every letter
const MOST_ENDINGS = 10_000;

/**
 * Where in `text` the nearest matches of `wanted` end, all with the same, fewest errors, at most `most`; none when every
 * stretch of the text differs by more. Myers, "A fast bit-vector algorithm for approximate string matching" (J. ACM 46,
 * 1999), in blocks of 32 letters: text × wanted / 32 steps, whatever the two hold. Lengths count UTF-16 units.
 */
export function nearestEndings(text: string, wanted: string, most: number): Ending[] {
  const blocks = Math.ceil(wanted.length / BITS);
  const [plus, minus] = [new Int32Array(blocks).fill(-1), new Int32Array(blocks)];
  const places = placesOf(wanted, blocks);
  const nowhere = new Int32Array(blocks);
  const lastRow = 1 << ((wanted.length - 1) % BITS);

  let best = Math.min(most, wanted.length);
  let found: Ending[] = [];
  let errors = wanted.length;
  for (let at = 0; at < text.length; at++) {
    const equal = places.get(text.charCodeAt(at)) ?? nowhere;
    let carry = 0;
    for (let block = 0; block < blocks; block++) {
      carry = advance(plus, minus, block, equal[block] ?? 0, carry, block === blocks - 1 ? lastRow : 1 << 31);
    }
    errors += carry;
    if (errors < best) {
      best = errors;
      found = [];
    }
    if (errors === best && found.length < MOST_ENDINGS) found.push({ end: at + 1, errors });
  }
  return found;
}

/** Where the match that ends at `end` begins: of equally good places the one that takes in most. */
export function startOf(text: string, wanted: string, { end, errors }: Ending): number {
  const window = text.slice(Math.max(0, end - wanted.length - errors), end);
  const [first, ...others] = nearestEndings(reversed(window), reversed(wanted), errors);
  if (first === undefined) return end;
  return end - others.reduce((longest, ending) => Math.max(longest, ending.end), first.end);
}

/** One column of one block; returns what the row below it gains or loses. */
function advance(
  plus: Int32Array,
  minus: Int32Array,
  block: number,
  equal: number,
  carry: number,
  lastRow: number,
): number {
  const [wasPlus, wasMinus] = [plus[block] ?? 0, minus[block] ?? 0];
  const isLess = carry < 0 ? 1 : 0;
  const isMore = carry > 0 ? 1 : 0;
  const same = equal | isLess;
  const vertical = equal | wasMinus;
  const horizontal = ((((same & wasPlus) + wasPlus) | 0) ^ wasPlus) | same;
  let more = wasMinus | ~(horizontal | wasPlus);
  let less = wasPlus & horizontal;
  const gained = ((more & lastRow) === 0 ? 0 : 1) - ((less & lastRow) === 0 ? 0 : 1);
  more = (more << 1) | isMore;
  less = (less << 1) | isLess;
  plus[block] = less | ~(vertical | more);
  minus[block] = more & vertical;
  return gained;
}

/** For each letter of `wanted` the places where it stands, a bit for each. */
function placesOf(wanted: string, blocks: number): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (let at = 0; at < wanted.length; at++) {
    const letter = wanted.charCodeAt(at);
    const bits = places.get(letter) ?? new Int32Array(blocks);
    const block = Math.floor(at / BITS);
    bits[block] = (bits[block] ?? 0) | (1 << (at % BITS));
    places.set(letter, bits);
  }
  return places;
}

function reversed(text: string): string {
  let turned = "";
  for (let at = text.length - 1; at >= 0; at--) turned += text[at] ?? "";
  return turned;
}
