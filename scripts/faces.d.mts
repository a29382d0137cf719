/** Cuts the faces unless they were cut from these packages already; the folder they stand in. */
export function ensureFaces(): Promise<string>;
