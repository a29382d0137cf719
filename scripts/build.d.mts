/** Builds the site unless it was built from these very sources; whether there was work. */
export function ensureSite(): Promise<boolean>;
