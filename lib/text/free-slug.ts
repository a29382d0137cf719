/** `base`, or `base-2`, `base-3`, …: the first that is not in `taken`. */
export function freeSlug(base: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(base)) return base;
  for (let number = 2; ; number++) {
    const slug = `${base}-${number}`;
    if (!used.has(slug)) return slug;
  }
}
