import { expect, test } from "vitest";
import { isNearName } from "./near-names";

test.each([
  ["yusufzai", "yousafzai", true],
  ["muhammad", "mohammed", true],
  ["zelensky", "zelenskyy", true],
  ["erdogan", "erdogaan", true],
  ["netanyahu", "netanyaho", true],
  ["trmup", "trump", true],
  ["merkle", "merkel", true],
  ["holm", "helm", true],
  ["holm", "hill", false],
  ["asif", "syed", false],
  ["trump", "trump", false],
  ["osei", "oseitutu", false],
  ["brown", "crown", false],
  ["lindmouth", "lindenhall", false],
])("%s for %s: %s", (one, other, isNear) => expect(isNearName(one, other)).toBe(isNear));
