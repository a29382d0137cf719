export { closeCheck, decideFinding, reopenCheck } from "./decisions";
export {
  addMaterial,
  compareAgain,
  editDraft,
  type Material,
  removeMaterial,
  startCheck,
} from "./mutations";
export { type CheckDetail, type CheckRow, findNextOpen, getCheck, getMaterial, listChecks } from "./queries";
