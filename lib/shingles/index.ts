export { everyShingleOf, shinglesOf } from "./model";
