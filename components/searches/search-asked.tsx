interface SearchAskedProps {
  entries: readonly (readonly [name: string, value: string])[];
}

/** What a search asks for, in the words of its address. */
export function SearchAsked({ entries }: SearchAskedProps) {
  return (
    <span className="meta">
      {entries.map(([name, value], nth) => (
        <span key={`${name} ${value}`}>
          {nth > 0 ? ", " : ""}
          {name === "q" ? "" : `${name} `}
          <bdi>{name === "q" ? `“${value}”` : value}</bdi>
        </span>
      ))}
    </span>
  );
}
