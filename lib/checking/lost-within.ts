import type { Block, Placed } from "./changes";
import { isFraction } from "./fractions";
import { type Qualifying, qualifiersIn } from "./qualifiers";

/** A qualifier of the record that the draft does not have in its place, nor another of its kind. */
export function lostIn(placed: Placed): Qualifying | null {
  const { source, reading, kept, draftWords, start, end } = placed;
  const { language } = source;
  const from = reading.words.findIndex((word) => word.start >= start);
  const until = reading.words.findLastIndex((word) => word.end <= end) + 1;
  const inRecord = qualifiersIn(reading.words.slice(from, until), language);
  const inDraft = qualifiersIn(draftWords, language);
  const counted = (all: readonly Qualifying[], kinds: readonly string[]) =>
    all.filter(({ is }) => kinds.includes(is)).length;
  for (const one of inRecord) {
    const places = Array.from({ length: one.length }, (_, step) => from + one.at + step);
    if (places.every((at) => kept[at] || reading.fills[at])) continue;
    if (places.every((at) => reading.brackets[at] || reading.outside[at])) continue;
    if (isOfAnotherNumber(one, from, placed)) continue;
    // "may" for "might" is another word, and weakens as much
    const kinds =
      one.is === "negation"
        ? ["negation"]
        : one.is === "attribution"
          ? ["attribution"]
          : ["hedge", "scope", "condition"];
    if (counted(inDraft, kinds) < counted(inRecord, kinds)) return one;
  }
  return null;
}

/** "Over two years" where the draft has "a year": with another amount it is another number, and no limit of this one. */
function isOfAnotherNumber(
  { is, at, length }: Qualifying,
  from: number,
  { reading, blocks }: Placed,
): boolean {
  // "a third of it" for "half of it"
  const own = reading.words[from + at];
  if (is === "scope" && own !== undefined && isFraction(own.key))
    return blocks.some(
      ({ draft, record }) => draft.some(({ key }) => isFraction(key)) && record.includes(own),
    );
  const number = reading.words[from + at + length];
  if (is !== "scope" || number === undefined || number.value === null) return false;
  return blocks.some(
    ({ draft, record }) => draft.length > 0 && record.some(({ start }) => start === number.start),
  );
}

/** Adverbs without which words say more than they did: how far, how openly, with what intent. Those that only press a point are none. */
const LIMITING =
  /^(?:knowingly|deliberately|intentionally|wilfully|willfully|willingly|voluntarily|cautiously|guardedly|tentatively|reasonably|relatively|comparatively|moderately|marginally|slightly|narrowly|broadly|loosely|formally|officially|publicly|privately|personally|directly|provisionally|conditionally|initially|legally|technically|financially|politically|medically|scientifically|statistically|artificially|normally|typically|ordinarily|primarily|chiefly|principally|predominantly|seldom|infrequently|periodically|intermittently|hopefully|ostensibly|outwardly|solely|exclusively|specifically|necessarily|permanently|immediately|fairly|wissentlich|absichtlich|vorsichtig|formell|offiziell|vorläufig|persönlich|verhältnismäßig|relativ|dauerhaft|sofort|deliberadamente|intencionadamente|oficialmente|formalmente|provisionalmente|personalmente|relativamente|exclusivamente|directamente|inicialmente|permanentemente)$/u;
const MOST_PASSED = 3;

/** "We would never knowingly send": an adverb that limits, of which a quotation leaves no trace; null where none is left out. */
export function limitingIn(open: readonly Block[]): Pick<Qualifying, "is" | "text"> | null {
  const only = open.length === 1 ? open[0] : undefined;
  if (only === undefined || only.draft.length > 0 || only.record.length > MOST_PASSED) return null;
  const found = only.record.find(({ key }) => LIMITING.test(key));
  return found === undefined ? null : { is: "scope", text: found.raw };
}
