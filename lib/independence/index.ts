export { type Hand, handRefusal, NO_HAND, WORKS, type Work, workOf, worksOf } from "./model";
