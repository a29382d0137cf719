import type { Frame } from "../frames";
import { isNegated, isPassive, isUnsaid } from "../frames";
import type { Article } from "../grammar";
import { isNoun } from "../grammar";
import type { Span } from "../model";
import type { SpanIndex } from "../text";
import { firstEndingAfter, holds, isTitled } from "../text";
import { countWords } from "../weights";
import { isAct } from "./acts";
import type { Draft } from "./draft";

const UNNAMED =
  /^(?:not to be (?:named|identified|quoted)|anonymity|to (?:speak|comment|remain) (?:anonymous\p{L}*|on condition)|to comment|(?:that )?(?:his|her|their|its) (?:(?:sur|last |full |first |real |family )?names?|identity|identities) (?:not )?be )/u;
// "issued a statement": that something was said, and nothing of it
const ISSUED =
  /^(?:(?:a|an|the|its|his|her|their|another|no)\s)?(?:\p{L}+\s)?(?:statements?|letters?|press release|tweets?|memo|comments?|remarks?)$/iu;
// "shared a post saying …": what the post says is the statement
const DOCUMENT_SAYING =
  /^(?:an?|the|his|her|their|its)\s(?:\p{L}+\s){0,2}?(?:posts?|statements?|letters?|tweets?|messages?|videos?|memos?|e-?mails?|release|notes?|reports?)\s(?:saying|stating|claiming|warning|that (?:said|says|read|reads)|which (?:said|says))\s(?:that\s)?(?=\S)/iu;
// "said so", "said nothing more": that something was said, or not, and no word of it
const SAID_SO =
  /^(?:so|what|who|how|why|as much|nothing|very little|little|no more|nothing more|otherwise)(?:\s(?:else|more|further|at all|in public|publicly|before|again|today|yesterday|on \p{L}+day|openly|aloud|out loud|for years|himself|herself|themselves|about (?:it|this|that)|of (?:it|that|the kind|the sort)))*$/iu;
// "said sorry", "said goodbye to her team", "said grace": what is done with words, and none that is told
const SAID_FORMULA =
  /^(?:(?:a |his |her |their |our )?(?:final |last |silent |short )?(?:sorry|good-?bye|bye|hello|hi|farewell|goodnight|good (?:morning|night|evening|day)|grace|mass|cheese|prayers?|rosary|thanks|thank you|vows|amen|i do)|the (?:rosary|lord’s prayer|words|magic word)|a few words|a word)(?:\s(?:to|for|over|before|after|at|in|on|with|about|again|yesterday|today|together)\b[^,;:]{0,80})?$/iu;
// "called 999"
const DIALLED = /^(?:the )?\d[\d\s-]*$/u;
const CUT_OFF =
  /(?:^|\s)(?:until|unless|when|while|before|after|although|and|but|how|why|whether|whose|the|an?|of|than|because|if)$/u;
// "As he liked to say, “…”": the words of the set phrase
const TO_SAY = /^to (?:say|put it|add|quote|repeat|tell \p{L}+),/u;
// "pleaded guilty to theft" is an act of a court
const isGuilty = ({ site, tree }: Frame, words: string) =>
  site.stem === "plead" &&
  (/^(?:not )?(?:guilty|no contest|to)\b/u.test(words) ||
    /^(?:not|guilty)$/.test(tree.lower[site.at + 1] ?? ""));
const SAID_TO_EXIST = /^(?:the\s)?so-called\b/iu;

