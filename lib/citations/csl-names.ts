import type { Name } from "@/lib/names";

/** A name in CSL: parts, or a literal when it is no person's. */
export type CslName = CslPerson | { readonly literal: string };

interface CslPerson {
  readonly family: string;
  readonly given?: string;
  readonly "non-dropping-particle"?: string;
  readonly "dropping-particle"?: string;
  readonly suffix?: string;
  /** The family name is printed first. */
  readonly "static-ordering"?: true;
}

// the sources of a list share their names, which are read once
const made = new WeakMap<Name, CslName>();

/** A name as CSL has it. */
export function toCslName(name: Name): CslName {
  const known = made.get(name);
  if (known) return known;
  const csl = makeCslName(name);
  made.set(name, csl);
  return csl;
}

function makeCslName(name: Name): CslName {
  if ("literal" in name) return { literal: name.literal };
  const { family, given, particle, droppingParticle, suffix, isFamilyFirst } = name;
  return {
    family,
    ...(given ? { given } : {}),
    ...(particle ? { "non-dropping-particle": particle } : {}),
    ...(droppingParticle ? { "dropping-particle": droppingParticle } : {}),
    ...(suffix ? { suffix } : {}),
    ...(isFamilyFirst ? { "static-ordering": true } : {}),
  };
}

const inverted = new WeakMap<CslName, string>();

/** "van der Berg, Jan", "King, Martin Luther, Jr.": a name as RIS and the names of a page's head have it. */
export function invertedCslName(name: CslName): string {
  const known = inverted.get(name);
  if (known !== undefined) return known;
  const turned = turnedRound(name);
  inverted.set(name, turned);
  return turned;
}

function turnedRound(name: CslName): string {
  if ("literal" in name) return name.literal;
  return [familyOfCsl(name), givenOfCsl(name), name.suffix].filter(Boolean).join(", ");
}

/** The family name with the particle that stays with it. */
export function familyOfCsl(name: CslPerson): string {
  const particle = name["non-dropping-particle"];
  if (!particle) return name.family;
  return /[-'’‘]$/u.test(particle) ? `${particle}${name.family}` : `${particle} ${name.family}`;
}

/** The given name with the particle that stays behind with it. */
export function givenOfCsl(name: CslPerson): string {
  return [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
}
