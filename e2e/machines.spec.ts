import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, siteAddress, test } from "./fixtures";
import { capture, publishOne } from "./newsroom";

test("programs find the feeds, files and cards of what is published, and each is what it says it is", async ({
  open,
  colleagues,
}) => {
  const kept = await publishOne(colleagues);
  const page = await open("visitor");
  const record = `/statements/${kept.publicId}`;
  await page.goto(record);
  const alternates = await page
    .locator("link[rel=alternate]")
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("type") ?? "", link.getAttribute("href") ?? ""] as const),
    );
  const oembed = alternates.find(([type]) => type === "application/json+oembed")?.[1] ?? "";
  const answer = (await (await page.request.get(oembed)).json()) as { html: string; type: string };
  expect(answer).toMatchObject({ type: "rich" });
  expect(answer.html).toContain(`/embed/${kept.publicId}"`);

  // the browser reads the feeds as XML, and as what they say they are
  await page.goto(`/statements?speaker=${kept.speaker.slug}`);
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const atom = await page.request.get(feed ?? "");
  expect(atom.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  for (const address of [feed ?? "", "/feeds/corrections.atom", "/sitemap.xml", "/sitemaps/pages.xml"]) {
    const xml = await (await page.request.get(address)).text();
    expect(xml, address).toMatch(/^<\?xml/);
    // well-formed by a parser that is not ours; scripts of the page are not needed for it
    const parsed = await parseXml(xml);
    expect(parsed, address).toBe("");
  }
  expect(await atom.text()).toContain(`<id>${siteAddress()}${record}</id>`);
  const again = await page.request.get(feed ?? "", {
    headers: { "if-none-match": atom.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  expect(atom.headers()["access-control-allow-origin"]).toBe("*");

  // a record at its own address, in the form that is asked for
  for (const [accept, type] of [
    ["application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json"],
    ["application/x-bibtex;q=1, text/html;q=0.1", "application/x-bibtex"],
    ["application/json", "application/json"],
    ["text/html,application/json", "text/html"],
  ] as const) {
    const got = await page.request.get(record, { headers: { accept } });
    expect(got.headers()["content-type"], accept).toContain(type);
    expect(got.headers().link, accept).toContain('rel="cite-as"');
  }
  expect(await (await page.request.get("/robots.txt")).text()).toContain(
    `Sitemap: ${siteAddress()}/sitemap.xml`,
  );

  async function parseXml(xml: string): Promise<string> {
    const reader = await page.context().newPage();
    await reader.route("https://xml.example/", (route) =>
      route.fulfill({ body: xml, contentType: "application/xml" }),
    );
    await reader.goto("https://xml.example/");
    // Chromium draws what is wrong with it into the document
    const wrong = await reader.locator("parsererror").allTextContents();
    await reader.close();
    return wrong.join(" ");
  }
});

test("a link to a record unfurls with a picture of what the public reads, and of nothing else", async ({
  open,
  colleagues,
}) => {
  const kept = await publishOne(colleagues);
  const hidden = await capture(colleagues.reporter);
  const page = await open("editor");
  const drawn = new Map<string, Buffer>();
  for (const path of [`/statements/${kept.publicId}`, `/speakers/${kept.speaker.slug}`]) {
    await page.goto(path);
    const address = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    expect(address).toBe(`${siteAddress()}${path}.png`);
    const picture = await page.request.get(address);
    const { "content-type": type, etag = "", "access-control-allow-origin": origin } = picture.headers();
    expect([picture.status(), type, origin]).toEqual([200, "image/png", "*"]);
    const png = await picture.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    const again = await page.request.get(address, { headers: { "if-none-match": etag } });
    expect(again.status()).toBe(304);
    drawn.set(path, png);
  }
  expect(new Set([...drawn.values()].map((png) => png.toString("base64"))).size).toBe(2);
  // an editor reads the statement, and gets no picture of it either
  expect((await page.goto(`/statements/${hidden.publicId}`))?.status()).toBe(200);
  expect(await page.locator('meta[property="og:image"]').count()).toBe(0);
  for (const path of [`/statements/${hidden.publicId}`, `/speakers/${hidden.speaker.slug}`])
    expect((await page.request.get(`${path}.png`)).status()).toBe(404);
});

test("a card stands within a page of another site, without scripts, and no other page does", async ({
  open,
  colleagues,
}) => {
  const kept = await publishOne(colleagues);
  const site = siteAddress();
  const frames = ["/embed/", "/statements/"].map(
    (folder) => `<iframe src="${site}${folder}${kept.publicId}"></iframe>`,
  );
  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(frames.join(""));
  });
  await new Promise<void>((ready) => elsewhere.listen(0, "127.0.0.1", ready));
  const page = await open("visitor");
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const card = page.frameLocator("iframe").first();
  await expect(card.getByText(kept.wording)).toBeVisible();
  await expect(card.getByRole("link", { name: /^Statement st-/ })).toHaveAttribute("target", "_blank");
  await expect(page.frameLocator("iframe").nth(1).getByText(kept.wording)).toHaveCount(0);
  await page.goto(`${site}/embed/${kept.publicId}`);
  expect(await page.locator("script").count()).toBe(0);
  expect(await page.locator("blockquote p").evaluate((words) => getComputedStyle(words).fontSize)).not.toBe(
    "16px",
  );
  elsewhere.close();
});

test("a key is made on the account page, opens the interface, and is revoked there", async ({
  hire,
  open,
  request,
}) => {
  const person = await hire("reporter");
  const page = await open(person);
  await page.goto("/account");
  await page.getByLabel("What uses it").fill("The fact-check bot");
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = await page
    .getByText(/^vbk_[\w-]{30,}$/)
    .or(page.locator('input[value^="vbk_"]'))
    .first()
    .evaluate((shown) => (shown instanceof HTMLInputElement ? shown.value : (shown.textContent ?? "")));
  // the list above shows it at once, and the key itself still stands
  await expect(page.getByRole("row", { name: /The fact-check bot/ })).toBeVisible();
  const headers = { authorization: `Bearer ${key.trim()}` };
  const self = () => request.get("/api/v1/me", { headers });
  expect(await (await self()).json()).toMatchObject({
    name: person.name,
    role: "reporter",
    scopes: ["read"],
  });
  // a body of JSON comes past the site's own guards, and what is wrong with it is told
  const refused = await request.post("/api/v1/imports", { headers, data: { text: "“Yes,” he said." } });
  expect([refused.status(), refused.headers()["content-type"]]).toEqual([
    403,
    "application/problem+json; charset=utf-8",
  ]);
  // the other address of a check, by which programs know it that never heard of the interface
  const checked = await request.post("/api/check", { headers, data: { text: "“Yes,” he said." } });
  expect([checked.status(), Object.keys(await checked.json())]).toEqual([
    200,
    expect.arrayContaining(["draft", "findings", "searched", "statements"]),
  ]);
  await page
    .getByRole("row", { name: /The fact-check bot/ })
    .getByRole("button", { name: "Revoke" })
    .click();
  await expect(page.getByText("The key was revoked")).toBeVisible();
  expect((await self()).status()).toBe(401);
  await page.goto("/api");
  await expect(page.getByText("GET /statements/{id}")).toBeVisible();
});
