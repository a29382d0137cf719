import { readdirSync, readFileSync } from "node:fs";
import { createServer, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import {
  absoluteUrl,
  actionsOf,
  assertSameOrigin,
  contentPolicy,
  fileResponse,
  isSameOrigin,
  jsonResponse,
  localPath,
  speakWithoutScripts,
  statusOf,
  strangersFile,
  takeForm,
  toReadResponse,
  toResponse,
  twinResponse,
  withWords,
} from "./index";

beforeEach(() => {
  vi.stubEnv("BASE_URL", "https://verbatim.example.org/");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const CSV = { mediaType: "text/csv", extension: "csv", isBinary: false };

describe("where a write comes from", () => {
  test.each<[headers: Record<string, string>, isAccepted: boolean, who: string]>([
    [
      { origin: "https://verbatim.example.org", host: "127.0.0.1:3000" },
      true,
      "the public address, whatever the proxy calls us",
    ],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, true, "the address that was asked"],
    [
      { origin: "https://desk.example", "x-forwarded-host": "desk.example", host: "10.0.0.2" },
      true,
      "the host that the proxy was asked",
    ],
    [
      { origin: "https://verbatim.example.org", "sec-fetch-site": "same-origin", host: "x" },
      true,
      "a browser over TLS",
    ],
    [{ "sec-fetch-site": "same-origin", host: "x" }, true, "a browser that names no origin"],
    [
      { origin: "null", "sec-fetch-site": "same-origin", host: "x" },
      true,
      "a page that hides its origin, from here",
    ],
    [{ origin: "https://evil.example", host: "verbatim.example.org" }, false, "another site"],
    [
      { origin: "https://verbatim.example.org.evil.example", host: "verbatim.example.org" },
      false,
      "a longer name",
    ],
    [
      {
        origin: "https://evil.verbatim.example.org",
        host: "verbatim.example.org",
        "sec-fetch-site": "same-site",
      },
      false,
      "a sibling",
    ],
    [
      { origin: "https://verbatim.example.org", host: "x", "sec-fetch-site": "cross-site" },
      false,
      "what the browser itself calls foreign",
    ],
    [{ origin: "null", host: "verbatim.example.org" }, false, "a sandboxed frame"],
    [{ origin: "not an address", host: "verbatim.example.org" }, false, "nonsense"],
    [{ host: "verbatim.example.org" }, false, "nobody says"],
  ])("%o: %s (%s)", (headers, isAccepted) => {
    expect(isSameOrigin(new Headers(headers))).toBe(isAccepted);
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: headers,
    });
    const attempt = () => assertSameOrigin(request);
    if (isAccepted) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(Forbidden);
  });
});

describe("where to go afterwards", () => {
  test.each([
    ["/statements?q=a&after=b#c", "/statements?q=a&after=b#c"],
    ["/speakers/%D8%A7", "/speakers/%D8%A7"],
    ["/a/../../b", "/b"],
    [null, "/"],
    ["", "/"],
    ["statements", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n/evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/.//evil.example", "/"],
    ["/x/..//evil.example", "/"],
  ])("%j leads to %j", (path, target) => {
    expect(localPath(path)).toBe(target);
  });

  test("never leads to another site", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "//",
      "@",
      ":",
      "%2f",
      "\t",
      "\n",
      "evil.example",
      "?",
      "#",
      "http:",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const url = new URL(localPath(parts.join("")), "https://verbatim.example.org/sign-in");
        expect(url.origin).toBe("https://verbatim.example.org");
      }),
      { numRuns: 5000 },
    );
  });
});