/** Whether a frame is no statement after all: a term, a scare quote, a condition of anonymity, a thing left unsaid. */
export function isNoStatement(article: Article, frame: Frame, spans: readonly Span[]): boolean {
  const { tree, site, pieces, speaker, layout } = frame;
  const [first] = spans;
  if (first === undefined || isUnsaid(frame) || isAct(frame)) return true;
  const words = article.text.slice(first.startUtf16, first.endUtf16);
  if (UNNAMED.test(words) || TO_SAY.test(words)) return true;
  if (ISSUED.test(words) || isFormula(frame, words)) return true;
  if (spans.length === 1 && (SAID_SO.test(words) || DIALLED.test(words))) return true;
  // words that are cut off before what they lead to: "The company has never said how"
  if (layout === "before" && spans.length === 1 && CUT_OFF.test(words)) return true;
  if (isGuilty(frame, words) || isHeadingOfList(frame)) return true;
  const wordCount = countWords(words);
  if (wordCount === 0) return true;
  if (
    isNegated(frame) &&
    /^np/.test(site.complement) &&
    /^(?:reveal|disclos|specify|identify|nam|say)$/.test(site.stem)
  )
    return true;
  // "Asked whether she was tired, she said so": what somebody was asked
  const opening = pieces[0]?.from === 0 && layout === "before" ? (tree.lower[0] ?? "") : "";
  if (/^(?:asked|pressed|quizzed|questioned)$/.test(opening) && tree.quote[0] === -1) return true;
  if (isEvidence(frame)) return true;
  if (isModifier(frame) || isFronted(frame) || isNamedThing(frame, wordCount)) return true;
  // "known as “fracking”", "the so-called “miracle berry” was sold": nobody says these words
  const isTerm =
    speaker === null &&
    (SAID_TO_EXIST.test(words) || (wordCount <= 4 && (isPassive(tree, site.at) || isParticiple(frame))));
  if (isTerm || (site.stem === "know" && site.complement === "in:as")) return true;
  // "the claim drew laughter": the subject of an active verb is not what was said
  const last = pieces.at(-1);
  const isSubject = layout === "before" && last?.to === site.at - 1 && tree.quote[last.to] === -1;
  if (isSubject && /^VB[DZP]$/.test(tree.tags[site.at] ?? "") && !isPassive(tree, site.at)) return true;
  // Carlos “The Hammer” Medina: a nickname between two names
  const piece = pieces[0];
  const isProper = (at: number) => (tree.tags[at] ?? "").startsWith("NNP") && tree.quote[at] === -1;
  if (
    piece !== undefined &&
    wordCount <= 3 &&
    tree.opens[piece.from] &&
    isProper(piece.from - 1) &&
    isProper(piece.to + 1)
  ) {
    return true;
  }
  // "what doctors call a “silent carrier”": a word for a thing
  if (
    speaker !== null &&
    tree.lower[speaker.from - 1] === "what" &&
    tree.tags[site.at] === "VBP" &&
    tree.tags[speaker.head] === "NNS" &&
    tree.trained.grammar.classesOf(site.stem).includes("label")
  )
    return true;
  // "agreed, saying that …": the content of the first cue is the second cue
  const from = pieces[0]?.from ?? -1;
  return (
    layout === "after" &&
    // "said that warning signs had been put up": behind "that" it is no second cue
    site.complement !== "that" &&
    tree.tags[from] === "VBG" &&
    REPORTS_ON.test(tree.lower[from] ?? "")
  );
}

const isFormula = ({ tree, site, layout, pieces }: Frame, words: string): boolean =>
  layout === "after" &&
  /^(?:say|whisper|mumbl|mutter|recit)$/.test(site.stem) &&
  SAID_FORMULA.test(words) &&
  // "said prayers would be held"
  pieces.every(({ from, to }) => !tree.tags.slice(from, to + 1).some((tag) => FINITE.test(tag)));

/** "Key points from the hearing:", "Findings of the report:": a heading of what follows. */
const isHeadingOfList = ({ tree, site, layout }: Frame): boolean =>
  layout === "after" &&
  tree.lower[tree.size - 1] === ":" &&
  ((tree.tags[site.at] ?? "").startsWith("NN") || (site.stem === "point" && site.at < 4)) &&
  !/^(?:that|np\+that|finite|quote)$/.test(site.complement);

/** "The film, billed as “Jaws with bears”, opens": a participle that only says what something goes by. */
const isParticiple = ({ tree, site }: Frame): boolean =>
  tree.tags[site.at] === "VBN" &&
  site.complement === "in:as" &&
  /^(?:,|NNS?|NNPS?)$/.test(tree.tags[site.at - 1] ?? "");

