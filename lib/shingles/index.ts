export { everyShingleOf, LEAST_NEAR, resemblance, shinglesOf, WORDS_A_SHINGLE } from "./model";
