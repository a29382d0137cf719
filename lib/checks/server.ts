export { findAgainst } from "./against";
export { compareApart } from "./apart";
export { listCalls } from "./calls";
export { captureMaterial } from "./capturing";
export { closeCheck, decideFinding, reopenCheck } from "./decisions";
export {
  addMaterial,
  compareAgain,
  editDraft,
  type Material,
  removeMaterial,
  startCheck,
} from "./mutations";
export { getProof, markProof } from "./proofing";
export {
  type CheckDetail,
  type CheckRow,
  countAsked,
  getCheck,
  getMaterial,
  listChecks,
  listCompany,
  listSearched,
} from "./queries";
