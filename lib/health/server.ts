export {
  closeHealth,
  failedLately,
  isDatabaseAway,
  quietWhileAway,
  toUnavailable,
  toUnreadable,
} from "./queries";
