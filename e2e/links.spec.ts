import type { APIRequestContext } from "@playwright/test";
import { expect, siteAddress, test } from "./fixtures";
import { publishOne } from "./newsroom";

const MOST_PAGES = 150;
/** How many addresses of one kind are followed: the hundredth statement leads where the fifth does. */
const MOST_OF_A_KIND = 2;

test("no page leads to an address that is not there or that is only understood in part", async ({
  hire,
  open,
  colleagues,
}) => {
  // ten thousand addresses of the fuzz are asked for meanwhile, from the same address
  test.setTimeout(900_000);
  await publishOne(colleagues);
  for (const person of ["visitor", await hire("editor")] as const) {
    const page = await open(person);
    const { read, broken } = await followed(page.request);
    expect(read).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  }
});

/** Reads the site from its front page on, as whoever `request` is signed in as. */
async function followed(request: APIRequestContext): Promise<{ read: number; broken: string[] }> {
  const site = siteAddress();
  const cameFrom = new Map([["/", ""]]);
  const ofKind = new Map<string, number>();
  const broken: string[] = [];
  let read = 0;
  // a map is read in the order of its growth, and grows while it is read
  for (const [at, from] of cameFrom) {
    if (++read > MOST_PAGES) break;
    const answer = await request.get(at);
    const type = answer.headers()["content-type"] ?? "";
    const text = await answer.text();
    if (!answer.ok() || text.includes("is not understood, so the page is shown without it")) {
      broken.push(`${answer.status()} ${at}, linked from ${from}`);
    }
    if (!type.includes("html")) continue;
    for (const [, href = ""] of text.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), new URL(at, site));
      const next = url.pathname + url.search;
      const kind = [url.pathname.replace(/[a-z]+-[a-z0-9]{4,}/g, "*"), ...url.searchParams.keys()].join(" ");
      const known = ofKind.get(kind) ?? 0;
      if (url.origin !== new URL(site).origin || cameFrom.has(next) || known >= MOST_OF_A_KIND) continue;
      ofKind.set(kind, known + 1);
      cameFrom.set(next, at);
    }
  }
  return { read, broken };
}
