export {
  AXES,
  type Axis,
  type AxisValue,
  FAMILIES,
  type Family,
  familyOf,
  NARRATIVE,
  NOT_JUDGED,
  type ShippedLabel,
  type ShippedScale,
  valueLabel,
} from "./model";
export {
  claimVerdictSchema,
  type UnjudgeInput,
  unjudgeSchema,
  type VerdictInput,
  verdictFormSchema,
  verdictSchema,
} from "./schema";
