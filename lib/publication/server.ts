export { applyChanges, writeVersion } from "./mutations";
