export { askThread, Endless, type ThreadLimits } from "./thread";
