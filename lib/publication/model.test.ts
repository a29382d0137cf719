import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedAgain, CORRECTABLE, isTypingError } from "./model";

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

describe("what is asked for again", () => {
  it("is everything when the words, the speaker or the denial change", () => {
    for (const field of ["wording", "form", "isDenial", "speakerId", "originalWording", "translatedBy"]) {
      expect(askedAgain([field])).toMatchObject({
        axes: ["said", "faithful", "in_context", "true"],
        isRelations: true,
        isPositions: true,
      });
    }
  });

  it("leaves what the words say when only the occasion changes", () => {
    expect(askedAgain(["saidOn"])).toEqual({
      axes: ["said", "in_context", "true"],
      isSourcing: false,
      isRelations: true,
      isPositions: false,
      checks: ["date_and_place"],
    });
    expect(askedAgain(["context"])).toMatchObject({ axes: ["in_context"], checks: ["context_fair"] });
  });

  it("asks for something again whatever field changes, and for nothing when none does", () => {
    for (const field of Object.keys(CORRECTABLE)) expect(askedAgain([field]).axes).not.toEqual([]);
    expect(askedAgain([])).toMatchObject({ axes: [], checks: [], isRelations: false });
  });
});
