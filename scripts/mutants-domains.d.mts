interface Group {
  readonly files: readonly string[];
  readonly unit?: readonly string[];
  readonly data?: readonly string[];
}

export const DOMAINS: Readonly<Record<string, readonly Group[]>>;
export function inDomain(domain: string, names: readonly string[], ending?: string): string[];
