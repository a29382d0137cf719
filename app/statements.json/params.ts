/** The query of an address as a page's `searchParams` would give it: a list where a name stands more than once. */
export function paramsOf(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url);
  // set one by one, a parameter called __proto__ would be asked for and not be there
  return Object.fromEntries(
    Array.from(new Set(searchParams.keys()), (name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
