import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesInByline } from "./byline";
import { familyWithParticle, givenWithParticle, spokenName } from "./model";
import { authorsOf, readSpeakerName, speakerNameOf, storeNames } from "./stored";
import { readNames, writeNames } from "./written";

// each byline as a person would cite it: "Family, Given", "Family / Given" where the family name is printed first,
// brackets around a body, and a name as it stands where no rule is sure
const BYLINES: readonly (readonly [byline: string, names: string])[] = [
  ["Jane Roe", "Roe, Jane"],
  ["By Jane Roe", "Roe, Jane"],
  ["BY JANE ROE", "Roe, Jane"],
  ["By JANE ROE and JOHN O'BRIEN", "Roe, Jane | O'Brien, John"],
  ["by: Jane Roe", "Roe, Jane"],
  ["Words by Jane Roe", "Roe, Jane"],
  ["Jane Roe and John Doe in Kabul", "Roe, Jane | Doe, John"],
  ["Jane Roe in Kabul and John Doe in Islamabad", "Roe, Jane | Doe, John"],
  ["Jane Roe in Kabul and Islamabad", "Roe, Jane"],
  ["Jane Roe in New York and New Delhi", "Roe, Jane"],
  ["Jane Roe in Kabul, Afghanistan", "Roe, Jane"],
  ["By Jane Roe, Reuters", "Roe, Jane"],
  ["Jane Roe, John Doe, Reuters", "Roe, Jane | Doe, John"],
  ["Jane Roe and Reuters", "Roe, Jane | [Reuters]"],
  ["Jane Roe and agencies", "Roe, Jane | [agencies]"],
  ["Reuters", "[Reuters]"],
  ["Associated Press", "[Associated Press]"],
  ["The Associated Press", "[The Associated Press]"],
  ["Associated Press and Reuters", "[Associated Press] | [Reuters]"],
  ["Reuters, Kabul", "[Reuters]"],
  ["Staff reporter", "[Staff reporter]"],
  ["Our correspondent", "[Our correspondent]"],
  ["Our Correspondent in Kabul", "[Our Correspondent]"],
  ["Al Jazeera and news agencies", "[Al Jazeera] | [news agencies]"],
  ["Al Jazeera Staff", "[Al Jazeera Staff]"],
  ["Human Rights Watch", "[Human Rights Watch]"],
  ["Armed Conflict Location and Event Data Project", "[Armed Conflict Location and Event Data Project]"],
  ["Ministry of Health and Welfare", "[Ministry of Health and Welfare]"],
  ["Ministry of Health, Labour and Welfare", "[Ministry of Health, Labour and Welfare]"],
  ["Ministry of Foreign Affairs and Trade", "[Ministry of Foreign Affairs and Trade]"],
  ["Food and Agriculture Organization", "[Food and Agriculture Organization]"],
  ["Department of Health and Human Services", "[Department of Health and Human Services]"],
  ["Centre for Strategic and International Studies", "[Centre for Strategic and International Studies]"],
  [
    "National Academies of Sciences, Engineering, and Medicine",
    "[National Academies of Sciences, Engineering, and Medicine]",
  ],
  ["International Committee of the Red Cross", "[International Committee of the Red Cross]"],
  ["Doctors Without Borders", "[Doctors Without Borders]"],
  ["Bank of England", "[Bank of England]"],
  ["Human Rights in China", "[Human Rights in China]"],
  ["Ministry of Defence and Ministry of Interior", "[Ministry of Defence] | [Ministry of Interior]"],
  ["Jane Roe, Chief Correspondent", "Roe, Jane"],
  ["Jane Roe, Chief Correspondent, and John Doe, Political Editor", "Roe, Jane | Doe, John"],
  ["Jane Roe, Associated Press Writer", "Roe, Jane"],
  ["Jane Roe (AP)", "Roe, Jane"],
  ["Jane Roe for Reuters", "Roe, Jane"],
  ["Jane Roe of The Times", "Roe, Jane"],
  ["Jane Roe | The Guardian", "Roe, Jane"],
  ["Jane Roe / AFP", "Roe, Jane"],
  ["Martin Luther King Jr.", "King, Martin Luther, Jr."],
  ["Martin Luther King, Jr.", "King, Martin Luther, Jr."],
  ["King, Martin Luther, Jr.", "King, Martin Luther, Jr."],
  ["John Smith III", "Smith, John, III"],
  ["J. S. Doe Jr", "Doe, J. S., Jr"],
  ["Jan van der Berg", "van der Berg, Jan"],
  ["Ludwig van Beethoven", "van Beethoven, Ludwig"],
  ["Ursula von der Leyen", "von der Leyen, Ursula"],
  ["von der Leyen", "von der Leyen,"],
  ["Oscar de la Renta", "de la Renta, Oscar"],
  ["Charles de Gaulle", "de Gaulle, Charles"],
  ["Mohammed bin Salman", "bin Salman, Mohammed"],
  ["Osama bin Laden", "bin Laden, Osama"],
  ["bin Laden", "bin Laden,"],
  ["Bashar al-Assad", "al-Assad, Bashar"],
  ["Bashar Al-Assad", "Al-Assad, Bashar"],
  ["Abu Bakr al-Baghdadi", "al-Baghdadi, Abu Bakr"],
  ["Abdel Fattah el-Sisi", "el-Sisi, Abdel Fattah"],
  ["Jean d'Alembert", "d'Alembert, Jean"],
  ["Kim Jong Un", "Kim / Jong Un"],
  ["Kim Jong-un", "Kim / Jong-un"],
  ["Moon Jae-in", "Moon / Jae-in"],
  ["Yoon Suk Yeol", "Yoon / Suk Yeol"],
  ["Ban Ki-moon", "Ban / Ki-moon"],
  ["Lee Jae-myung", "Lee / Jae-myung"],
  ["Lee Harvey Oswald", "Oswald, Lee Harvey"],
  ["Kim Kardashian", "Kardashian, Kim"],
  ["Xi Jinping", "Xi / Jinping"],
  ["Wang Yi", "Wang / Yi"],
  ["Mao Ning", "Mao / Ning"],
  ["Chiang Kai-shek", "Chiang / Kai-shek"],
  ["Tsai Ing-wen", "Tsai / Ing-wen"],
  ["Lee Kuan Yew", "Lee / Kuan Yew"],
  ["Lee Hsien Loong", "Lee / Hsien Loong"],
  ["Ang Lee", "Lee, Ang"],
  ["Wei Wang", "Wang, Wei"],
  ["Nguyen Phu Trong", "Nguyen / Phu Trong"],
  ["Ho Chi Minh", "Ho / Chi Minh"],
  ["Katrín Jakobsdóttir", "Katrín Jakobsdóttir"],
  ["Guðni Th. Jóhannesson", "Guðni Th. Jóhannesson"],
  ["Anders Svensson", "Svensson, Anders"],
  ["Aung San Suu Kyi", "Aung San Suu Kyi"],
  ["Min Aung Hlaing", "Min Aung Hlaing"],
  ["U Thant", "U Thant"],
  ["Thein Sein", "Thein Sein"],
  ["Suharto", "Suharto"],
  ["Joko Widodo", "Widodo, Joko"],
  ["@janeroe", "@janeroe"],
  ["Jane Roe (@janeroe)", "Roe, Jane (@janeroe)"],
  ["Jane Roe @janeroe", "Roe, Jane (@janeroe)"],
  ["Roe, Jane; Doe, John", "Roe, Jane | Doe, John"],
  ["Roe, Jane and Doe, John", "Roe, Jane | Doe, John"],
  ["Roe, Jane, and John Doe", "Roe, Jane | Doe, John"],
  ["Hussain , Abid", "Hussain, Abid"],
  ["Smith, Jones & Khan", "Smith | Jones | Khan"],
  ["A. Hussain, B. Khan, and C. Noor", "Hussain, A. | Khan, B. | Noor, C."],
  ["A. Hussain;B. Khan", "Hussain, A. | Khan, B."],
  ["AT&T Newsroom", "[AT&T Newsroom]"],
  ["Gabriel García Márquez", "García Márquez, Gabriel"],
  ["Andrés Manuel López Obrador", "López Obrador, Andrés Manuel"],
  ["José Ortega y Gasset", "Ortega y Gasset, José"],
  ["Luiz Inácio Lula da Silva", "da Silva, Luiz Inácio Lula"],
  ["Kate St. John", "St. John, Kate"],
  ["Malcolm X", "Malcolm X"],
  ["Pope Francis", "Pope Francis"],
  ["King Charles III", "King Charles III"],
  ["Sheikh Hasina", "Sheikh Hasina"],
  ["Ayatollah Ali Khamenei", "Khamenei, Ali"],
  ["Dr Jane Roe", "Roe, Jane"],
  ["Dr. Jane Roe, PhD", "Roe, Jane"],
  ["Dr Roe", "Dr Roe"],
  ["Bill Press", "Press, Bill"],
  ["Tim Cross", "Cross, Tim"],
  ["Samantha Power", "Power, Samantha"],
  ["Andrew Pressman", "Pressman, Andrew"],
  ["عابد حسین", "عابد حسین"],
  ["习近平", "习近平"],
  ["Владимир Путин", "Владимир Путин"],
  ["J.D. Vance", "Vance, J.D."],
  ["J. R. R. Tolkien", "Tolkien, J. R. R."],
  ["BBC News", "[BBC News]"],
  ["BBC", "[BBC]"],
  ["ACLED", "[ACLED]"],
  ["Afghan officials", "[Afghan officials]"],
  ["an unnamed Pakistani official", "[an unnamed Pakistani official]"],
  ["Ministry of Roads", "[Ministry of Roads]"],
  ["Reporting by Jane Roe; editing by John Doe", "Roe, Jane"],
  ["Jane Roe with John Doe", "Roe, Jane | Doe, John"],
  ["Von Anna Müller", "Müller, Anna"],
  ["Von Miller", "Miller, Von"],
  ["Par Jean Dupont", "Dupont, Jean"],
  ["Jane Roe jane.roe@example.org", "Roe, Jane"],
  ["Jane Roe, jane.roe@example.org", "Roe, Jane"],
  ["Jane Roe – https://example.org/jane", "Roe, Jane"],
  ["BBC Pashto correspondent Jane Roe", "Roe, Jane"],
  ["Kabul bureau", "[Kabul bureau]"],
  ["Save the Children", "[Save the Children]"],
  ["Islamic State", "[Islamic State]"],
  ["Amnesty International", "[Amnesty International]"],
  ["White House", "[White House]"],
  ["United Nations", "[United Nations]"],
  ["Emirate of Afghanistan", "[Emirate of Afghanistan]"],
  ["Jane Roe, Kabul", "Roe, Jane"],
  ["Jane Roe and John Roe, BBC News, Kabul", "Roe, Jane | Roe, John"],
  ["María José Rodríguez", "Rodríguez, María José"],
  ["Jean-Pierre Dupont et Marie Curie", "Dupont, Jean-Pierre | Curie, Marie"],
  ["Sami Yousafzai", "Yousafzai, Sami"],
  ["Conor O’Brien", "O’Brien, Conor"],
  ["Zoë Åkesson-Úr", "Åkesson-Úr, Zoë"],
  ["Nadia", "Nadia"],
  ["Zabihullah Mujahid", "Mujahid, Zabihullah"],
  ["Afghan Taliban", "[Afghan Taliban]"],
  ["Tehreek-e-Taliban Pakistan", "[Tehreek-e-Taliban Pakistan]"],
  ["Conservative Party", "[Conservative Party]"],
  ["Johnson & Johnson", "[Johnson & Johnson]"],
  ["Food and Drug Administration", "[Food and Drug Administration]"],
  ["Marks and Spencer", "[Marks and Spencer]"],
  ["Jane and John Roe", "Roe, Jane | Roe, John"],
  ["Jane Roe, Special to The Times", "Roe, Jane"],
  ["Reporting by Jane Roe and John Doe; Editing by Mary Major", "Roe, Jane | Doe, John"],
  ["Reporting by Jane Roe; Additional reporting by John Doe; Editing by Mary Major", "Roe, Jane | Doe, John"],
  ["Jane Roe; John Doe; Mary Major", "Roe, Jane | Doe, John | Major, Mary"],
  ["Jane Roe, John Doe, and Mary Major", "Roe, Jane | Doe, John | Major, Mary"],
  ["Jane Roe, John Doe & Mary Major in Kabul", "Roe, Jane | Doe, John | Major, Mary"],
  ["Jane Roe, BBC News", "Roe, Jane"],
  ["Roe, J.", "Roe, J."],
  ["van der Berg, Jan", "van der Berg, Jan"],
  ["Humboldt, Alexander von", "Humboldt, Alexander von"],
  ["JANE VAN DER BERG", "van der Berg, Jane"],
  ["RONALD MCDONALD", "McDonald, Ronald"],
  ["JOHN SMITH III", "Smith, John, III"],
  ["BBC NEWS", "[BBC NEWS]"],
  ["HUMAN RIGHTS WATCH", "[HUMAN RIGHTS WATCH]"],
  ["Jane Roe, Jr.", "Roe, Jane, Jr."],
  ["Prime Minister Shehbaz Sharif", "Sharif, Shehbaz"],
  ["The Economist", "[The Economist]"],
  ["EDITORIAL board", "[EDITORIAL board]"],
  ["World Service", "[World Service]"],
  ["Web Team", "[Web Team]"],
  ["Khyber Times", "[Khyber Times]"],
  ["City Desk", "[City Desk]"],
  ["Jung Chang", "Chang, Jung"],
  ["Han Kang", "Han / Kang"],
  ["Yuan Yang", "Yang, Yuan"],
  ["Park Chung Hee", "Park / Chung Hee"],
  ["Abdul Qahar Balkhi", "Balkhi, Abdul Qahar"],
  ["Sigmundur Davíð Gunnlaugsson", "Sigmundur Davíð Gunnlaugsson"],
  ["Bjarni Benediktsson", "Bjarni Benediktsson"],
  ["Jane Roe and the Associated Press", "Roe, Jane | [Associated Press]"],
  ["Jane Roe, John Doe and the BBC", "Roe, Jane | Doe, John | [BBC]"],
  ["World Health Organization and UNICEF", "[World Health Organization] | [UNICEF]"],
  ["Bureau of Labor Statistics", "[Bureau of Labor Statistics]"],
  ["Reporters Without Borders", "[Reporters Without Borders]"],
  ["Democratic Republic of the Congo", "[Democratic Republic of the Congo]"],
  ["Tim Cross and Bill Press", "Cross, Tim | Press, Bill"],
  ["Agence France-Presse", "[Agence France-Presse]"],
  ["AFP and Reuters", "[AFP] | [Reuters]"],
  ["Jane Roe in Kabul for Reuters", "Roe, Jane"],
  ["Jane Roe – The Guardian", "Roe, Jane"],
  ["Jane Roe - BBC News", "Roe, Jane"],
  ["Jane Roe, PhD", "Roe, Jane"],
  ["Jane Roe and Human Rights Watch", "Roe, Jane | [Human Rights Watch]"],
  ["Zarifa Noor and Amnesty International", "Noor, Zarifa | [Amnesty International]"],
  ["Human Rights Watch and Amnesty International", "[Human Rights Watch] | [Amnesty International]"],
  ["Jane Roe and Lindmouth Observatory", "Roe, Jane | [Lindmouth Observatory]"],
  ["Food Safety and Inspection Service", "[Food Safety and Inspection Service]"],
  ["Center for Climate and Energy Solutions", "[Center for Climate and Energy Solutions]"],
];