describe("answers", () => {
  test.each([
    [new NotFound("The statement"), 404, 404],
    [new Forbidden("statement:read_unpublished"), 403, 404],
    [new Conflict(), 409, 409],
    [new Refused([{ rule: "x", message: "Not so.", field: "wording" }]), 422, 422],
    [new Refused([{ rule: "cursor", message: "No such page.", field: "after" }]), 422, 404],
  ])("%s", async (error, status, statusOfReading) => {
    expect(statusOf(error)).toBe(status);
    expect(toResponse(error).status).toBe(status);
    expect(toReadResponse(error).status).toBe(statusOfReading);
    const body = (await toResponse(error).json()) as { error: { kind: string; refusals?: unknown } };
    expect(body.error.kind).toBe(error.kind);
    expect(body.error.refusals).toEqual(error instanceof Refused ? error.refusals : undefined);
  });

  test("what the domain does not name is not answered but thrown", () => {
    const bug = new TypeError("a bug");
    expect(statusOf(bug)).toBe(500);
    expect(() => toResponse(bug)).toThrow(bug);
  });

  test("are kept by nobody unless said otherwise", () => {
    expect(jsonResponse({}).headers.get("cache-control")).toBe("private, no-store");
    const kept = jsonResponse({}, { headers: { "cache-control": "max-age=60" } });
    expect(kept.headers.get("cache-control")).toBe("max-age=60");
  });

  test("of a page's data carry a tag of what they say, and are a line to who holds it", async () => {
    const asked = (held?: string) =>
      twinResponse(new Request("https://a.example", { headers: held ? { "if-none-match": held } : {} }), {
        a: 1,
      });
    const tag = asked().headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(await asked('"other"').json()).toEqual({ a: 1 });
    for (const held of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
      expect(asked(held).status).toBe(304);
      expect(await asked(held).text()).toBe("");
    }
    expect(twinResponse(new Request("https://a.example"), { a: 2 }).headers.get("etag")).not.toBe(tag);
  });

  test("offer a file under its name in every script, and the name breaks no header", () => {
    const header = fileResponse("", CSV, 'گفت"\r\n').headers.get("content-disposition") ?? "";
    expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.-]+$/);
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? "")).toBe('گفت"\r\n.csv');
  });

  test("give what a stranger made to be saved, under a name that shows its ending", async () => {
    const answer = strangersFile(new Uint8Array([60, 98, 62]), "../harm\u202egnp.html\r\n\ud800");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([60, 98, 62]));
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="..harmgnp.html"; filename*=UTF-8''..harmgnp.html`,
    );
    expect(strangersFile(new Uint8Array(), "\u202e").headers.get("content-disposition")).toContain("arrived");
  });

  test("know the public address", () => {
    expect(absoluteUrl("/statements/st-7k2m9q")).toBe("https://verbatim.example.org/statements/st-7k2m9q");
  });
});

describe("the content policy", () => {
  const policy = contentPolicy({ nonce: "abc", isSecure: true, isDevelopment: false });

  test("allows no script or style that is written into a page", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test.each([
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "default-src 'none'",
  ])("says %s", (rule) => expect(policy.split("; ")).toContain(rule));

  test("asks for TLS only where the site has it", () => {
    expect(policy).toContain("upgrade-insecure-requests");
    expect(contentPolicy({ nonce: "abc", isSecure: false, isDevelopment: false })).not.toContain("upgrade");
  });
});

describe("a page that Next leaves to its scripts", () => {
  const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';

  test("has words without them", () => {
    expect(withWords(empty, 404)).toContain(
      '<body><noscript><div role="main"><h1>There is nothing at this address</h1>',
    );
    expect(withWords(empty, 500)).toContain("it will not be stored twice");
    // they are put in byte by byte
    for (const status of [404, 500, 503]) expect(withWords(empty, status)).toMatch(/^[\0-\x7F]*$/);
  });

  test.each([
    ["away" as const, 503, "30", "cannot reach its database"],
    ["unreadable" as const, 503, "30", "tell whoever looks after this site"],
    [null, 500, null, "Something failed on our side"],
  ])("a database met as %s: %i", async (failed, status, retryAfter, words) => {
    class Answer extends ServerResponse {}
    speakWithoutScripts(Answer as typeof ServerResponse, () => failed);
    const server = createServer({ ServerResponse: Answer as typeof ServerResponse }, (_, answer) => {
      answer.statusCode = 500;
      answer.setHeader("content-type", "text/html; charset=utf-8");
      answer.write(empty);
      answer.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const told = await fetch(`http://127.0.0.1:${port}/`);
    expect([told.status, told.headers.get("retry-after")]).toEqual([status, retryAfter]);
    expect(await told.text()).toContain(words);
    server.close();
  });

  test("and no other page is touched", () => {
    const page = "<!DOCTYPE html><html lang=en><body><p>__next_error__</p></body></html>";
    expect(withWords(page, 404)).toBe(page);
  });
});

test("a form that was sent without scripts names its actions", () => {
  const form = new FormData();
  form.set("$ACTION_ID_40aa", "");
  form.set("$ACTION_REF_3", "");
  form.set("$ACTION_3:0", JSON.stringify({ id: "60bb", bound: "$@1" }));
  form.set("$ACTION_7:0", JSON.stringify({ id: "not pressed" }));
  form.set("$ACTION_REF_9", "");
  form.set("$ACTION_9:0", "nonsense");
  expect(actionsOf(form)).toEqual(["40aa", "60bb", ""]);
});

describe("a form that a route handler takes", () => {
  const B = "----edge";
  const whole = `--${B}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--${B}--\r\n`;
  test.each([
    [`multipart/form-data; boundary=${B}`, whole, 200],
    ["application/x-www-form-urlencoded", "a=b", 200],
    ["application/x-www-form-urlencoded; charset=UTF-8", "", 200],
    [`multipart/form-data; boundary=${B}`, whole.slice(0, -8), 400],
    [`multipart/form-data; boundary=${B}`, "", 400],
    ["multipart/form-data; boundary=other", whole, 400],
    ["multipart/form-data", whole, 400],
    ["application/json", "{}", 415],
    ["text/plain", "a=b", 415],
    ["", "a=b", 415],
  ])("%s, %#", async (type, body, status) => {
    const POST = takeForm(async (form) => new Response(`took ${[...form.keys()]}`));
    const bytes = new TextEncoder().encode(body);
    const answer = await POST(
      new Request("http://x/", { method: "POST", body: bytes, headers: { "content-type": type } }),
    );
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(status === 200 ? /^took/ : /^[A-Z].*\.\n$/);
  });

  test("is read nowhere else, and each such address is known to the proxy", () => {
    const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => ({ file, text: readFileSync(`app/${file}`, "utf8") }));
    const takers = sources.filter(({ file, text }) => file.endsWith("/route.ts") && /\bPOST\b/.test(text));
    expect(takers.length).toBeGreaterThan(5);
    const proxy = readFileSync("proxy.ts", "utf8");
    const known = (name: string) =>
      new RegExp(new RegExp(`${name} = /(.*)/;`).exec(proxy)?.[1] ?? "^nothing$");
    const [forms, programs] = [known("TAKES_FORMS"), known("OF_PROGRAMS")];
    for (const { file } of takers) {
      const address = `/${file.slice(0, -"/route.ts".length)}`;
      if (!programs.test(address)) expect(address).toMatch(forms);
    }
    const readers = sources.filter(({ text }) => /\.(formData|json)\(\)/.test(text)).map(({ file }) => file);
    expect(readers).toEqual([]);
  });
});
