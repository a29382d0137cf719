export { bringRound } from "./bringing";
export { addToBatch, type ChosenFile, cancelBatch, type OfAll, startBatch } from "./mutations";
export { type BatchDetail, type BatchListed, getBatch, listBatches } from "./queries";
export { keepBringing } from "./working";
