export { editOutlet, type FoundOutlet, findOrCreateOutlet, type OutletFields } from "./mutations";
export { getOutlet, listOutlets, listOutletsByName, type OutletDetail, type OutletRow } from "./queries";
