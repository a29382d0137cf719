export { answerApi } from "./answer";
export { checkBodySchema, checkText } from "./checks";
export { ENDPOINTS } from "./endpoints";
