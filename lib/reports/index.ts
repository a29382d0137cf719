export { reportHtml } from "./html";
export { toCheckedJson } from "./json";
export { linesOf, summaryOf } from "./lines";
export { type CheckedDraft, type Searched, toLookAt } from "./model";
export { type CheckedJson, checkedSchema } from "./schema";
export { setOff } from "./set-off";
