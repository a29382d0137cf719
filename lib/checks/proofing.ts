import { namesHeld } from "@/lib/accounts/server";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import type { CheckScope } from "./model";
import { openCheck, subjectOf } from "./mutations";
import { nextToProof } from "./next-to-proof";
import type { ProofSentence } from "./proof";
import type { ProofState } from "./proof-states";
import { type MarkProofInput, markProofSchema } from "./schema";
import { readSheet, recount } from "./sheet";

/** The proof sheet of a check as it stands, with who marked what. @throws {Forbidden} @throws {NotFound} */
export async function getProof(actor: Actor, publicId: string) {
  assertCan(actor, "check:work");
  const sheet = await readSheet(db, { publicId });
  const { title, language, version, closedAt, draft, findings, decisions, proof, leftCount } = sheet;
  const [nameOf, saved] = await Promise.all([
    namesHeld(sheet.marks.map(({ givenById }) => givenById)),
    savesOfSentences(db, { checkId: sheet.id }),
  ]);
  return {
    ...{ publicId, title, language, version, closedAt, draft, findings, decisions, proof },
    scope: sheet.scope as CheckScope,
    marks: sheet.marks.map(({ givenById, ...mark }) => ({ ...mark, by: nameOf(givenById, mark.givenAt) })),
    left: leftCount,
    /** How often something was said of a sentence, or taken back. */
    saved: (sentenceKey: string) => saved.get(sentenceKey) ?? 0,
  };
}

/** How often something was said of each sentence, or taken back: whoever marks one says how often when they read it. */
async function savesOfSentences(
  tx: Pick<Tx, "proofMark">,
  where: { readonly checkId: string; readonly sentenceKey?: string },
): Promise<Map<string, number>> {
  const groups = await tx.proofMark.groupBy({
    by: ["sentenceKey"],
    where,
    _count: { _all: true, supersededAt: true },
  });
  return new Map(groups.map(({ sentenceKey, _count }) => [sentenceKey, _count._all + _count.supersededAt]));
}

/** The sentence to go on with: the same while words in it are not checked, else the next; null when none is left. */
function nextBehind(sentences: readonly ProofSentence[], sentenceKey: string): string | null {
  const same = sentences.find(({ key }) => key === sentenceKey);
  if (same && same.counts.unchecked > 0) return sentenceKey;
  return nextToProof(sentences, sentenceKey)?.key ?? null;
}

/**
 * Says of words of the newest draft what they are: those of a sentence that nobody checked, a phrase of it, or words in a row over
 * several sentences.
 * Gives the sentence to go on with, null when none is left.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the draft has no such sentence any more, or somebody said something
 * of it since it was read. @throws {Refused} without what the state asks for, or when the words are not there.
 */
export async function markProof(
  actor: Actor,
  input: MarkProofInput,
): Promise<{ sentenceKey: string; next: string | null }> {
  assertCan(actor, "check:work");
  const { checkId, sentenceKey, state, note, evidence, wording, startUtf16, version } = acceptInput(
    markProofSchema,
    input,
  );
  return transact(async (tx) => {
    const { id } = await openCheck(tx, checkId);
    const { draft, proof } = await readSheet(tx, { id });
    const { text } = draft;
    const sentence = proof.sentences.find(({ key }) => key === sentenceKey);
    if (!sentence) throw new Conflict("The draft was edited, and this sentence is not in it any more.");
    const saves = await savesOfSentences(tx, { checkId: id, sentenceKey });
    if (version !== undefined && version !== (saves.get(sentenceKey) ?? 0)) throw new Conflict(SAID_BEFORE);
    const ranges = wording === "" ? openIn(sentence, state) : [rangeOf(text, sentence, wording, startUtf16)];
    for (const range of ranges)
      for (const { key, start, end } of proof.sentences) {
        const from = Math.max(start, range.start);
        const to = Math.min(end, range.end);
        if (from >= to) continue;
        const place = { startUtf16: from - start, endUtf16: to - start };
        await supersede(tx, id, { sentenceKey: key, ...place }, state === "unchecked");
        if (state !== "unchecked")
          await tx.proofMark.create({
            data: {
              ...{ checkId: id, sentenceKey: key, ...place, state, note, evidence },
              ...{ givenById: actor.id, givenAt: now() },
            },
          });
      }
    const words = ranges.map(({ start, end }) => text.slice(start, end)).join(" … ");
    await appendAudit(tx, {
      ...{ actor, action: "check.proofed", ...subjectOf(id) },
      after: { state, note, evidence, words: words.slice(0, 200) },
    });
    const { sentences } = (await recount(tx, id)).proof;
    return { sentenceKey, next: nextBehind(sentences, sentenceKey) };
  });
}

const SAID_BEFORE =
  "A colleague said something of this sentence while you were at it. Nothing of yours was stored yet.";

/**
 * What is meant when no words are named: those of the sentence that nobody checked, so that what the record has stays verified;
 * all of it where every word has a state, and for taking back.
 */
function openIn({ start, end, runs }: ProofSentence, state: ProofState): Place[] {
  const open = state === "unchecked" ? [] : runs.filter((run) => run.state === "unchecked");
  return open.length > 0 ? open : [{ start, end }];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function rangeOf(text: string, sentence: Place, wording: string, startUtf16: number | undefined): Place {
  const within = text.slice(sentence.start, sentence.end).indexOf(wording);
  const isSelected = startUtf16 !== undefined && text.startsWith(wording, startUtf16);
  if (!isSelected && within === -1) {
    const message =
      "These words do not stand in the sentence. Select them in the draft, or leave the field empty for all of it.";
    throw new Refused([{ rule: "proof.words", message, field: "wording" }]);
  }
  const start = isSelected ? startUtf16 : sentence.start + within;
  return { start, end: start + wording.length };
}

/** Of what was said before, what the new mark covers stands no more; what is taken back falls wherever it touches. */
async function supersede(
  tx: Tx,
  checkId: string,
  { sentenceKey, startUtf16, endUtf16 }: { sentenceKey: string; startUtf16: number; endUtf16: number },
  isTakenBack: boolean,
): Promise<void> {
  const place = isTakenBack
    ? { startUtf16: { lt: endUtf16 }, endUtf16: { gt: startUtf16 } }
    : { startUtf16: { gte: startUtf16 }, endUtf16: { lte: endUtf16 } };
  await tx.proofMark.updateMany({
    where: { checkId, sentenceKey, supersededAt: null, ...place },
    data: { supersededAt: now() },
  });
}
