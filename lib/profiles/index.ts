export { type Stretch, stretchOf, wholeOf } from "./stretch";
