import type { Frame } from "../frames";
import type { Tree } from "../grammar";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
// what somebody does or is after, without a word of theirs
// "vetoed the bill": a decision, and no word about it
const DECIDES = /^(?:veto|overrul|overrid|quash|repeal)$/;
// "sued the builder": what somebody does to another, and no word about it
const PURSUES = /^(?:su|sue|prosecut|arrest|detain|interrogat)$/;
// "sang “Amazing Grace”": what is performed bears a title
const PERFORMS =
  /^(?:sing|sang|sung|hum|recit|perform|play|whistl|rehears|screen|stream|conduct|record|releas)$/;
const STRIVES = /^(?:seek|attempt|aim|try|striv|struggl)$/;

/**
 * Whether a frame tells what somebody does and nothing that they say: "seeks to reverse the merger", "blamed the press",
 * "citing two officials". Words in marks are said all the same.
 */
export function isAct(frame: Frame): boolean {
  const { tree, site, pieces } = frame;
  const { tags, lower, quote, trained } = tree;
  if (PERFORMS.test(site.stem) && pieces.every((piece) => isTitle(tree, piece))) return true;
  if (pieces.some(({ from, to }) => quote.subarray(from, to + 1).some((stretch) => stretch !== -1)))
    return false;
  const [first] = pieces;
  if (first === undefined) return false;
  const hasVerb = pieces.some(({ from, to }) => tags.slice(from, to + 1).some((tag) => FINITE.test(tag)));
  if (STRIVES.test(site.stem)) return site.complement === "to";
  if (site.stem === "cit" && tags[site.at] === "VBG" && !hasVerb) return namesPeople();
  if (DECIDES.test(site.stem)) return !hasVerb;
  if (PURSUES.test(site.stem) && /^np/.test(site.complement)) return !hasVerb;
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

/** Whether all words in marks but the small ones have capitals, and no sentence ends within them. */
function isTitle({ sentence, quote, tags }: Tree, { from, to }: { from: number; to: number }): boolean {
  if (quote[from] === -1 || quote[from] !== quote[to] || to - from > 7) return false;
  for (let at = from; at <= to; at += 1) {
    const word = sentence.tokens[at]?.text ?? "";
    if (/^[!?.…]+$/.test(word) && at < to) return false;
    if (/^\p{Ll}/u.test(word) && !/^(?:IN|DT|CC|TO|PRP\$|POS)$/.test(tags[at] ?? "")) return false;
  }
  // a sentence of its own may be sung as well
  const ending = sentence.tokens[to + 1]?.text ?? "";
  return /^\p{Lu}/u.test(sentence.tokens[from]?.text ?? "") && !/^[.!?]/.test(ending);
}
