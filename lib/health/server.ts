export { closeHealth, isDatabaseAway, toUnavailable } from "./queries";
