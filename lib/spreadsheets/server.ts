export { readSpreadsheet } from "./read";
