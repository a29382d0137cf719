import { signBefore } from "@/lib/statements";

export type Signed = Parameters<typeof signBefore>[0];

/** What our record says of words, drawn before them where they stand in their own text. */
export function SignBefore({ statement }: { statement: Signed }) {
  const sign = signBefore(statement);
  return sign ? <span className="hl__before">[{sign}:] </span> : null;
}
