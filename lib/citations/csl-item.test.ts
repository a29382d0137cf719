import { describe, expect, it, vi } from "vitest";
import {
  type CitedStatement,
  isLocal,
  isOwnWork,
  recordTitle,
  saidOnOf,
  speakerOf,
  toCslItem,
  toRecordItem,
} from "./csl-item";

vi.hoisted(() => {
  process.env.BASE_URL = "https://verbatim.example";
});

const SOURCE: CitedStatement["source"] = {
  ...{ title: "Peace talks stall", kind: "article", author: "Abid Hussain", language: "ps" },
  ...{ address: "https://news.example/talks", outlet: { name: "The Example Times", kind: "newspaper" } },
  ...{ publishedOn: new Date("2025-10-08T00:00:00Z"), publishedOnPrecision: "day" },
};

function cited(
  rest: Partial<CitedStatement> = {},
  source: Partial<CitedStatement["source"]> = {},
): CitedStatement {
  return {
    ...{ publicId: "st-7k2m9q", wording: "“No.”", form: "direct", language: "en", isDenial: false },
    ...{ state: "published", originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ editMarks: "[]", introduction: null },
    ...{ hops: [], verdicts: [], corrections: [], retractions: [], attribution: "an official" },
    ...{ speaker: { name: "Sami Yousafzai", kind: "person" }, publishedVersion: 2 },
    publishedAt: new Date("2025-10-09T23:15:00Z"),
    source: { ...SOURCE, ...source },
    anchor: { edition: { retrievedAt: new Date("2025-11-09T18:42:00Z") } },
    ...rest,
  };
}

describe("the source as CSL-JSON", () => {
  it("has everything that is known of it, and who is quoted in it", () => {
    expect(toCslItem(cited())).toEqual({
      ...{ id: "st-7k2m9q", type: "article-newspaper", title: "Peace talks stall", language: "ps" },
      author: [{ family: "Hussain", given: "Abid" }],
      "container-title": "The Example Times",
      issued: { "date-parts": [[2025, 10, 8]] },
      accessed: { "date-parts": [[2025, 11, 9]] },
      URL: "https://news.example/talks",
      note: "Quotes Sami Yousafzai: “No.” Recorded as st-7k2m9q, version 2: https://verbatim.example/statements/st-7k2m9q",
    });
  });

  it("has no field for what is not known", () => {
    const bare = cited(
      { anchor: null, publishedVersion: null, speaker: null, attribution: "" },
      { author: null, outlet: null, publishedOn: null, publishedOnPrecision: null, address: null },
    );
    expect(toCslItem(bare)).toEqual({
      ...{ id: "st-7k2m9q", type: "webpage", title: "Peace talks stall", language: "ps" },
      note: "Quotes an unnamed voice: “No.” Recorded as st-7k2m9q: https://verbatim.example/statements/st-7k2m9q",
    });
  });

  it.each<[string, Partial<CitedStatement>, Partial<CitedStatement["source"]>, boolean]>([
    ["a page that was read", {}, {}, true],
    ["what has no address", {}, { address: null }, false],
    ["what nobody retrieved", { anchor: null }, {}, false],
  ])("says of %s when it was accessed: %#", (_, rest, source, isSaid) => {
    expect("accessed" in toCslItem(cited(rest, source))).toBe(isSaid);
  });

  it.each([
    ["day", [2025, 10, 8]],
    ["time", [2025, 10, 8]],
    [null, [2025, 10, 8]],
    ["month", [2025, 10]],
    ["year", [2025]],
  ])("gives the date as far as it is known: %s", (publishedOnPrecision, parts) => {
    expect(toCslItem(cited({}, { publishedOnPrecision })).issued).toEqual({ "date-parts": [parts] });
  });

  // what kind of work it is, and where the outlet then stands
  it.each([
    ["article", "newspaper", "article-newspaper", "container-title"],
    ["article", "agency", "article-newspaper", "container-title"],
    ["article", "unspecified", "article-newspaper", "container-title"],
    ["article", "broadcaster", "webpage", "container-title"],
    ["article", "ministry", "webpage", "container-title"],
    ["transcript", "broadcaster", "webpage", "container-title"],
    ["broadcast", "broadcaster", "broadcast", "container-title"],
    ["speech", "newspaper", "speech", "container-title"],
    ["post", "newspaper", "post", "container-title"],
    ["report", "newspaper", "report", "publisher"],
    ["press_release", "ministry", "report", "publisher"],
    ["dataset", "agency", "dataset", "publisher"],
    ["book", "newspaper", "book", "publisher"],
    ["other", "newspaper", "document", "publisher"],
    ["a kind of tomorrow", "newspaper", "document", "publisher"],
  ])("of %s of a %s is %s, with its outlet as %s", (kind, outletKind, type, field) => {
    const item = toCslItem(cited({}, { kind, outlet: { name: "Outlet", kind: outletKind } }));
    const [container, publisher] = [item["container-title"], item.publisher];
    expect([item.type, container, publisher]).toEqual([
      type,
      field === "publisher" ? undefined : "Outlet",
      field === "publisher" ? "Outlet" : undefined,
    ]);
  });

  it("says of a paraphrase that it reports, and with a retraction says so first", () => {
    expect(toCslItem(cited({ form: "indirect" })).note).toMatch(/^Reports Sami Yousafzai: /);
    expect(toCslItem(cited({ form: "mixed" })).note).toMatch(/^Quotes Sami Yousafzai: /);
    const item = toCslItem(cited({ state: "retracted" }));
    expect(item.note).toMatch(/^Retracted\. Quotes Sami Yousafzai: “No\.” Recorded as/);
    expect(item.status).toBe("Statement st-7k2m9q: Retracted.");
  });
});

