/** The schema for one engine: the same models, another provider and output folder. */
export function schemaFor(engine: string, schema: string): string;

/** Generates both Prisma clients unless they already belong to this schema; whether there was work. */
export function ensureGenerated(): Promise<boolean>;
