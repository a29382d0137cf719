export { OUTLET_KINDS, type OutletKind } from "./model";
