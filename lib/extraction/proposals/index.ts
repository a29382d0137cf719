export { proposalsFrom } from "./proposals";
