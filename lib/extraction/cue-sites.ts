import { classesOf, mayReport } from "./en/cue-classes";
import { auxiliaries, nominalCues, particles } from "./en/cues";
import { stemOf } from "./en/lemmas";
import type { Tree } from "./tree";
import { isNoun } from "./tree";

/** A word that may report a statement, with what stands around it. */
export interface CueSite {
  readonly at: number;
  readonly stem: string;
  /** What follows the cue: "that", "to", "finite", "quote", "np+to" … */
  readonly complement: string;
  readonly features: readonly string[];
}

/** The words of a sentence that may be cues: verbs that are no auxiliaries, listed nouns, and "according". */
export function cueSites(tree: Tree): CueSite[] {
  const sites: CueSite[] = [];
  for (let at = 0; at < tree.size; at += 1) {
    if (!isCandidate(tree, at)) continue;
    const stem = stemOf(tree.lower[at] ?? "", tree.tags[at] ?? "");
    const complement = complementOf(tree, at);
    sites.push({ at, stem, complement, features: gateFeatures(tree, at, stem, complement) });
  }
  return sites;
}

function isCandidate(tree: Tree, at: number): boolean {
  const tag = tree.tags[at] ?? "";
  const lower = tree.lower[at] ?? "";
  if (lower === "according" || lower === "reportedly" || lower === "allegedly") return true;
  if (tag.startsWith("VB")) return !auxiliaries.has(lower) && (mayReport(lower) || standsLikeCue(tree, at));
  return (tag === "NN" || tag === "NNS") && nominalCues.has(stemOf(lower, tag));
}

/** Whether an unknown verb stands where cues stand: before "that" or a quotation, or right after one. */
function standsLikeCue({ lower, tags, opens, closes }: Tree, at: number): boolean {
  if (lower[at + 1] === "that" || opens[at + 1]) return true;
  if (opens[at + 2] && /^[,:]$/.test(tags[at + 1] ?? "")) return true;
  return [1, 2, 3, 4, 5, 6].some((back) => closes[at - back]);
}

/** The kind of complement after a cue, read from the words and from what the cue governs. */
function complementOf(tree: Tree, cue: number): string {
  const { tags, lower, size, opens, last, heads } = tree;
  let at = cue + 1;
  if (tags[at] === "RP" || particles.has(lower[at] ?? "")) at += 1;
  while (tags[at] === "RB" && at - cue < 4 && !opens[at]) at += 1;
  const kindAt = (start: number): string => {
    if (start >= size) return "end";
    const tag = tags[start] ?? "";
    if (lower[start] === "that" && (tag === "IN" || heads[start] !== start + 1)) return "that";
    if (opens[start]) return "quote";
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
  };
  const kind = kindAt(at);
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
    const next = kindAt(end + 1);
    if (next === "that" || next === "to" || next === "quote" || next === "wh" || next === "colon")
      return `np+${next}`;
    if (next.startsWith("in:")) return `np+${next}`;
    return (last[head] ?? 0) > end ? "np+" : "np";
  }
  return "np";
}

/** Whether a word that is no verb carries a clause: "the talks are unlikely". */
function clauseHead(tree: Tree, at: number): boolean {
  return tree.childrenBefore(at).some((child) => /^(?:VBZ|VBP|VBD|MD)$/.test(tree.tags[child] ?? ""));
}

function bucket(n: number): string {
  return n <= 2 ? `${n}` : n <= 4 ? "3-4" : n <= 8 ? "5-8" : n <= 15 ? "9-15" : "16+";
}

/** The position of the subject that the parser gives a verb, or -1. */
export function parsedSubject(tree: Tree, cue: number): number {
  let verb = cue;
  for (let hops = 0; hops < 3; hops += 1) {
    const subject = tree
      .childrenBefore(verb)
      .filter(
        (child) => isNoun(tree.tags[child]) || /^(?:WP|WDT|DT|EX|CD|JJS?)$/.test(tree.tags[child] ?? ""),
      )
      .at(-1);
    if (subject !== undefined) return subject;
    const head = tree.heads[verb] ?? -1;
    if (head < 0 || head > verb || !(tree.tags[head] ?? "").startsWith("VB")) return -1;
    verb = head;
  }
  return -1;
}