/** "Liking a post that called it “poison”, the minister drew fire": what somebody does meanwhile, before a verb that says nothing. */
function isFronted({ tree, site, pieces, layout }: Frame): boolean {
  const { tags, lower, quote } = tree;
  const from = pieces[0]?.from ?? 0;
  if (layout !== "before" || quote[0] !== -1 || tags[0] !== "VBG") return false;
  if (!/^VB[DZP]$/.test(tags[site.at] ?? "") || tree.trained.grammar.classesOf(site.stem).length > 0)
    return false;
  // "Waving a banner that read “Enough”, the crowd …"
  if (from > 0) return quote[from] !== -1 && pieces.length === 1;
  const verb = tags.findIndex((tag) => /^(?:VB[DZP]|MD)$/.test(tag));
  return lower.slice(0, verb).some((word) => /^(?:that|which|who|,)$/.test(word)) || verb >= site.at;
}

/** “We were followed,” the driver told the radio, according to a recording: the words have their speaker, and what shows them is none. */
function isEvidence({ tree, site, pieces, layout }: Frame): boolean {
  const [piece] = pieces;
  const { quote, tags, lower, trained } = tree;
  if (
    lower[site.at] !== "according" ||
    layout !== "before" ||
    piece === undefined ||
    quote[piece.from] === -1
  )
    return false;
  for (let at = piece.from; at <= piece.to; at += 1)
    if (
      quote[at] === -1 &&
      /^VB[DZP]$/.test(tags[at] ?? "") &&
      trained.grammar.canTagQuotation(lower[at] ?? "")
    )
      return true;
  return false;
}

/** "The novel “Half a Sun” won the prize", "“Freedom” is a word she avoids": what something is called, beside a verb that says nothing. */
function isNamedThing({ tree, site, pieces, layout }: Frame, wordCount: number): boolean {
  const [piece] = pieces;
  if (layout !== "before" || piece === undefined || pieces.length > 1 || wordCount > 6) return false;
  const { quote, tags, lower, opens, closes } = tree;
  if (!opens[piece.from] || !closes[piece.to] || quote[site.at] !== -1) return false;
  if (tree.trained.grammar.classesOf(site.stem).length > 0 || isNoun(tags[site.at])) return false;
  const next = piece.to + 1;
  if (/^(?:is|was|are|were)$/.test(lower[next] ?? "")) return /^(?:DT|PRP\$)$/.test(tags[next + 1] ?? "");
  const before = tags[piece.from - 1] ?? "";
  return (
    (/^NNS?$/.test(before) || (before === "JJ" && tags[piece.from - 2] === "DT")) &&
    FINITE.test(tags[next] ?? "")
  );
}

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** "The “double tap” strike killed three", "the word “serendipity” was coined": marks within a phrase of the reporter. */
function isModifier({ tree, site, pieces, layout }: Frame): boolean {
  const [piece] = pieces;
  if (layout !== "before" || piece === undefined || pieces.length > 1) return false;
  const { quote, tags, lower, closes } = tree;
  if (quote[piece.from] !== -1 || piece.from !== 0 || !/^(?:DT|PRP\$)$/.test(tags[piece.from] ?? ""))
    return false;
  let opens = piece.from;
  while (opens <= piece.to && quote[opens] === -1) opens += 1;
  if (opens > piece.to || !closes[piece.to] || piece.to - opens > 4) return false;
  const outside = tags.slice(piece.from, opens);
  if (outside.some((tag) => /^(?:VB[DZP]|MD)/.test(tag))) return false;
  const next = piece.to + 1;
  if (isNoun(tags[next]) || /^(?:is|are|was|were|has|have|had)$/.test(lower[next] ?? "")) return true;
  // "The “Beast from the East” brought snow"
  return next === site.at && tree.trained.grammar.classesOf(site.stem).length === 0;
}

const REPORTS_ON =
  /^(?:saying|adding|noting|arguing|claiming|stating|telling|explaining|warning|insisting|writing)$/;

