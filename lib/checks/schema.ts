import { z } from "zod";
import { typedLanguage, typedLine, typedWords } from "@/lib/forms";
import { keysOf } from "@/lib/text";
import { CHECK_SCOPES, MOST } from "./model";
import { PROOF_STATES } from "./proof-states";

const draftText = typedWords(MOST.draftUtf16);

/** A draft that is pasted or a file, with what stands behind it. */
export const startCheckSchema = z.object({
  title: typedLine(300).default(""),
  text: draftText.default(""),
  file: z.file().optional(),
  scope: z.enum(keysOf(CHECK_SCOPES), "Choose what the draft is compared with.").default("store"),
  /** The story that the draft belongs to; empty for none. */
  story: z.string().max(200).default(""),
  language: typedLanguage.default(""),
  /** Pasted notes, and files. */
  notes: typedWords(MOST.materialUtf16).default(""),
  material: z.array(z.file()).default([]),
});

const atCheck = { checkId: z.string().min(1).max(40) };
const onVersion = { ...atCheck, version: z.number().int() };

export const compareAgainSchema = z.object(onVersion);

export const editDraftSchema = z.object({ ...onVersion, text: draftText });

export const addMaterialSchema = z.object({
  ...onVersion,
  name: typedLine(200).default(""),
  notes: typedWords(MOST.materialUtf16).default(""),
  material: z.array(z.file()).default([]),
});

export const removeMaterialSchema = z.object({ ...onVersion, ordinal: z.coerce.number().int().positive() });

const note = typedWords(2000).pipe(z.string().trim());

const findingKey = z.string().regex(/^[0-9a-f]{24}(-\d{1,4})?$/);

export const captureMaterialSchema = z.object({ ...atCheck, findingKey });

/** How often it was decided, or something said of it, when it was read; left out, whatever stands gives way. */
const saves = z.number().int().nonnegative().optional();

/** What a colleague decides of a finding; to let it stand, or to ask, takes words. */
export const decideFindingSchema = z
  .object({
    ...atCheck,
    findingKey,
    decision: z.enum(["settled", "waived", "asked", "reopened"]),
    note: note.default(""),
    /** The colleague who is asked, by name; empty when the question goes to the source. */
    colleague: typedLine(200).default(""),
    /** What the page shows, to go on in the same view. */
    show: z.enum(["all", "open"]).default("all"),
    version: saves,
  })
  .superRefine(({ decision, note }, context) => {
    if (decision === "waived" && note === "")
      context.addIssue({ code: "custom", path: ["note"], message: "Say why it may stand as it is." });
    if (decision === "asked" && note === "")
      context.addIssue({
        code: "custom",
        path: ["note"],
        message: "Write the question, and whom it goes to.",
      });
  });

const STATES = keysOf(PROOF_STATES);

/** What somebody says of words of a draft. Left empty, `wording` is what nobody checked in the sentence. */
export const markProofSchema = z
  .object({
    ...atCheck,
    sentenceKey: z.string().regex(/^[0-9a-f]{24}(-\d{1,6})?$/),
    state: z.enum(STATES, "Say what the words are."),
    wording: typedWords(20_000).pipe(z.string().trim()).default(""),
    startUtf16: z.coerce.number().int().nonnegative().optional(),
    evidence: typedLine(500).default(""),
    note: note.default(""),
    version: saves,
  })
  .superRefine(({ state, note, evidence }, context) => {
    const { needs } = PROOF_STATES.find(({ key }) => key === state) ?? { needs: null };
    if (needs === "evidence" && evidence === "")
      context.addIssue({
        code: "custom",
        path: ["evidence"],
        message: "Say what shows it: a statement’s id, an address, a file.",
      });
    if (needs === "note" && note === "")
      context.addIssue({
        code: "custom",
        path: ["note"],
        message: "Say it in words: what everybody knows, what is asked, what is wrong.",
      });
  });

export type MarkProofInput = z.input<typeof markProofSchema>;

/** To close a check. With findings open an editor alone may, and says why. */
export const closeCheckSchema = z.object({ ...onVersion, reason: note.default("") });
export const reopenCheckSchema = z.object(onVersion);

export type DecideFindingInput = z.input<typeof decideFindingSchema>;
