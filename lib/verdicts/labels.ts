import type { Tx } from "@/lib/db/server";
import { Refused } from "@/lib/errors";

/** A label of one of the desk's scales of truth. @throws {Refused} at the field when there is none of that name. */
export async function findLabel(tx: Tx, scaleKey: string, key: string, field = "value") {
  const label = await tx.scaleLabel.findFirst({
    where: { key, retiredAt: null, scale: { key: scaleKey, retiredAt: null } },
    select: { id: true, label: true, scale: { select: { name: true } } },
  });
  if (label) return label;
  const message = "Choose a label of one of the desk’s scales.";
  throw new Refused([{ rule: "verdict.label", message, field }]);
}
