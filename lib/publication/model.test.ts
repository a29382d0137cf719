import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedAgain, CHECKLIST, CORRECTABLE, isTypingError, typedFields } from "./model";

const NAMES = ["Mullah Yaqoob", "yahya of Herat"];
const isSlip = (was: string, now: string, field = "wording") =>
  isTypingError({ [field]: was }, { [field]: now }, NAMES);

describe("a typing error", () => {
  it.each([
    ["a letter missing", "The goverment refused.", "The government refused."],
    ["a letter too many", "They aggreed to talk.", "They agreed to talk."],
    ["two letters swapped", "They will recieve aid.", "They will receive aid."],
    ["two swapped in a short word", "Talks in teh city.", "Talks in the city."],
    ["two letters wrong in one word", "A definately closed road.", "A definitely closed road."],
    ["a letter in each of two words", "The goverment aggreed.", "The government agreed."],
    ["a comma", "Peace however is far.", "Peace, however is far."],
    ["a space too many", "Peace  is far.", "Peace is far."],
    ["a missing letter of four", "Talks wich failed.", "Talks which failed."],
  ])("is %s", (_, was, now) => {
    expect(isSlip(was, now)).toBe(true);
    expect(isSlip(now, was)).toBe(true);
  });

  it.each([
    ["not for now", "We are not ready.", "We are now ready."],
    ["a no dropped", "There is no deal.", "There is deal."],
    ["a not added", "We agreed.", "We not agreed."],
    ["can't for can", "We can't accept it.", "We can accept it."],
    ["a prefix", "The plan is legal.", "The plan is illegal."],
    ["un-", "An able man.", "An unable man."],
    ["another first letter", "A million fled.", "A billion fled."],
    ["another number word", "About sixty died.", "About sixth died."],
    ["a digit", "It killed 600.", "It killed 800."],
    ["a digit more", "It killed 60.", "It killed 600."],
    ["a decimal comma", "It rose 3.5 points.", "It rose 35 points."],
    ["a sign before a number", "It fell -5 points.", "It fell 5 points."],
    ["a mark beside a number", "It was 5 per cent.", "It was, 5 per cent."],
    ["a name", "Imran said so.", "Imram said so."],
    ["a name without a capital that is known", "With yahya gone.", "With yahja gone."],
    ["another case", "The state fell.", "The State fell."],
    ["a script without capitals", "دا خبره سمه ده", "دا خبره سمه دی"],
    ["a question", "They will come.", "They will come?"],
    ["an ellipsis", "They will. Come.", "They will... Come."],
    ["brackets", "They will come.", "[They will come.]"],
    ["a quotation mark", "“They will come.”", "They will come."],
    ["two words exchanged", "Kabul struck Islamabad.", "Islamabad struck Kabul."],
    ["two words joined", "They may be there.", "They maybe there."],
    ["three letters", "The govermmennt refused it.", "The goverment refuse it."],
    ["a short word", "It is her war.", "It is her way."],
    ["two letters of four", "They kill.", "They kiss."],
    ["nothing", "They agreed.", "They agreed."],
    ["invented words", "They agreed.", "We never met them."],
    ["a word more at the end", "They agreed.", "They agreed. Never"],
    ["a word more at the beginning", "They agreed.", "So, they agreed."],
    ["he for she", "Then she left.", "Then he left."],
  ])("is not %s", (_, was, now) => {
    expect(isSlip(was, now)).toBe(false);
    expect(isSlip(now, was)).toBe(false);
  });

  it.each([
    [{ form: "direct" }, { form: "mixed" }],
    [{ isDenial: false }, { isDenial: true }],
    [{ speakerId: "one" }, { speakerId: "onee" }],
    [{ saidOn: "2025-10-28" }, { saidOn: "2025-10-27" }],
    [{ language: "en" }, { language: "enn" }],
    [{ originalWording: null }, { originalWording: "Words." }],
  ])("is never in %j", (before, after) => {
    expect(isTypingError(before, after)).toBe(false);
  });

  it("counts the letters of all fields together", () => {
    const before = { wording: "The goverment aggreed.", context: "On the goverment." };
    const after = { wording: "The government agreed.", context: "On the government." };
    expect(isTypingError(before, after)).toBe(false);
    expect(isTypingError(before, { ...after, context: before.context })).toBe(true);
  });

  it("keeps the number of words, whatever is typed", () => {
    const count = (text: string) =>
      [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].filter(
        (one) => one.isWordLike,
      ).length;
    fc.assert(
      fc.property(fc.lorem({ maxCount: 8 }), fc.lorem({ maxCount: 8 }), fc.nat(40), (text, other, at) => {
        const changed = text.slice(0, at) + other.slice(0, 2) + text.slice(at);
        if (isSlip(text, changed)) expect(count(changed)).toBe(count(text));
        if (count(text) !== count(other)) expect(isSlip(text, other)).toBe(false);
      }),
    );
  });
});

