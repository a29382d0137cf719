export { closeHealth, isDatabaseAway, toUnavailable, wasAwayLately } from "./queries";
