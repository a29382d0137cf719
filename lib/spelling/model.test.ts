import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slipsBetween } from "./index";
import { wordsOf } from "./model";

const NAMES = ["Mullah Yaqoob", "yahya of Herat"];
const slips = (was: string, now: string) => slipsBetween([{ was, now }], NAMES);

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

describe("a slip", () => {
  it.each([
    ["a letter missing", "The goverment refused.", "The government refused."],
    ["a letter too many", "They aggreed to talk.", "They agreed to talk."],
    ["two letters turned round", "They will recieve aid.", "They will receive aid."],
    ["a letter mistaken", "A definately closed road.", "A definitely closed road."],
    ["one in each of two words", "The goverment aggreed.", "The government agreed."],
    ["an accent", "Un élèment du dossier.", "Un élément du dossier."],
    ["a German word", "Sie haben es verweigret.", "Sie haben es verweigert."],
    ["a Russian word", "Они покинули горрод вчера.", "Они покинули город вчера."],
    ["a Greek word", "Η κυβρένηση αρνήθηκε.", "Η κυβέρνηση αρνήθηκε."],
    ["beside a name", "Yaqoob and the goverment met.", "Yaqoob and the government met."],
  ])("is %s", (_, was, now) => {
    expect(slips(was, now)?.length).toBeGreaterThan(0);
    expect(slips(now, was)?.length).toBeGreaterThan(0);
  });

  it.each([
    ["a space more", "Peace  is far.", "Peace is far."],
    ["another shape of a mark", "“They will come.”", '"They will come."'],
  ])("is nothing but %s", (_, was, now) => expect(slips(was, now)).toEqual([]));

  it.each([
    ["not for now", "We are not ready.", "We are now ready."],
    ["a no dropped", "There is no deal.", "There is deal."],
    ["a not added", "We agreed.", "We not agreed."],
    ["can't for can", "We can't accept it.", "We can accept it."],
    ["can’t for cant", "They can’t accept it.", "They cant accept it."],
    ["a prefix", "The plan is legal.", "The plan is illegal."],
    ["another beginning", "They were able men.", "They were unable men."],
    ["another tense", "Kabul harbours the group.", "Kabul harboured the group."],
    ["a plural", "The attack failed.", "The attacks failed."],
    ["another first letter", "A million fled.", "A billion fled."],
    ["a number word", "About thirty died.", "About thirsty died."],
    ["a digit", "It killed 600.", "It killed 800."],
    ["a digit more", "It killed 60.", "It killed 600."],
    ["a decimal comma", "It rose 3.5 points.", "It rose 35 points."],
    ["a space within a number", "It killed 6 000.", "It killed 6000."],
    ["a sign before a number", "It fell -5 points.", "It fell 5 points."],
    ["a currency", "It cost €500.", "It cost $500."],
    ["a name", "Imran said so.", "Imram said so."],
    ["a land", "Troops left Austria.", "Troops left Australia."],
    ["a name without a capital that is known", "With yahya gone.", "With yahja gone."],
    ["another case", "The polish army left.", "The Polish army left."],
    ["a script without capitals", "دا خبره سمه ده", "دا خبره سمه دی"],
    ["a Chinese sign", "他们没有同意", "他们没有同惹"],
    ["a word of Hindi", "उन्होंने सहमति जताई", "उन्होंने सहमती जताई"],
    ["a question", "They will come.", "They will come?"],
    ["a comma that narrows", "The men, who fled, died.", "The men who fled died."],
    ["an ellipsis", "They will. Come.", "They will... Come."],
    ["brackets", "They will come.", "[They will come.]"],
    ["a quotation mark", "“They will come.”", "They will come."],
    ["two words exchanged", "Kabul struck Islamabad.", "Islamabad struck Kabul."],
    ["two words joined", "They may be there.", "They maybe there."],
    ["a hyphen dropped", "They will re-sign.", "They will resign."],
    ["a short word", "It is her war.", "It is her way."],
    ["a short word turned round", "It came form there.", "It came from there."],
    ["two letters of one word", "Kabul shelters them.", "Kabul shatters them."],
    ["three words", "The goverment aggreed to recieve.", "The government agreed to receive."],
    ["invented words", "They agreed.", "We never met them."],
    ["a German negation", "Es gibt keinen Plan.", "Es gibt einen Plan."],
    ["a German kein", "Es ist kein Problem.", "Es ist klein Problem."],
    ["a French negation", "Il ne vient pas.", "Il ne vient par."],
    ["a Spanish accent at the end", "Quien ataco huyó.", "Quien atacó huyó."],
  ])("is not %s", (_, was, now) => {
    expect(slips(was, now)).toBeNull();
    expect(slips(now, was)).toBeNull();
  });

  it("is one letter off inside a word, however it was mistyped", () => {
    // few letters, so that words near each other come up
    const word = fc
      .string({ unit: fc.constantFrom(..."bcd"), minLength: 3, maxLength: 9 })
      .map((inner) => `v${inner}k`);
    const pair = word.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(
          word,
          fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom("", "b", "c", "bd", "k")).map(([from, to, put]) => {
            const [start, end] = [Math.min(from, to), Math.max(from, to)];
            return one.slice(0, start) + put + one.slice(Math.min(end, start + 2));
          }),
          fc
            .nat(8)
            .map(
              (at) =>
                one.slice(0, at) + one.slice(at + 1, at + 2) + one.slice(at, at + 1) + one.slice(at + 2),
            ),
        ),
      ),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        fc.pre(other !== "" && one !== other);
        const isInside = one.at(0) === other.at(0) && one.at(-1) === other.at(-1);
        const isLong = Math.min(one.length, other.length) >= 5;
        expect(slips(`So ${one} it.`, `So ${other} it.`) !== null).toBe(
          isInside && isLong && apart(one, other) === 1,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("is counted over all texts together", () => {
    const one = { was: "The goverment aggreed.", now: "The government agreed." };
    expect(slipsBetween([one])).toHaveLength(2);
    expect(slipsBetween([one, { was: "On the goverment.", now: "On the government." }])).toBeNull();
  });

  it("keeps the words in their number and order, whatever is typed", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 8 }), fc.lorem({ maxCount: 8 }), fc.nat(40), (text, other, at) => {
        const changed = text.slice(0, at) + other.slice(0, 2) + text.slice(at);
        const found = slips(text, changed);
        if (found === null) return;
        const [was, now] = [wordsOf(text), wordsOf(changed)];
        expect(now).toHaveLength(was.length);
        expect(was.filter((word, index) => word !== now[index])).toEqual(found.map((slip) => slip.was));
      }),
    );
  });

  it("is never found beside a change of a figure, a capital or a mark", () => {
    const mark = fc.constantFrom(..."0123456789ABC?!()[]“”'’-–%€");
    fc.assert(
      fc.property(fc.lorem({ maxCount: 6 }), fc.nat(30), mark, (text, at, sign) => {
        expect(slips(text, text.slice(0, at) + sign + text.slice(at))).toBeNull();
      }),
    );
  });
});
