import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchKeyOf, searchWords } from "./search-words";

describe("the words of a search", () => {
  it.each([
    ["diacritics", "détente Türkiye Łódź Škoda", "detente turkiye lodz skoda"],
    ["case in full", "STRASSE Straße İstanbul ΟΔΟΣ οδός", "strasse strasse istanbul οδοσ οδοσ"],
    ["marks and dashes", "“cease—fire”, ‘co-op’", "cease fire co op"],
    ["an apostrophe of any kind", "Agda’s don't", "agda s don t"],
    ["ligatures and wide letters", "ﬁnal Ｗｉｄｅ œuvre", "final wide oeuvre"],
    ["what nobody sees", "so\u00adft ze\u200bro \ufeffmark", "soft zero mark"],
    ["numbers", "1,000 5% 3rd A4", "1 000 5 3rd a4"],
    ["vowels set over Arabic letters", "مُحَمَّد كـــتاب", "محمد كتاب"],
    ["letters of Urdu, Persian and Arabic keyboards", "علی کیا علي كيا", "علي كيا علي كيا"],
    ["Pashto", "ښاغلی وویل", "ښاغلي وويل"],
    ["points of Hebrew", "שָׁלוֹם", "שלום"],
    ["Cyrillic", "Ёлка й", "елка и"],
    ["Chinese", "和平谈判", "和 平 谈 判"],
    ["Japanese beside Latin letters", "ASEAN首脳", "asean 首 脳"],
    ["Korean, which has spaces", "평화 회담", "평화 회담"],
    ["vowels of Hindi stay", "किताब", "किताब"],
    ["signs alone", "% — !", ""],
  ])("%s", (_, text, words) => expect(searchWords(text).join(" ")).toBe(words));

  it("are the same however the letters are composed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(searchWords(text.normalize("NFD"))).toEqual(searchWords(text.normalize("NFC")));
      }),
    );
  });

  it("are the same in a text that holds nothing to fold", () => {
    const plain = fc.stringMatching(/^[\t\n\r !-~–—‘’“”…]{0,60}$/u);
    fc.assert(
      // an accent somewhere has the whole text folded
      fc.property(plain, (text) => {
        expect(searchWords(text)).toEqual(searchWords(`${text} é`).slice(0, -1));
      }),
    );
  });

  it("stay what they are when they are looked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const words = searchWords(text);
        expect(searchWords(words.join(" "))).toEqual(words);
      }),
    );
  });
});

it("a text that is searched keeps its fields apart", () => {
  expect(searchKeyOf("We will not.", "", "Foreign minister")).toBe(" we will not \n foreign minister ");
  expect(searchKeyOf("", "—")).toBe("");
});