/** Damerau's distance, optimal alignment, by the plain recursion. */
function apart(a: string, b: string): number {
  const known = new Map<string, number>();
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const least = Math.min(
      of(i - 1, j) + 1,
      of(i, j - 1) + 1,
      of(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      isTurned ? of(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
    known.set(key, least);
    return least;
  };
  return of(a.length, b.length);
}

describe("the letters of a typing error", () => {
  const word = (unit: string) =>
    fc.string({ unit: fc.constantFrom(...unit), minLength: 4, maxLength: 9 }).map((tail) => `v${tail}`);

  it("are two at most, in a word of five letters or more, however they were mistyped", () => {
    // few letters, so that words near each other come up
    const pair = word("bcd").chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(
          word("bcd"),
          fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom("", "b", "c", "bd")).map(([from, to, put]) => {
            const [start, end] = [1 + Math.min(from, to), 1 + Math.max(from, to)];
            return one.slice(0, start) + put + one.slice(Math.min(end, start + 2));
          }),
          fc.nat(8).map((at) => {
            const [head, tail] = [one.slice(0, 1 + at), one.slice(1 + at)];
            return head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2);
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        fc.pre(one.length >= 5 && other.length >= 5);
        const letters = apart(one, other);
        const sorted = (text: string) => [...text].sort().join("");
        // the same letters in quite another order are another word
        const most = sorted(one) === sorted(other) ? 1 : 2;
        expect(isSlip(`So ${one} it.`, `So ${other} it.`)).toBe(letters >= 1 && letters <= most);
      }),
      { numRuns: 600 },
    );
  });

  it("are counted over all words of a text", () => {
    const words = fc.array(fc.tuple(word("b"), fc.nat(2)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, (typed) => {
        const was = typed.map(([one]) => one).join(" ");
        const now = typed.map(([one, wrong]) => `${one}${"c".repeat(wrong)}`).join(" ");
        const letters = typed.reduce((sum, [, wrong]) => sum + wrong, 0);
        expect(isSlip(was, now)).toBe(letters === 1 || letters === 2);
      }),
    );
  });

  it("are compared in a word of a hundred letters, and in a longer one not at all", () => {
    const long = "v".repeat(99);
    expect(isSlip(`${long}b`, `${long}c`)).toBe(true);
    expect(isSlip(`${long}vb`, `${long}vc`)).toBe(false);
  });

  it.each([
    ["two swapped in a word of two", "It is fo no use.", "It is of no use.", false],
    ["two swapped in a word of three", "It is a bda one.", "It is a bad one.", true],
    ["one missing in a word of three", "It is a bd one.", "It is a bad one.", false],
    ["one missing of four", "It is a bde one.", "It is a bade one.", false],
    ["one missing of five", "It is a bdge one.", "It is a badge one.", true],
    ["one wrong of four", "It is a boge one.", "It is a bage one.", false],
    ["one wrong of five", "It is a bodge one.", "It is a badge one.", true],
    ["two parted letters swapped", "It is of corals.", "It is of carols.", false],
    ["two missing of six", "It is bake.", "It is braked.", false],
    ["two parted letters swapped in five", "It is a begda one.", "It is a badge one.", false],
  ])("%s: %s", (_, was, now, isTypo) => {
    expect(isSlip(was, now)).toBe(isTypo);
    expect(isSlip(now, was)).toBe(isTypo);
  });

  it.each([
    [",", true],
    [";", true],
    [":", true],
    [".", true],
    [" ", true],
    ["!", false],
    ["?", false],
    ["–", false],
    ["-", false],
    ["(", false],
    ["…", false],
    ["..", false],
    ["%", false],
  ])("may be a mark %j: %s", (mark, isTypo) => {
    expect(isSlip("They left early.", `They left${mark} early.`)).toBe(isTypo);
    expect(isSlip(`They left${mark} early.`, "They left early.")).toBe(isTypo);
    // never beside a number
    expect(isSlip("They left 7 early.", `They left 7${mark} early.`)).toBe(false);
    expect(isSlip("They left 7 early.", `They left ${mark}7 early.`)).toBe(false);
    expect(isSlip("They left 7 early, all.", "They left 7 early all.")).toBe(true);
  });

  it("may be marks and letters together, two in all", () => {
    expect(isSlip("They left, earlly.", "They left early.")).toBe(true);
    expect(isSlip("They left, earlly, then.", "They left early then.")).toBe(false);
    expect(isSlip("They, left; early: then.", "They left early then.")).toBe(false);
  });

  // written out a second time after what decision 012 says: negations, modals, numbers and who it is about
  const HEAVY = [
    ...["none", "never", "neither", "nobody", "nothing", "nowhere", "without", "unless", "except", "hardly"],
    ...["barely", "cannot", "could", "might", "must", "shall", "should", "will", "would", "more", "most"],
    ...["less", "least", "fewer", "some", "every", "only", "before", "after", "them", "they", "once"],
    ...["twice", "double", "triple", "half", "dozen", "even", "first", "second", "last"],
    ...["three", "four", "five", "seven", "eight", "nine", "eleven", "twelve", "twenty", "thirty", "fifteen"],
    ...["fifty", "forty", "fourteen", "hundred", "hundreds", "thousand", "million", "billion", "trillion"],
    ...["needn’t", "couldn't", "eighteen", "ninety", "tenfold", "sixty", "onefold", "twofold"],
  ];
  it.each(HEAVY)("are never of %s, nor make it of another word", (heavy) => {
    const [swapped, more] = [
      heavy.slice(0, -2) + heavy.slice(-1) + heavy.slice(-2, -1),
      `${heavy.slice(0, 2)}x${heavy.slice(2)}`,
    ];
    for (const other of new Set([swapped, more])) {
      if (other === heavy) continue;
      expect(isSlip(`So ${heavy} it was.`, `So ${other} it was.`), other).toBe(false);
      expect(isSlip(`So ${other} it was.`, `So ${heavy} it was.`), other).toBe(false);
    }
  });

  it.each([
    ["stone", "stonne"],
    ["attend", "attennd"],
    ["confident", "confidant"],
    ["someone", "somewone"],
    ["weighty", "weigthy"],
    ["canteen", "cantenn"],
  ])("may be of %s, which only holds such a word", (was, now) => {
    expect(isSlip(`So ${was} it was.`, `So ${now} it was.`)).toBe(true);
  });

  it.each([
    ["a capital at its beginning", "Yousafzai", "Yousafzia"],
    ["a capital within", "youSafzai", "youSafzia"],
    ["a letter of two in one", "ǅungla", "ǅungal"],
    ["a figure in it", "covid19virus", "covid19vrius"],
    ["no letter that has a case", "کابلستان", "کابلستنا"],
  ])("are never of a word with %s", (_, was, now) => {
    expect(isSlip(`so ${was} it was`, `so ${now} it was`)).toBe(false);
  });

  it("are never of a name that is known, in whatever case it is known", () => {
    expect(isSlip("so yaqoob it was", "so yaqob it was")).toBe(false);
    expect(isTypingError({ wording: "so yaqoob it was" }, { wording: "so yaqob it was" })).toBe(true);
    expect(isSlip("so herat it was", "so herta it was")).toBe(false);
  });
});

