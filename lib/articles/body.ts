import { headlinesOf, type PageDocument } from "./details";
import { webAddress } from "./kept";
import { type Body, bodyWords, type LinkedData } from "./linked-data";
import { bareWords } from "./prose";

/** The body of a page's article as its linked data has it. */
export interface GivenBody {
  /** Its paragraphs apart by a blank line; "" for none. */
  readonly words: string;
  /** Whether it is said to be this page's: by the headline that the page shows, or by its address. */
  readonly isItsOwn: boolean;
}

// shorter ones stand in a headline by accident
const LEAST_TITLE = 8;

/**
 * The longest body that linked data gives for the article of this page. Pages name other articles as well, with their texts: what has
 * another headline and another address is one of those.
 */
export function bodyOf(
  document: PageDocument,
  { at, linked: { bodies } }: { at: string | null; linked: LinkedData },
): GivenBody {
  const said = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name);
  const shown = said('meta[property="og:title"]', "content") ?? "";
  const addresses = [at, said('link[rel~="canonical"]', "href"), said('meta[property="og:url"]', "content")];
  const headlines = [...headlinesOf(document), shown].map(bareWords).filter(Boolean);
  const here = new Set(addresses.flatMap((one) => (one ? [placeOf(one)] : [])));
  const isOwn = ({ titles, addresses: its }: Body) =>
    its.some((one) => here.has(placeOf(one))) ||
    titles.map(bareWords).some((title) => headlines.some((one) => isOneHeadline(title, one)));
  const own = bodies.filter(isOwn);
  if (own.length > 0) return { words: longestOf(own), isItsOwn: true };
  const [only, ...others] = bodies;
  const isNameless = only !== undefined && others.length === 0 && only.titles.length === 0;
  return { words: isNameless ? bodyWords(only) : "", isItsOwn: false };
}

const longestOf = (bodies: readonly Body[]) =>
  bodyWords(bodies.reduce((one, other) => (other.written.length > one.written.length ? other : one)));

/** Two headlines as bare words, of which one may bear the name of its site as well, or have been cut. */
const isOneHeadline = (one: string, other: string) =>
  one === other ||
  (Math.min(one.length, other.length) >= LEAST_TITLE && (one.includes(other) || other.includes(one)));

/** An address without what differs between two that lead to one page. */
const placeOf = (address: string) =>
  (webAddress(address, null) ?? address)
    .replace(/^https?:\/\/(?:www\.)?/u, "")
    .replace(/[?].*$/u, "")
    .replace(/\/+$/u, "");
