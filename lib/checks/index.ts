export {
  CHECK_SCOPES,
  type CheckScope,
  DECISION_KINDS,
  type DecisionKind,
  type KeptFinding,
} from "./model";
export {
  addMaterialSchema,
  closeCheckSchema,
  compareAgainSchema,
  decideFindingSchema,
  editDraftSchema,
  removeMaterialSchema,
  reopenCheckSchema,
  startCheckSchema,
} from "./schema";
