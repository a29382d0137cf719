export { EVENT_NAMES, EVENT_WORDS, EVENTS, MOST_TRIES, RECEIVER, type Try, type WebhookEvent } from "./model";
export { addWebhookSchema, deliverySchema, webhookSchema } from "./schema";