describe("an outlet whose kind nobody recorded", () => {
  it.each([
    ["BBC News", "webpage"],
    ["Al Jazeera", "webpage"],
    ["TOLOnews", "webpage"],
    ["Lindmouth Television", "webpage"],
    ["Dawn", "article-newspaper"],
    ["The Lindmouth Courier", "article-newspaper"],
  ])("%s is cited as %s", (name, type) => {
    expect(toCslItem(cited({}, { outlet: { name, kind: "unspecified" } })).type).toBe(type);
    expect(toCslItem(cited({}, { kind: "broadcast", outlet: { name, kind: "unspecified" } })).type).toBe(
      "broadcast",
    );
  });
});

describe("an interview", () => {
  const asked = (rest: Partial<CitedStatement> = {}, source: Partial<CitedStatement["source"]> = {}) => {
    const { author, interviewer } = toCslItem(cited(rest, { kind: "interview", ...source }));
    return { author, interviewer };
  };
  const SAMI = [{ family: "Yousafzai", given: "Sami" }];
  const ABID = [{ family: "Hussain", given: "Abid" }];
  it("is by who answers, asked by who wrote it", () => {
    expect(asked()).toEqual({ author: SAMI, interviewer: ABID });
    expect(asked({}, { author: null })).toEqual({ author: SAMI, interviewer: undefined });
  });
  it("is by the outermost of those through whom the words came", () => {
    const hops = [{ name: "Jan Vale" }, { name: "Ada Roe" }];
    expect(asked({ hops }).author).toEqual([{ family: "Vale", given: "Jan" }]);
    // a voice that has no name leaves it to the byline
    expect(asked({ hops: [{ name: "" }] })).toEqual({ author: ABID, interviewer: undefined });
  });
  it("is by its author where nobody is named, or the words are of who asked", () => {
    expect(asked({ speaker: null })).toEqual({ author: ABID, interviewer: undefined });
    const speaker = { name: "ABID Hussain", kind: "person" };
    expect(asked({ speaker })).toEqual({ author: ABID, interviewer: undefined });
  });
});

