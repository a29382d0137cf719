/** The query of an address as a page's `searchParams` would give it: a list where a name stands more than once. */
export function paramsOf(url: string): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {};
  const { searchParams } = new URL(url);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    params[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return params;
}
