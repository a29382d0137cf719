export { type Hand, handRefusal, WORKS, type Work } from "./model";
