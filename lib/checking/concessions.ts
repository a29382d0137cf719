import type { Placed } from "./changes";
import type { Word } from "./words";

/**
 * "…, but they come from a single season", "…, though it is early days": a clause that takes something of the words before
 * it back. Its subject stands for what was just said, and one of its words makes that early, unsure, rare or exceptional.
 */
const OPENS = "(?:but|though|although|albeit|even though|even if|yet|aber|obwohl|auch wenn|aunque|pero)";
const SAID =
  "(?:(?:it|that|this|they|these|those|there|es|das|sie|eso|son)(?!\\p{L})(?:['’](?:s|re|ve|ll))?\\s?)";
const DATA =
  "(?:(?:the|this|that|these|our|my|die|der|das|los|las|el|la) (?:sample|samples|data|figures?|numbers?|evidence|results?|trials?|study|studies|tests?|count|survey|measurements?|model|daten|zahlen|probe|stichprobe|datos|muestra)\\s)";
const ONE =
  "(?:single|one|two|three|few|a (?:few|handful|couple)) (?:\\p{L}+ ){0,1}?(?:seasons?|cases?|stud(?:y|ies)|trials?|years?|patients?|places?|samples?|tests?|men|man|wom[ae]n|boats?|summers?|winters?|weeks?|months?|days?|witness(?:es)?|sources?|schools?|villages?|farms?|visits?)";
const NARROW =
  "(?:only|just) (?:an?|the|one|two|three|four|five|some|for|in|from|on|at|with|when|if|by|until|after|because|\\d)";
const UNSURE =
  "early(?: days)?|too (?:soon|early|few|little)|preliminary|provisional|unproven|untested|(?:a|an|my|our) (?:rough |educated |best )?(?:guess|estimate)|guesswork|incomplete|exceptions?|depends?|früh|vorläufig|pronto|preliminar\\p{L}*";
const CONCEDES = new RegExp(
  `^${OPENS}\\s(?:${SAID}(?:[\\p{L}’'-]+\\s){0,6}?(?:${ONE}|${NARROW}|${UNSURE})|${DATA}(?:[\\p{L}’'-]+\\s){0,5}?(?:${ONE}|${NARROW}|${UNSURE}|small|tiny|weak|thin|poor|old|klein|pequeñ[ao]s?)|(?:we|i) (?:have |had |only |['’]ve )+(?:tested|counted|asked|looked|seen|saw|measured|checked|read|heard|spoken|visited|tried)|(?:only|just) (?:in|on|at|for|with|when|if|by|from|until|as)|(?:ich|wir) (?:habe|haben) nur)(?!\\p{L})`,
  "iu",
);
const EXCEPTION =
  /^(?:all|everything|everyone|everybody|nothing|nobody|most) (?:but|except|bar|save)(?: for)?(?!\p{L})|^(?:but|except|save|bar) (?:for )?(?:one|two|three|four|five|six|\d{1,2}|a few|a handful|a couple)(?= of (?:them|us|the|those)(?!\p{L})|(?: \p{L}+)?(?:[\s,.;:!?”"]*$|[,.;:!?”"]))|^(?:with|bar|save|barring) (?:(?:one|two|three|a few|a couple of|some|several|rare|very few|minor|a single) )?(?:\p{L}+ )?exceptions?(?!\p{L})|^(?:up to a (?:point|degree)|to a (?:point|degree)|to some (?:extent|degree)|in a manner of speaking|(?:on|in) (?:his|her|their|its|my|our|your) (?:good|better|best|bad) (?:days?|moments?|years?|moods?|nights?)|bis zu einem gewissen (?:punkt|grad)|hasta cierto punto)(?!\p{L})/iu;
const MOST_SHOWN = 8;
/** "…, if you will forgive me, but it is far too soon". */
const ASIDE =
  /^(?:if you (?:will|would|['’]ll)? ?(?:forgive|pardon|excuse|like|please)[^,.;]{0,20}|of course|frankly|to be honest|as you know|you know|i mean|he said|she said|they said),\s*/iu;

/** What goes on behind words and takes a part of them back, short enough for a reason; null where nothing does. */
export function conceded(tail: string): string | null {
  const plain = tail.replace(/^[\s,–—"“”‘’'-]+/u, "").replace(ASIDE, "");
  if (!CONCEDES.test(plain) && !EXCEPTION.test(plain)) return null;
  const clause = plain.split(/[.,;:!?”"]/u)[0] ?? "";
  return clause.trim().split(/\s+/u).slice(0, MOST_SHOWN).join(" ");
}

/** "…, “though it is early days”": what the record goes on with in its sentence. */
export function concededBehind({ source }: Placed, last: Word | undefined): string | null {
  if (last === undefined || source.statement !== null) return null;
  const tail = source.text.slice(last.end, last.end + 160);
  return /^[.!?;]/u.test(tail) ? null : (conceded(tail) ?? ONCE_ONLY.exec(tail)?.[0].trim() ?? null);
}

/** "The bin had been used | on one weekend only." */
const ONCE_ONLY =
  /^\s(?:on|for|in|at|during) (?:one|an?|two|three|a single) (?:[\p{L}-]+ ){1,2}only(?!\p{L})/iu;

const CONCEDING =
  /(?<!\p{L})(?:but|though|although|only|early|single|exceptions?|point|extent|degree|some|partly|aber|obwohl|nur|aunque|pero|sólo|solo)(?!\p{L})/iu;

/** Whether a draft's sentence limits what it reports. */
export const isConceding = (sentence: string): boolean => CONCEDING.test(sentence);
