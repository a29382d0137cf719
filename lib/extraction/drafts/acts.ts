import type { Frame } from "../frames";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
// what somebody does or is after, without a word of theirs
// "vetoed the bill": a decision, and no word about it
const DECIDES = /^(?:veto|overrul|overrid|quash|repeal)$/;
const STRIVES = /^(?:seek|attempt|aim|try|striv|struggl)$/;

/**
 * Whether a frame tells what somebody does and nothing that they say: "seeks to reverse the merger", "blamed the press",
 * "citing two officials". Words in marks are said all the same.
 */
export function isAct(frame: Frame): boolean {
  const { tree, site, pieces } = frame;
  const { tags, lower, quote, trained } = tree;
  if (pieces.some(({ from, to }) => quote.subarray(from, to + 1).some((stretch) => stretch !== -1)))
    return false;
  const [first] = pieces;
  if (first === undefined) return false;
  const hasVerb = pieces.some(({ from, to }) => tags.slice(from, to + 1).some((tag) => FINITE.test(tag)));
  if (STRIVES.test(site.stem)) return site.complement === "to";
  if (site.stem === "cit" && tags[site.at] === "VBG" && !hasVerb) return namesPeople();
  if (DECIDES.test(site.stem)) return !hasVerb;
  if (site.stem === "blam" && /^np\+?$/.test(site.complement)) return !hasVerb && first.to - first.from < 4;
  return false;

  function namesPeople(): boolean {
    const { roleNouns, collectiveNouns } = trained.cast;
    const end = first?.to ?? -1;
    for (let at = first?.from ?? 0; at <= end; at += 1) {
      const one = trained.grammar.stemOf(lower[at] ?? "", tags[at] ?? "");
      if (
        roleNouns.has(one) ||
        collectiveNouns.has(lower[at] ?? "") ||
        /^(?:person|people|sources?)$/.test(lower[at] ?? "")
      )
        return true;
      if (/^(?:IN|TO|CC|,)$/.test(tags[at] ?? "")) return false;
    }
    return false;
  }
}
