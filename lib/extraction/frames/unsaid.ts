import type { Tree } from "../grammar";
import type { Frame } from "./frame";
import { isNegated } from "./saying";

const NOBODY = /^(?:nobody|no-one|noone|none|neither|nothing)$/;
const SAYING = new Set(["say", "tell", "ask", "hint", "show"]);
const SAYS_MORE = /^(?:say|tel|reveal|disclos|specify|elaborat|mention|comment|stat)$/;
// what is not confirmed, claimed or announced is not said either
const NOT_SAID =
  /^(?:confirm|claim|announc|declar|promis|aleg|alleg|argu|insist|asert|assert|suggest|acknowledg|testify|pledg|complain|boast|brag|object|protest|apologis|apologiz|lament)$/;
// who does not dispute something has not said it
const DISPUTES = /^(?:disput|contest|refut|rebut|contradict|disavow|challeng|chalen|disown|repudiat)$/;
const HARDLY = /^(?:hardly|scarcely|barely)$/;
const TURNS_DOWN = /^(?:declin|refus|avoid|fail)$/;
const REFUSES =
  /^(?:declined?|declines|declining|refused?|refuses|refusing|failed|fails|failing|avoided|avoids|avoiding|omitted|neglected|forgot|unable|yet|unwilling|reluctant)$/;
const WISHES = /^(?:wish|wishes|wished|imagine|imagined|pretend|pretends|pretended|doubt|doubts|doubted)$/;
const ASKS =
  /^(?:who|what|when|where|why|how|did|does|do|has|have|had|is|was|were|are|can|could|will|would|should)$/;

/**
 * Whether a frame speaks of something that nobody says there: "nobody said", "did not say", "declined to say", "if he
 * said", "may say", "who said …?". A denial ("denies that …") is a statement, and so is what is not believed.
 */
export function isUnsaid(frame: Frame): boolean {
  const { tree, site } = frame;
  const tag = tree.tags[site.at] ?? "";
  if (!tag.startsWith("VB")) return false;
  // "Asked whether he would resign, the minister …": what somebody was asked, not what they said
  if (
    site.at === 0 &&
    /^VB[DN]$/.test(tag) &&
    /^(?:ask|pres|quiz|question)$/.test(site.stem) &&
    frame.layout === "after" &&
    frame.speaker === null &&
    tree.quote[frame.pieces[0]?.from ?? 0] === -1
  )
    return true;
  // "when asked how many had survived"
  if (
    /^VB[DN]$/.test(tag) &&
    /^(?:ask|pres|quiz|question)$/.test(site.stem) &&
    /^(?:when|if|once|after|while)$/.test(tree.lower[site.at - 1] ?? "")
  )
    return true;
  if (isOrder(frame) || isHearer(frame)) return true;
  const classes = frame.tree.trained.grammar.classesOf(site.stem);
  const says = classes.some((name) => SAYING.has(name));
  if (TURNS_DOWN.test(site.stem))
    return (
      tree.lower[site.at + 1] === "to" &&
      isSaying(frame.tree.trained.grammar.stemOf(tree.lower[site.at + 2] ?? "", "VB"))
    );
  return (
    // "nobody knows", "no one believes": whatever it is that nobody does
    (frame.speaker !== null && isNobody(frame.tree, frame.speaker)) ||
    (says && isNobodys(tree, frame)) ||
    // "has neither confirmed nor denied the report"
    (tree.lower[site.at - 1] === "nor" && tree.lower.slice(0, site.at).includes("neither")) ||
    (isNegated(frame) && ((isSaying(site.stem) && says) || DISPUTES.test(site.stem))) ||
    (says && isUntrue(tree, site.at)) ||
    (says && isSaying(site.stem) && (isRefused(tree, site.at) || isSupposed(tree, site.at))) ||
    ((says || isSaying(site.stem) || /^(?:admit|concede|conced)$/.test(site.stem)) &&
      isSeldom(tree, site.at)) ||
    isAsked(tree, frame, says)
  );
}

const isSaying = (stem: string) => SAYS_MORE.test(stem) || NOT_SAID.test(stem);

