export { english } from "./english";
