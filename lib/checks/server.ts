export { findAgainst } from "./against";
export { compareApart } from "./apart";
export { listCalls } from "./calls";
export { closeCheck, decideFinding, reopenCheck } from "./decisions";
export {
  addMaterial,
  compareAgain,
  editDraft,
  type Material,
  removeMaterial,
  startCheck,
} from "./mutations";
export { findNextToProof, getProof, markProof } from "./proofing";
export {
  type CheckDetail,
  type CheckRow,
  findNextOpen,
  getCheck,
  getMaterial,
  listChecks,
  listCompany,
  listSearched,
} from "./queries";
