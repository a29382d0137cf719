export function hashOf(texts: readonly string[]): string;
export function hashOfFiles(
  root: string,
  places: readonly string[],
  isInput?: (file: string) => boolean,
): string;
export function filesBelow(root: string, place: string): string[];
export function isStamped(file: string, inputs: string): boolean;
export function unstamp(file: string): void;
export function stamp(file: string, inputs: string): void;
