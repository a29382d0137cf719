const WHOLE = new Intl.NumberFormat("en-GB");

/** A figure with separators, in figures of one width. */
export function Numeral({ value }: { value: number }) {
  return <span className="num">{WHOLE.format(value)}</span>;
}

/** "1 statement", "3,985 statements": never a count without what it is a count of. */
export function countOf(count: number, one: string, many = `${one}s`) {
  return `${WHOLE.format(count)} ${count === 1 ? one : many}`;
}
