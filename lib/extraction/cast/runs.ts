import { DETERMINERS, NAME_PARTICLES, NOT_NAMES, OPENERS, PRONOUNS } from "../languages/en";
import { isBodyHead, isFirstName, isRoleNoun, isTitle } from "./lexicon";
import type { Token } from "./tokens";

// words that may stand inside a capitalised run although they open sentences as ordinary words
const INSIDE = new Set(
  "new first second third last young may march june april august will moon best long long wells rice brown early day early say long west right own morning evening morning evening daily".split(
    " ",
  ),
);
/** Words that may link two capitalised parts of one name. */
export const RUN_LINKS = new Set(["of", "for", "and", "&", "on", "de", "du", "des"]);
const DAYS = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february october november december".split(
    " ",
  ),
);
const PAPERS = new Set("times telegraph mirror mail herald post express star sun news tribune".split(" "));
const MAX_RUN = 14;

/** Whether a word is a pronoun rather than a name in capitals: "WHO" and "US" among ordinary words are names. */
export function isPronoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !PRONOUNS.has(token.fold)) return false;
  if (!token.isShout || token.fold.length < 2) return true;
  return (tokens[at - 1]?.isShout ?? false) || (tokens[at + 1]?.isShout ?? false);
}

/** Whether a capitalised run starts at this token. */
export function startsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.isCapital || isPronoun(tokens, at) || /^\d/u.test(token.text)) return false;
  if (token.isShout && PRONOUNS.has(token.fold)) return true;
  const next = tokens[at + 1];
  if (OPENERS.has(token.fold))
    return !token.isOpening && !token.isPossessive && next?.isJoined === true && next.isCapital;
  if (!NOT_NAMES.has(token.fold))
    return !(token.text.length === 1 && token.isOpening && !tokens[at + 1]?.isJoined);
  if (!next?.isCapital || !next.isJoined || token.isPossessive || NOT_NAMES.has(next.fold)) return false;
  if (token.fold === "new" || token.fold === "first") return !token.isOpening || token.fold === "new";
  if (PAPERS.has(next.fold)) return true;
  return isFirstName(token.fold) && !DETERMINERS.has(token.fold);
}

function continuesRun(token: Token): boolean {
  if (!token.isCapital || !token.isJoined || (PRONOUNS.has(token.fold) && !token.isShout)) return false;
  return (!NOT_NAMES.has(token.fold) || INSIDE.has(token.fold) || token.isShout) && !DAYS.has(token.fold);
}

/** The last token of the capitalised run that starts at `from`. */
export function endOfRun(tokens: readonly Token[], from: number): number {
  let end = from;
  let hasHead = false;
  let hasOf = false;
  while (end - from < MAX_RUN) {
    const current = tokens[end];
    if (!current || current.isPossessive) break;
    if (isBodyHead(current.fold) || isRoleNoun(current.fold)) hasHead = true;
    const next = tokens[end + 1];
    if (!next) break;
    if (continuesRun(next) || (next.gap === "&" && next.isCapital)) {
      end += 1;
      continue;
    }
    // one or two particles or links, then a capital again; nothing but "&" may stand between
    const linked = linkLength(tokens, end + 1, { from, hasHead, hasOf });
    if (linked === 0) break;
    if (next.fold === "of" || next.fold === "for") hasOf = true;
    end += linked + 1;
  }
  return end;
}

interface RunSoFar {
  readonly from: number;
  readonly hasHead: boolean;
  readonly hasOf: boolean;
}

function linkLength(tokens: readonly Token[], at: number, run: RunSoFar): number {
  const link = tokens[at];
  const next = tokens[at + 1];
  if (!link?.isJoined || link.isCapital || !next?.isJoined) return 0;
  if (link.fold === "and") return continuesRun(next) && joinsBody(tokens, at, run) ? 1 : 0;
  const isParticle = NAME_PARTICLES.has(link.fold);
  const isLink = RUN_LINKS.has(link.fold) && (link.fold === "of" || link.fold === "de" || run.hasHead);
  if (!isParticle && !isLink) return 0;
  if (next.isCapital) return continuesRun(next) ? 1 : 0;
  const isSecond = (isLink && next.fold === "the") || (isParticle && NAME_PARTICLES.has(next.fold));
  const third = tokens[at + 2];
  return isSecond && third && continuesRun(third) ? 2 : 0;
}

// "Department of Health and Human Services", "the Food and Drug Administration", but not "the Army and the Navy"
function joinsBody(tokens: readonly Token[], at: number, run: RunSoFar): boolean {
  if (run.hasOf && run.hasHead) return !startsPerson(tokens, at + 1) && !tokens[at + 1]?.isShout;
  const first = tokens[run.from];
  if (
    run.hasHead ||
    at - run.from > 1 ||
    !first ||
    !DETERMINERS.has(tokens[run.from - 1]?.fold ?? "") ||
    first.isShout
  )
    return false;
  for (let next = at + 1; next < at + 4 && tokens[next]?.isCapital; next += 1) {
    if (next > at + 1 && isBodyHead(tokens[next]?.fold ?? "")) return true;
  }
  return false;
}

function startsPerson(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (isFirstName(token.fold) || isTitle(token.fold) || isBodyHead(tokens[at + 1]?.fold ?? ""))
  );
}
