import { z } from "zod";
import { typedLine, typedPastDay } from "@/lib/forms";
import { SPEAKER_KINDS } from "@/lib/speakers";
import { FORMS } from "@/lib/statements";
import { DECISIONS, INTENTS } from "./model";

/** One press of a decision button: `accept`, `reject` or `reopen` names the proposal. */
export const decisionSchema = z
  .object({
    draftId: z.string(),
    ordinal: z.number().int().positive(),
    decision: z.enum(DECISIONS).optional(),
    /** What its new speaker is: the answer holds for the whole import, and by itself it accepts the proposal. */
    kind: z.enum(SPEAKER_KINDS, "Say what the speaker is.").optional(),
  })
  .transform(({ decision, ...rest }, context) => {
    if (decision === undefined && rest.kind === undefined) {
      context.addIssue({ code: "custom", message: "Press a button of the proposal.", path: ["decision"] });
    }
    return { ...rest, decision: decision ?? ("accepted" as const) };
  });

export const addProposalSchema = z.object({
  draftId: z.string(),
  wording: z.string().min(1, "Paste the words as the article has them."),
  startUtf16: z.number().int().nonnegative().optional(),
});

/** The form that edits one proposal. `speaker` is `known:<id>`, `named`, `new` or `none`. */
export const editProposalSchema = z
  .object({
    draftId: z.string(),
    version: z.number().int(),
    ordinal: z.number().int().positive(),
    wording: z.string().min(1, "A statement needs its words."),
    form: z.enum(FORMS, "Choose the form."),
    isDenial: z.boolean(),
    speaker: z.string().regex(/^(known:.+|named|new|none)$/, "Choose who spoke."),
    /** The name of a known speaker that was not suggested. */
    knownName: typedLine(200).default(""),
    newName: typedLine(200).default(""),
    newKind: z.enum(SPEAKER_KINDS).optional(),
    newDescription: typedLine(500).default(""),
    forSiblings: z.boolean(),
    isNameRemembered: z.boolean(),
    attribution: typedLine(1000).default(""),
    roleThen: typedLine(500).default(""),
    cue: typedLine(200).default(""),
    introduction: typedLine(300).default(""),
    addressee: typedLine(300).default(""),
    saidOn: typedPastDay.default(""),
    saidOnNote: typedLine(200).default(""),
    place: typedLine(200).default(""),
    event: typedLine(300).default(""),
    context: typedLine(5000).default(""),
    /** What the pressed button asks for besides keeping what was typed. */
    intent: z.enum(INTENTS).default("save"),
  })
  .refine(({ speaker, knownName }) => speaker !== "named" || knownName !== "", {
    path: ["knownName"],
    message: "Give the name of the known speaker.",
  })
  .refine(({ speaker, newName }) => speaker !== "new" || newName !== "", {
    path: ["newName"],
    message: "Give the new speaker's name.",
  });
