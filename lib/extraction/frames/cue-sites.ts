import type { Surface, Tree } from "../grammar";
import { isNoun } from "../grammar";
import { symbolOf, tagTest } from "../weights";

/** A word that may report a statement, with what stands around it. */
export interface CueSite {
  readonly at: number;
  readonly stem: string;
  /** What follows the cue: "that", "to", "finite", "quote", "np+to" … */
  readonly complement: string;
  /** The same as symbols; `simple` leaves out which preposition follows. */
  readonly symbols: { readonly stem: number; readonly complement: number; readonly simple: number };
}

/** The words of a sentence that may be cues: verbs that are no auxiliaries, listed nouns, and "according". */
export function cueSites(tree: Tree): CueSite[] {
  const sites: CueSite[] = [];
  for (let at = 0; at < tree.size; at += 1) {
    if (!isCandidate(tree, at)) continue;
    const stem = tree.trained.grammar.stemOf(tree.lower[at] ?? "", tree.tags[at] ?? "");
    const complement = complementOf(tree, at);
    const symbols = {
      stem: symbolOf(stem),
      complement: symbolOf(complement),
      simple: symbolOf(complement.includes("in:") ? complement.replace(/^(np\+)?in:.*/, "$1in") : complement),
    };
    sites.push({ at, stem, complement, symbols });
  }
  return sites;
}

/** Whether any word of a sentence may be a cue; only then it is worth parsing. */
export function hasCueSite(surface: Surface): boolean {
  for (let at = 0; at < surface.size; at += 1) if (isCandidate(surface, at)) return true;
  return false;
}

function isCandidate(tree: Surface, at: number): boolean {
  const tag = tree.tags[at] ?? "";
  const lower = tree.lower[at] ?? "";
  if (lower === "according" || lower === "reportedly" || lower === "allegedly") return true;
  if (isSurname(tree, at)) return false;
  if (tag.startsWith("VB"))
    return (
      !tree.trained.frames.auxiliaries.has(lower) &&
      (tree.trained.frames.mayReport(lower) || standsLikeCue(tree, at))
    );
  if (tag === "JJ") return isConviction(tree, at);
  return (
    (tag === "NN" || tag === "NNS") &&
    tree.trained.frames.nominalCues.has(tree.trained.grammar.stemOf(lower, tag))
  );
}

/** "The pilot, Omar Said, said": a word with a capital behind another one, and a comma behind it, is a name. */
function isSurname({ sentence, lower, tags }: Surface, at: number): boolean {
  const tokens = sentence.tokens;
  if (at < 1 || !isCapital(tokens[at]?.text) || !isCapital(tokens[at - 1]?.text)) return false;
  return (
    tags[at + 1] === "," && tags[at - 1] !== "," && !/^(?:i|he|she|they|we|it)$/.test(lower[at - 1] ?? "")
  );
}

const isCapital = (word: string | undefined) => /^\p{Lu}\p{Ll}/u.test(word ?? "");

const CONVICTIONS =
  /^(?:adamant|confident|certain|sure|hopeful|optimistic|pessimistic|sceptical|skeptical|doubtful|clear|unsure|insistent|emphatic)$/;

/** "She was adamant that the bridge was safe", but not "it is clear that". */
export function isConviction({ lower, tags }: Surface, at: number): boolean {
  if (!CONVICTIONS.test(lower[at] ?? "") || lower[at + 1] !== "that") return false;
  let be = at - 1;
  while (be > 0 && tags[be] === "RB") be -= 1;
  return (
    be > 0 &&
    /^(?:is|was|are|were|'s|'re|remains|remained|am|been)$/.test(lower[be] ?? "") &&
    !/^(?:it|there|this|that|what|which)$/.test(lower[be - 1] ?? "")
  );
}

/** Whether an unknown verb stands where cues stand: before "that" or a quotation, or right after one. */
function standsLikeCue({ lower, tags, opens, closes }: Surface, at: number): boolean {
  if (lower[at + 1] === "that" || opens[at + 1]) return true;
  if (opens[at + 2] && /^[,:]$/.test(tags[at + 1] ?? "")) return true;
  for (let back = 1; back <= 6; back += 1) if (closes[at - back] === 1) return true;
  return false;
}

