import { z } from "zod";

/** A file of a style or of a locale, pasted or chosen. */
export const addStyleSchema = z.object({ text: z.string().default(""), file: z.file().optional() });

export const removeStyleSchema = z.object({ styleId: z.string().min(1).max(100) });
