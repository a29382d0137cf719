import type { Candidate } from "./candidates";
import { isContent } from "./content";
import type { Claimed } from "./draft";
import { judgeIndirect } from "./indirect";
import type { Judged } from "./judged";
import type { Material } from "./material";
import type { FindingLabel } from "./model";
import { draftReading } from "./readings";

interface Clause {
  readonly start: number;
  readonly end: number;
}

/** "… had jammed, and he blamed the crew", "… in the winter and would be shot": where another statement begins. */
const JOINS =
  /,?\s+(?:and|but|while|whereas)\s+(?=(?:that|he|she|it|they|we|there|nobody|no one|the|an?|his|her|its|their|this|these|those|one|some|many|most|all|both|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|\p{Lu}\p{L}+)\s+(?:[\p{L}\p{N}’'-]+\s+){0,5}?(?:had|has|have|was|were|is|are|would|will|could|can|may|might|must|should|did|does|do|\p{Ll}{3,}ed)(?!\p{L})|(?:had|has|have|was|were|is|are|would|will|could|can|may|might|must|should|did|does)\s)/gu;
const FEWEST_TELLING = 2;
const CLEAN: ReadonlySet<FindingLabel> = new Set(["exact", "cosmetic"]);
/** What one statement of several may be for itself. */
const TELLS: ReadonlySet<FindingLabel> = new Set(["lost_qualifier", "wording_drift", "reporters_words"]);
const DOUBTED =
  /(?<!\p{L})(?:hop|fear|suggest|believ|thought|think|suspect|guess|expect|den(?:y|ied)|refus|reject|warn)\p{L}*/iu;

/** The statements that a sentence without marks puts into one; empty where it is one alone. */
export function clausesOf(claim: Claimed, draft: string, language: string): readonly Clause[] {
  const before = known.get(claim);
  if (before) return before;
  const made = clausesIn(claim, draft, language);
  known.set(claim, made);
  return made;
}

// they are looked for in the record first, and judged afterwards
const known = new WeakMap<Claimed, readonly Clause[]>();

function clausesIn({ start, end, form, parts }: Claimed, draft: string, language: string): Clause[] {
  if (form !== "indirect" || parts.length > 0) return [];
  const text = draft.slice(start, end);
  const cuts = [...text.matchAll(JOINS)].map(({ index, 0: mark }) => [index, index + mark.length] as const);
  if (cuts.length === 0) return [];
  const clauses = [...cuts, null].map(
    (cut, at): Clause => ({
      start: start + (cuts[at - 1]?.[1] ?? 0),
      end: start + (cut?.[0] ?? text.length),
    }),
  );
  const isTelling = (clause: Clause) =>
    draftReading(draft, clause.start, clause.end, language).words.filter((word) => isContent(word, language))
      .length >= FEWEST_TELLING;
  return clauses.filter(isTelling);
}

/** What the record has of a statement without marks: of the whole, and where that is right, of each that it is made of. */
export function judgeReport(
  material: Material,
  claim: Claimed,
  candidates: readonly (readonly Candidate[])[],
  draft: string,
  language: string,
): Judged {
  const whole = judgeIndirect(material, claim, candidates[0] ?? [], draft, language);
  if (!CLEAN.has(whole.label) || DOUBTED.test(claim.proposal?.cue?.text ?? "")) return whole;
  const clauses = clausesOf(claim, draft, language);
  for (const [at, clause] of clauses.entries()) {
    const own: Claimed = { ...claim, ...clause, sentence: [clause.start, clause.end] };
    const judged = judgeIndirect(material, own, candidates[at + 1] ?? [], draft, language);
    const isNear = judged.placed !== null && judged.placed.source === whole.placed?.source;
    if (isNear && TELLS.has(judged.label)) return judged;
  }
  return whole;
}
