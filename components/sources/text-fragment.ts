import { WITHHELD } from "@/lib/matching";
import { withoutEnds } from "@/lib/text";

const WORDS_AT_AN_END = 4;

/**
 * The end of an address at which a browser scrolls to words of the page and marks them (WICG, Text Fragments); one that does not
 * know it opens the page. Words over several lines, and many of them, are named by how they begin and end.
 */
export function textFragment(words: string): string {
  const all = words.trim().split(/\s+/u).filter(Boolean);
  if (all.length === 0) return "";
  const isOne = all.length <= 2 * WORDS_AT_AN_END && !/[\n\r]/u.test(words.trim());
  const most = Math.min(WORDS_AT_AN_END, Math.floor(all.length / 2));
  const parts = isOne ? [all] : [all.slice(0, most), all.slice(-most)];
  return `#:~:text=${parts.map((part) => encoded(part.join(" "))).join()}`;
}

/**
 * The address of a page elsewhere at which its words stand. Marks at their ends are left off, since a page may draw others than
 * were kept, and what the program put in place of words is nowhere on it. An address that has a place of its own keeps it.
 */
export function addressAt(address: string, words: string): string {
  const bare = withoutEnds(words);
  const fragment = words.includes(WITHHELD) ? "" : textFragment(bare);
  return address.includes("#") ? address + fragment.replace("#", "") : address + fragment;
}

// a dash tells what stands before or behind the words
const encoded = (text: string) => encodeURIComponent(text).replaceAll("-", "%2D");
