/** What a finding calls a text that was given with the draft: its address below the check's. */
export function materialId(ordinal: number): string {
  return `material/${ordinal}`;
}
