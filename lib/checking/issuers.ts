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

const known = new WeakMap<Source, string | null>();

/** Who issued a text that is a release from beginning to end; null of any other. */
function issuerOf(source: Source): string | null {
  const before = known.get(source);
  if (before !== undefined) return before;
  const name =
    source.statement === null ? (ISSUED.exec(source.text.slice(0, HEAD_UTF16))?.[1] ?? null) : null;
  const issuer = name !== null && /^(?:the\s)?\p{Lu}/iu.test(name) ? name.trim() : null;
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
  return /^\p{Ll}/u.test(speaker.mention.text) && normaliseName(issuer).split(" ").includes(own);
}