const written = (byline: string) => writeNames(namesInByline(byline)).replaceAll("\n", " | ");

it.each(BYLINES)("reads %j", (byline, names) => expect(written(byline)).toBe(names));

it("has at least 120 cases", () => expect(BYLINES.length).toBeGreaterThanOrEqual(120));

it.each([null, "", "  ", "\u200b", "By ", ", ;"])("reads nothing in %j", (byline) => {
  expect(namesInByline(byline)).toEqual([]);
});

describe("the parts of a name", () => {
  it.each([
    ["Jan van der Berg", { family: "Berg", given: "Jan", particle: "van der" }, "van der Berg", "Jan"],
    ["Oscar de la Renta", { family: "Renta", given: "Oscar", particle: "de la" }, "de la Renta", "Oscar"],
    [
      "Mohammed bin Salman",
      { family: "Salman", given: "Mohammed", particle: "bin" },
      "bin Salman",
      "Mohammed",
    ],
    ["Bashar al-Assad", { family: "Assad", given: "Bashar", particle: "al-" }, "al-Assad", "Bashar"],
    ["Jean d’Alembert", { family: "Alembert", given: "Jean", particle: "d’" }, "d’Alembert", "Jean"],
    ["Bashar Al-Assad", { family: "Al-Assad", given: "Bashar" }, "Al-Assad", "Bashar"],
    [
      "Humboldt, Alexander von",
      { family: "Humboldt", given: "Alexander", droppingParticle: "von" },
      "Humboldt",
      "Alexander von",
    ],
    ["Kim Jong Un", { family: "Kim", given: "Jong Un", isFamilyFirst: true }, "Kim", "Jong Un"],
    [
      "Martin Luther King Jr.",
      { family: "King", given: "Martin Luther", suffix: "Jr." },
      "King",
      "Martin Luther",
    ],
    ["bin Laden", { family: "Laden", particle: "bin" }, "bin Laden", ""],
    ["Jane Roe (@jane.roe)", { family: "Roe", given: "Jane", handle: "@jane.roe" }, "Roe", "Jane"],
    ["@janeroe", { literal: "@janeroe", handle: "@janeroe" }, "@janeroe", ""],
  ])("of %j", (printed, parts, family, given) => {
    const [name] = namesInByline(printed);
    expect(name).toEqual({ kind: "person", ...parts });
    expect(name && [familyWithParticle(name), givenWithParticle(name)]).toEqual([family, given]);
  });

  it.each([
    ["Jan van der Berg", "Jan van der Berg"],
    ["Berg, Jan van der", "Jan van der Berg"],
    ["Kim Jong Un", "Kim Jong Un"],
    ["King, Martin Luther, Jr.", "Martin Luther King Jr."],
    ["Bashar al-Assad", "Bashar al-Assad"],
    ["bin Laden", "bin Laden"],
    ["Human Rights Watch", "Human Rights Watch"],
  ])("of %j are said as %j", (printed, said) => {
    expect(namesInByline(printed).map(spokenName)).toEqual([said]);
  });
});