/** "…, ask to see it", "Tell your sister that …": an order to say something, by nobody in the sentence. */
function isOrder({ tree, site, speaker, pieces }: Frame): boolean {
  const { tags, quote } = tree;
  return (
    speaker === null &&
    tags[site.at] === "VB" &&
    (site.at === 0 || /^[,:]$/.test(tags[site.at - 1] ?? "")) &&
    pieces.every(({ from }) => quote[from] === -1)
  );
}

const TO_SOMEBODY =
  /^(?:told|informed|notified|asked|warned|briefed|advised|reminded|assured|alerted|contacted|questioned|interviewed|urged|instructed|ordered)$/;

/** "Staff were told by email": who is told is the subject, and what they were told stands nowhere. */
function isHearer({ tree, site, pieces }: Frame): boolean {
  const { lower, tags } = tree;
  if (!/^VB[DN]$/.test(tags[site.at] ?? "") || !TO_SOMEBODY.test(lower[site.at] ?? "")) return false;
  let at = site.at - 1;
  while (at > 0 && /^RB/.test(tags[at] ?? "")) at -= 1;
  if (!/^(?:is|are|was|were|be|been|being|get|gets|got)$/.test(lower[at] ?? "")) return false;
  while (
    at > 0 &&
    /^(?:is|are|was|were|be|been|being|get|gets|got|has|have|had|will|would|must|should|could|may|might|can|not|n't)$/.test(
      lower[at] ?? "",
    )
  )
    at -= 1;
  return pieces.every(({ from, to }) => from <= at && at <= to);
}

/** "Nobody", "none of them", "no official", "not one of them". */
function isNobody({ lower }: Tree, speaker: NonNullable<Frame["speaker"]>): boolean {
  const first = lower[speaker.from] ?? "";
  if (NOBODY.test(first) || NOBODY.test(lower[speaker.head] ?? "")) return true;
  const not = first === "not" ? speaker.from : speaker.from - 1;
  if (lower[not] === "not" && /^(?:one|an?|any|a single)$/.test(lower[not + 1] ?? "")) return true;
  // "No 10 said" is a body
  return (
    (first === "no" && !/^\d/.test(lower[speaker.from + 1] ?? "")) ||
    (lower[speaker.from - 1] === "no" && !/^\d/.test(first))
  );
}

/** Whether words are nobody's, or of so few that they are hardly anybody's. */
function isNobodys(tree: Tree, { site, speaker }: Frame): boolean {
  const { lower, tags, closes, quote } = tree;
  if (speaker !== null) {
    if (isNobody(tree, speaker)) return true;
    const first = lower[speaker.from] ?? "";
    if (HARDLY.test(first) || HARDLY.test(lower[speaker.from - 1] ?? ""))
      return lower[speaker.from - 1] !== "a" && lower[speaker.from - 2] !== "a";
    if (lower[speaker.from - 1] === "of" && NOBODY.test(lower[speaker.from - 2] ?? "")) return true;
    if (speaker.from > site.at) return false;
  }
  for (let at = site.at - 1; at >= 0 && site.at - at < 9; at -= 1) {
    if (closes[at] || quote[at] !== quote[site.at]) return false;
    const word = lower[at] ?? "";
    if (NOBODY.test(word)) return true;
    if (
      word === "no" &&
      !/^\d/.test(lower[at + 1] ?? "") &&
      (lower[at + 1] === "one" || /^(?:NN|JJ)/.test(tags[at + 1] ?? "")) &&
      speaker === null
    )
      return true;
    if (/^(?:[,.:;]|that|which|who)$/.test(word) || /^VB[DZP]$/.test(tags[at] ?? "")) return false;
  }
  return false;
}

/** "Rarely has a chairman admitted", "Never did she say": turned round behind a word that says it was not so. */
function isSeldom({ lower, tags }: Tree, cue: number): boolean {
  const helps = lower.findIndex((word) => /^(?:has|have|had|did|does|do|would|will|can|could)$/.test(word));
  return (
    helps > 0 &&
    helps < 5 &&
    helps < cue - 1 &&
    /^(?:rarely|seldom|never|nowhere|hardly)$|^(?:not|at)$/.test(lower[0] ?? "") &&
    (helps === 1 || /^(?:once|before|no|ever|again)$/.test(lower[1] ?? "")) &&
    !tags.slice(helps + 1, cue).some((tag) => /^(?:VB[DZP]|MD)$/.test(tag))
  );
}

