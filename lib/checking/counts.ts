import { ofAnswered } from "./answered";
import type { Difference } from "./differences";
import { ofBoundParts, ofFractions } from "./fractions";
import { ofRates } from "./rates";
import type { Word } from "./words";

/** What is counted otherwise than by a figure: parts, times, periods, hours, and the number of a question. */
export const ofCounts = (own: readonly Word[], record: readonly Word[]): Difference[] => [
  ...ofFractions(own, record),
  ...ofBoundParts(own, record),
  ...ofRates(own, record),
  ...ofAnswered(own, record),
];
