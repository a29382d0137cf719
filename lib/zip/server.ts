export { linesOf } from "./lines";
export { openZip, type Zip } from "./read";
export { type ZipFile, zipOf } from "./write";
