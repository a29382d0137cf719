export { withholdNoteSchema } from "./schema";
export { type Stretch, stretchOf, wholeOf } from "./stretch";
