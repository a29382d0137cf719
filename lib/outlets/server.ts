export { type FoundOutlet, findOrCreateOutlet } from "./mutations";
export { listOutlets, type OutletRow } from "./queries";