/** "Declined to say", "without saying", "stopped short of saying", "had yet to say". */
function isRefused({ lower, tags }: Tree, cue: number): boolean {
  const before = lower[cue - 1] ?? "";
  if (tags[cue] === "VBG")
    return before === "without" || (before === "of" && lower[cue - 2] === "short") || REFUSES.test(before);
  if (before !== "to") return false;
  for (let at = cue - 2; at >= 0 && cue - at < 5; at -= 1) {
    if (REFUSES.test(lower[at] ?? "")) return true;
    if (!/^(?:RB|JJ|CC|VB|TO)$/.test(tags[at] ?? "")) return false;
  }
  return false;
}

/** "It is not true that the minister said", "false that he said". */
function isUntrue({ lower }: Tree, cue: number): boolean {
  for (let at = cue - 1; at > 0 && cue - at < 8; at -= 1) {
    if (lower[at] !== "that") continue;
    const before = lower[at - 1] ?? "";
    if (
      /^(?:evidence|proof|record|indication|sign|suggestion)$/.test(before) &&
      /^(?:no|any|little)$/.test(lower[at - 2] ?? "")
    )
      return true;
    return (
      /^(?:untrue|false|unlikely|impossible)$/.test(before) ||
      (before === "true" && /^(?:not|n't)$/.test(lower[at - 2] ?? ""))
    );
  }
  return false;
}

/** "If he said", "had he said", "he may say". */
function isSupposed({ lower, tags }: Tree, cue: number): boolean {
  const before = lower[cue - 1] ?? "";
  if (tags[cue] === "VB" && /^(?:may|might|could|should)$/.test(before)) return true;
  if (/^(?:have|be)$/.test(before) && /^(?:may|might|could|should)$/.test(lower[cue - 2] ?? "")) return true;
  for (let at = cue - 1; at >= 0 && cue - at < 8; at -= 1) {
    const word = lower[at] ?? "";
    if (word === "whether")
      return lower[at - 1] !== "asked" || !/^(?:said|says|told)$/.test(lower[cue] ?? "");
    // "If asked, Mbeki would say"
    if (word === "," && /^(?:would|might|could)$/.test(before) && /^(?:if|were|had)$/.test(lower[0] ?? ""))
      return true;
    // "I wish she had said", "imagine he had said"
    if (WISHES.test(word) && /^(?:VB|NN|JJ)/.test(tags[at] ?? "")) return true;
    if (/^(?:if|unless|whoever|suppose|supposing)$/.test(word))
      return word !== "if" || lower[at - 1] !== "asked";
    if (at === 0 && /^(?:had|were|should)$/.test(word) && tags[at + 1] !== "VBN") return true;
    if (/^[,.:;“”"]$/.test(word) || word === "that") return false;
  }
  return false;
}

/** "Who said …?", "Did she say …?", "it is not clear who said". */
function isAsked(tree: Tree, { site, speaker, layout }: Frame, says: boolean): boolean {
  const { lower, tags, size, quote, sentence } = tree;
  const before = lower[site.at - 1] ?? "";
  if (
    says &&
    /^(?:who|what|which)$/.test(before) &&
    /\p{Ll}/u.test(sentence.tokens[site.at - 1]?.text ?? "") &&
    SAYS_MORE.test(site.stem)
  ) {
    const noun = tags[site.at - 2] ?? "";
    const follows = /^(?:NN|PRP|CD|DT)/.test(noun) || /^(?:,|-RRB-|:)$/.test(noun);
    if (!follows) return true;
  }
  const last = sentence.tokens[size - 1]?.text ?? "";
  if (!last.endsWith("?") || quote[size - 1] !== -1 || quote[site.at] !== -1) return false;
  if (layout === "before" && speaker !== null && quote[0] !== -1) return false;
  return ASKS.test(lower[0] ?? "") && site.at < 8;
}
