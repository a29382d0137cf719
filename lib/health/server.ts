export { closeHealth, isDatabaseAway, quietWhileAway, toUnavailable, wasAwayLately } from "./queries";