describe("whose work it is", () => {
  const own = (rest: Partial<CitedStatement>, source: Partial<CitedStatement["source"]> = {}) =>
    isOwnWork(cited(rest, source));
  const speaker = { name: "abid hussain", kind: "person" };
  it.each<[boolean, string, Partial<CitedStatement>, Partial<CitedStatement["source"]>]>([
    [false, "another wrote", {}, {}],
    [true, "who speaks wrote", { speaker }, {}],
    [true, "who speaks is one of two who wrote", { speaker }, { author: "Jan Vale and Abid Hussain" }],
    [false, "nobody is named", { speaker: null }, {}],
    [false, "nobody wrote", { speaker }, { author: null }],
    [true, "who speaks is interviewed", {}, { kind: "interview" }],
    [true, "who asked speaks", { speaker }, { kind: "interview" }],
    [false, "somebody unnamed is interviewed", { speaker: null }, { kind: "interview" }],
    [false, "another passed it on in an interview", { hops: [{ name: "Jan Vale" }] }, { kind: "interview" }],
  ])("%s: %s", (isOwn, _, rest, source) => {
    expect(own(rest, source)).toBe(isOwn);
  });
});

it.each([
  [null, null, null],
  ["2025-10-07T18:42:00Z", "time", "2025-10-07"],
  ["2025-10-07T18:42:00Z", null, "2025-10-07"],
  ["2025-10-07T00:00:00Z", "month", "2025-10"],
  ["2025-10-07T00:00:00Z", "year", "2025"],
])("what was said on %s, known to the %s, was said on %s", (on, saidOnPrecision, iso) => {
  expect(saidOnOf(cited({ saidOn: on === null ? null : new Date(on), saidOnPrecision }))).toBe(iso);
});

it.each([
  [{}, "No."],
  [{ titleRomanised: "Muzakirat" }, "The title is in Latin letters “Muzakirat”. Recorded"],
  [{ titleTranslated: "The talks" }, "The title is translated “The talks”. Recorded"],
  [
    { titleRomanised: "Muzakirat", titleTranslated: "The talks" },
    "The title is in Latin letters “Muzakirat”, translated “The talks”. Recorded",
  ],
])("a title in another language is told in the note: %j", (source, words) => {
  const { note = "" } = toCslItem(cited({}, source));
  expect(note).toContain(words);
  if (Object.keys(source).length === 0) expect(note).not.toContain("The title");
});

it("a copy that somebody else keeps is told with the address", () => {
  const archiveAddress = "https://archive.example/1";
  expect(toCslItem(cited({}, { archiveAddress }))).toMatchObject({ archive_location: archiveAddress });
});

describe("what a note says beside the words", () => {
  it("has role, hearer, day, place and event as far as they are known", () => {
    const said = {
      roleThen: "Foreign minister",
      addressee: "Al Jazeera",
      place: "Kabul",
      event: "the council",
    };
    const on = { saidOn: new Date("2025-10-07T18:42:00Z"), saidOnPrecision: "time" };
    expect(toCslItem(cited({ ...said, ...on })).note).toMatch(
      /^Quotes Sami Yousafzai, Foreign minister, to Al Jazeera, on 2025-10-07, in Kabul, at the council: “No\.” Recorded as/u,
    );
  });
  it("is bounded, however long the words are", () => {
    const long = `“${"word ".repeat(5000)}end.”`;
    expect(toCslItem(cited({ wording: long })).note?.length).toBeLessThan(1300);
  });
});

