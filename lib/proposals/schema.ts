import { z } from "zod";
import { typedLine, typedPastDay } from "@/lib/forms";
import { SPEAKER_KINDS } from "@/lib/speakers";
import { FORMS } from "@/lib/statements";
import { CHOICES, INTENTS } from "./model";

/** The order of the list that a button stands in. */
const order = z.enum(["text", "doubt"]).default("text");

/** Which of those that wait are accepted at once: all, those in no doubt, or all up to the one of that number. */
const run = z.union([z.enum(["all", "sure"]), z.coerce.number().int().positive()]);

/** One press of a decision button of a proposal. */
export const decisionSchema = z
  .object({
    draftId: z.string(),
    ordinal: z.number().int().positive(),
    decision: z.enum(CHOICES).optional(),
    /** What its new speaker is: the answer holds for the whole import, and by itself it accepts the proposal. */
    kind: z.enum(SPEAKER_KINDS, "Say what the speaker is.").optional(),
    order,
  })
  .transform(({ decision, ...rest }, context) => {
    if (decision === undefined && rest.kind === undefined) {
      context.addIssue({ code: "custom", message: "Press a button of the proposal.", path: ["decision"] });
    }
    return { ...rest, decision: decision ?? ("accepted" as const) };
  });

/** The presses of the desk's keys since the last answer, in order, as the page sends them. */
export const pressesSchema = z.object({
  draftId: z.string(),
  presses: z.string().transform((sent, context) => {
    const read = z.array(press).min(1).max(MOST_PRESSES).safeParse(parsed(sent));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "Load the page anew: it sent what cannot be read." });
    return z.NEVER;
  }),
});

const MOST_PRESSES = 500;

const press = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("decide"),
    ordinal: z.number().int().positive(),
    decision: z.enum(CHOICES),
    kind: z.enum(SPEAKER_KINDS).optional(),
  }),
  z.object({ act: z.literal("accept"), run }),
  z.object({ act: z.literal("undo") }),
]);

function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return null;
  }
}

/** A button that accepts a run. */
export const runSchema = z.object({ draftId: z.string(), order, run: run.default("all") });

export const addProposalSchema = z.object({
  draftId: z.string(),
  wording: z.string().min(1, "Paste the words as the article has them."),
  startUtf16: z.number().int().nonnegative().optional(),
  /** The proposal of which they become a part, where that button was pressed. */
  into: z.number().int().positive().optional(),
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
    /** The answer to what its new speaker is, which accepts it. */
    kind: z.enum(SPEAKER_KINDS).optional(),
    order,
  })
  .transform(({ kind, ...rest }) =>
    kind === undefined ? rest : { ...rest, newKind: kind, intent: "accept" as const },
  )
  .refine(({ speaker, knownName }) => speaker !== "named" || knownName !== "", {
    path: ["knownName"],
    message: "Give the name of the known speaker.",
  })
  .refine(({ speaker, newName }) => speaker !== "new" || newName !== "", {
    path: ["newName"],
    message: "Give the new speaker's name.",
  });
