export { inSource } from "./in-source";
export { proposalsFrom } from "./proposals";
