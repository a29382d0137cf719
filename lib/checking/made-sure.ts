import type { Placed } from "./changes";
import type { Difference } from "./differences";

const MAY = /^(?:may|might|could|should|kann|könnte|könnten|podría|podrían|puede)$/u;
const WILL = /^(?:will|shall|must|is|are|wird|werden|muss|será)$/u;

/** "It will" in the place of "it could": what is only possible is sure in the draft, whatever verb of saying it has. */
export function madeSure({ blocks }: Placed): Difference | null {
  for (const { draft, record } of blocks) {
    const [one, other] = [draft.find(({ key }) => WILL.test(key)), record.find(({ key }) => MAY.test(key))];
    if (one === undefined || other === undefined || draft.some(({ key }) => MAY.test(key))) continue;
    return {
      label: "lost_qualifier",
      reason: `The draft has “${one.raw}” where the record has “${other.raw}”.`,
      note: null,
    };
  }
  return null;
}
