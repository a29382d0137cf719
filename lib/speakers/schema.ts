import { z } from "zod";
import { typedDay, typedLine } from "@/lib/forms";
import { publicNoteField } from "@/lib/notices";
import { parseDated } from "@/lib/text";
import { SPEAKER_KINDS } from "./model";

const version = z.coerce.number().int().positive();
const dated = typedDay.transform((typed) => parseDated(typed));

/** What a person types to make a speaker or to change its own fields. */
const speakerSchema = z.object({
  name: typedLine(200).min(1, "Give the speaker's name."),
  kind: z.enum(SPEAKER_KINDS, "Choose what the speaker is."),
  description: typedLine(2000).default(""),
});

export const editSpeakerSchema = speakerSchema.extend({
  id: z.string().min(1),
  version,
  citedAs: typedLine(200).default(""),
  keepsFormerName: z.boolean().default(false),
  publicNote: publicNoteField,
});

export const aliasSchema = z.object({
  speakerId: z.string().min(1),
  version,
  alias: typedLine(200).min(1, "Give the other name."),
  publicNote: publicNoteField,
});

export const removeAliasSchema = z.object({
  speakerId: z.string().min(1),
  version,
  aliasId: z.string().min(1),
  publicNote: publicNoteField,
});

/** A role and body held from–to; dates as far as they are known, empty when they are not. */
export const affiliationSchema = z
  .object({
    speakerId: z.string().min(1),
    version,
    role: typedLine(200).min(1, "Give the role."),
    body: typedLine(200).default(""),
    heldFrom: dated,
    heldTo: dated,
    publicNote: publicNoteField,
  })
  .refine(({ heldFrom, heldTo }) => !heldFrom || !heldTo || heldFrom.on <= heldTo.on, {
    path: ["heldTo"],
    message: "The role ends before it begins.",
  });

export const removeAffiliationSchema = z.object({
  speakerId: z.string().min(1),
  version,
  affiliationId: z.string().min(1),
  publicNote: publicNoteField,
});

/** Whom somebody takes a speaker for. */
export const twinSchema = z.object({ knownName: typedLine(300).min(1, "Give the other speaker's name.") });

/** A speaker that was found to be another one. */
export const mergeSchema = z.object({
  fromId: z.string().min(1),
  version,
  intoId: z.string().min(1),
  showsName: z.boolean().default(false),
  reason: typedLine(2000).default(""),
  publicNote: publicNoteField,
});

export const undoMergeSchema = z.object({
  mergeId: z.string().min(1),
  reason: typedLine(2000).default(""),
  publicNote: publicNoteField,
});

/** Whose the chosen statements are: somebody on record, or somebody new. */
export const otherSchema = z
  .object({
    knownName: typedLine(300).default(""),
    name: typedLine(200).default(""),
    kind: z.union([z.literal(""), z.enum(SPEAKER_KINDS, "Choose what the speaker is.")]).default(""),
    description: typedLine(2000).default(""),
  })
  .superRefine(({ knownName, name, kind }, told) => {
    const no = (field: string, message: string) => told.addIssue({ code: "custom", path: [field], message });
    if (knownName !== "" && name !== "") no("name", "Name somebody on record, or somebody new, not both.");
    if (knownName === "" && name === "") no("knownName", "Name somebody on record, or somebody new below.");
    if (knownName === "" && name !== "" && kind === "") no("kind", "Choose what the speaker is.");
  });

const ids = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.string().min(1)).max(1000),
);

/** Two speakers under one name: what the other takes along. */
export const splitSchema = z.object({
  fromId: z.string().min(1),
  version,
  statements: z
    .string()
    .max(20_000)
    .transform((written) =>
      [...written.matchAll(/(st-[a-z0-9]+)\.(\d{1,9})/gu)].map(([, publicId = "", at = ""]) => ({
        ...{ publicId, version: Number(at) },
      })),
    ),
  intoId: z.string().default(""),
  otherName: typedLine(200).default(""),
  otherKind: z.enum(SPEAKER_KINDS).optional(),
  otherDescription: typedLine(2000).default(""),
  names: ids,
  roles: ids,
  reason: typedLine(2000).default(""),
  publicNote: publicNoteField,
});

/** Two who look like one and are two. */
export const keepApartSchema = z.object({
  oneId: z.string().min(1),
  otherId: z.string().min(1),
  reason: typedLine(2000).default(""),
});

export const lookAgainSchema = z.object({ apartId: z.string().min(1) });

export const undoSplitSchema = z.object({
  splitId: z.string().min(1),
  reason: typedLine(2000).default(""),
  publicNote: publicNoteField,
});

export type SpeakerFields = z.output<typeof speakerSchema>;
