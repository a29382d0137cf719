export { keepSending, noteEvents, sendDue } from "./deliveries";
export {
  addWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendTest,
  switchOff,
  switchOn,
} from "./mutations";
export { getWebhook, listWebhooks, type WebhookRow } from "./queries";
