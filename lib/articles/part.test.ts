import { describe, expect, it } from "vitest";
import { readArticle } from "./read";

const PROSE = [
  "The council of Tanvald voted on Tuesday to keep the old bridge, after eleven hours in which nobody left the room.",
  "“We will not sell it,” said Mira Tanvald, who has chaired the council since the spring, to a row of reporters.",
  "Her deputy, who had wanted the money for a school, did not wait for the count and drove home through the rain.",
  "The circus, which had made the offer, said that it would look for a bridge elsewhere, and thanked the town.",
];
const BIO =
  "Ana Lind writes about bridges, rivers and whoever owns them. Before she came to us she was a lock keeper for nine years, and she has swum under every arch of the county, twice.";
const LONG = [...PROSE, ...PROSE.map((words) => words.replace(/^\S+/u, "Later that"))];
const paragraphs = (all: readonly string[]) => all.map((words) => `<p>${words}</p>`).join("");
const ARTICLE = `<article><h1>Bridge stays</h1>${paragraphs(PROSE)}</article>`;

const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Bridge stays</title>${head}</head><body>${body}</body></html>`;
const linked = (said: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Bridge stays", ...said })}</script>`;
const read = async (source: string) =>
  (await readArticle({ bytes: Buffer.from(source), name: "saved.html", at: "https://post.example/bridge" }))
    .text;
const links = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `<li><a href="/${n}">Ten rivers that you must see, part ${n}</a></li>`,
  ).join("");

describe("the part of a page that is read", () => {
  const SHORT = ["“I know that I am late,” she said.", "“You are.”", "“Then pour me one.”", "Nobody poured."];
  const CONSENT =
    '<div id="cookie-law" class="widget cookie-banner"><p>We use cookies. If you go on reading, you agree that we do, and that our partners do, as our policy says in its second part. How to turn them off stands there as well, under the heading “How to turn them off”, and so does whom to ask.</p></div>';

  it("is not what asks for consent, however short the text is", async () => {
    const text = await read(
      page(`<div><h1>Bridge stays</h1><div class="post">${paragraphs(SHORT)}</div></div>${CONSENT}`),
    );
    expect(text).toContain("Then pour me one.");
  });

  it.each(["tag-cookies", "category-gdpr", "topic_newsletter", "cookies"])(
    "is an article that the page calls %s after what it is about",
    async (called) => {
      const comments = Array.from(
        { length: 30 },
        (_, n) => `<div class="comment"><p>${BIO.replace("Ana", `Reader ${n}`)}</p></div>`,
      );
      const text = await read(
        page(
          `<div class="post ${called}"><h1>Bridge stays</h1>${paragraphs(LONG)}</div><div id="comments">${comments.join("")}</div>`,
        ),
      );
      for (const words of LONG) expect(text).toContain(words);
    },
  );

  it("is not the box of its author", async () => {
    const rows = LONG.map(
      (words) => `<div class="row"><div class="col"><div class="text"><p>${words}</p></div></div></div>`,
    );
    const box = `<div class="author-box"><div><p>${BIO}</p><p>${BIO}</p></div></div>`;
    const text = await read(page(`<div class="wrap">${rows.join("")}</div>${box}`));
    for (const words of LONG) expect(text).toContain(words);
  });

  it.each<[string, string]>([
    ["as paragraphs", LONG.join("\n")],
    ["as mark-up", paragraphs(LONG)],
    [
      "as mark-up that was written twice over",
      paragraphs(LONG).replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    ],
  ])(
    "is the body that its linked data gives %s, where the page shows another text",
    async (_, articleBody) => {
      const teaser = `<div class="box"><p>${BIO}</p><p>${BIO.replace("Ana Lind", "Omar Ek")}</p></div>`;
      const source = page(teaser, linked({ articleBody }));
      const { text, notices } = await readArticle({ bytes: Buffer.from(source), name: "saved.html" });
      expect(text).toBe(LONG.join("\n\n"));
      expect(notices.join()).toMatch(/does not show most of its article/);
    },
  );

  it("is the body where a table beside it is longer", async () => {
    const rows = Array.from(
      { length: 90 },
      (_, n) =>
        `<tr><td>Member for the ${n}th ward, who was elected, and has not resigned</td><td>Ann Lind ${n}, whom it concerns</td></tr>`,
    );
    const table = `<div><table><tbody>${rows.join("")}</tbody></table></div>`;
    const text = await read(
      page(
        `<div class="social-wide"><div itemprop="articleBody">${paragraphs(LONG)}</div></div><section class="article content"><p>${BIO}</p>${table}</section>`,
      ),
    );
    for (const words of LONG) expect(text).toContain(words);
    expect(text).not.toContain("14th ward");
  });

  it("stays what a reader of pages takes where linked data gives its first sentences alone", async () => {
    expect(await read(page(ARTICLE, linked({ articleBody: `${PROSE[0]?.slice(0, 90)}…` })))).toBe(
      PROSE.join("\n\n"),
    );
  });
});

