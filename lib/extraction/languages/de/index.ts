export { german } from "./german";
