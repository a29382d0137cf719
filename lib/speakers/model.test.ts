import { describe, expect, test } from "vitest";
import { givenNamesAgree, nameKey, sortNameOf, surnameKey, untitledKey } from "@/lib/speakers";

describe("keys of names", () => {
  test.each([
    ["President Donald Trump", "donald trump", "trump"],
    ["Baqir Sajjad Syed", "baqir sajjad syed", "syed"],
    ["Ursula von der Leyen", "ursula von der leyen", "von der leyen"],
    ["Martin Luther King Jr.", "martin luther king", "king"],
    ["Mullah", "mullah", "mullah"],
    ["Türkân Şoray", "turkan soray", "soray"],
    ["محمد یعقوب", "محمد یعقوب", "یعقوب"],
  ])("%s", (name, untitled, surname) => {
    expect(untitledKey(name)).toBe(untitled);
    expect(surnameKey(name)).toBe(surname);
  });

  test("a name of signs alone keeps a key, a blank one has none", () => {
    expect(nameKey("***")).toBe("***");
    expect(nameKey(" \u200b ")).toBe("");
  });
});

test.each([
  ["Baqir Sajjad Syed", "person", "syed baqir sajjad"],
  ["President Donald Trump", "person", "trump donald"],
  ["Islamabad", "person", "islamabad"],
  ["The Taliban", "organisation", "taliban"],
  ["An unnamed Pakistani official", "anonymous", "unnamed pakistani official"],
] as const)("%s (%s) sorts as %s", (name, kind, sorted) => expect(sortNameOf(name, kind)).toBe(sorted));

test.each([
  ["Syed", "Baqir Sajjad Syed", true],
  ["B. Syed", "Baqir Sajjad Syed", true],
  ["Sajjad Syed", "Baqir Sajjad Syed", true],
  ["Adam Smith", "John Smith", false],
  ["A. Smith", "John Smith", false],
])("given names of %s and %s agree: %s", (one, other, agree) => {
  expect(givenNamesAgree(one, other)).toBe(agree);
  expect(givenNamesAgree(other, one)).toBe(agree);
});
