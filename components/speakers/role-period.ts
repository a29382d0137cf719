import { typedDate } from "@/lib/text";

interface Period {
  readonly heldFrom: Date | null;
  readonly heldFromPrecision: string | null;
  readonly heldTo: Date | null;
  readonly heldToPrecision: string | null;
}

/** From when to when a role was held, as far as it is recorded: "from 2023-08", "2019 to 2021-03-01", or nothing. */
export function rolePeriod({ heldFrom, heldFromPrecision, heldTo, heldToPrecision }: Period): string {
  const [from, to] = [typedDate(heldFrom, heldFromPrecision), typedDate(heldTo, heldToPrecision)];
  if (from && to) return `${from} to ${to}`;
  if (from) return `from ${from}`;
  return to ? `until ${to}` : "";
}
