import type { NamedMention } from "./entities";

// how many names are looked back through
const MAX_BACK = 60;

/** The names of an article by place, so that a look-up costs no more in a long text. */
export class MentionIndex {
  readonly #mentions: readonly NamedMention[];

  constructor(mentions: readonly NamedMention[]) {
    this.#mentions = mentions;
  }

  /** Names whose words lie among tokens `first..last`, in order. */
  touching(first: number, last: number): NamedMention[] {
    const found: NamedMention[] = [];
    for (let at = this.#lowest((mention) => mention.runLast >= first); at < this.#mentions.length; at += 1) {
      const mention = this.#mentions[at];
      if (!mention || mention.runFirst > last) break;
      if (mention.last >= first && mention.first <= last) found.push(mention);
    }
    return found;
  }

  /** The names that start before an offset, the nearest first. */
  before(offset: number): NamedMention[] {
    const end = this.#lowest((mention) => mention.startUtf16 >= offset);
    return this.#mentions.slice(Math.max(0, end - MAX_BACK), end).reverse();
  }

  #lowest(test: (mention: NamedMention) => boolean): number {
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const mention = this.#mentions[middle];
      if (mention && test(mention)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
