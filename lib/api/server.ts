export { answerApi } from "./answer";
export { ENDPOINTS } from "./endpoints";
