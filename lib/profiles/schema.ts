import { z } from "zod";
import { publicNoteField } from "@/lib/notices";

/** What the desk wrote for the public: a notice, or the words of a decision. */
const WRITTEN = ["notice", "correction", "retraction", "verdict", "decision"] as const;

/** A public note that prints the name of somebody who is an anonymous voice, and why its words go. */
export const withholdNoteSchema = z.object({
  speakerId: z.string().min(1),
  of: z.enum(WRITTEN),
  id: z.string().min(1),
  publicNote: publicNoteField,
});
