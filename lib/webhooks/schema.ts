import { z } from "zod";
import { typedLine } from "@/lib/forms";
import { EVENT_NAMES } from "./model";

const address = typedLine(2000).refine((typed) => {
  if (!/^https?:\/\//iu.test(typed) || !URL.canParse(typed)) return false;
  const { username, password, hash } = new URL(typed);
  return username + password + hash === "";
}, "Write an address such as https://example.org/verbatim, without a name, a password or a # in it.");

/** An address as an administrator adds it. */
export const addWebhookSchema = z.object({
  label: typedLine(80).pipe(z.string().min(1, "Say what listens there, such as: the website.")),
  url: address,
  events: z.array(z.enum(EVENT_NAMES)).min(1, "Tick what it is told of.").default([]),
});

export const webhookSchema = z.object({ webhookId: z.string().min(1).max(100) });
export const renewSchema = webhookSchema.extend({
  /** The mark of the secret that was on screen; another one is refused when a colleague has made one since. */
  was: z.string().max(100).optional(),
});
export const deliverySchema = webhookSchema.extend({ deliveryId: z.string().min(1).max(100) });

export type AddWebhookInput = z.infer<typeof addWebhookSchema>;
