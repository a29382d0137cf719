import { expect, siteAddress, test } from "./fixtures";
import { capture, ownWord, publishOne } from "./newsroom";
import { StatementPage } from "./pages/statement-page";

const PUBLIC = [
  "/",
  "/speakers",
  "/statements",
  "/claims",
  "/contradictions",
  "/sources",
  "/stories",
  "/sign-in",
];

test("every page has a policy with a nonce of its own, and breaks none of it", async ({
  open,
  colleagues,
}) => {
  const { publicId } = await publishOne(colleagues);
  const { publicId: waiting } = await capture(colleagues.reporter);
  const visitor = await open("visitor");
  const editor = await open("editor");
  const admin = await open("admin");
  const broken: string[] = [];
  const nonces = new Set<string>();
  const visits = [
    ...[...PUBLIC, `/statements/${publicId}`].map((path) => [visitor, path] as const),
    ...["/", "/import", "/review", `/review/${waiting}`, "/account"].map((path) => [editor, path] as const),
    [admin, "/admin"] as const,
  ];
  for (const page of [visitor, editor, admin]) {
    page.on("console", (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text()))
        broken.push(`${page.url()} ${message.text()}`);
    });
    page.on("pageerror", (error) => broken.push(`${page.url()} ${error.message}`));
  }
  for (const [page, path] of visits) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    const headers = answer?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    nonces.add(policy.match(/'nonce-([^']{16,})'/)?.[1] ?? `none at ${path}`);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  expect(nonces.size).toBe(visits.length);
  expect([...nonces].filter((nonce) => nonce.startsWith("none"))).toEqual([]);
  expect(broken).toEqual([]);
});

test("a write that another site sends is refused, and nobody is signed out by it", async ({ open }) => {
  const page = await open("reporter");
  for (const [path, headers] of [
    ["/sign-out", { origin: "https://elsewhere.example" }],
    ["/sign-out", { origin: "null" }],
    ["/import", { origin: "https://elsewhere.example", "next-action": "0".repeat(42) }],
    ["/theme", { origin: siteAddress(), "sec-fetch-site": "cross-site" }],
  ] as const) {
    const answer = await page.request.post(path, { headers, form: { theme: "dark" }, maxRedirects: 0 });
    expect(answer.status(), `${path} from ${headers.origin}`).toBe(403);
    expect(await answer.text()).toContain("sent from another site");
  }
  await page.goto("/account");
  await expect(page).toHaveURL(/\/account$/);
});

test("the session cookie is out of reach of scripts and of other sites", async ({ open, hire }) => {
  const page = await open(await hire("reader"));
  const cookies = await page.context().cookies();
  const session = cookies.filter(({ name }) => name.includes("session"));
  expect(session).not.toHaveLength(0);
  for (const cookie of session) {
    expect(cookie).toMatchObject({
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      secure: siteAddress().startsWith("https"),
    });
  }
});

test("signing out ends the session itself, not only its cookie", async ({ open, hire }) => {
  const page = await open(await hire("reader"));
  const cookies = await page.context().cookies();
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.context().addCookies(cookies);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("what somebody typed is not in the form of who signs in after them at the same browser", async ({
  open,
  hire,
  colleagues,
}) => {
  const { publicId } = await capture(colleagues.reporter);
  const page = await open(await hire("reviewer"));
  await page.goto(`/review/${publicId}`);
  const comment = page.getByRole("form", { name: "Write a comment" }).getByRole("textbox");
  await comment.fill("Only I read this.");
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/sign-in$/);
  const { name, email, password } = await hire("reviewer");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").getByText(name).first().waitFor();
  // the browser goes back to the page that it drew for the other, and would fill its forms in as they were left
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(`/review/${publicId}`);
  await expect(page.getByRole("banner").getByText(name).first()).toBeAttached();
  await expect(comment).toHaveValue("");
});

test("signing in leads to no other site", async ({ page, hire }) => {
  const { email, password } = await hire("reader");
  await page.goto("/sign-in?next=//elsewhere.example/path");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("banner").getByRole("button", { name: "Sign out" }).first()).toBeAttached();
  expect(new URL(page.url()).origin).toBe(siteAddress());
});

test("markup in words, names and titles is shown as words", async ({ page, colleagues }) => {
  const own = ownWord();
  const markup = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
  const kept = await publishOne(colleagues, {
    wording: `“${own} ${markup} and no more,”`,
    speakerName: `Ana ${own} <b>Bold</b>`,
    title: `${own} </title><script>document.title='owned'</script>`,
  });
  const statement = new StatementPage(page);
  for (const path of [
    `/statements/${kept.publicId}`,
    `/statements?q=${own}`,
    `/speakers/${kept.speaker.slug}`,
    `/sources/${kept.source.publicId}`,
    `/statements?q=${encodeURIComponent(markup)}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main"), path).toContainText(/onerror|No statement|nothing/i);
    await expect(page, path).not.toHaveTitle("owned");
    await expect(page.getByRole("img", { name: "x" }), path).toHaveCount(0);
  }
  await statement.goto(kept.publicId);
  await expect(page.getByRole("main")).toContainText(markup);
  const twin = await page.request.get(`/statements/${kept.publicId}.json`);
  expect(twin.headers()["content-type"]).toContain("application/json");
  expect((await twin.json()).statement.wording).toBe(kept.wording);
});

test("an address that would run a script never becomes a link", async ({ open, page, colleagues, hire }) => {
  const kept = await publishOne(colleagues, { address: "javascript:document.title='owned'" });
  for (const path of [`/statements/${kept.publicId}`, `/sources/${kept.source.publicId}`]) {
    await page.goto(path);
    const hrefs = await Promise.all(
      (await page.getByRole("link").all()).map((link) => link.getAttribute("href")),
    );
    expect(hrefs.length, path).toBeGreaterThan(5);
    expect(
      hrefs.filter((href) => /^\s*javascript:/i.test(href ?? "")),
      path,
    ).toEqual([]);
  }
  // what is refused is kept for whoever typed it, and would stand in the next import of theirs
  const desk = await open(await hire("reporter"));
  await desk.goto("/import");
  await desk.getByLabel("Paste the article").fill("“It is late,” said Ole Brandt.");
  await desk.getByLabel("Address", { exact: true }).fill("javascript:alert(1)");
  await desk.getByRole("button", { name: "Find statements" }).click();
  await expect(desk.getByLabel("Address", { exact: true })).toHaveAccessibleDescription(
    /Write an address such as https/,
  );
  await expect(desk.getByLabel("Paste the article")).toHaveValue("“It is late,” said Ole Brandt.");
});
