import type { Visitor } from "../site";

/** Numbers on the pages of lists beside what they list. */
export async function countsBeside(visitor: Visitor): Promise<{ faults: string[]; compared: number }> {
  const faults: string[] = [];
  let compared = 0;
  const read = async (path: string) => {
    const { status, text } = await visitor.ask(path, { accept: "text/html" });
    return status === 200 ? text : "";
  };
  const check = (what: string, told: number, listed: number) => {
    compared++;
    if (told !== listed) faults.push(`${what} tells ${told} and lists ${listed}`);
  };
  const idsIn = (html: string) =>
    new Set(
      [...html.slice(html.indexOf("<main")).matchAll(/href="\/(?:review|statements)\/(st-\w+)/g)].map(
        ([, id]) => id,
      ),
    ).size;
  const list = await read("/statements");
  const told = /<b class="num">([\d,]+) statements?<\/b>/.exec(list)?.[1];
  if (told) check("/statements", Number(told), (list.match(/<tr data-list-item/g) ?? []).length);
  for (const [, field, value, number] of list.matchAll(
    /<input type="checkbox" id="[^"]*" name="(form|speaker|state|story|source|grade|outlet)" value="([^"]*)"[^>]*\/><span>[\s\S]*?<span class="num">(\d+)<\/span>/g,
  )) {
    const part = await read(`/statements?${field}=${encodeURIComponent(value ?? "")}`);
    const inPart = /<b class="num">([\d,]+) statements?<\/b>/.exec(part)?.[1] ?? "0";
    check(`facet ${field}=${value}`, Number(number), Number(inPart));
    check(`list ${field}=${value}`, Number(inPart), (part.match(/<tr data-list-item/g) ?? []).length);
  }
  const queue = await read("/review");
  for (const [, href, number] of queue.matchAll(
    /href="(\/review\?(?:view|state)=[\w]+)"[^>]*>[^<]*(?:<!-- -->)? ?<span class="num[^"]*">(\d+)<\/span>/g,
  ))
    check(href ?? "", Number(number), idsIn(await read(href ?? "")));
  const claims = await read("/claims");
  const toldClaims = /claims? of (?:<!-- -->)?(\d+)/.exec(claims)?.[1];
  if (toldClaims && Number(toldClaims) <= 25)
    check(
      "/claims",
      Number(toldClaims),
      new Set(
        [...claims.slice(claims.indexOf("<main")).matchAll(/href="\/claims\/([\w-]+)"/g)].map(
          ([, slug]) => slug,
        ),
      ).size,
    );
  const pairs = await read("/contradictions");
  const toldPairs = /(\d+) pairs?(?:<!-- -->)?,/.exec(pairs)?.[1];
  if (toldPairs) check("/contradictions", Number(toldPairs), (pairs.match(/id="rel-\w+"/g) ?? []).length);
  for (const path of ["/speakers", "/sources", "/stories"]) {
    const page = await read(path);
    for (const [, href, number] of page.matchAll(
      /<a href="(\/(?:speakers|sources|stories)\/[\w-]+)"[\s\S]{0,700}?(\d+) statements?\b/g,
    )) {
      const own = await read(href ?? "");
      const kind = (href ?? "").split("/")[1]?.replace(/s$/, "").replace("storie", "story") ?? "";
      const filter = await read(`/statements?${kind}=${(href ?? "").split("/")[2]}`);
      const there = /<b class="num">([\d,]+) statements?<\/b>/.exec(filter)?.[1] ?? "0";
      if (own && filter) check(`${path} on ${href}`, Number(number), Number(there));
    }
  }
  return { faults, compared };
}
