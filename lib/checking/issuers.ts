import { normaliseName } from "@/lib/text";
import type { Claimed } from "./draft";
import type { Source } from "./material";
import { isSamePerson } from "./names";

const HEAD_UTF16 = 400;
const NAME =
  "((?:[Tt]he\\s)?\\p{Lu}[^\\n,:;(–—]{1,70}?)(?=\\s*(?:[,:;(\\n–—]|$|\\s(?:on|of \\d|am|vom|del)\\s))";

/** "Press release, Northern Lines, 6 May", "Statement by the Norvale Trust": whose voice the whole text is. */
const ISSUED = new RegExp(
  `(?:^|\\n)[ \\t#*]*(?:(?:for immediate release\\W+)?(?:press|media|news) (?:release|statement)(?: (?:by|from|of|issued by))?[\\s,:–—-]+|(?:joint |public |official )?(?:statement|announcement) (?:by|from|of|issued by|on behalf of)\\s|pressemitteilung(?: (?:de[rs]|von))?[\\s,:–—-]+|(?:comunicado|nota de prensa)(?: de(?: la|l)?)?[\\s,:–—-]+)${NAME}`,
  "iu",
);

// "For immediate release", a dateline, and "Halvorsen Biologics today reported"
const RELEASED =
  /(?:^|\n)\W*(?:for immediate release|embargo(?:ed)?|press release|news release|pressemitteilung|nota de prensa)\b/iu;
const ANNOUNCES =
  /(?:^|\n|[–—-]\s)((?:[Tt]he\s)?\p{Lu}[\p{L}\p{N}&’'.-]*(?:\s(?:of|for|the|and|&|\p{Lu}[\p{L}\p{N}&’'.-]*)){0,6}?)(?:\s\([^)\n]{1,40}\))?,?\s(?:(?:has|have)\s)?(?:today,?\s|on \p{Lu}\p{Ll}+day\s|this (?:morning|week)\s)?(?:announce[sd]?|report(?:s|ed)?|unveil(?:s|ed)?|launche[sd]|said|says|confirm(?:s|ed)?)(?!\p{L})/u;

// "new figures from the housing charity Doorstep show"
const FIGURES_OF =
  /(?:figures|research|analysis|survey|study|data|report|poll|findings) (?:from|by|published by|released by) (?:the )?(?:\p{Ll}[\p{L}-]* ){0,4}(\p{Lu}[\p{L}\p{N}&’'.-]*(?:\s(?:of|for|the|and|&|\p{Lu}[\p{L}\p{N}&’'.-]*)){0,5}?)(?=,| (?:shows?|finds?|found|suggests?|reveals?|published|released|out)(?!\p{L}))/u;

const releasedBy = (head: string) =>
  RELEASED.test(head) ? (ANNOUNCES.exec(head)?.[1] ?? FIGURES_OF.exec(head)?.[1] ?? null) : null;
/** What whoever issued it is called in their own release. */
const GENERIC =
  /^(?:company|firm|group|charity|agency|organi[sz]ation|business|maker|manufacturer|developer|foundation|institute|trust|society|association|university|council|bank|club|ministry|department|authority|board)$/u;

const known = new WeakMap<Source, string | null>();

/** Who issued a text that is a release from beginning to end; null of any other. */
function issuerOf(source: Source): string | null {
  const before = known.get(source);
  if (before !== undefined) return before;
  const name =
    source.statement === null ? (ISSUED.exec(source.text.slice(0, HEAD_UTF16))?.[1] ?? null) : null;
  const released =
    name ?? (source.statement === null ? releasedBy(source.text.slice(0, HEAD_UTF16 * 3)) : null);
  const issuer = released !== null && /^(?:the\s)?\p{Lu}/iu.test(released) ? released.trim() : null;
  known.set(source, issuer);
  return issuer;
}

/** Whether a statement is laid to whoever issued the text: what a release tells is told by them. */
export function isIssuer({ proposal }: Claimed, source: Source): boolean {
  const speaker = proposal?.speaker ?? null;
  const issuer = speaker === null ? null : issuerOf(source);
  if (speaker === null || issuer === null) return false;
  if (speaker.canonical !== null && isSamePerson(speaker.canonical, issuer) === "yes") return true;
  if (isSamePerson(speaker.mention.text, issuer) === "yes") return true;
  // "the trust" of the Norvale Trust
  const own = normaliseName(speaker.mention.text).replace(/^(?:the|die|der|das|el|la) /u, "");
  if (/^the\s/iu.test(speaker.mention.text) && GENERIC.test(own)) return true;
  return /^\p{Ll}/u.test(speaker.mention.text) && normaliseName(issuer).split(" ").includes(own);
}
