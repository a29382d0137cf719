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

  // hundreds of Khans, each with a given name of their own that begins like no other's double
  const khans = (count: number, surname = "Khan") =>
    Array.from({ length: count }, (_, n) => named(`${givenName(n)} ${surname}`));
  const givenName = (n: number) =>
    `${["Ba", "Ce", "Di", "Fo", "Gu", "Ha", "Je", "Ki", "Lo", "Mu"][n % 10]}${"lmnrstvz"[n % 8]}${"aeio"[n % 4]}${n
      .toString(26)
      .replace(/\d/gu, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}`;

  test.each<[string, Lookalike[], string]>([
    [
      "of one given name",
      [...khans(600), named("Zahra Maria Khan"), named("Dr Zahra Khan")],
      "Dr Zahra Khan ~ Zahra Maria Khan: surname",
    ],
    ["by an initial", [...khans(600), named("Yara Khan"), named("Y. Khan")], "Y. Khan ~ Yara Khan: surname"],
    [
      "spelled almost so",
      [
        ...khans(300, "Mohamed"),
        ...khans(300, "Muhammed").map((one, n) => ({ ...one, ...named(`X${givenName(n)} Muhammed`) })),
        ...[named("Zahra Mohamed"), named("Zahra Muhammed")],
      ],
      "Zahra Mohamed ~ Zahra Muhammed: near",
    ],
    [
      "beside those of whom the record has no given name",
      [
        ...Array.from({ length: 300 }, (_, n) => named("Khan", { also: [`Khan the ${n}`] })),
        ...[named("Zahra Maria Khan"), named("Zahra Khan")],
      ],
      "Zahra Khan ~ Zahra Maria Khan: surname",
    ],
    [
      "by the other's name, of hundreds who have it among others",
      [
        ...Array.from({ length: 300 }, (_, n) => named(`${givenName(n)} Holm`, { also: ["the Mayor"] })),
        named("The Mayor"),
      ],
      `${givenName(0)} Holm ~ The Mayor: alias`,
    ],
  ])("finds two among hundreds of one surname: %s", (_, among, expected) => {
    expect(told(among)).toContain(expected);
  });

  it("tells those in whom a given name agrees before those in whom none is printed", () => {
    const many = [...khans(150), named("Khan"), named("Zahra Maria Khan"), named("Zahra Khan")];
    expect(told(many)[0]).toBe("Zahra Khan ~ Zahra Maria Khan: surname");
    expect(told(many)).toHaveLength(153);
  });

  it("bounds what is found, so that those that were decided make place for others", () => {
    const bare = khans(60);
    const all = [named("Khan"), ...bare];
    const found = findDoubles(all, { most: 50 });
    const decided = new Set(found.map(({ other }) => other.id));
    const left = findDoubles(all, { most: 50, isOpen: (_, other) => !decided.has(other.id) });
    expect(left).toHaveLength(10);
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