const CLAUSE = /^(?:that|finite|np\+that|wh|quote|np\+quote|colon|comma)$/;

/**
 * Whether a headline only seems to report: "Pump talks fail", "Court orders retrial", "Reports of gunfire". What it has in
 * marks, after a colon, before a tag or as a clause is a statement.
 */
export function saysNothing({ text }: Article, { frame, spans }: Draft): boolean {
  if (frame === null) return false;
  const words = spans.map(({ startUtf16, endUtf16 }) => text.slice(startUtf16, endUtf16)).join(" ");
  if (/["“”‘«„]|^'.*'$/su.test(words)) return false;
  // "Hospital confirms 12 injured"
  if (countWords(words) < (frame.site.complement === "finite" ? 3 : 2)) return true;
  if ((frame.tree.tags[frame.site.at] ?? "").startsWith("NN")) return true;
  const line = text.slice(frame.tree.sentence.startUtf16, frame.tree.sentence.endUtf16);
  const isClause = CLAUSE.test(frame.site.complement) || frame.layout !== "after";
  return (
    !isClause ||
    (isTitled(line) &&
      frame.site.complement !== "that" &&
      !/\b(?:Is|Are|Was|Were|Will|Would|Has|Have|Had|Can|Must|Should|Could|May|Not|Did)\b/u.test(words))
  );
}

/** Whether a noun of saying inside another statement was given that statement's own speaker by mistake. */
export function borrowsSpeaker(draft: Draft, index: SpanIndex<Draft>): boolean {
  const { frame, speaker, cue } = draft;
  if (frame === null || speaker === null || cue === null) return false;
  const { tags } = frame.tree;
  // "calls the finding “a happy accident”": behind an article a form in -ing is a noun
  const isNamed = tags[frame.site.at] === "VBG" && tags[frame.site.at - 1] === "DT";
  if (!(tags[frame.site.at] ?? "").startsWith("NN") && !isNamed) return false;
  return index
    .touching(cue)
    .some(
      (other) =>
        other !== draft &&
        other.spans.some((span) => holds(span, cue)) &&
        !other.spans.some((span) => holds(span, speaker)),
    );
}

/** "Shared a post saying that …": what the post says. */
export function withoutDocument({ text }: Article, spans: readonly Span[]): readonly Span[] {
  const [first, ...rest] = spans;
  if (first === undefined) return spans;
  const lead = DOCUMENT_SAYING.exec(
    text.slice(first.startUtf16, Math.min(first.endUtf16, first.startUtf16 + 80)),
  );
  return lead === null ? spans : [{ ...first, startUtf16: first.startUtf16 + lead[0].length }, ...rest];
}

/** An adverb such as "reportedly" colours its whole clause: the two pieces around it are one. */
export function joinedAroundAdverb({ tree, site }: Frame, spans: readonly Span[]): readonly Span[] {
  const [first] = spans;
  const last = spans.at(-1);
  if (
    !/^(?:reportedly|allegedly)$/.test(tree.lower[site.at] ?? "") ||
    first === undefined ||
    last === undefined
  )
    return spans;
  return [{ startUtf16: first.startUtf16, endUtf16: last.endUtf16 }];
}

/** Cuts a span where it runs over the end of a paragraph, so that every piece stands in one paragraph. */
export function byParagraph({ paragraphs }: Article, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    let at = firstEndingAfter(paragraphs, span.startUtf16);
    const pieces: Span[] = [];
    for (; at < paragraphs.length && (paragraphs[at]?.startUtf16 ?? 0) < span.endUtf16; at += 1) {
      const paragraph = paragraphs[at];
      if (paragraph === undefined) break;
      const startUtf16 = Math.max(span.startUtf16, paragraph.startUtf16);
      const endUtf16 = Math.min(span.endUtf16, paragraph.endUtf16);
      if (endUtf16 > startUtf16) pieces.push({ startUtf16, endUtf16 });
    }
    return pieces.length > 0 ? pieces : [span];
  });
}
