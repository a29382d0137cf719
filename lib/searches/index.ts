export { filterOf } from "./model";
export { changeSearchSchema, ofSearchSchema, saveSearchSchema } from "./schema";
