import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findDoubles, type Lookalike, MOST_FOUND } from "./doubles-model";
import { type SpeakerKind, sortNameOf } from "./model";

let ids = 0;
function named(name: string, more: Partial<Lookalike> & { also?: string[] } = {}): Lookalike {
  ids += 1;
  const { also = [], ...rest } = more;
  const kind = (rest.kind ?? "person") as SpeakerKind;
  const own = {
    id: `id-${String(ids).padStart(6, "0")}`,
    name,
    kind,
    wikidataId: null,
    names: [name, ...also],
  };
  return { ...own, sortName: sortNameOf(name, kind), ...rest };
}

const told = (among: readonly Lookalike[]) =>
  findDoubles(among).map(({ one, other, reason }) => `${one.name} ~ ${other.name}: ${reason}`);

describe("who may be one", () => {
  test.each<[string, Lookalike[], string[]]>([
    [
      "the same item",
      [named("A. Holm", { wikidataId: "Q1" }), named("Berta Quist", { wikidataId: "Q1" })],
      ["A. Holm ~ Berta Quist: wikidata"],
    ],
    ["one name", [named("Agda Holm"), named("Agda  Holm")], ["Agda Holm ~ Agda  Holm: name"]],
    [
      "with an article",
      [named("The Taliban", { kind: "organisation" }), named("Taliban", { kind: "collective" })],
      ["The Taliban ~ Taliban: name"],
    ],
    [
      "another name",
      [
        named("Osthaven Port", { kind: "organisation", also: ["OPA"] }),
        named("OPA", { kind: "organisation" }),
      ],
      ["OPA ~ Osthaven Port: alias"],
    ],
    ["an initial", [named("Agda Holm"), named("A. Holm")], ["A. Holm ~ Agda Holm: surname"]],
    ["a surname alone", [named("Agda Holm"), named("Holm")], ["Holm ~ Agda Holm: surname"]],
    [
      "a spelling",
      [named("Sami Yusufzai"), named("Sami Yousafzai")],
      ["Sami Yousafzai ~ Sami Yusufzai: near"],
    ],
    ["another given name", [named("Agda Holm"), named("Berta Holm")], []],
    ["short names", [named("Wei Li"), named("Wei Lu")], []],
    [
      "a name of both among others",
      [named("Agda Holm", { also: ["the minister"] }), named("Berta Quist", { also: ["the minister"] })],
      [],
    ],
    [
      "voices without a name",
      [named("an official", { kind: "anonymous" }), named("an official", { kind: "anonymous" })],
      [],
    ],
  ])("%s", (_, among, expected) => {
    expect(told(among)).toEqual(expected);
  });

  it("tells the surest reason, and the surest first", () => {
    expect(
      told([
        named("Sami Yusufzai"),
        named("Sami Yousafzai", { wikidataId: "Q7", also: ["Sami Yusufzai"] }),
        named("S. Yousafzai", { wikidataId: "Q7" }),
      ]),
    ).toEqual([
      "S. Yousafzai ~ Sami Yousafzai: wikidata",
      "Sami Yousafzai ~ Sami Yusufzai: alias",
      "S. Yousafzai ~ Sami Yusufzai: near",
    ]);
  });

  it("makes no more of one surname than somebody decides", () => {
    const bare = Array.from({ length: 60 }, () => named("Holm"));
    expect(findDoubles(bare, { most: 50 })).toHaveLength(50);
  });

  it("ends among thousands of surnames that are all near one another", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const sketch = (n: number) =>
      [n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676)].map((at) => letters[at]).join("");
    // sixteen million pairs, two letters from one another at most by far
    const many = Array.from({ length: 6000 }, (_, n) => named(`Agda Mar${sketch(n)}quist`));
    const found = findDoubles(many);
    expect(found).toHaveLength(MOST_FOUND);
    // what was decided on makes place for others
    const decided = new Set(found.map(({ one, other }) => `${one.id} ${other.id}`));
    const open = findDoubles(many, { isOpen: (one, other) => !decided.has(`${one.id} ${other.id}`) });
    expect(open).toHaveLength(MOST_FOUND);
    expect(open.some(({ one, other }) => decided.has(`${one.id} ${other.id}`))).toBe(false);
  });

  it("finds the same whatever their order, and nobody with themselves", () => {
    const some = ["Agda Holm", "A. Holm", "Holm", "Agda Holmm", "Agda Hulm", "Berta Quist", "Kvist"].map(
      (name) => named(name),
    );
    const pairs = (among: readonly Lookalike[]) => told(among).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(pairs(shuffled)).toEqual(pairs(some));
        for (const { one, other } of findDoubles(shuffled)) expect(one.id).not.toBe(other.id);
      }),
    );
  });
});
