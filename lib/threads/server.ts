export { programNamed } from "./programs";
export { askThread, Endless, type ThreadLimits } from "./thread";