// what a speaker is recorded as decides, not the words of the name
describe("a speaker’s name", () => {
  it.each([
    ["person", "Bill Press", "Press, Bill"],
    ["person", "Dawn State", "State, Dawn"],
    ["person", "Associated Press", "Press, Associated"],
    ["organisation", "Bill Press", "[Bill Press]"],
    ["organisation", "Ministry of Health, Labour and Welfare", "[Ministry of Health, Labour and Welfare]"],
    ["collective", "Afghan officials", "[Afghan officials]"],
    ["anonymous", "an unnamed Pakistani official", "[an unnamed Pakistani official]"],
    ["person", "President Donald Trump", "Trump, Donald"],
    ["person", "Suharto", "Suharto"],
    ["person", "عابد حسین", "عابد حسین"],
    ["person", "Jean-Luc Mélenchon", "Mélenchon, Jean-Luc"],
  ])("of a %s, %j, is %j", (kind, name, cited) => {
    expect(writeNames([readSpeakerName({ name, kind })])).toBe(cited);
  });

  it("is what somebody put right, where somebody did", () => {
    const [right] = readNames("Hasina, Sheikh");
    const speaker = { name: "Sheikh Hasina", kind: "person" };
    expect(writeNames([speakerNameOf(speaker)])).toBe("Sheikh Hasina");
    expect(speakerNameOf({ ...speaker, nameParts: right ? storeNames([right]) : null })).toEqual(right);
  });
});

