import type { TaggerData } from "../languages";
import type { FEATURE_KINDS } from "./tagger-features";

type Kind = (typeof FEATURE_KINDS)[number];

/** The rows of weights that a word brings, by the place where it stands; 0 where it brings none. */
export interface WordRows {
  /** The word itself with its endings and its first letter. */
  readonly own: number;
  readonly shape: number;
  readonly firstShape: number;
  readonly before: number;
  readonly after: number;
  readonly twoBefore: number;
  readonly twoAfter: number;
  /** By the number of the tag before, the row of that tag with this word. */
  readonly afterTag: Int32Array | null;
}

const [NEWLINE, MINUS, ZERO] = [10, 45, 48];

/**
 * The weights of the tagger side by side in one array. A row begins with the number of tags that it scores, then come
 * the number of a tag and its weight in turn. Adding rows up needs no strings: they are looked up once for each word.
 */
export class TagRows {
  private cells = new Int16Array(0);
  private size = 1;
  private readonly scores: Float64Array;
  private readonly fallback: number;
  private readonly tables = new Map<string, Map<string, number>>();
  private readonly tagRows: Int32Array;
  private readonly tagPairRows: Int32Array;
  private readonly tagSums: Int32Array;
  private readonly wordAfterTag = new Map<string, Int32Array>();

  constructor({ tags, weights }: TaggerData) {
    this.scores = new Float64Array(tags.length);
    this.fallback = Math.max(0, tags.indexOf("NN"));
    const characters = Object.values(weights).reduce((sum, lines) => sum + lines.length + 2, 0);
    // every number in the lines takes two characters at least, its sign of separation included
    this.cells = new Int16Array(characters / 2 + 2);
    for (const [kind, lines] of Object.entries(weights)) this.tables.set(kind, this.read(lines));
    this.cells = this.cells.slice(0, this.size);

    const numbers = new Map([...tags, "<s>"].map((tag, number) => [tag, number]));
    const count = numbers.size;
    this.tagRows = new Int32Array(count);
    this.tagPairRows = new Int32Array(count * count);
    this.tagSums = new Int32Array(count * count).fill(-1);
    for (const [tag, row] of this.table("tagBefore")) this.tagRows[numbers.get(tag) ?? count] = row;
    for (const [pair, row] of this.table("tagsBefore")) {
      const [one = "", other = ""] = pair.split(" ");
      this.tagPairRows[(numbers.get(one) ?? count) * count + (numbers.get(other) ?? 0)] = row;
    }
    for (const [pair, row] of this.table("tagBeforeWord")) {
      const space = pair.indexOf(" ");
      const word = pair.slice(space + 1);
      const byTag = this.wordAfterTag.get(word) ?? new Int32Array(count);
      byTag[numbers.get(pair.slice(0, space)) ?? count] = row;
      this.wordAfterTag.set(word, byTag);
    }
  }

  /** The rows of a word in its normal form and of its shape. */
  ofWord(word: string, shape: string): WordRows {
    const suffix = word.slice(-3);
    return {
      own: this.sumOf([
        this.row("word", word),
        this.row("suffix3", suffix),
        this.row("suffix2", word.slice(-2)),
        this.row("prefix1", word.slice(0, 1)),
      ]),
      shape: this.row("shape", shape),
      firstShape: this.row("shape", `^${shape}`),
      before: this.sumOf([this.row("wordBefore", word), this.row("suffixBefore", suffix)]),
      after: this.sumOf([this.row("wordAfter", word), this.row("suffixAfter", suffix)]),
      twoBefore: this.row("wordTwoBefore", word),
      twoAfter: this.row("wordTwoAfter", word),
      afterTag: this.wordAfterTag.get(word) ?? null,
    };
  }

  private row(kind: Kind, value: string): number {
    return this.table(kind).get(value) ?? 0;
  }

  /** The row of the tag before, together with the one before that. */
  afterTags(tag: number, tagBefore: number): number {
    const pair = tag * this.tagRows.length + tagBefore;
    const known = this.tagSums[pair] ?? -1;
    if (known >= 0) return known;
    const sum = this.sumOf([this.tagRows[tag] ?? 0, this.tagPairRows[pair] ?? 0]);
    this.tagSums[pair] = sum;
    return sum;
  }

  /** One row that gives what several rows together give, so that they need not be added up at every place. Weights are far below the range of a cell. */
  private sumOf(several: readonly number[]): number {
    const rows = several.filter((row) => row !== 0);
    if (rows.length < 2) return rows[0] ?? 0;
    this.clear();
    for (const row of rows) this.add(row);
    const { scores } = this;
    const most = this.size + 2 * scores.length + 1;
    if (most > this.cells.length) {
      const larger = new Int16Array(2 * most);
      larger.set(this.cells);
      this.cells = larger;
    }
    const row = this.size;
    let next = row + 1;
    for (let tag = 0; tag < scores.length; tag += 1) {
      const score = scores[tag] ?? 0;
      if (score === 0) continue;
      this.cells[next] = tag;
      this.cells[next + 1] = score;
      next += 2;
    }
    this.cells[row] = (next - row - 1) / 2;
    this.size = next;
    return row;
  }

  /** Sets the scores of all tags to nothing. */
  clear(): void {
    this.scores.fill(0);
  }

  /** Adds a row to the scores. */
  add(row: number): void {
    if (row === 0) return;
    const { cells, scores } = this;
    const last = row + 2 * (cells[row] ?? 0);
    for (let cell = row + 1; cell < last; cell += 2) {
      const tag = cells[cell] ?? 0;
      scores[tag] = (scores[tag] ?? 0) + (cells[cell + 1] ?? 0);
    }
  }

  /** The number of the tag with the highest score; a noun when nothing speaks for any. */
  best(): number {
    const { scores } = this;
    let best = this.fallback;
    for (let tag = 0; tag < scores.length; tag += 1) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
    return best;
  }

  private table(kind: Kind): Map<string, number> {
    return this.tables.get(kind) ?? new Map<string, number>();
  }

  /** Reads lines `value<TAB>tag:weight tag:weight…`; by hand, since most of the time of the first article goes here. */
  private read(lines: string): Map<string, number> {
    const { cells } = this;
    const table = new Map<string, number>();
    let at = 0;
    while (at < lines.length) {
      const tab = lines.indexOf("\t", at);
      if (tab < 0) break;
      const row = this.size;
      let next = row + 1;
      table.set(lines.slice(at, tab), row);
      at = tab;
      while (at < lines.length && lines.charCodeAt(at) !== NEWLINE) {
        at += 1;
        const isNegative = lines.charCodeAt(at) === MINUS;
        if (isNegative) at += 1;
        let number = 0;
        for (let digit = digitAt(lines, at); digit >= 0 && digit <= 9; digit = digitAt(lines, at)) {
          number = number * 10 + digit;
          at += 1;
        }
        cells[next] = isNegative ? -number : number;
        next += 1;
      }
      at += 1;
      cells[row] = (next - row - 1) / 2;
      this.size = next;
    }
    return table;
  }
}

const digitAt = (lines: string, at: number) => (at < lines.length ? lines.charCodeAt(at) - ZERO : -1);
