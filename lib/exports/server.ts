export { CSV } from "./csv-format";
export { previewExport } from "./preview";
export { eachEntry, entriesOf } from "./queries";
export { FORMATS, formatOf } from "./registry";
export { describeSelection } from "./selection";
