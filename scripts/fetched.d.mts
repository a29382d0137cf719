/** The folder of the package in that version, fetched into the cache if it is not there; none of its scripts is run. */
export function fetchPackage(name: string, version: string): string;
