export { editOutlet, type FoundOutlet, findOrCreateOutlet, type OutletFields } from "./mutations";
export { listOutletsByName, getOutlet, listOutlets, type OutletDetail, type OutletRow } from "./queries";
