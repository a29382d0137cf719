export { keepMissingPassages, keepPassages } from "./mutations";
export { listPassages, type TextsFound } from "./queries";
export type { FoundPlace, FoundText } from "./texts";
