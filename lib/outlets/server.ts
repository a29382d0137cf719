export { editOutlet, type FoundOutlet, findOrCreateOutlet, type OutletFields } from "./mutations";
export { browseOutlets, getOutlet, listOutlets, type OutletDetail, type OutletRow } from "./queries";
