export { EVENT_NAMES, EVENT_WORDS, MOST_TRIES, RECEIVER, type Try, type WebhookEvent } from "./model";
export { addWebhookSchema, deliverySchema, renewSchema, webhookSchema } from "./schema";
