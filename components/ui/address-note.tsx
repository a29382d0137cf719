import { type Known, unknownIn } from "@/lib/http";
import { Note } from "./note";

interface AddressNoteProps {
  /** What the address asks for. */
  asked: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What the page understands. */
  known: Known;
}

/** Tells a reader what of the address in their bar was not understood, and that the page is shown without it. */
export function AddressNote({ asked, known }: AddressNoteProps) {
  // which of the texts that are kept goes back into its form: every page with forms understands that
  const { typed: _, ...rest } = asked;
  const unknown = unknownIn(rest, known);
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