function gateFeatures(tree: Tree, at: number, stem: string, complement: string): string[] {
  const { tags, lower, size, heads, quote, opens, closes } = tree;
  const tag = tags[at] ?? "";
  const before = lower[at - 1] ?? "<s>";
  const after = lower[at + 1] ?? "</s>";
  const subject = parsedSubject(tree, at);
  const subjectTag = subject < 0 ? "none" : (tags[subject] ?? "");
  const subjectWord = subject < 0 ? "" : (lower[subject] ?? "");
  let end = size - 1;
  while (end > at && /^[.,:]$|^-RRB-$/.test(tags[end] ?? "")) end -= 1;
  const auxiliary: string[] = [];
  for (
    let step = at - 1;
    step >= 0 && at - step < 5 && /^(?:RB|MD|VB[DZPN]?|TO)$/.test(tags[step] ?? "");
    step -= 1
  ) {
    if (auxiliaries.has(lower[step] ?? "") || tags[step] === "MD" || tags[step] === "TO")
      auxiliary.unshift(lower[step] ?? "");
    else if (lower[step] === "not" || lower[step] === "n't" || lower[step] === "never")
      auxiliary.unshift("not");
    else if (tags[step] !== "RB") break;
  }
  const passive =
    tag === "VBN" && auxiliary.some((word) => /^(?:is|are|was|were|be|been|being|'s|'re)$/.test(word))
      ? "passive"
      : "active";
  const inQuote = quote[at] !== -1 ? "in" : "out";
  let closesBefore = "no";
  for (let step = at - 1; step >= 0 && at - step < 10 && closesBefore === "no"; step -= 1) {
    if (closes[step]) closesBefore = at - step <= 3 ? "near" : "far";
    if (/^[.:]$/.test(tags[step] ?? "") && step < at - 1) break;
  }
  if (at === 0 && quote[0] === -1) closesBefore = "start";
  let opensAfter = "no";
  for (let step = at + 1; step < size && step - at < 12 && opensAfter === "no"; step += 1) {
    if (opens[step])
      opensAfter = `${opens[step]}${step - at === 1 ? "next" : tags[step - 1] === "," || tags[step - 1] === ":" ? "comma" : "far"}`;
  }
  const head = heads[at] ?? -1;
  const kind = tag.startsWith("VB") ? "V" : tag.startsWith("NN") ? "N" : "O";
  const subjectKind =
    subjectTag === "PRP" ? `PRP:${subjectWord}` : subjectTag.startsWith("NNP") ? "NNP" : subjectTag;
  const simple = complement.replace(/^(np\+)?in:.*/, "$1in");
  const features = [
    "bias",
    `kind=${kind} ${inQuote}`,
    `stem=${stem}`,
    `stem=${stem} ${kind} ${simple}`,
    `stem=${stem} ${complement}`,
    `stem=${stem} ${passive}`,
    `stem=${stem} s=${subjectKind}`,
    `comp=${complement}`,
    `comp=${simple} ${tag}`,
    `comp=${simple} s=${subjectKind}`,
    `tag=${tag} ${passive}`,
    `before=${before}`,
    `after=${after}`,
    `tags=${tags[at - 1] ?? "<s>"} ${tags[at + 1] ?? "</s>"}`,
    `tag-after=${tags[at + 1] ?? "</s>"} ${tags[at + 2] ?? "</s>"}`,
    `subject=${subjectKind}`,
    `aux=${auxiliary.join(" ")}`,
    `aux=${auxiliary.join(" ")} ${simple}`,
    `closed=${closesBefore} ${simple}`,
    `opens=${opensAfter} ${inQuote}`,
    `end=${bucket(end - at)}`,
    `stem=${stem} end=${end - at < 3 ? "near" : "far"}`,
    `head=${head < 0 ? "root" : (tags[head] ?? "")}`,
    `in=${inQuote} s=${subjectKind}`,
  ];
  if (kind === "V") {
    const classes = classesOf(stem);
    for (const name of classes) {
      features.push(
        `class=${name}`,
        `class=${name} ${complement}`,
        `class=${name} s=${subjectKind}`,
        `class=${name} ${passive} ${tag}`,
      );
    }
    if (classes.length === 0) features.push("class=none", `class=none ${complement}`);
  }
  if (subjectTag.startsWith("NN")) features.push(`noun=${subjectWord}`);
  if (subject >= 0) features.push(`far=${bucket(at - subject)}`);
  if (kind === "N")
    features.push(
      `owner=${tags[at - 1]} ${tags[at - 2] ?? ""}`,
      `stem=${stem} b=${before}`,
      `noun-comp=${complement}`,
    );
  return features;
}
