import { z } from "zod";
import { startImportSchema } from "@/lib/imports";

/** What one press accepts of each file of a batch without a look. */
const ACCEPTS = ["none", "confident", "all"] as const;

/** Many files that the page sends in portions: the batch that they belong to, none for the first, and how many there will be. */
const portion = {
  batchId: z.string().default(""),
  chosen: z.number().int().min(1).max(100_000).optional(),
};

/** The form of an import with the files that were chosen in it, one or many. */
export const bringFilesSchema = startImportSchema.omit({ file: true }).extend({
  file: z.array(z.file()),
  accepts: z.enum(ACCEPTS).default("none"),
  ...portion,
});

/** More files for a batch. */
export const addFilesSchema = z.object({ ...portion, batchId: z.string(), file: z.array(z.file()) });

export const batchSchema = z.object({ batchId: z.string() });
