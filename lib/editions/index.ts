export { WAITING } from "./model";
