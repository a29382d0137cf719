export {
  CONFLICT_TYPES,
  isConflict,
  LEAST_RATIONALE,
  RELATION_TYPES,
  RESOLUTIONS,
  type RelationDecision,
  type RelationState,
  type RelationType,
  type Resolution,
} from "./model";
export {
  type ConfirmInput,
  confirmSchema,
  type RejectInput,
  type RelateInput,
  type ReopenInput,
  type ResolveInput,
  rejectSchema,
  relateSchema,
  reopenSchema,
  resolveSchema,
  type SuggestInput,
} from "./schema";
