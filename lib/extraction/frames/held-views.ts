import type { Tree } from "../grammar";
import { parsedSubject } from "./cue-sites";
import type { Frame } from "./frame";
import { frameOf, phraseFrom, quotationAfter, quotationBefore, stretchFrom } from "./phrases";
import type { SpeakerCandidate } from "./subjects";
import { phraseOf } from "./subjects";

const MOST_ADDRESSED = 7;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;

/** "…, in the view of X", "In the opinion of X, …": the rest of the sentence is theirs, or its quotation. */
export function viewHeldBy(tree: Tree, at: number): Frame | null {
  const { lower, tags } = tree;
  if (
    !VIEWS.test(lower[at] ?? "") ||
    lower[at + 1] !== "of" ||
    lower[at - 1] !== "the" ||
    lower[at - 2] !== "in"
  )
    return null;
  const speaker = phraseFrom(tree, at + 2);
  if (speaker === null || tree.quote[at] !== -1) return null;
  const quoted = quotationAfter(tree, speaker.to + 1) ?? quotationBefore(tree, at - 3);
  if (quoted !== null) return frameOf(tree, at, speaker, [quoted], quoted.from > at ? "after" : "before");
  const last = lastWord(tree);
  if (at === 2 && tags[speaker.to + 1] === ",")
    return clause(tree, at, speaker, { from: speaker.to + 2, to: last });
  return at > 6 && tags[at - 3] === "," && speaker.to === last
    ? clause(tree, at, speaker, { from: 0, to: at - 4 })
    : null;
}

const VIEWS =
  /^(?:view|opinion|telling|estimation|judgment|judgement|words|assessment|reading|account|eyes|mind)$/;

/** "To hear Osman tell it, …", "If you ask Osman, …": the rest of the sentence is theirs. */
export function heardFrom(tree: Tree, at: number): Frame | null {
  const { lower, tags } = tree;
  const asks = at === 2 && lower[0] === "if" && lower[1] === "you" && lower[2] === "ask";
  const hears = at === 1 && lower[0] === "to" && lower[1] === "hear";
  if (!asks && !hears) return null;
  const speaker = phraseFrom(tree, at + 1);
  if (speaker === null) return null;
  let comma = speaker.to + 1;
  if (hears && lower[comma] === "tell" && /^(?:it|things|the)$/.test(lower[comma + 1] ?? "")) comma += 2;
  else if (hears) return null;
  if (tags[comma] !== ",") return null;
  const quoted = quotationAfter(tree, comma);
  if (quoted !== null && quoted.from === comma + 1) return frameOf(tree, at, speaker, [quoted], "after");
  return clause(tree, at, speaker, { from: comma + 1, to: lastWord(tree) });
}

/**
 * "The army, says Colonel Traoré, “does not negotiate”", "Gone, he says, are the days of cheap gas": what stands before the tag
 * and the predicate behind it are one.
 */
export function interposed(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote, opens, trained } = tree;
  if (!/^VB[DZP]$/.test(tags[at] ?? "") || at < 2 || quote[at] !== -1) return null;
  if (!trained.grammar.canTagQuotation(lower[at] ?? "")) return null;
  const isInverted = tags[at - 1] === ",";
  const speaker = isInverted ? phraseFrom(tree, at + 1) : phraseBefore(tree, at);
  if (speaker === null) return null;
  const comma = isInverted ? speaker.to + 1 : endOfAddress(tree, at) + 1;
  const before = { from: 0, to: (isInverted ? at : speaker.from) - 2 };
  const open = comma + 1;
  if (tags[comma] !== "," || tags[before.to + 1] !== "," || !FINITE.test(tags[open] ?? "")) return null;
  for (let word = 0; word <= before.to; word += 1)
    if (quote[word] !== -1 || FINITE.test(tags[word] ?? "")) return null;
  if (before.to < 0 || before.to > 14 || /^(?:IN|CC|WRB|WP|WDT|TO)$/.test(tags[0] ?? "")) return null;
  if (opens[open] === 1)
    return /^(?:NN|PRP)/.test(tags[before.to] ?? "")
      ? frameOf(tree, at, speaker, [before, stretchFrom(tree, open)], "around")
      : null;
  // a phrase that is no subject is turned round: "Gone, he says, are the days"; and where an addressee or a day stands
  // behind the verb, the plain order is told here: "The tower, Wu Lan told residents on Monday, is leaning"
  const isTold =
    (comma > at + 1 || isInverted) &&
    /^(?:NN|PRP)/.test(tags[before.to] ?? "") &&
    /^(?:DT|NN|PRP|JJ|CD)/.test(tags[0] ?? "");
  const isTurned =
    isTold ||
    (before.to < 3 &&
      /^(?:VBN|JJ|DT|RB|PRP)$/.test(tags[before.to] ?? "") &&
      !/^(?:still|then|now|today|however|instead|also|later)$/.test(lower[before.to] ?? ""));
  const last = lastWord(tree);
  return isTurned && quote[open] === -1 && last > open
    ? frameOf(tree, at, speaker, [before, { from: open, to: last }], "around")
    : null;
}

