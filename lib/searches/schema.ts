import { z } from "zod";
import { typedLine } from "@/lib/forms";
import { MOST_ASKED } from "./model";

const name = typedLine(120).pipe(z.string().min(1, "Give it a name, such as: ceasefire, denials."));
const searchId = z.string().min(1).max(100);

export const saveSearchSchema = z.object({
  name,
  asked: z.string().max(MOST_ASKED, "This is too long to be kept. Narrow the list by fewer."),
  isShared: z.boolean().default(false),
});

export const changeSearchSchema = z.object({ searchId, name, isShared: z.boolean().default(false) });

export const ofSearchSchema = z.object({ searchId });

/** Until when somebody has seen what a search finds: the moment of the page that they looked at. */
export const markSeenSchema = z.object({ searchId, until: z.iso.datetime().transform((at) => new Date(at)) });
