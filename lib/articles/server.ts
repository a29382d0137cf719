export { readArrived } from "./apart";
export type { Arrived } from "./read";
