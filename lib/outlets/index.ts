export { countryName, OUTLET_KINDS, type OutletKind } from "./model";
export { editOutletSchema } from "./schema";
