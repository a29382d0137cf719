import { z } from "zod";
import { publicNoteField } from "@/lib/notices";

/** A public note that prints the name of somebody who is an anonymous voice, and why its words go. */
export const withholdNoteSchema = z.object({
  speakerId: z.string().min(1),
  noticeId: z.string().min(1),
  publicNote: publicNoteField,
});