describe("where a typing error may stand", () => {
  const TEXTS = [
    ...["wording", "attribution", "roleThen", "cue", "saidOnNote", "place", "event", "addressee"],
    ...["context", "originalWording", "translatedBy"],
  ];
  it.each(Object.keys(CORRECTABLE))("%s", (field) => {
    expect(isSlip("the goverment", "the government", field)).toBe(TEXTS.includes(field));
  });

  it("is not in a field that nobody knows, nor in one that was no text", () => {
    expect(isSlip("the goverment", "the government", "state")).toBe(false);
    for (const [was, now] of [
      [1, 2],
      [null, "a word"],
      ["a word", null],
      [undefined, "wordss"],
      ["nulls", null],
      [true, "truer"],
    ])
      expect(isTypingError({ wording: was }, { wording: now })).toBe(false);
    // a field that was empty and stays so is no change, and another may be mended
    const mended = { wording: "the government", place: "" };
    expect(isTypingError({ wording: "the goverment" }, mended)).toBe(true);
    expect(isTypingError({ place: "Kabul" }, { place: "Kabul" })).toBe(false);
    // nor is one that is no text and was left as it was
    const whole = { form: "direct", isDenial: false, speakerId: null };
    expect(
      isTypingError({ wording: "the goverment", ...whole }, { wording: "the government", ...whole }),
    ).toBe(true);
  });
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
    ...{ originalWording: null, originalLanguage: null, translatedBy: null },
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
