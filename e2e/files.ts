import { ownWord } from "./newsroom";

/** A page as a browser saves it: an article among menus, with what it says of itself. Its words are its own. */
export function savedPage() {
  const own = ownWord();
  const rain = `Rain fell on ${own} for the ninth day, and the trains to the coast were late again, as they had been all week.`;
  const prose = [
    `“The bridge of ${own} stays where it is,” said Mira Tanvald, who has chaired the council since the spring.`,
    ...[rain, rain.replace("ninth", "tenth"), rain.replace("trains", "buses")],
  ];
  const linked = {
    ...{
      "@type": "NewsArticle",
      headline: `The bridge of ${own}`,
      datePublished: "2025-10-28T09:00:00+01:00",
    },
    ...{ author: { name: "Oskar Brenn" }, publisher: { name: `The ${own} Post` } },
  };
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bridge of ${own}</title>
<link rel="canonical" href="https://post.example/${own}"><script type="application/ld+json">${JSON.stringify(linked)}</script></head>
<body><nav><a href="/">Home of the Post</a></nav><article><h1>The bridge of ${own}</h1>${prose.map((words) => `<p>${words}</p>`).join("")}</article>
<footer>Subscribe to the Post</footer></body></html>`;
  return { name: "bridge.html", mimeType: "text/html", buffer: Buffer.from(html), own };
}
