import { describe, expect, it, test } from "vitest";
import { countryCode, countryName } from "./countries";

describe("a country as people write it", () => {
  test.each<[string, readonly string[]]>([
    ["HK", ["Hong Kong", "Hongkong", "Hong Kong SAR", "hong kong", "香港", "HK"]],
    ["PS", ["Palestine", "State of Palestine", "Palestinian Territories", "Gaza", "the West Bank"]],
    ["MM", ["Myanmar", "Burma", "Myanmar (Burma)"]],
    ["TR", ["Turkey", "Türkiye", "Turkiye", "TURKEY"]],
    ["KR", ["South Korea", "Republic of Korea", "Korea, South", "Korea (South)", "S. Korea", "대한민국"]],
    ["KP", ["North Korea", "DPRK"]],
    ["CI", ["Ivory Coast", "Côte d’Ivoire", "Cote d'Ivoire"]],
    ["CZ", ["Czech Republic", "Czechia", "the Czech Republic", "Česko"]],
    ["GB", ["UK", "U.K.", "United Kingdom", "Great Britain", "Britain", "England", "Northern Ireland", "uk"]],
    ["US", ["USA", "U.S.", "U.S.A.", "US", "the United States", "United States of America", "America"]],
    ["XK", ["Kosovo", "Republic of Kosovo", "Kosova", "XK"]],
    ["TW", ["Taiwan", "Republic of China", "台灣"]],
    ["CN", ["China", "PRC", "People’s Republic of China", "People's Republic of China"]],
    ["MO", ["Macau", "Macao"]],
    ["NL", ["Netherlands", "The Netherlands", "Holland"]],
    ["CD", ["DR Congo", "DRC", "Democratic Republic of the Congo", "Congo-Kinshasa"]],
    ["CG", ["Republic of the Congo", "Congo-Brazzaville"]],
    ["BA", ["Bosnia and Herzegovina", "Bosnia & Herzegovina", "Bosnia"]],
    ["KN", ["St. Kitts & Nevis", "Saint Kitts and Nevis", "St Kitts and Nevis"]],
    ["AE", ["UAE", "U.A.E.", "United Arab Emirates"]],
    ["DE", ["Germany", "Deutschland", "Allemagne", "DD"]],
    ["AT", ["Österreich", "Austria"]],
    ["ES", ["España", "Spain"]],
    ["JP", ["日本", "Japan"]],
    ["GM", ["The Gambia", "Gambia"]],
    ["SZ", ["Swaziland", "Eswatini"]],
    ["MK", ["Macedonia", "North Macedonia"]],
    ["TL", ["East Timor", "Timor-Leste"]],
    ["VN", ["Viet Nam", "Vietnam"]],
    ["RU", ["Russia", "Russian Federation"]],
    ["VA", ["Vatican", "Holy See", "Vatican City"]],
    ["ST", ["São Tomé and Príncipe", "Sao Tome"]],
    // English first: what is one country's name there is no other's elsewhere
    ["NE", ["Niger"]],
    ["NG", ["Nigeria"]],
    ["GN", ["Guinea"]],
    ["GE", ["Georgia"]],
  ])("%s", (code, typed) => {
    expect(typed.map((name) => [name, countryCode(name)])).toEqual(typed.map((name) => [name, code]));
    // what the form shows is read again as what it is
    expect(countryCode(countryName(code))).toBe(code);
  });

  test.each(["", "Atlantis", "EU", "Europe", "Congo", "Korea", "the", "and", "..", "ZZ", "Norway Street"])(
    "is not “%s”",
    (typed) => {
      expect(countryCode(typed)).toBeNull();
    },
  );

  it("is read again from every name that is shown", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const codes = letters.flatMap((one) => letters.map((other) => one + other));
    const known = codes.filter((code) => countryCode(code) === code);
    expect(known.length).toBeGreaterThan(240);
    for (const code of known) expect([code, countryCode(countryName(code))]).toEqual([code, code]);
  });
});
