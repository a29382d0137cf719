export { type Changes, changesSchema } from "./schema";
