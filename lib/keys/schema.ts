import { z } from "zod";
import { typedLine } from "@/lib/forms";
import { LIFETIMES_DAYS, SCOPES } from "./model";

/** A key as its person asks for it. */
export const makeKeySchema = z.object({
  label: typedLine(80).pipe(z.string().min(1, "Say what uses the key, such as: the fact-check bot.")),
  scopes: z.array(z.enum(SCOPES)).default([]),
  days: z.enum(LIFETIMES_DAYS.map(String) as [string, ...string[]], "Choose how long it works."),
});

export const revokeKeySchema = z.object({ keyId: z.string().min(1).max(100) });

export type MakeKeyInput = z.infer<typeof makeKeySchema>;
