export { everyShingleOf, shinglesOf, WORDS_A_SHINGLE } from "./model";
