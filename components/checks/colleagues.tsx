/** The names that the field for a colleague offers: one list for all forms of the page. */
export const COLLEAGUES = "colleagues";

export function ColleagueNames({ names }: { names: readonly string[] }) {
  return (
    <datalist id={COLLEAGUES}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
