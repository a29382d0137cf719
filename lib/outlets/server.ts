export { type FoundOutlet, findOrCreateOutlet } from "./mutations";
export { findOutletByName, listOutlets, type OutletRow } from "./queries";