describe("the sentences under a headline", () => {
  const FIRST =
    "Eleven hours, one vote: the town keeps its bridge, and the circus goes elsewhere for another";
  const withHeader = (standfirst: string, head = "") =>
    page(
      `<div class="site"><div class="top"><header class="page-header"><h1>Bridge stays</h1>${standfirst}</header></div><div class="low"><article class="body">${paragraphs(LONG)}</article></div></div>`,
      head,
    );

  it.each<[string, string, string?]>([
    ["by its name", `<p class="lead">${FIRST}</p>`],
    ["by a name within a name", `<h2 class="c-head__subtitle">${FIRST}</h2>`],
    ["by the name of what it stands in", `<div class="bajada"><p>${FIRST}</p></div>`],
    [
      "by how the page describes itself",
      `<div><p>${FIRST}</p></div>`,
      `<meta property="og:description" content="${FIRST}">`,
    ],
    [
      "cut in the description",
      `<div><p>${FIRST}</p></div>`,
      `<meta name="description" content="${FIRST.slice(0, 60)}…">`,
    ],
    ["by its place", `<div><p>${FIRST}.</p></div>`],
  ])("are read before the text: %s", async (_, standfirst, head) => {
    expect((await read(withHeader(standfirst, head))).startsWith(`${FIRST}`)).toBe(true);
  });

  it.each<[string, string]>([
    ["who wrote it", `<p class="author-bio">${BIO}</p>`],
    ["a caption", `<figure><img src="/b.jpg"><figcaption>${FIRST}.</figcaption></figure>`],
    ["a day", "<p>Tuesday, 28 October 2025, 10.30 a.m.</p>"],
    ["links", `<p class="lead"><a href="/x">${FIRST}</a></p>`],
    ["the headline again", '<p class="lead">Bridge stays</p>'],
  ])("are not %s", async (_, standfirst) => {
    expect(await read(withHeader(standfirst))).toBe(LONG.join("\n\n"));
  });

  it("are not read twice", async () => {
    const head = `<meta property="og:description" content="${PROSE[0]}">`;
    expect(await read(page(ARTICLE, head))).toBe(PROSE.join("\n\n"));
  });
});

describe("a sentence in a heading", () => {
  it("stays at the end of an article", async () => {
    const said = "The vote will be held again in May, the mayor said.";
    const text = await read(
      page(`<article><h1>Bridge stays</h1>${paragraphs(PROSE)}<h4>${said}</h4></article>`),
    );
    expect(text).toBe([...PROSE, said].join("\n\n"));
  });
});

describe("a word for advertising in a list", () => {
  it("is one of its things", async () => {
    const list =
      "<p>Where the money goes:</p><ul><li>Rent</li><li>Advertising</li><li>Soup for the caretaker and whoever else is hungry</li></ul>";
    const text = await read(
      page(`<article><h1>Bridge stays</h1>${paragraphs(PROSE)}${list}${paragraphs(PROSE)}</article>`),
    );
    expect(text).toContain("Rent\n\nAdvertising\n\nSoup");
  });
});

describe("what leads from an article to others", () => {
  const [one = "", two = "", ...rest] = PROSE;
  const within = (block: string, end = "") =>
    page(
      `<article><h1>Bridge stays</h1>${paragraphs([one, two])}${block}${paragraphs(rest)}${end}</article>`,
    );

  it.each<[string, string]>([
    ["a label and a link", '<p>Read more: <a href="/1">The circus that wanted a bridge of its own</a></p>'],
    ["a label within its link", '<p><a href="/1">Lea también: El circo que quería un puente propio</a></p>'],
    [
      "in German",
      '<p><strong>Lesen Sie auch:</strong> <a href="/1">Der Zirkus, der eine Brücke wollte</a></p>',
    ],
    ["in French", '<p>À lire aussi » <a href="/1">Le cirque qui voulait son propre pont</a></p>'],
    ["in Portuguese", '<p><b>Leia também:</b> <a href="/1">O circo que queria uma ponte</a></p>'],
    ["a sign of advertising", "<p>– Anzeige –</p>"],
    ["another one", "<div>Advertisement:</div>"],
  ])("is left out: %s", async (_, block) => {
    expect(await read(within(block))).toBe(PROSE.join("\n\n"));
  });

  it.each<[string, string]>([
    ["a heading without a text", "<h2>Mehr zum Thema</h2>"],
    ["a list of links under a heading", `<h3>Related stories</h3><ul>${links(4)}</ul>`],
    [
      "what asks to subscribe",
      '<p>Subscribe to <a href="/n">our newsletter</a> for the latest on bridges.</p>',
    ],
    ["what asks to share", "<p>Diesen Artikel teilen</p>"],
  ])("is left out at its end: %s", async (_, end) => {
    expect(await read(within("", end))).toBe(PROSE.join("\n\n"));
  });

  it.each<[string, string]>([
    [
      "a sentence with a link",
      'The circus, as <a href="/1">this paper</a> reported, may yet come back to Tanvald in the spring.',
    ],
    ["a label without a link", "See also: the minutes of the council of the third of May."],
    [
      "a sentence about a newsletter",
      "The mayor said that whoever wished could subscribe to the newsletter of the town, and many did.",
    ],
    ["a question in marks", "“Why not subscribe?” she asked."],
    ["a short last sentence", "He was 82."],
    ["somebody who does not subscribe", "He did not subscribe."],
    ["what somebody says about subscribing", "‘I will subscribe,’ he said."],
    ["what somebody asks of others", "Subscribe, she told them, or the paper dies."],
    ["what somebody writes to nobody", "Share this with nobody, the minister had written."],
    ["an editor of newsletters", "Newsletter editor Ana Lind did not comment."],
    ["a sentence in Spanish", "Nadie comparte su dolor, dijo."],
    [
      "a letter about a newsletter",
      'In <a href="/x">a letter</a>, the company said that it would stop its newsletter in June.',
    ],
    [
      "a sentence that is all link",
      '<a href="/x">The ministry said that it would not comment on the letter before the vote is over</a>.',
    ],
    ["somebody who is called as a label is", '<b>Lea:</b> <a href="/x">I never said that</a>.'],
    ["a word alone", "More"],
  ])("is not %s", async (_, words) => {
    const text = words.replace(/<[^>]+>/gu, "");
    expect(await read(within(`<p>${words}</p>`, `<p>${words}</p>`))).toBe(
      [one, two, text, ...rest, text].join("\n\n"),
    );
  });
});
