/** How many statements an article has. */
export const STATEMENTS = 10;

const NAMES = ["Mira Tanvald", "Anna Brenn", "Vera Holt", "Peter Marek", "Lena Aster", "Jonas Reed"];
const THINGS = [
  "the bridge",
  "the border",
  "the new school",
  "the harvest",
  "the river",
  "the vote",
  "the lock",
];
const DONE = [
  "would open in spring",
  "had been sold twice",
  "was nobody’s business",
  "cost more than planned",
];
const REST = [
  "Rain fell in the north for days, and the trains to the coast were late again, as they had been in the years before.",
  "The ministry published its pages on the matter in the evening; few of them deal with what it will cost the towns.",
  "Around the market people stood in the cold and read what had been put on the wall of the town hall at noon.",
  "The plan is older than the council that has to decide on it, and nobody there remembers who drew it first.",
];

/** An article of about 4 kB with ten statements, five of them in marks; no two are the same, nor nearly. */
export function articleOf(seed: number): string {
  // the low bits of a linear congruence repeat soon, so the high ones choose
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list: readonly string[]) => list[next(list.length)] ?? "";
  const figure = () => String(1_000 + next(900_000));
  const paragraphs = [`Report ${seed} on ${pick(THINGS)}`];
  for (let n = 0; n < STATEMENTS / 2; n++) {
    const [name, thing, done] = [pick(NAMES), pick(THINGS), pick(DONE)];
    paragraphs.push(
      `“We have waited ${figure()} days for ${figure()} people, and ${thing} of ${figure()} ${done},” ${name} said.`,
      `${pick(REST)} In ${figure()} houses of ${figure()} it was dark, and ${figure()} lamps were counted on ${pick(THINGS)}. ${pick(REST)}`,
      `${name} said that ${figure()} of the ${figure()} letters about ${pick(THINGS)} ${pick(DONE)}.`,
      `${pick(REST)} Of ${figure()} roads ${figure()} were closed at ${figure()} metres above ${pick(THINGS)}. ${pick(REST)}`,
    );
  }
  return `${paragraphs.join("\n\n")}\n`;
}
