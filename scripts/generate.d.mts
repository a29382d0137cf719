/** Generates both Prisma clients unless they already belong to this schema; whether there was work. */
export function ensureGenerated(): Promise<boolean>;
