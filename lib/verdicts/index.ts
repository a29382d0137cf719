export {
  AXES,
  type Axis,
  type AxisValue,
  FAMILIES,
  type Family,
  familyOf,
  NARRATIVE,
  type ShippedLabel,
  type ShippedScale,
  valueLabel,
} from "./model";
export {
  type UnjudgeInput,
  unjudgeSchema,
  type VerdictInput,
  verdictFormSchema,
  verdictSchema,
} from "./schema";
