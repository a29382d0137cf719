/** Words that stand in more editions than this tell nothing of any of them. */
export const MOST_EDITIONS = 400;

// turns of phrase that every article has: counting their hundred thousand places is most of what looking costs, and they only grow
const MOST_COMMON = 20_000;
const common = new Set<number>();

/** Whether a shingle was found to be common before. */
export const isCommon = (hash: number) => common.has(hash);

/** Remembers one that stands in more. */
export function rememberCommon(hash: number): void {
  if (common.size < MOST_COMMON) common.add(hash);
}

/** Remembers those that stand in too many editions, and gives the others. */
export function tellingOf(
  counts: readonly { readonly hash: number; readonly _count: number }[],
): { readonly hash: number; readonly _count: number }[] {
  for (const { hash, _count } of counts) if (_count > MOST_EDITIONS) rememberCommon(hash);
  return counts.filter(({ _count }) => _count <= MOST_EDITIONS);
}
