import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedAgain, CHECKLIST, CORRECTABLE, textChanges, typedFields } from "./model";

describe("the texts that change", () => {
  it.each([
    [{ form: "direct" }, { form: "mixed" }],
    [{ isDenial: false }, { isDenial: true }],
    [{ speakerId: "one" }, { speakerId: "onee" }],
    [{ saidOn: "2025-10-28" }, { saidOn: "2025-10-27" }],
    [{ language: "en" }, { language: "enn" }],
    [{ context: "On aid." }, { context: "On aids.", form: "mixed" }],
  ])("are none where %j becomes %j", (before, after) => expect(textChanges(before, after)).toBeNull());

  it("are told field by field, what is absent as nothing", () => {
    expect(
      textChanges({ context: "A", originalWording: null }, { context: "B", originalWording: "C" }),
    ).toEqual([
      { was: "A", now: "B" },
      { was: "", now: "C" },
    ]);
  });
});

describe("what a typing error may stand in", () => {
  const TEXTS = [
    ...["wording", "attribution", "roleThen", "cue", "saidOnNote", "place", "event", "addressee"],
    ...["introduction", "context", "originalWording", "translatedBy"],
  ];
  it.each([...Object.keys(CORRECTABLE), "state"])("%s", (field) => {
    const changes = textChanges({ [field]: "the goverment" }, { [field]: "the government" });
    expect(changes !== null).toBe(TEXTS.includes(field));
  });

  it("is not kept from being one by what was left as it was", () => {
    const left = { isDenial: false, speakerId: null, place: "Kabul" };
    const changes = textChanges({ ...left, cue: "siad" }, { ...left, speakerId: undefined, cue: "said" });
    expect(changes).toEqual([{ was: "siad", now: "said" }]);
  });

  it.each([
    [1, 2],
    [null, 3],
    [7, null],
    [undefined, true],
  ])("is no text: %j, then %j", (was, now) =>
    expect(textChanges({ wording: was }, { wording: now })).toBeNull(),
  );
});

describe("what is asked for again", () => {
  // decision 012, written out a second time: what falls with each field
  // columns:            axes   sourcing relations positions checks
  const FALLS: Readonly<Record<string, string>> = {
    wording: "           SFCT   -        x         x         words_match,context_fair",
    form: "              SFCT   -        x         x         words_match",
    isDenial: "          SFCT   -        x         x         context_fair",
    speakerId: "         SFCT   x        x         x         speaker_identified,role_right",
    language: "          SFCT   -        x         x         translation_checked",
    originalWording: "   SFCT   -        x         x         translation_checked",
    originalLanguage: "  SFCT   -        x         x         translation_checked",
    translatedBy: "      SFCT   -        x         x         translation_checked",
    saidOn: "            SCT    -        x         -         date_and_place",
    saidOnNote: "        SCT    -        x         -         date_and_place",
    place: "             SCT    -        x         -         date_and_place",
    event: "             SCT    -        x         -         date_and_place",
    addressee: "         SCT    -        x         -         date_and_place",
    attribution: "       C      x        -         -         speaker_identified",
    roleThen: "          C      -        -         -         role_right",
    cue: "               C      -        -         -         -",
    introduction: "      C      -        -         -         -",
    context: "           C      -        -         -         context_fair",
  };
  const AXIS: Readonly<Record<string, string>> = { S: "said", F: "faithful", C: "in_context", T: "true" };

  it.each(Object.keys(CORRECTABLE))("when %s changes", (field) => {
    const [axes = "", sourcing, relations, positions, checks = ""] = (FALLS[field] ?? "").trim().split(/\s+/);
    expect(askedAgain([field])).toEqual({
      axes: [...axes].map((letter) => AXIS[letter]),
      isSourcing: sourcing === "x",
      isRelations: relations === "x",
      isPositions: positions === "x",
      checks: checks === "-" ? [] : checks.split(","),
    });
  });

  it("is all that any of the fields asks for", () => {
    const fields = fc.subarray(Object.keys(CORRECTABLE), { minLength: 1 });
    fc.assert(
      fc.property(fields, (changed) => {
        const [all, each] = [askedAgain(changed), changed.map((field) => askedAgain([field]))];
        expect([...all.axes].sort()).toEqual([...new Set(each.flatMap(({ axes }) => axes))].sort());
        expect([...all.checks].sort()).toEqual([...new Set(each.flatMap(({ checks }) => checks))].sort());
        for (const key of ["isSourcing", "isRelations", "isPositions"] as const)
          expect(all[key]).toBe(each.some((one) => one[key]));
      }),
    );
  });

  it("asks for something again whatever field changes, and for nothing when none does", () => {
    for (const field of Object.keys(CORRECTABLE)) expect(askedAgain([field]).axes).not.toEqual([]);
    const items = Object.keys(CORRECTABLE).flatMap((field) => askedAgain([field]).checks);
    for (const item of items) expect(CHECKLIST.map(({ key }) => key as string)).toContain(item);
    expect(askedAgain([])).toMatchObject({ axes: [], checks: [], isRelations: false });
  });
});

describe("the fields as a correction types them", () => {
  const statement = {
    ...{ id: "internal", state: "published", wording: "“No.”", form: "direct", isDenial: true },
    ...{ speakerId: null, attribution: "Rana", roleThen: "", cue: "said", saidOnNote: "Monday" },
    ...{ place: "Lindmouth", event: "", addressee: "", context: "On the bridge.", language: "en" },
    ...{ introduction: null, originalWording: null, originalLanguage: null, translatedBy: null },
    saidOn: new Date("2026-05-11T00:00:00Z"),
  };

  it.each([
    ["day", "2026-05-11"],
    ["month", "2026-05"],
    ["year", "2026"],
    ["time", "2026-05-11T00:00Z"],
    [null, "2026-05-11"],
  ])(
    "are all that a correction can mend and no other, the date as a person writes it: %s",
    (precision, saidOn) => {
      const { id: _, state: __, ...typed } = statement;
      expect(typedFields({ ...statement, saidOnPrecision: precision })).toEqual({ ...typed, saidOn });
    },
  );

  it("have no date where none is known", () => {
    expect(typedFields({ ...statement, saidOn: null, saidOnPrecision: null }).saidOn).toBe("");
  });
});
