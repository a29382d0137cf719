import type { Tree } from "../grammar";
import type { CueSite } from "./cue-sites";
import type { Layout } from "./layouts";
import type { Signs } from "./signs";

/** How sure it is at least where words stand that a plain frame points at. */
const PLAIN_PLACE = 0.9;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

interface Placed {
  readonly layout: Layout;
  readonly share: number;
}

/**
 * Where the words stand, when the frame leaves no doubt: before a tag right after a closing mark (and after it, when
 * they go on), after a clause that introduces them, before a tag at the end, before or after "according to".
 */
export function settledLayout(tree: Tree, site: CueSite, placed: Placed, signs: Signs): Placed {
  const { tagged, introduced } = signs;
  if (tree.quote[site.at] !== -1) return placed;
  if (introduced >= 0) return sure(placed, tagged === null ? "after" : "around");
  if (tagged !== null && placed.layout === "after") {
    return sure(placed, opensSoon(tree, site.at) ? "around" : "before");
  }
  if (tagged !== null) return { ...placed, share: Math.max(PLAIN_PLACE, placed.share) };
  if (signs.inverted !== null) return sure(placed, "before");
  if (signs.inserted !== null) return sure(placed, "around");
  if (tree.lower[site.at] === "according") return accordingTo(tree, site, placed);
  if (site.complement !== "that" && signs.start !== null) return sure(placed, "after");
  // "When asked, he said no": what stands before the tag is no statement of its own
  const isFronted = /^(?:IN|VBN|VBG|WRB|RB|TO)$/.test(tree.tags[0] ?? "");
  return !isFronted && signs.isTail && !opensFrom(tree, site.at) ? sure(placed, "before") : placed;
}

const sure = ({ share }: Placed, layout: Layout): Placed => ({ layout, share: Math.max(PLAIN_PLACE, share) });

/** Whether a quotation goes on after a tag: “…,” she says, “…"; not in “…,” says the site on “The Countdown”. */
function opensSoon({ opens, tags }: Tree, cue: number): boolean {
  for (let at = cue + 1; at < cue + 6; at += 1)
    if (opens[at]) return at === cue + 1 || /^(?:[,.:]|CC)$/.test(tags[at - 1] ?? "");
  return false;
}

/** "The glacier retreats, according to …, who …": unless the sentence goes on after it, the statement stands before. */
function accordingTo({ tags, lower }: Tree, { at }: CueSite, placed: Placed): Placed {
  if (at === 0) return sure(placed, "after");
  if (tags[at - 1] !== "," || at < 4) return placed;
  const verb = tags.findIndex((tag, place) => place > at && FINITE.test(tag));
  const isAside = verb > 0 && /^(?:who|which|that)$/.test(lower[verb - 1] ?? "");
  return verb < 0 || isAside ? sure(placed, "before") : placed;
}

function opensFrom({ opens, size }: Tree, from: number): boolean {
  for (let at = from; at < size; at += 1) if ((opens[at] ?? 0) > 0) return true;
  return false;
}