/** The kind of complement after a cue, read from the words and from what the cue governs. */
function complementOf(tree: Tree, cue: number): string {
  const { tags, lower, size, opens, last, heads } = tree;
  let at = cue + 1;
  if (tags[at] === "RP" || tree.trained.frames.particles.has(lower[at] ?? "")) at += 1;
  while (tags[at] === "RB" && at - cue < 4 && !opens[at]) at += 1;
  const kind = kindAt(tree, at);
  if (kind !== "np") return kind;
  // a noun phrase is either the subject of a bare clause, an object, or an addressee before the real complement
  let end = at;
  let head = -1;
  for (let step = at; step < Math.min(size, at + 25); step += 1) {
    if (heads[step] === cue && step > cue) {
      head = step;
      break;
    }
  }
  if (head >= 0 && ((tags[head] ?? "").startsWith("VB") || tags[head] === "MD" || clauseHead(tree, head)))
    return "finite";
  if (head >= 0) {
    end = head;
    while (end + 1 < size && isNoun(tags[end + 1]) && heads[end + 1] === head) end += 1;
    const next = kindAt(tree, end + 1);
    if (next === "that" || next === "to" || next === "quote" || next === "wh" || next === "colon")
      return `np+${next}`;
    if (next.startsWith("in:")) return `np+${next}`;
    return (last[head] ?? 0) > end ? "np+" : "np";
  }
  return "np";
}

/** Whether a word that is no verb carries a clause: "the talks are unlikely". */
function clauseHead(tree: Tree, at: number): boolean {
  const { firstChild, nextChild, tagSymbols } = tree;
  for (let child = firstChild[at] ?? -1; child >= 0 && child < at; child = nextChild[child] ?? -1)
    if (isFiniteTag(tagSymbols[child] ?? 0)) return true;
  return false;
}

const isFiniteTag = tagTest(/^(?:VBZ|VBP|VBD|MD)$/);
const isSubjectTag = tagTest(/^(?:NN|PRP$|FW$|(?:WP|WDT|DT|EX|CD|JJS?)$)/);

/** The position of the subject that the parser gives a verb, or -1. */
export function parsedSubject(tree: Tree, cue: number): number {
  const { firstChild, nextChild, tagSymbols } = tree;
  let verb = cue;
  for (let hops = 0; hops < 3; hops += 1) {
    let subject = -1;
    for (let child = firstChild[verb] ?? -1; child >= 0 && child < verb; child = nextChild[child] ?? -1)
      if (isSubjectTag(tagSymbols[child] ?? 0)) subject = child;
    if (subject >= 0) return subject;
    const head = tree.heads[verb] ?? -1;
    if (head < 0 || head > verb || !(tree.tags[head] ?? "").startsWith("VB")) return -1;
    verb = head;
  }
  return -1;
}

/** What stands at a place behind a cue. */
function kindAt({ tags, lower, size, opens, heads }: Tree, start: number): string {
  if (start >= size) return "end";
  const tag = tags[start] ?? "";
  // said “that is mine”: the word in marks belongs to what was said
  if (opens[start]) return "quote";
  if (lower[start] === "that" && (tag === "IN" || heads[start] !== start + 1)) return "that";
  if (tag === "TO" && (tags[start + 1] ?? "").startsWith("VB")) return "to";
  if (tag === "TO" && tags[start + 1] === "RB" && tags[start + 2] === "VB") return "to";
  if (/^(?:whether|if|how|why|what|who|when|where|which)$/.test(lower[start] ?? "")) return "wh";
  if (tag === "IN" || tag === "TO") return `in:${lower[start]}`;
  if (tag === ",") return "comma";
  if (tag === ":" || lower[start] === ":") return "colon";
  if (tag === "." || tag === "CC") return "end";
  if (tag === "VBG") return "ing";
  if (tag.startsWith("VB") || tag === "MD") return "verb";
  if (/^(?:NN|PRP|DT|JJ|CD|EX|FW|PDT|WP|\$|VBN)/.test(tag)) return "np";
  return "x";
}