/** Where an addressee, a day or a place behind a verb of saying ends: "told residents on Monday"; the verb when none follows. */
function endOfAddress({ tags, lower, opens, quote }: Tree, verb: number): number {
  let end = verb;
  while (
    end - verb < MOST_ADDRESSED &&
    quote[end + 1] === -1 &&
    !opens[end + 1] &&
    /^(?:NN|DT|PRP|POS|JJ|CD|IN$|TO$)/.test(tags[end + 1] ?? "") &&
    !/^(?:that|if|whether|because|as|while|of|from)$/.test(lower[end + 1] ?? "")
  )
    end += 1;
  return /^(?:NN|PRP|CD)/.test(tags[end] ?? "") ? end : verb;
}

/** "The inspectors, according to a union memo, never opened the hatch": subject and predicate around who says so. */
export function accordingWithin(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote } = tree;
  if (lower[at] !== "according" || lower[at + 1] !== "to" || tags[at - 1] !== "," || at < 3) return null;
  const speaker = phraseFrom(tree, at + 2);
  if (speaker === null || tags[speaker.to + 1] !== ",") return null;
  let verb = speaker.to + 2;
  while (tags[verb] === "RB") verb += 1;
  const before = { from: 0, to: at - 2 };
  if (!FINITE.test(tags[verb] ?? "") || !/^(?:NN|PRP)/.test(tags[before.to] ?? "")) return null;
  for (let word = 0; word <= before.to; word += 1)
    if (quote[word] !== -1 || FINITE.test(tags[word] ?? "")) return null;
  const last = lastWord(tree);
  if (tags.slice(verb, last).some((tag, place) => tag === "," && FINITE.test(tags[verb + place + 2] ?? "")))
    return null;
  return quote[verb] === -1 && !/^(?:IN|CC|WRB|TO)$/.test(tags[0] ?? "")
    ? frameOf(tree, at, speaker, [before, { from: speaker.to + 2, to: last }], "around")
    : null;
}

/** The noun phrase that ends right before a word and begins behind a comma. */
function phraseBefore({ tags, quote }: Tree, at: number): SpeakerCandidate | null {
  let from = at - 1;
  while (from > 0 && quote[from] === -1 && /^(?:NN|JJ|DT|PRP|CD|POS)/.test(tags[from] ?? "")) from -= 1;
  from += 1;
  return from < at && tags[from - 1] === "," && /^(?:NN|PRP$)/.test(tags[at - 1] ?? "")
    ? { head: at - 1, from, to: at - 1 }
    : null;
}

/** "Mutua was adamant: no deal had been signed.": behind the colon stands of what somebody is so sure. */
export function conviction(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote } = tree;
  if (!SURE_OF.test(lower[at] ?? "") || lower[at + 1] !== ":" || quote[at] !== -1) return null;
  let be = at - 1;
  while (be > 0 && tags[be] === "RB") be -= 1;
  if (!/^(?:is|was|are|were|'s|'re|remains|remained|sounded|seemed)$/.test(lower[be] ?? "")) return null;
  const subject = parsedSubject(tree, be) >= 0 ? parsedSubject(tree, be) : parsedSubject(tree, at);
  if (subject < 0 || /^(?:it|this|that|what|which|there)$/.test(lower[subject] ?? "")) return null;
  // "Jo Lund's warning was blunt: “…”" is hers
  if (VERDICTS.test(lower[subject] ?? "")) return null;
  const speaker = { head: subject, ...phraseOf(tree, subject) };
  const quoted = quotationAfter(tree, at + 2);
  if (quoted !== null && quoted.from === at + 2) return frameOf(tree, at, speaker, [quoted], "after");
  return clause(tree, at, speaker, { from: at + 2, to: lastWord(tree) });
}

