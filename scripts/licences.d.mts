export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly isServed: boolean;
}

/** Every package that the lockfile names, once for each version. */
export function packagesOf(lockfile: unknown): Package[];
/** The packages whose licence nobody has weighed: one line each. */
export function unweighed(packages: readonly Package[]): string[];
/** THIRD-PARTY.md. */
export function writeUp(packages: readonly Package[]): string;
