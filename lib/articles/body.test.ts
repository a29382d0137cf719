import { describe, expect, it } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { readLinked } from "./linked-data";
import { readArticle } from "./read";

const PROSE = [
  "The council of Tanvald voted on Tuesday to keep the old bridge, after eleven hours in which nobody left the room.",
  "“We will not sell it,” said Mira Tanvald, who has chaired the council since the spring, to a row of reporters.",
  "Her deputy, who had wanted the money for a school, did not wait for the count and drove home through the rain.",
  "The circus, which had made the offer, said that it would look for a bridge elsewhere, and thanked the town.",
];
const OTHER = [
  "A ferry ran aground off Lisk on Monday, and all of its eighty passengers were taken ashore in small boats.",
  "“We felt a knock and then nothing,” said Ole Brandt, who had been on his way to his sister with a cake.",
  "The captain said that the buoys were not where the chart has them, and that he would tell the court so.",
  "It is the third ferry in two years that has found the same rock, which has no name and may now get one.",
  "Two of the small boats belonged to a widow who rents them out in summer, and she will be paid for the paint.",
  "The company that owns the ferry said in the evening that it was sorry, and that nobody would be charged.",
];
const page = (prose: readonly string[], linked: unknown) =>
  `<!doctype html><html><head><title>Bridge stays | The Post</title><script type="application/ld+json">${JSON.stringify(linked)}</script></head><body><article><h1>Bridge stays</h1>${prose.map((words) => `<p>${words}</p>`).join("")}</article></body></html>`;
const read = (source: string) =>
  readArticle({ bytes: Buffer.from(source), name: "saved.html", at: "https://post.example/bridge" });
const news = (said: object) => ({ "@type": "NewsArticle", ...said });
const ferry = { headline: "Ferry aground", articleBody: OTHER.join("\n") };

describe("the body that linked data gives", () => {
  it.each<[string, unknown]>([
    ["of a list", [news({ headline: "Bridge stays", articleBody: PROSE.join("\n") }), news(ferry)]],
    [
      "of a graph in which the page’s own has none",
      { "@graph": [news({ headline: "Bridge stays" }), news(ferry)] },
    ],
    ["that stands alone", news(ferry)],
    ["that is said to be related", news({ headline: "Bridge stays", relatedArticle: news(ferry) })],
    ["that is elsewhere", news({ url: "https://post.example/ferry", articleBody: OTHER.join("\n") })],
    [
      "of a review",
      [news({ headline: "Bridge stays" }), { "@type": "Review", articleBody: OTHER.join("\n") }],
    ],
  ])("is not read where it is another article’s: one %s", async (_, linked) => {
    const { text, notices } = await read(page(PROSE, linked));
    expect(text).toBe(PROSE.join("\n\n"));
    expect(notices).toEqual([]);
  });

  it("is not read in the place of an article that the page shows, and that is told", async () => {
    const linked = news({ headline: "Bridge stays", articleBody: OTHER.join("\n") });
    const { text, notices } = await read(page([...PROSE, ...PROSE], linked));
    expect(text).toContain(PROSE[1]);
    expect(text).not.toContain("Ole Brandt");
    expect(notices.join()).toMatch(/another text than its data/);
  });

  it.each<[string, object]>([
    ["by its headline", { headline: "Bridge stays" }],
    ["by its headline within that of the window", { headline: "Bridge stays | The Post" }],
    ["by its address", { headline: "How we kept it", url: "http://www.post.example/bridge/?from=feed#top" }],
    ["by the page that it is on", { mainEntityOfPage: { "@id": "https://post.example/bridge" } }],
  ])("is known as the page’s own %s", async (_, said) => {
    const whole = [...PROSE, ...OTHER];
    const { text } = await read(page(PROSE.slice(0, 2), news({ ...said, articleBody: whole.join("\n") })));
    expect(text).toBe(whole.join("\n\n"));
  });

  it("is of an article whose author and day are not those of another one beside it", async () => {
    const [one, two] = [
      news({ ...ferry, author: "Ole Kant", datePublished: "2025-01-02" }),
      news({ headline: "Bridge stays", author: "Ana Lind", datePublished: "2026-03-04" }),
    ];
    const { details } = await read(page(PROSE, [one, two]));
    expect(details).toMatchObject({ author: { value: "Ana Lind" }, publishedOn: { value: "2026-03-04" } });
  });

  it("costs no more than in proportion", async () => {
    const make = (size: number) => `{}-->${" ".repeat(size)}x`;
    expect(await growthOf(make, (script) => readLinked([script]), 4000)).toBeLessThan(TOO_MUCH);
  });
});
