import { describe, expect, it } from "vitest";
import type { Name } from "@/lib/names";
import { type CslName, familyOfCsl, givenOfCsl, invertedCslName, toCslName } from "./csl-names";

// The order of names as RIS asks for it (last name, first name, suffix), and particles as the CSL specification parts them.

it.each<[Name, CslName]>([
  [{ literal: "ACLED", kind: "body" }, { literal: "ACLED" }],
  [{ kind: "person", literal: "Pelé" }, { literal: "Pelé" }],
  [{ kind: "person", family: "Vale" }, { family: "Vale" }],
  [
    { kind: "person", family: "Vale", given: "", particle: "", droppingParticle: "", suffix: "" },
    { family: "Vale" },
  ],
  [
    { kind: "person", family: "Berg", given: "Jan", particle: "van der" },
    { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
  ],
  [
    { kind: "person", family: "Beethoven", given: "Ludwig", droppingParticle: "van" },
    { family: "Beethoven", given: "Ludwig", "dropping-particle": "van" },
  ],
  [
    { kind: "person", family: "King", given: "Martin Luther", suffix: "Jr." },
    { family: "King", given: "Martin Luther", suffix: "Jr." },
  ],
  [
    { kind: "person", family: "Mao", given: "Zedong", isFamilyFirst: true },
    { family: "Mao", given: "Zedong", "static-ordering": true },
  ],
])("%j is %j in CSL", (name, csl) => {
  expect(toCslName(name)).toEqual(csl);
});

describe("a name with the family before", () => {
  it.each<[CslName, string]>([
    [{ literal: "The Lindmouth Courier" }, "The Lindmouth Courier"],
    [{ family: "Vale" }, "Vale"],
    [{ family: "Vale", given: "Ada" }, "Vale, Ada"],
    [{ family: "King", given: "Martin Luther", suffix: "Jr." }, "King, Martin Luther, Jr."],
    [{ family: "King", suffix: "III" }, "King, III"],
    [{ family: "Berg", given: "Jan", "non-dropping-particle": "van der" }, "van der Berg, Jan"],
    [{ family: "Beethoven", given: "Ludwig", "dropping-particle": "van" }, "Beethoven, Ludwig van"],
  ])("%j: %s", (name, inverted) => {
    expect(invertedCslName(name)).toBe(inverted);
  });
});

it.each([
  ["de", "de Gaulle"],
  ["d'", "d'Gaulle"],
  ["d’", "d’Gaulle"],
  ["‘", "‘Gaulle"],
  ["al-", "al-Gaulle"],
  // a hyphen within joins nothing to what follows
  ["al-e", "al-e Gaulle"],
])("the particle %s stays with the family name: %s", (particle, whole) => {
  expect(familyOfCsl({ family: "Gaulle", "non-dropping-particle": particle })).toBe(whole);
  expect(familyOfCsl({ family: "Gaulle", "dropping-particle": particle })).toBe("Gaulle");
});

it.each([
  [{ family: "Gaulle" }, ""],
  [{ family: "Gaulle", given: "Charles" }, "Charles"],
  [{ family: "Gaulle", "dropping-particle": "von" }, "von"],
  [{ family: "Gaulle", given: "Charles", "dropping-particle": "von" }, "Charles von"],
  [{ family: "Gaulle", given: "Charles", "non-dropping-particle": "de" }, "Charles"],
])("the given name of %j is “%s”", (name, given) => {
  expect(givenOfCsl(name)).toBe(given);
});
