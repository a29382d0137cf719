import { namesHeld } from "@/lib/accounts/server";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import type { CheckScope, KeptFinding } from "./model";
import { openCheck, subjectOf } from "./mutations";
import { nextToProof } from "./next-to-proof";
import { isDone } from "./open";
import { type Proof, type ProofSentence, proofOf } from "./proof";
import { ACCOUNTED, type ProofState } from "./proof-states";
import { type MarkProofInput, markProofSchema } from "./schema";

const SHEET = {
  drafts: { orderBy: { number: "desc" }, take: 1 },
  runs: { orderBy: [{ ranAt: "desc" }, { id: "desc" }], take: 1, select: { findings: true } },
  decisions: { where: { supersededAt: null }, orderBy: [{ givenAt: "asc" }, { id: "asc" }] },
  marks: { where: { supersededAt: null }, orderBy: [{ givenAt: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.CheckInclude;

/** The proof sheet of a check as it stands, with who marked what. @throws {Forbidden} @throws {NotFound} */
export async function getProof(actor: Actor, publicId: string) {
  assertCan(actor, "check:work");
  const check = await db.check.findUnique({ where: { publicId }, include: SHEET });
  const [draft] = check?.drafts ?? [];
  if (!check || !draft) throw new NotFound("The check");
  const findings = findingsOf(check.runs);
  const proof = sheetOf(draft.text, check, findings);
  const nameOf = await namesHeld(check.marks.map(({ givenById }) => givenById));
  return {
    ...{ publicId, title: check.title, language: check.language, version: check.version },
    ...{ scope: check.scope as CheckScope, closedAt: check.closedAt },
    ...{ draft, findings, decisions: check.decisions, proof },
    marks: check.marks.map(({ givenById, ...mark }) => ({ ...mark, by: nameOf(givenById, mark.givenAt) })),
    left: leftIn(proof),
  };
}

/** The sentence to go on with: the same while words in it are not checked, else the next; null when none is left. */
export async function findNextToProof(
  actor: Actor,
  { checkId, sentenceKey }: { checkId: string; sentenceKey: string },
): Promise<string | null> {
  const { sentences } = (await getProof(actor, checkId)).proof;
  const same = sentences.find(({ key }) => key === sentenceKey);
  if (same && same.counts.unchecked > 0) return sentenceKey;
  return nextToProof(sentences, sentenceKey)?.key ?? null;
}

/** How many words are not accounted for: a check in which there are any is closed by an editor alone. */
export async function countProofLeft(tx: Pick<Tx, "check">, checkId: string): Promise<number> {
  const check = await tx.check.findUniqueOrThrow({ where: { id: checkId }, include: SHEET });
  return leftIn(sheetOf(check.drafts[0]?.text ?? "", check, findingsOf(check.runs)));
}

const leftIn = ({ counts, words }: Proof) => words - ACCOUNTED.reduce((sum, state) => sum + counts[state], 0);

interface Sheet {
  readonly language: string;
  readonly decisions: readonly { readonly findingKey: string; readonly kind: string }[];
  readonly marks: readonly {
    readonly sentenceKey: string;
    readonly startUtf16: number;
    readonly endUtf16: number;
    readonly state: string;
  }[];
}

function sheetOf(
  text: string,
  { language, decisions, marks }: Sheet,
  findings: readonly KeptFinding[],
): Proof {
  const decided = new Set(decisions.filter(isDone).map(({ findingKey }) => findingKey));
  return proofOf(text, { findings, decided, marks, language });
}

function findingsOf([run]: readonly { readonly findings: string }[]): KeptFinding[] {
  return run === undefined ? [] : (JSON.parse(run.findings) as KeptFinding[]);
}

/**
 * Says of words of the newest draft what they are: those of a sentence that nobody checked, a phrase of it, or words in a row over
 * several sentences.
 * @throws {Forbidden} @throws {NotFound} when the draft has no such sentence any more. @throws {Refused} without what the state
 * asks for, or when the words are not there.
 */
export async function markProof(actor: Actor, input: MarkProofInput): Promise<{ sentenceKey: string }> {
  assertCan(actor, "check:work");
  const { checkId, sentenceKey, state, note, evidence, wording, startUtf16 } = acceptInput(
    markProofSchema,
    input,
  );
  return transact(async (tx) => {
    const { id } = await openCheck(tx, checkId);
    const sheet = await tx.check.findUniqueOrThrow({ where: { id }, include: SHEET });
    const text = sheet.drafts[0]?.text ?? "";
    const proof = sheetOf(text, sheet, findingsOf(sheet.runs));
    const sentence = proof.sentences.find(({ key }) => key === sentenceKey);
    if (!sentence) throw new NotFound("This sentence");
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
    return { sentenceKey };
  });
}

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