describe("the record of a statement", () => {
  it("tells every statement of one source apart, and closes a quotation that it cuts", () => {
    const long = `“${"We shall open the harbour at the end of the month. ".repeat(3)}”`;
    expect(toRecordItem(cited({ wording: long }), "https://verbatim.example/x").title).toBe(
      "Sami Yousafzai: “We shall open the harbour at the end of the month. We…” (statement st-7k2m9q, version 2)",
    );
  });
  const address = "https://verbatim.example/statements/st-7k2m9q";
  const title = (rest: Partial<CitedStatement>, isInCompany?: boolean) =>
    recordTitle(cited(rest), isInCompany === undefined ? undefined : { isInCompany });
  it.each<[string, Partial<CitedStatement>, string]>([
    ["nothing beside the words", {}, "Sami Yousafzai: “No.”"],
    ["a denial", { isDenial: true }, "Sami Yousafzai: Denies: “No.”"],
    ["a retraction", { state: "retracted" }, "Retracted. Sami Yousafzai: “No.”"],
    ["another voice", { hops: [{ name: "Axios" }] }, "Sami Yousafzai: “No.” [second-hand, through Axios]"],
    [
      "two remarks",
      { hops: [{ name: "Axios" }], verdicts: [{ axis: "said", value: "fabricated" }] },
      "Sami Yousafzai: “No.” [",
    ],
    [
      "words that are no sentence by themselves",
      { introduction: "Ankara expressed", wording: "“concern”" },
      "Sami Yousafzai: [Ankara expressed] “concern”",
    ],
  ])("says of itself what must be read with %s", (_, rest, begin) => {
    const whole = title(rest);
    expect(whole.startsWith(begin)).toBe(true);
    expect(whole).toMatch(/ \(statement st-7k2m9q, version 2\)$/u);
    if (begin.endsWith("[")) expect(whole).toMatch(/\[[^;]+; [^;]+\] \(statement/u);
  });
  it("says none of it again within a citation, where it stands already, but what makes a sentence of the words", () => {
    const whole = "Sami Yousafzai: “No.” (statement st-7k2m9q, version 2)";
    expect(title({ state: "retracted", hops: [{ name: "Axios" }] }, true)).toBe(whole);
    expect(title({ isDenial: true }, true)).toBe(whole.replace("“No.”", "Denies: “No.”"));
  });
  it.each([
    // cut behind a quotation that has closed, and words that are whole with one that has not
    [`“We open,” she said, and named the day of the opening as the last one of the month`, "opening as…"],
    ["“We open", "“We open"],
  ])("closes no quotation that is not cut: %s", (wording, end) => {
    expect(title({ wording })).toContain(`${end} (statement`);
  });
  it("is a page of this desk in the version that was published", () => {
    expect(toRecordItem(cited(), address)).toEqual({
      ...{ id: "st-7k2m9q-record", type: "webpage", "container-title": "verbatim.example", URL: address },
      title: "Sami Yousafzai: “No.” (statement st-7k2m9q, version 2)",
      issued: { "date-parts": [[2025, 10, 9]] },
      language: "en",
    });
  });
  it("has neither version nor day before it is published", () => {
    const item = toRecordItem(cited({ publishedVersion: null, publishedAt: null }), address);
    expect(item.title).toBe("Sami Yousafzai: “No.” (statement st-7k2m9q)");
    expect("issued" in item).toBe(false);
  });
});

it.each([
  [{ name: "ACLED", kind: "organisation" }, "a data project", "ACLED"],
  [null, "an unnamed official", "an unnamed official"],
  [null, "", "an unnamed voice"],
])("who is quoted is told as far as anything tells: %j, %j", (speaker, attribution, who) => {
  expect(speakerOf({ speaker, attribution })).toBe(who);
});

it.each([
  ["http://0.0.0.0:3000/x", true],
  ["http://LOCALHOST/x", true],
  ["http://127.255.0.9/x", true],
  ["http://[::]/x", true],
  ["http://a.b.localhost/x", true],
  ["http://10.0.0.1/x", false],
  ["http://10.0.0.0/x", false],
  ["http://127.example.org/x", false],
  ["http://mylocalhost/x", false],
  ["http://[::2]/x", false],
  ["http://[2001:db8::1]/x", false],
  ["http://localhost.example/x", false],
  ["http://localhost:3000", true],
  ["https://a.example", false],
])("%s names the machine that reads it: %s", (address, isOwn) => expect(isLocal(address)).toBe(isOwn));
