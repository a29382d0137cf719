import { expect, it } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { readNames } from "./written";

it.each(["unu", "na", "ya", "nya", "shu", "tsu", "nn", "uu"])(
  "a long word that is almost one of Japanese syllables costs no more than in proportion: %s",
  async (syllable) => {
    const make = (size: number) => `ABE S${syllable.repeat(size)}b`;
    expect(await growthOf(make, readNames, 6)).toBeLessThan(TOO_MUCH);
    // long enough to have no end where each syllable can be cut in two ways
    expect(readNames(make(60))).toHaveLength(1);
  },
);
