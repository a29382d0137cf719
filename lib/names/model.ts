/**
 * A name as data. Parts are what the Citation Style Language calls them
 * (https://docs.citationstyles.org/en/stable/specification.html#name-and-name-part-formatting); a `literal` is never turned
 * round and never cut. A body is an institution, an outlet, a party, a newsroom; everybody else is a person.
 */
export type Name = PersonInParts | PersonWhole | Body;

export interface PersonInParts {
  readonly kind: "person";
  readonly family: string;
  readonly given?: string;
  /** Stands before the family name and stays with it: "van der" Berg, "al-"Assad. */
  readonly particle?: string;
  /** Stays behind with the given name where the family name comes first: "Humboldt, Alexander von". */
  readonly droppingParticle?: string;
  readonly suffix?: string;
  /** The family name is printed first without a comma: Kim Jong Un. */
  readonly isFamilyFirst?: true;
  /** The name of an account, with its sign: "@janeroe". */
  readonly handle?: string;
}

interface PersonWhole {
  readonly kind: "person";
  readonly literal: string;
  readonly handle?: string;
}

interface Body {
  readonly kind: "body";
  readonly literal: string;
  readonly handle?: string;
}

/** The name in the order in which it is said: "Jan van der Berg", "Kim Jong Un", "Martin Luther King Jr." */
export function spokenName(name: Name): string {
  if ("literal" in name) return name.literal;
  const { given, suffix, isFamilyFirst } = name;
  const behind = [name.droppingParticle, familyWithParticle(name)];
  const inOrder = isFamilyFirst ? [...behind, given] : [given, ...behind];
  return [...inOrder, suffix].filter(Boolean).join(" ");
}

/** The family name with the particle that stays with it: "van der Berg", "al-Assad"; a literal is whole. */
export function familyWithParticle(name: Name): string {
  if ("literal" in name) return name.literal;
  const { particle, family } = name;
  if (!particle) return family;
  // a particle that ends in a hyphen or an apostrophe is written together with what follows
  return /[-'’‘]$/u.test(particle) ? `${particle}${family}` : `${particle} ${family}`;
}

/** The given name with the particle that stays behind with it: "Alexander von"; empty of a literal. */
export function givenWithParticle(name: Name): string {
  if ("literal" in name) return "";
  return [name.given, name.droppingParticle].filter(Boolean).join(" ");
}
