export { spanish } from "./spanish";
