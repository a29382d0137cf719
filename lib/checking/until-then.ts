import type { Placed } from "./changes";
import { qualifiersIn } from "./qualifiers";
import type { Word } from "./words";

const TIME =
  "(?:the )?(?:(?:end|start|beginning|middle|turn) of (?:the |next |this )?\\p{L}+|(?:next|this|coming|following) \\p{L}+|spring|summer|autumn|winter|election|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Easter|Christmas|(?:19|20)\\d\\d)";
const BEHIND = new RegExp(`^,?\\s((?:before|until|till) ${TIME})(?![\\p{L}\\d])`, "iu");
const TIMED =
  /(?<!\p{L})(?:before|until|till|yet|by|for now|until then|next|this|immediately|soon|(?:19|20)\d\d|months?|years?|weeks?)(?!\p{L})/iu;

/** "No plant would close | before 2028": until when nothing happens, where the draft says that it never does. */
export function untilThen(
  { source }: Placed,
  core: readonly Word[],
  sentence: string,
  language: string,
): string | null {
  const last = core.at(-1);
  if (last === undefined || source.statement !== null || TIMED.test(sentence)) return null;
  const negated = qualifiersIn(core, language).some(({ is }) => is === "negation");
  return negated ? (BEHIND.exec(source.text.slice(last.end, last.end + 60))?.[1] ?? null) : null;
}
