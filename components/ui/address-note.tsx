import { Note } from "./note";

/** Tells a reader what of the address in their bar was not understood, and that the page is shown without it. */
export function AddressNote({ unknown }: { unknown: readonly string[] }) {
  if (unknown.length === 0) return null;
  return (
    <Note tone="care" title="Part of this address is not understood, so the page is shown without it">
      {unknown.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
    </Note>
  );
}
