export { filterOf } from "./model";
export { changeSearchSchema, markSeenSchema, ofSearchSchema, saveSearchSchema } from "./schema";
