/** Builds the site unless it was built from these very sources; whether there was work. */
export function ensureSite(): Promise<boolean>;
/** Bundles the command line program unless it was bundled from these very sources; the file to import. */
export function ensureProgram(): Promise<string>;
