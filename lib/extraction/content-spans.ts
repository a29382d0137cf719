import type { CueSite } from "./cue-sites";
import { stemOf } from "./en/lemmas";
import type { Tree } from "./tree";
import { isVerb } from "./tree";

/** A place where the words of a statement may begin or end, with the features it is weighed by. */
export interface Edge {
  readonly at: number;
  readonly features: readonly string[];
}

function bucket(n: number): string {
  return n <= 3 ? `${n}` : n <= 5 ? "4-5" : n <= 8 ? "6-8" : n <= 14 ? "9-14" : n <= 25 ? "15-25" : "26+";
}

const isPunctuation = (tag: string | undefined) =>
  tag !== undefined && /^(?:[.,:]|-LRB-|-RRB-|HYPH)$/.test(tag);

/** The positions after a cue at which its content may begin. */
export function startsAfter(tree: Tree, site: CueSite): Edge[] {
  const { size, tags, lower, heads, first, opens, quote } = tree;
  const cue = site.at;
  const edges: Edge[] = [];
  const children = tree.childrenAfter(cue);
  const starts = new Map(children.map((child) => [first[child] ?? child, child] as const));
  let verbs = 0;
  let gap = "";
  for (let at = cue + 1; at < size && at - cue <= 30; at += 1) {
    const tag = tags[at] ?? "";
    if (quote[cue] === -1 && quote[at] !== -1 && !opens[at]) break;
    if (quote[cue] !== -1 && quote[at] !== quote[cue]) break;
    const before = tags[at - 1] ?? "";
    const isOption =
      !isPunctuation(tag) &&
      (at === cue + 1 ||
        starts.has(at) ||
        (opens[at] ?? 0) > 0 ||
        isPunctuation(before) ||
        lower[at - 1] === "that" ||
        tag === "TO" ||
        before === "IN" ||
        before === "TO" ||
        before === "RP" ||
        before === "RB" ||
        /^(?:that|whether|how|why|what|who|if|because|as|for|of|on|about|against)$/.test(lower[at] ?? ""));
    if (isOption) {
      const child = starts.get(at);
      const childTag = child === undefined ? "none" : (tags[child] ?? "");
      const head = heads[at] ?? -1;
      const place = at - cue;
      const relation = head === cue ? "cue" : head < cue ? "before" : head > at ? "right" : "left";
      const features = [
        `gap=${gap.slice(-8)} ${child === undefined ? "-" : "c"}`,
        `gap=${gap.slice(-8)} ${site.complement}`,
        `place=${bucket(place)}`,
        `place=${bucket(place)} ${site.complement}`,
        `word=${lower[at]}`,
        `tag=${tag} ${bucket(place)}`,
        `word=${lower[at]} stem=${site.stem}`,
        `prev=${lower[at - 1]}`,
        `prev=${before} ${tag}`,
        `stem=${site.stem} prev=${place === 1 ? "<cue>" : (tags[at - 1] ?? "")} ${tag}`,
        `child=${childTag}`,
        `child=${childTag} ${tag} ${place === 1 ? "next" : "later"}`,
        `rel=${relation} ${tag}`,
        `open=${opens[at]} ${before === "," || before === ":" ? "p" : "-"}`,
        `open=${opens[at]} ${site.complement}`,
        `verbs=${Math.min(2, verbs)} v${isVerb(tag) ? 1 : 0}`,
        `stem=${site.stem} comp=${site.complement} place=${bucket(place)}`,
      ];
      edges.push({ at, features });
    }
    if (isVerb(tag)) verbs += 1;
    gap += isPunctuation(tag)
      ? ","
      : opens[at]
        ? "Q"
        : tag.startsWith("NN") || tag === "PRP"
          ? "N"
          : tag === "IN" || tag === "TO"
            ? "P"
            : tag === "RB" || tag === "RP"
              ? "R"
              : isVerb(tag)
                ? "V"
                : tag === "DT" || tag.startsWith("JJ") || tag === "CD" || tag === "PRP$" || tag === "POS"
                  ? "d"
                  : "x";
    gap = gap.replace(/d+N/, "N").replace(/NN+/, "N").replace(/PN/, "p").replace(/pp+/, "p");
    if (verbs > 2) break;
  }
  return edges;
}

