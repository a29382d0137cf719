import { describe, expect, it } from "vitest";
import { extract } from "../index";

describe("what kind of speaker somebody is", () => {
  it.each([
    ["Mr. Haddad said the pump had failed.", "person", "“Mr. Haddad” has a title"],
    ["Anna Bell said the pump had failed.", "person", "“Anna” is a first name"],
    [
      "Zoltek, a plumber from Hull, said the pump had failed.",
      "person",
      "“plumber from Hull” is printed with the name",
    ],
    ["The surgeon said the pump had failed.", "person", "“surgeon” is the office of a person"],
    ["He said the pump had failed.", "person", "“He” stands for a person"],
    ["The Ministry of Water said the pump had failed.", "organisation", "“Ministry” names a body"],
    ["The council said the pump had failed.", "organisation", "“council” is a body"],
    ["Residents said the pump had failed.", "collective", "“residents” are more than one"],
    ["A source said the pump had failed.", "anonymous", "“source” has no name in the article"],
    // a lone name may be a firm, a town or a man
    ["Zoltek said the pump had failed.", null, null],
    ["Islamabad said the pump had failed.", null, null],
    // a paper, or somebody
    ["The Observer said the pump had failed.", null, null],
    ["The Scotsman said the pump had failed.", null, null],
    [
      "The Leader of the Opposition said the pump had failed.",
      "person",
      "“Leader” is the office of a person",
    ],
    [
      "Secretary of the Treasury said the pump had failed.",
      "person",
      "“Secretary” is the office of a person",
    ],
    // places and things that begin with somebody's name
    ...[
      ...[
        "Ross Island",
        "Charles River",
        "Alice Springs",
        "Long Beach",
        "Jackson Hole",
        "Cherry Hill",
        "North Head",
      ],
      ...["The Emma Maersk", "The Victoria Line", "The Marshall Treaty", "The Rosetta Stone", "Upper Head"],
    ].map((thing): [string, null, null] => [`${thing} said the pump had failed.`, null, null]),
    ["Rosa Lake, 34, said the pump had failed.", "person", "an age, 34, is printed with the name"],
    ["Ruth Island, the mayor, said the pump had failed.", "person", "“mayor” is printed with the name"],
    ["The late Anna Bell said the pump had failed.", "person", "“Anna” is a first name"],
    ["Bank of Lindmouth said the pump had failed.", "organisation", "“Bank” names a body"],
    ["The economist said the pump had failed.", "person", "“economist” is the office of a person"],
  ])("%s", (text, sort, because) => {
    const bearer = extract(text)[0]?.speaker?.bearer;
    expect([bearer?.sort ?? null, bearer?.because ?? null]).toEqual([sort, because]);
  });
});

describe("the words as they read", () => {
  it.each([
    [
      "> Dr. Amin told the hearing that the vac-\n> cine had been stored at the wrong tempera-\n> ture for weeks.",
      ["the vaccine had been stored at the wrong temperature for weeks"],
    ],
    [
      "&ldquo;It&rsquo;s <em>over</em>,&rdquo; said Dale Finn. &ldquo;Go&nbsp;home.&rdquo;",
      ["“It’s over,”", "“Go home.”"],
    ],
    ['Dwayne "The Rock" Johnson said Carlos "The Hammer" Medina won.', ['Carlos "The Hammer" Medina won']],
  ])("%s", (text, asRead) => {
    const [found] = extract(text);
    expect(found?.asRead).toEqual(asRead);
    // what was pasted stays exact beside it
    expect(text.slice(found?.startUtf16, found?.endUtf16)).toBe(found?.wording);
  });
});
