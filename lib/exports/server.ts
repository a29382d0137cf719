export { CSV } from "./csv-format";
export { assertNamed } from "./named";
export {
  readClaimJson,
  readJudgements,
  readSourceJson,
  readSpeakerJson,
  readStatementJson,
  readStoryJson,
} from "./pages";
export { previewExport } from "./preview";
export { eachEntry, entriesOf } from "./queries";
export { FORMATS, formatOf } from "./registry";
export { describeSelection } from "./selection";