/** The positions at which a content that begins at `start` may end, to the end of the sentence. */
export function endsAfter(tree: Tree, site: CueSite, start: number): Edge[] {
  const { size, tags, lower, heads, last, closes, opens, quote } = tree;
  const cue = site.at;
  const edges: Edge[] = [];
  const childEnds = new Map<number, number>();
  for (const child of tree.childrenAfter(cue)) childEnds.set(last[child] ?? child, child);
  let final = size - 1;
  while (final > start && isPunctuation(tags[final])) final -= 1;
  let verbs = 0;
  let commas = 0;
  // how many later words hang on a word of the content, were it to end here
  const reach = new Int32Array(size);
  for (let at = start; at < size; at += 1) {
    const head = heads[at] ?? -1;
    if (head >= start && head < at)
      for (let step = head; step < at; step += 1) reach[step] = (reach[step] ?? 0) + 1;
  }
  const simple = site.complement.replace(/^(np\+)?in:.*/, "$1in");
  for (let at = start; at <= final; at += 1) {
    const tag = tags[at] ?? "";
    if (isVerb(tag)) verbs += 1;
    if (tag === ",") commas += 1;
    if (isPunctuation(tag)) continue;
    const inside = quote[at] !== -1 && !closes[at] ? 1 : 0;
    if (quote[cue] !== -1 && quote[at] !== quote[cue]) break;
    let next = at + 1;
    while (next <= final && isPunctuation(tags[next])) next += 1;
    const isFinal = at === final;
    const hasComma = next > at + 1;
    const nextTag = isFinal ? "</s>" : (tags[next] ?? "");
    const isOption =
      isFinal ||
      hasComma ||
      closes[at] === 1 ||
      childEnds.has(at) ||
      /^(?:CC|IN|TO|WDT|WP|WRB|RB|VBG|VBN|VBD|VBZ|VBP|MD|RBR)$/.test(nextTag);
    if (!isOption || (inside === 1 && !isFinal)) continue;
    const nextWord = isFinal ? "</s>" : (lower[next] ?? "");
    const nextHead = isFinal ? -2 : (heads[next] ?? -1);
    const where = isFinal
      ? "final"
      : nextHead >= start && nextHead <= at
        ? "inside"
        : nextHead === cue
          ? "cue"
          : nextHead < 0
            ? "root"
            : nextHead < start
              ? "above"
              : "later";
    const child = childEnds.get(at);
    const crossing = Math.min(3, reach[at] ?? 0);
    const length = at - start + 1;
    const comma = hasComma ? (tags[at + 1] === "," ? "," : "p") : "-";
    let verbAhead = 0;
    if (!isFinal) {
      for (let step = next; step <= Math.min(final, next + 8); step += 1) {
        if (/^(?:VBD|VBZ|VBP|MD)$/.test(tags[step] ?? "")) {
          verbAhead = step - next < 4 ? 2 : 1;
          break;
        }
      }
    }
    const nextStem = isFinal ? "" : isVerb(tags[next]) ? stemOf(nextWord, tags[next] ?? "") : nextWord;
    const features = [
      `final=${isFinal} ${simple}`,
      `final=${isFinal} ${site.stem}`,
      `final=${isFinal} len=${bucket(length)}`,
      `where=${where} ${comma}`,
      `where=${where} ${comma} ${nextTag}`,
      `where=${where} ${comma} ${nextWord}`,
      `next=${comma} ${nextTag}`,
      `next=${comma} ${nextStem}`,
      `next2=${comma} ${nextTag} ${isFinal ? "" : (tags[next + 1] ?? "")}`,
      `cross=${crossing} ${comma}`,
      `cross=${crossing} ${comma} ${nextTag}`,
      `child=${child === undefined ? "no" : (tags[child] ?? "")} ${simple}`,
      `child=${child === undefined ? "no" : "yes"} ${comma} ${nextTag}`,
      `last=${tag}`,
      `last=${tag} ${nextTag}`,
      `len=${bucket(length)} ${simple}`,
      `verbs=${Math.min(2, verbs)} ${simple} ${comma}`,
      `close=${closes[at]} ${simple}`,
      `close=${closes[at]} open=${opens[start]} same=${quote[at] === quote[start]} ${isFinal}`,
      `close=${closes[at]} ${comma} ${nextTag}`,
      `open=${isFinal ? 0 : opens[next]}`,
      `commas=${Math.min(3, commas)} ${comma}`,
      `ahead=${verbAhead} ${comma} ${nextTag}`,
      `stem=${site.stem} next=${nextWord}`,
      `simple=${simple} next=${comma} ${nextWord}`,
    ];
    edges.push({ at, features });
  }
  return edges;
}

/** The positions before a cue clause at which content that precedes it may begin. */
export function startsBefore(tree: Tree, site: CueSite, end: number): Edge[] {
  const { tags, lower, quote, opens, first } = tree;
  const edges: Edge[] = [];
  const inside = quote[end] ?? -1;
  for (let at = 0; at <= end; at += 1) {
    const before = tags[at - 1] ?? "<s>";
    const isOption =
      at === 0 ||
      (opens[at] ?? 0) > 0 ||
      before === "CC" ||
      isPunctuation(before) ||
      (first[at] === at && before === "IN");
    if (!isOption || isPunctuation(tags[at])) continue;
    if (quote[at] !== -1 && !opens[at] && at > 0) continue;
    const length = end - at + 1;
    edges.push({
      at,
      features: [
        `at=${at === 0 ? "start" : "later"} q${inside === -1 ? 0 : 1}`,
        `prev=${lower[at - 1] ?? "<s>"}`,
        `prev=${before} ${tags[at]}`,
        `word=${lower[at]} ${at === 0}`,
        `tag=${tags[at]} ${at === 0}`,
        `open=${opens[at]} ${at === 0} q${inside === quote[at] && inside !== -1 ? "same" : inside === -1 ? "none" : "other"}`,
        `len=${bucket(length)}`,
        `len=${bucket(length)} q${inside === -1 ? 0 : 1}`,
        `stem=${site.stem} ${at === 0}`,
      ],
    });
  }
  return edges;
}
