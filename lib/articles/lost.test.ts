import { describe, expect, it } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { withLost } from "./lost";
import { blocksOf, type ProseNode } from "./prose";
import { readArticle } from "./read";

const PROSE = [
  "The council of Tanvald voted on Tuesday to keep the old bridge, after eleven hours in which nobody left the room.",
  "“We will not sell it,” said Mira Tanvald, who has chaired the council since the spring, to a row of reporters.",
  "Her deputy, who had wanted the money for a school, did not wait for the count and drove home through the rain.",
  "The circus, which had made the offer, said that it would look for a bridge elsewhere, and thanked the town.",
  "Nobody in the room had slept, and the caretaker, who is seventy, had made soup for all of them at four.",
];
const FERRY = [
  "A ferry ran aground off Lisk on Monday, and all of its eighty passengers were taken ashore in small boats.",
  "“We felt a knock and then nothing,” said Ole Brandt, who had been on his way to his sister with a cake.",
];
const SAID = "“It will not be sold while I live,” she told the Post on Wednesday.";
const paragraphs = (all: readonly string[]) => all.map((words) => `<p>${words}</p>`).join("");
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Bridge stays</title></head><body><main>${body}</main></body></html>`;
const within = (block: string) =>
  page(
    `<article><h1>Bridge stays</h1>${paragraphs(PROSE.slice(0, 3))}${block}${paragraphs(PROSE.slice(3))}</article>`,
  );
const read = async (source: string) =>
  (await readArticle({ bytes: Buffer.from(source), name: "saved.html", at: "https://post.example/bridge" }))
    .text;
const WITH = [...PROSE.slice(0, 3), SAID, ...PROSE.slice(3)].join("\n\n");

describe("what stands in the midst of an article", () => {
  const NAMES =
    "related-quote story__related share-quote comment extra remark social author-quote byline-quote banner-text popup legends menu sidebar-quote supplemental replies footer-note rss pager community header-quote entry-sponsor ad-break sharedaddy".split(
      " ",
    );

  it.each(NAMES)("is read whatever it is called: %s", async (name) => {
    expect(await read(within(`<p class="${name}">${SAID}</p>`))).toBe(WITH);
    expect(await read(within(`<div class="${name}"><p>${SAID}</p></div>`))).toBe(WITH);
    expect(await read(within(`<blockquote class="${name}"><p>${SAID}</p></blockquote>`))).toBe(WITH);
  });

  it("is read in a box of its own", async () => {
    expect(await read(within(`<aside><blockquote>${SAID}</blockquote></aside>`))).toBe(WITH);
  });

  it.each<[string, string]>([
    [
      "what leads to another article",
      `<div class="related"><h3><a href="/f">Ferry aground</a></h3><p>${FERRY[1]}</p></div>`,
    ],
    ["what asks", `<div class="extra"><p>${FERRY[1]}</p><input type="email"><button>Send</button></div>`],
    ["what is not shown", `<div class="extra" style="display:none"><p>${FERRY[1]}</p></div>`],
    ["what is shown to nobody", `<p class="extra" aria-hidden="true">${FERRY[1]}</p>`],
    ["what is kept for later", `<template><p>${FERRY[1]}</p></template>`],
    ["a caption", `<figure class="extra"><img src="/b.jpg"><figcaption>${FERRY[1]}</figcaption></figure>`],
    ["what it says already", `<aside class="pullquote">${PROSE[1]}</aside>`],
  ])("is not read where it is %s", async (_, block) => {
    expect(await read(within(block))).toBe(PROSE.join("\n\n"));
  });

  it("is read without what is read aloud alone, and with an initial that is drawn", async () => {
    const tab =
      'Anna <a href="/x">saw it<span class="visually-hidden"> (opens in a new tab)</span></a> and left the room at noon.';
    const initial =
      '<span aria-hidden="true">T</span><span class="sr-only">The</span> bishop came late to the vote, and left early.';
    const text = await read(within(`<p>${tab}</p><p>${initial}</p>`));
    expect(text).toContain("Anna saw it and left the room at noon.");
    expect(text).toContain("The bishop came late");
  });

  it("costs no more than in proportion", async () => {
    const make = (size: number) => {
      const body = {
        nodeType: 1,
        localName: "body",
        textContent: "",
        parentNode: null,
        childNodes: [] as ProseNode[],
      };
      for (let at = 0; at < size; at++) {
        const element = {
          nodeType: 1,
          localName: "p",
          textContent: "",
          parentNode: body,
          getAttribute: () => null,
          childNodes: [] as ProseNode[],
        };
        element.childNodes.push({
          nodeType: 3,
          textContent: at % 2 ? "Again." : `Line ${at} of all.`,
          parentNode: element,
          childNodes: [],
        });
        body.childNodes.push(element);
      }
      const blocks = blocksOf(body, new Set());
      return { blocks, text: blocks.map(({ words }) => words).join("\n\n") };
    };
    expect(await growthOf(make, ({ text, blocks }) => withLost(text, blocks), 1000)).toBeLessThan(TOO_MUCH);
  });
});

describe("what stands below an article", () => {
  const comments = Array.from(
    { length: 25 },
    (_, n) =>
      `<div class="comment"><p>Reader ${n} writes that ferries are better than bridges, since they come and go as people do, mostly.</p></div>`,
  );

  it.each(["share", "social-media", "banner", "cookie-story", "post-consent", "gdpr", "promo"])(
    "is not read in the place of one that is called %s: comments that are longer",
    async (name) => {
      const text = await read(
        page(
          `<h1>Bridge stays</h1><div class="${name}">${paragraphs(PROSE)}</div><div id="comments">${comments.join("")}</div>`,
        ),
      );
      for (const words of PROSE) expect(text).toContain(words);
      expect(text).not.toContain("Reader 3 writes");
    },
  );

  it.each<[string, string]>([
    ["with a headline", `<article><h1>Ferry aground</h1>${paragraphs(FERRY)}</article>`],
    ["with a smaller one", `<article><h2>Ferry aground</h2>${paragraphs(FERRY)}</article>`],
    [
      "with one that leads to it",
      `<div class="story"><h2><a href="/f">Ferry aground</a></h2>${paragraphs(FERRY)}</div>`,
    ],
  ])("is not read: another article %s", async (_, next) => {
    const text = await read(page(`<article><h1>Bridge stays</h1>${paragraphs(PROSE)}</article>${next}`));
    expect(text).toBe(PROSE.join("\n\n"));
  });

  it("is read where it is the next entry of a report that goes on", async () => {
    const entries = PROSE.map(
      (words, at) => `<article><time>1${at}:20</time><h2>Update ${at}</h2><p>${words}</p></article>`,
    );
    const text = await read(page(`<h1>Bridge stays</h1><div class="live">${entries.join("")}</div>`));
    for (const words of PROSE) expect(text).toContain(words);
  });
});

it.each([
  ["a name", "— Mira Tanvald, <cite>the mayor</cite>", "— Mira Tanvald, the mayor"],
  ["a sentence", "Mira Tanvald wrote it to the town of Lisk on Monday.", null],
  ["paragraphs", "<p>— Mira Tanvald</p>", "— Mira Tanvald"],
])("the foot of a quotation says whose it is, and is read: %s", async (_, foot, words) => {
  const quoted = within(`<blockquote><p>${SAID}</p><footer>${foot}</footer></blockquote>`);
  expect(await read(quoted)).toBe(WITH.replace(SAID, `${SAID}\n\n${words ?? foot}`));
});

describe("what a page strikes out", () => {
  it.each(["del", "s", "strike", 'span style="text-decoration-line: line-through"'])(
    "is said no more: %s",
    async (tag) => {
      const struck = `<${tag}>${SAID}</${tag.split(" ")[0]}>`;
      const without = PROSE.join("\n\n");
      expect(await read(within(`<p>${struck}</p>`))).toBe(without);
      expect(await read(within(struck))).toBe(without);
      expect(await read(within(`<p>${struck} It was not she who said it, the paper wrote.</p>`))).toBe(
        WITH.replace(SAID, "It was not she who said it, the paper wrote."),
      );
    },
  );

  it("is read where all of it is: its end was forgotten", async () => {
    const source = page(`<article><h1>Bridge stays</h1><s>${paragraphs([...PROSE, ...PROSE])}</article>`);
    expect(await read(source)).toContain(PROSE[0]);
  });
});

describe("words under a headline in scripts of few or unspaced letters", () => {
  it.each<[string, string, readonly string[]]>([
    ["Urdu", "میرا تنوالڈ نے صحافیوں سے کہا: ”ہم اسے فروخت نہیں کریں گے“، اور پھر وہ چلی گئیں۔", PROSE],
    ["Hebrew", "״לא נמכור אותו״, אמרה מירה טנוולד לעיתונאים שחיכו בחוץ.", PROSE],
    ["Chinese", "“我们不会卖掉它，”市议会主席米拉对记者说。", PROSE],
    ["Japanese", "「売ることはありません」とミラ議長は記者団に語った。", PROSE],
  ])("are read where they are quoted: %s", async (_, said, prose) => {
    const text = await read(
      page(`<div><h1>Bridge stays</h1><p>${said}</p></div><article>${paragraphs(prose)}</article>`),
    );
    expect(text.startsWith(said)).toBe(true);
  });

  it("are an article in a hundred signs", async () => {
    const said =
      "塔瓦尔德市议会周二投票决定保留旧桥，会议持续了十一个小时，没有人离开房间。“我们不会卖掉它，”市议会主席米拉对记者说。她的副手想把钱用来建学校，没有等待计票结果就冒雨开车回家了。";
    expect(
      await read(page(`<article><h1>桥</h1><p>${said}</p></article><footer>All rights reserved</footer>`)),
    ).toBe(said);
  });
});
