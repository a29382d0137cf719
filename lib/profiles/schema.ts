import { z } from "zod";
import { publicNoteField } from "@/lib/notices";

/** What the desk wrote with a decision that visitors read and nobody can edit: whose words are withheld as a note's are. */
export const WORDED_RECORDS = ["correction", "retraction", "verdict", "decision"] as const;
export type WordedRecord = (typeof WORDED_RECORDS)[number];

/** A public note that prints the name of somebody who is an anonymous voice, and why its words go. */
export const withholdNoteSchema = z.object({
  speakerId: z.string().min(1),
  of: z.enum(["notice", ...WORDED_RECORDS]),
  id: z.string().min(1),
  publicNote: publicNoteField,
});
