import { guessLanguage } from "@/lib/text";
import { type Candidate, candidatesFor, type Wanted } from "./candidates";
import { clausesOf, judgeReport } from "./clauses";
import { isContent } from "./content";
import { type Claimed, claimsIn } from "./draft";
import { findingOf } from "./finding";
import { indexTexts, type Material } from "./material";
import type { Against, Finding } from "./model";
import { nameWords } from "./names";
import { judgeQuotation } from "./quoted";
import { draftReading } from "./readings";
import { hashesOf, readWords, type Word } from "./words";

export interface CheckOptions {
  /** BCP 47 language of the draft; guessed when it is left out. */
  readonly language?: string;
}

/** What a check found, and what it looked through. */
export interface CheckReport {
  /** In the order of the draft. */
  readonly findings: readonly Finding[];
  readonly searched: { readonly texts: number; readonly words: number; readonly statements: number };
  readonly language: string;
}

/**
 * Every attributed statement and every other quotation of a draft beside what the record has. The same draft and record
 * give the same report. `against` is what `indexTexts` made, or the texts themselves.
 */
export function checkDraft(
  draft: string,
  against: Against | Material,
  options: CheckOptions = {},
): CheckReport {
  const material = "sources" in against ? against : indexTexts(against);
  const language =
    (options.language ?? guessLanguage(draft)?.language ?? "en").split(/[-_]/u)[0]?.toLowerCase() ?? "en";
  const claims = claimsIn(draft, language);
  const wanted = claims.map((claim) => wantedOf(claim, draft, language));
  const found = candidatesFor(material, wanted.flat());
  let at = 0;
  const findings = claims.map((claim, index) => {
    const own: Candidate[][] = found.slice(at, at + (wanted[index]?.length ?? 0));
    at += own.length;
    const judged =
      claim.parts.length > 0
        ? judgeQuotation(material, claim, own, draft, language)
        : judgeReport(material, claim, own, draft, language);
    return findingOf(material, claim, judged, draft);
  });
  const { texts, words, statements } = material;
  return { findings, searched: { texts, words, statements }, language };
}

/** What is looked for in the material: the words of each quoted part, or what an indirect statement says. */
function wantedOf(claim: Claimed, draft: string, language: string): Wanted[] {
  const speaker = claim.proposal?.speaker;
  const last = nameWords(speaker?.canonical ?? speaker?.mention.text ?? "").at(-1);
  const name = last === undefined ? null : (hashesOf(readWords(last)).at(-1) ?? null);
  if (claim.parts.length > 0)
    return claim.parts.map(({ start, end }) => ({
      words: hashesOf(draftReading(draft, start, end, language).words),
      name,
    }));
  const words = (claim.proposal?.pieces ?? []).flatMap(
    ({ startUtf16, endUtf16 }) => draftReading(draft, startUtf16, endUtf16, language).words,
  );
  const wanted = (all: readonly Word[]): Wanted => {
    const telling = all.filter((word) => isContent(word, language));
    return { words: hashesOf(telling.length > 1 ? telling : all), name };
  };
  const clauses = clausesOf(claim, draft, language);
  return [
    wanted(words),
    ...clauses.map(({ start, end }) => wanted(draftReading(draft, start, end, language).words)),
  ];
}
