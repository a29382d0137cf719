/** What a finding calls a text that was given with the draft: its address below the check's. */
export function materialId(ordinal: number): string {
  return `material/${ordinal}`;
}

/** Whether a finding rests on a text that was given with the draft. */
export function isMaterial(source: string): boolean {
  return /^material\/\d+$/.test(source);
}

export function materialOrdinal(source: string): number {
  return Number(source.slice("material/".length));
}
