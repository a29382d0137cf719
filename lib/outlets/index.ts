export { countryName } from "./countries";
export { OUTLET_KINDS, type OutletKind } from "./model";
export { editOutletSchema } from "./schema";