describe("names that a person writes", () => {
  it.each([
    ["Roe, Jane", "Roe, Jane"],
    ["Jane Roe", "Roe, Jane"],
    ["García Márquez, Gabriel", "García Márquez, Gabriel"],
    ["Obrador Lopez, Andrés", "Obrador Lopez, Andrés"],
    ["Hasina, Sheikh", "Hasina, Sheikh"],
    ["Press, Associated", "Press, Associated"],
    ["[Ministry of Health, Labour and Welfare]", "[Ministry of Health, Labour and Welfare]"],
    ["Mao / Zedong", "Mao / Zedong"],
    ["Laden,", "Laden,"],
    ["[Aung San Suu Kyi]", "[Aung San Suu Kyi]"],
    ["King, Martin Luther, Jr. (@mlk)", "King, Martin Luther, Jr. (@mlk)"],
    ["  ", ""],
    [",", ""],
    ["Roe, Jane\n\n [BBC News] ", "Roe, Jane\n[BBC News]"],
  ])("%j are read as %j", (typed, read) => expect(writeNames(readNames(typed))).toBe(read));

  it("are what was read from a byline, when nothing is changed in them", () => {
    for (const [byline] of BYLINES) {
      const names = namesInByline(byline);
      expect(readNames(writeNames(names))).toEqual(names);
    }
  });

  it("survive the line, whatever is written on it", () => {
    const line = fc.string({ unit: fc.constantFrom(..."aB é,/[]()@.- &سی'’"), maxLength: 24 });
    fc.assert(
      fc.property(line, (typed) => {
        const once = writeNames(readNames(typed));
        expect(writeNames(readNames(once))).toBe(once);
      }),
    );
  });
});

describe("names in their column", () => {
  it("are read as they were stored", () => {
    for (const [author] of BYLINES) {
      const names = namesInByline(author);
      expect(authorsOf({ author: "Somebody Else", authorNames: storeNames(names) })).toEqual(names);
    }
  });
  it.each([null, undefined, "", '[{"kind":"body"}]', "{}"])(
    "are read from the byline where there are none: %j",
    (authorNames) => {
      const source = authorNames === undefined ? { author: "Jane Roe" } : { author: "Jane Roe", authorNames };
      expect(writeNames(authorsOf(source))).toBe("Roe, Jane");
    },
  );
});

it("never makes up a letter: every part is printed", () => {
  const word = fc.constantFrom(
    ..."Jane Roe John and , ; & van der al-Sisi Jr. Ministry of Health Reuters in Kabul By Kim Jong Un".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const byline = words.join(" ");
      for (const name of namesInByline(byline)) {
        const parts =
          "literal" in name ? name.literal.split(" ") : [name.family, ...(name.given ?? "").split(" ")];
        for (const part of parts) expect(byline).toContain(part.replaceAll(",", ""));
      }
    }),
  );
});