const SURE_OF =
  /^(?:adamant|blunt|clear|emphatic|unequivocal|succinct|defiant|categorical|firm|unrepentant|scathing|philosophical|frank|certain|convinced|unambiguous|insistent|direct|curt|terse|brief)$/;

/** "Let it be known that talks were over", "made clear that", "went on record as saying that": what follows is said. */
export function madeKnown(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote } = tree;
  if (lower[at] !== "that" || quote[at] !== -1) return null;
  const before = lower.slice(Math.max(0, at - 5), at).join(" ");
  if (!MAKES_KNOWN.test(before)) return null;
  const verb = lower.findLastIndex(
    (word, place) => place < at && /^(?:let|lets|made|makes|make|went|served)$/.test(word),
  );
  if (verb <= 0 || quote[verb] !== -1) return null;
  const subject = parsedSubject(tree, verb);
  if (subject < 0 || /^(?:it|this|that|which)$/.test(lower[subject] ?? "")) return null;
  // "did not make it clear"
  if (lower.slice(Math.max(0, verb - 3), verb).some((word) => /^(?:not|n't|never|to)$/.test(word)))
    return null;
  let to = lastWord(tree);
  const goesOn = tags.findIndex((tag, place) => place > at + 2 && tag === "," && lower[place + 1] === "but");
  if (goesOn > 0) to = goesOn - 1;
  return clause(tree, verb, { head: subject, ...phraseOf(tree, subject) }, { from: at + 1, to });
}

const MAKES_KNOWN =
  /(?:^|\s)(?:lets? (?:it )?(?:be )?known|let slip|ma(?:d|k)es? (?:it )?(?:abundantly |perfectly |very |quite )?(?:clear|plain|known|public)|went on record (?:as )?(?:saying|to say)|served notice)$/;

/** "“It's over” was the verdict of Jun Abe", "The verdict of Jun Abe was “…”", "“…” was Kane's reply". */
export function verdictOf(tree: Tree, at: number): Frame | null {
  const { lower, tags, opens, closes, quote } = tree;
  if (!VERDICTS.test(lower[at] ?? "") || quote[at] !== -1) return null;
  let from = at;
  while (from > 0 && /^(?:DT|JJ|NN.*|POS|PRP\$|RB)$/.test(tags[from - 1] ?? "") && quote[from - 1] === -1)
    from -= 1;
  const owned = tags[at - 1] === "POS" || tags[at - 1] === "PRP$";
  const behind = /^(?:of|from)$/.test(lower[at + 1] ?? "") ? phraseFrom(tree, at + 2) : null;
  const owner =
    tags[at - 1] === "POS" ? { head: at - 2, from, to: at - 2 } : { head: at - 1, from: at - 1, to: at - 1 };
  const speaker = behind ?? (owned ? owner : null);
  if (speaker === null || speaker.to < speaker.from) return null;
  if (BE.test(lower[from - 1] ?? "") && from > 2) {
    let end = from - 2;
    if (tags[end] === "," && !closes[end]) end -= 1;
    if (!closes[end]) return null;
    const content = quotationBefore(tree, end);
    return content === null || content.from > 1 ? null : frameOf(tree, at, speaker, [content], "before");
  }
  const be = (behind === null ? at : behind.to) + 1;
  const open = /^[,:]$/.test(tags[be + 1] ?? "") ? be + 2 : be + 1;
  return from === 0 && BE.test(lower[be] ?? "") && opens[open]
    ? frameOf(tree, at, speaker, [stretchFrom(tree, open)], "after")
    : null;
}

const VERDICTS =
  /^(?:verdict|message|answer|response|reply|conclusion|warning|advice|plea|reaction|motto|view|assessment|judge?ment|summary|cry|refrain|mantra|promise|order|instruction|boast|lament|complaint|comment|explanation|retort|slogan|catchphrase|excuse|defence|defense|words?|remark|diagnosis)$/;

function lastWord({ lower, size }: Tree): number {
  let to = size - 1;
  while (to > 0 && !/[\p{L}\p{N}%]/u.test(lower[to] ?? "")) to -= 1;
  return to;
}

function clause(
  tree: Tree,
  at: number,
  speaker: SpeakerCandidate,
  content: { readonly from: number; readonly to: number },
): Frame | null {
  const hasVerb = tree.tags.slice(content.from, content.to + 1).some((tag) => FINITE.test(tag));
  return hasVerb ? frameOf(tree, at, speaker, [content], content.from > at ? "after" : "before") : null;
}
