import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "../../bench/growth";
import { MOST as MOST_OF_FORM } from "../../lib/forms";
import { ownAddress } from "../port.mjs";
import { checkBody, Held, isFormOfPage, MOST_HELD, parseBody, readBody } from "./body.mjs";
import {
  allowanceOf,
  checkAddress,
  checkHeaders,
  checkRequest,
  MOST,
  networkOf,
  plainAddress,
  settleOrigin,
} from "./request.mjs";

test.each([
  [undefined, "http://localhost:3000"],
  ["localhost", "http://localhost:3000"],
  ["0.0.0.0", "http://localhost:3000"],
  ["::", "http://localhost:3000"],
  ["127.0.0.2", "http://127.0.0.2:3000"],
  ["::1", "http://[::1]:3000"],
  ["desk.example", "http://desk.example:3000"],
])("a site that listens on %s reaches itself at %s", (host, address) => {
  expect(ownAddress(host, 3000)).toBe(address);
});

const statusOf = (work: () => void): number => {
  try {
    work();
    return 200;
  } catch (error) {
    const { status, message } = error as { status?: number; message: string };
    if (status === undefined) throw error;
    expect(message).toMatch(/^[A-Z].*\.$/);
    return status;
  }
};

describe("an address", () => {
  test.each([
    ["/", 200],
    ["/statements/st-7k2m9q.csl.json?q=%E2%80%9CNo%E2%80%9D&form=direct", 200],
    ["/speakers/%D8%A7%D8%AD%D9%85%D8%AF", 200],
    ["/statements?q=100%", 200],
    ["/statements.json?__proto__=1", 400],
    ["/statements.json?form=direct&_%5F%70roto__", 400],
    ["/statements.json?q=__proto__&x__proto__=1&__proto__x=1", 200],
    ["/statements/%ff", 400],
    ["/statements/%", 400],
    ["/statements/%c0%af", 400],
    ["/statements/%ed%a0%80", 400],
    ["/statements/a%00b", 400],
    ["/statements/a%0d%0ab", 400],
    ["/statements?q=a%00b", 400],
    ["//elsewhere.example", 404],
    ["/\\elsewhere.example", 404],
    ["http://elsewhere.example/", 400],
    ["*", 400],
    [`/statements?${"form=direct&".repeat(10_000)}`, 414],
    [`/statements?${"a&".repeat(MOST.parameters)}`, 400],
    [`/${"a".repeat(MOST.addressLength)}`, 414],
  ])("%.60s: %d", (url, status) => expect(statusOf(() => checkAddress(url))).toBe(status));
});

describe("headers", () => {
  const tree = [
    "",
    { children: [["slug", "a", "d"], { children: ["__PAGE__", {}, null, "refetch"] }] },
    null,
    null,
    true,
  ];
  const sent = (value: unknown) => encodeURIComponent(JSON.stringify(value));
  test.each([
    ["next-router-state-tree", sent(tree), 200],
    ["next-router-state-tree", "nonsense", 400],
    ["next-router-state-tree", "%7B", 400],
    ["next-router-state-tree", "%ff", 400],
    ["next-router-state-tree", sent({}), 400],
    ["next-router-state-tree", sent(["", null]), 400],
    ["next-router-state-tree", sent(["", { children: 7 }]), 400],
    ["next-router-state-tree", sent([7, {}]), 400],
    ["next-router-state-tree", `${"%5B%22%22,%7B%22a%22:".repeat(60)}1${"%7D%5D".repeat(60)}`, 400],
    ["next-action", "40f6b1c2".repeat(5), 200],
    ["next-action", "../../etc/passwd", 400],
    ["next-action", "", 400],
    ["cookie", `a=${"b".repeat(MOST.cookieLength)}`, 431],
  ])("%s: %.40s: %d", (name, value, status) => {
    expect(statusOf(() => checkHeaders({ [name]: value }))).toBe(status);
  });

  test("that only the framework may set are dropped", () => {
    const headers = {
      "x-middleware-subrequest": "proxy:proxy",
      "x-matched-path": "/",
      "x-nextjs-data": "1",
      rsc: "1",
    };
    checkHeaders(headers);
    expect(headers).toEqual({ rsc: "1" });
  });

  test("a method that nothing answers is named so", () => {
    expect(statusOf(() => checkRequest({ method: "DELETE", url: "/", headers: {} }))).toBe(405);
  });
});

describe("who sent a form", () => {
  const check = (headers: Record<string, string>, hops = 0) =>
    statusOf(() => {
      settleOrigin(headers, { remoteAddress: "10.0.0.1", hops, baseUrl: "https://verbatim.example.org" });
      checkRequest({ method: "POST", url: "/", headers });
    });
  const here = "https://verbatim.example.org";
  test.each([
    [{ host: "verbatim.example.org", origin: here }, 0, 200],
    [{ host: "10.0.0.2:3000", origin: here }, 0, 200],
    [{ host: "10.0.0.2:3000", origin: here, "x-forwarded-host": "desk.example" }, 1, 200],
    [{ host: "10.0.0.2:3000", origin: "http://10.0.0.2:3000" }, 0, 200],
    [{ host: "Desk:3000", origin: "http://desk:3000" }, 0, 200],
    [{ host: "10.0.0.2:3000", origin: "https://desk.example", "x-forwarded-host": "desk.example" }, 1, 200],
    [{ host: "verbatim.example.org" }, 0, 200],
    [{ host: "verbatim.example.org", origin: "null", "sec-fetch-site": "same-origin" }, 0, 200],
    [{ host: "verbatim.example.org", origin: "null" }, 0, 403],
    [{ host: "verbatim.example.org", origin: "null", "sec-fetch-site": "cross-site" }, 0, 403],
    [{ host: "verbatim.example.org", origin: "https://evil.example" }, 0, 403],
    [{ host: "verbatim.example.org", origin: "nonsense" }, 0, 403],
    [{ host: "verbatim.example.org", origin: `${here}, ${here}` }, 0, 403],
    [{ host: "verbatim.example.org", origin: `${here}:8443` }, 0, 403],
    [
      { host: "verbatim.example.org", origin: "https://desk.example", "x-forwarded-host": "desk.example" },
      0,
      403,
    ],
    [{ host: "desk.example", origin: "https://desk.example", "x-forwarded-host": "evil.example" }, 1, 403],
  ] as [Record<string, string>, number, number][])("%j through %d: %d", (headers, hops, status) =>
    expect(check(headers, hops)).toBe(status),
  );
});

describe("where a request came from", () => {
  const settle = (headers: Record<string, string>, hops: number, remoteAddress = "10.0.0.1") => {
    settleOrigin(headers, { remoteAddress, hops, baseUrl: "https://verbatim.example.org" });
    return headers;
  };
  test.each([
    ["198.51.100.7", 0, "10.0.0.1"],
    ["198.51.100.7", 1, "198.51.100.7"],
    ["203.0.113.9, 198.51.100.7", 1, "198.51.100.7"],
    ["203.0.113.9, 198.51.100.7, 192.0.2.1", 2, "198.51.100.7"],
    // fewer than there should be: somebody came past the proxy
    ["198.51.100.7", 2, "10.0.0.1"],
    ["nonsense", 1, "10.0.0.1"],
    ["[2001:db8::7]:443", 1, "2001:db8::7"],
    ["198.51.100.7:1234", 1, "198.51.100.7"],
  ])("forwarded for %s through %d: %s", (forwarded, hops, address) => {
    expect(settle({ "x-forwarded-for": forwarded }, hops)["x-forwarded-for"]).toBe(address);
  });

  test.each([
    ["198.51.100.7", 0, true],
    ["198.51.100.7", 1, true],
    ["198.51.100.7", 2, false],
    ["203.0.113.9, 198.51.100.7", 2, true],
    // a check of the machine's own, past the proxies
    [undefined, 2, true],
  ])("forwarded for %s through %d: all proxies told of theirs, %s", (forwarded, hops, areAll) => {
    const options = { remoteAddress: "10.0.0.1", hops, baseUrl: "https://verbatim.example.org" };
    expect(settleOrigin(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }, options)).toBe(
      areAll,
    );
  });

  test("is told without a proxy's words when none is trusted", () => {
    const claimed = {
      host: "127.0.0.1:3000",
      forwarded: "for=1.2.3.4",
      "x-real-ip": "1.2.3.4",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "ftp",
    };
    expect(settle(claimed, 0, "::ffff:10.0.0.2")).toEqual({
      host: "127.0.0.1:3000",
      "x-forwarded-for": "10.0.0.2",
      "x-forwarded-host": "127.0.0.1:3000",
      "x-forwarded-proto": "https",
    });
  });

  test("a proxy that does not pass the site's name does not stop its forms", () => {
    const sent = { host: "127.0.0.1:3000", origin: "https://verbatim.example.org" };
    expect(settle(sent, 0).host).toBe("verbatim.example.org");
    expect(settle({ host: "127.0.0.1:3000", origin: "https://evil.example" }, 0).host).toBe("127.0.0.1:3000");
    expect(
      settle({ host: "127.0.0.1:3000", "x-forwarded-host": "a.example, verbatim.example.org" }, 1).host,
    ).toBe("verbatim.example.org");
    expect(settle({}, 0).host).toBe("verbatim.example.org");
  });

  test.each(["a b", "a/b", "a,b", "<script>", "[::1", "é"])("%s is no name of a site", (host) => {
    expect(statusOf(() => settle({ host }, 0))).toBe(400);
  });

  test.each([
    ["::ffff:1.2.3.4", "1.2.3.4"],
    ["::FFFF:0102:0304", "1.2.3.4"],
    ["[0:0:0:0:0:ffff:1.2.3.4]:443", "1.2.3.4"],
    ["::ffff:0:1", "0.0.0.1"],
    ["2001:0db8:0:0:0:0:0:1", "2001:db8::1"],
    ["[2001:db8::1]:80", "2001:db8::1"],
    ["::1.2.3.4.5", ""],
    ["[::1", ""],
    ["fe80::1%eth0", "fe80::1"],
    ["2001:DB8::1", "2001:db8::1"],
    ["unknown", ""],
    ["1.2.3.4.5", ""],
  ])("%s is %s", (written, plain) => expect(plainAddress(written)).toBe(plain));

  test.each([
    ["1.2.3.4", "1.2.3.4"],
    ["::1", "0:0:0:0"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::", "2001:db8:1:2"],
    ["2001::5:0:0:7", "2001:0:0:0"],
    ["unknown", "unknown"],
  ])("whoever has %s has all of %s", (address, network) => expect(networkOf(address)).toBe(network));
});

describe("how much is taken", () => {
  const session = { cookie: "a=b; __Secure-verbatim.session_token=x.y" };
  test.each([
    ["/sign-in", {}, MOST.bodyOfVisitor],
    ["/import", {}, MOST.bodyOfVisitor],
    ["/import", session, MOST.bodyOfText],
    ["/import?refused=too-large", session, MOST.bodyOfText],
    ["/importance", session, MOST.bodyOfForm],
    ["/typed/keep", session, MOST.bodyOfText],
    ["/review/st-7k2m9q", session, MOST.bodyOfForm],
    ["/sign-in", { cookie: "not-verbatim.session_token=x" }, MOST.bodyOfVisitor],
    // the session ended while something was typed
    ["/import", { cookie: "verbatim.device=a.b~c" }, MOST.bodyOfText],
    ["/import", { cookie: "not-verbatim.device=x" }, MOST.bodyOfVisitor],
  ])("at %s", (url, headers, bytes) => expect(allowanceOf({ url, headers }).bytes).toBe(bytes));

  test.each([
    ["/api/v1/check", true],
    ["/api/check", true],
    ["/api/check?x=1", true],
    ["/api/checks", false],
    ["/api/check/more", false],
    ["/check", false],
  ])("at %s is of JSON: %s", (url, isOfPrograms) => {
    expect("isOfPrograms" in allowanceOf({ url, headers: {} })).toBe(isOfPrograms);
  });

  test("of a form of a page is as much as ever when every cookie is gone", () => {
    expect(allowanceOf({ url: "/review/st-7k2m9q", headers: {} }, true).bytes).toBe(MOST.bodyOfForm);
    expect(allowanceOf({ url: "/import", headers: {} }, true).bytes).toBe(MOST.bodyOfText);
  });

  test("is no less than the forms of lib take", () => {
    expect(MOST.fieldsOfForm).toBeGreaterThan(MOST_OF_FORM.fields);
  });

  test.each([true, false])("a body is not read further, with its length told: %s", async (isTold) => {
    const outcome = new Promise<string>((resolve) => {
      const server = createServer((request: IncomingMessage, response) => {
        readBody(request, 1000).then(
          (body) => resolve(`read ${body.length}`),
          (error: { status: number }) => resolve(`refused ${error.status}`),
        );
        response.end(() => server.close());
      });
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as AddressInfo;
        const headers = isTold ? { "content-length": 100_000 } : { "transfer-encoding": "chunked" };
        const client = send({ host: "127.0.0.1", port, method: "POST", headers });
        client.on("error", () => {});
        for (let at = 0; at < 10; at++) client.write("x".repeat(10_000));
        client.end();
      });
    });
    expect(await outcome).toBe("refused 413");
  });
});

describe("what is held of bodies", () => {
  test("has room for some of one asker, and for more of all, until they are answered", () => {
    const held = new Held();
    const bodies = Array.from({ length: 8 }, () => held.room("a"));
    for (const body of bodies) body.take(MOST.bodyOfText);
    const more = held.room("a");
    expect(statusOf(() => more.take(1024))).toBe(429);
    expect(statusOf(() => held.room("b").take(MOST.bodyOfText))).toBe(200);
    bodies[0]?.free();
    bodies[0]?.free();
    expect(statusOf(() => more.take(MOST.bodyOfText))).toBe(200);
    expect(statusOf(() => more.take(1))).toBe(429);
    const others = Array.from({ length: 50 }, (_, number) =>
      statusOf(() => held.room(`c${number}`).take(MOST.bodyOfText)),
    );
    expect(others.filter((status) => status === 503)).not.toEqual([]);
    expect(others.filter((status) => status === 200).length * MOST.bodyOfText).toBeLessThan(MOST_HELD.ofAll);
  });
});

describe("a sent form", () => {
  const B = "----edge";
  const part = (name: string, text: string, more = "") =>
    `--${B}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
  const whole = (...parts: string[]) => Buffer.from(`${parts.join("")}--${B}--\r\n`);
  const type = { "content-type": `multipart/form-data; boundary=${B}` };
  const check = (body: Buffer, headers: Record<string, string> = type, most = 100) =>
    statusOf(() => checkBody(body, headers, { bytes: 1_000_000, fields: most }));
  const bound = (meta: string, argument: string) =>
    whole(
      part("$ACTION_REF_1", ""),
      part("$ACTION_1:0", meta),
      part("$ACTION_1:1", argument),
      part("email", "a"),
    );
  const META = '{"id":"60aa","bound":"$@1"}';

  test.each([
    ["of fields", whole(part("email", "a\r\nb"), part("file", "--\r\n", '; filename="a.txt"')), 200],
    ["of nothing", whole(), 200],
    ["that ends early", whole(part("email", "a")).subarray(0, -8), 400],
    [
      "with a part of two names",
      whole(
        `--${B}\r\nContent-Disposition: form-data; name="email"\r\nContent-Disposition: form-data; name="0"\r\n\r\na\r\n`,
      ),
      400,
    ],
    ["without its end", Buffer.from(part("email", "a")), 400],
    ["with something before it", Buffer.concat([Buffer.from("x"), whole()]), 400],
    ["with a part without a name", Buffer.from(`--${B}\r\nX: y\r\n\r\na\r\n--${B}--\r\n`), 400],
    ["with a part without an end of its head", Buffer.from(`--${B}\r\nX: y\r\n--${B}--\r\n`), 400],
    ["with a head without end", whole(`--${B}\r\nX: ${"y".repeat(5000)}\r\n\r\na\r\n`), 400],
    ["with a field too many", whole(...Array.from({ length: 101 }, () => part("email", "a"))), 413],
    ["bound to an action", bound(META, '[{"status":"idle","values":{"a":"$$5"},"errors":[]}]'), 200],
    ["with an action's name alone", whole(part(`$ACTION_ID_${"a1".repeat(20)}`, "")), 200],
    [
      "bound to an action twice",
      whole(part("$ACTION_REF_1", ""), part("$ACTION_1:0", META), part("$ACTION_1:0", META)),
      400,
    ],
    ["bound to an action written otherwise", bound('{ "id":"60aa","bound":"$@1"}', "[]"), 400],
    [
      "bound to three",
      whole(
        ...["1", "2", "3"].flatMap((at) => [
          part(`$ACTION_REF_${at}`, ""),
          part(`$ACTION_${at}:0`, '{"id":"60aa","bound":null}'),
        ]),
      ),
      400,
    ],
    ["bound to nothing", whole(part("$ACTION_REF_1", "")), 400],
    ["bound to what is no model", bound("{", "[]"), 400],
    ["bound to no action", bound("null", "[]"), 400],
    ["bound to a list", bound("[]", "[]"), 400],
    ["bound to what was not sent", bound('{"id":"60aa","bound":"$@7"}', "[]"), 400],
    ["with an argument of another kind", bound(META, '["$Q1"]'), 400],
    ["with an argument that reaches a prototype", bound(META, '[{"__proto__":{"a":1}}]'), 400],
    ["with another field of React's", whole(part("$ACTION_X", "")), 400],
    [
      "with too many of them",
      whole(...Array.from({ length: 41 }, (_, at) => part(`$ACTION_ID_${at}`, ""))),
      400,
    ],
  ])("%s: %#", (_, body, status) => expect(check(body)).toBe(status));

  const KEY = "b3c1f6a0-1d1e-4d0e-9f3b-7a0c comment /review/st-7k2m9q";
  test.each([
    ["that a browser sends", [part("$ACTION_KEY", "k1"), part("sending", KEY)], true],
    ["that a script sends", [part("1_sending", KEY), part("0", "[]")], true],
    ["whose text says that it is one", [part("email", `name="sending"\n\n${KEY}`)], false],
    ["whose key is none", [part("sending", "x")], false],
    ["that begins otherwise", [part("email", "a".repeat(70_000)), part("sending", KEY)], false],
  ])("of a page is known by its key: one %s", (_, parts, isOne) => {
    expect(isFormOfPage(whole(...parts), type)).toBe(isOne);
    expect(isFormOfPage(whole(...parts), { "content-type": "text/plain" })).toBe(false);
  });

  test("with a name that stands in no marks is refused, whatever the site's parser takes it for", () => {
    const body = whole(`--${B}\r\nContent-Disposition: form-data; name=$ACTION_ID_1\r\n\r\na\r\n`);
    expect(check(body)).toBe(400);
  });

  test("that is longer than what is taken is told so", () => {
    const body = whole(part("email", "a".repeat(100)));
    expect(statusOf(() => checkBody(body, type, { bytes: 100, fields: 100 }))).toBe(413);
  });

  test.each([
    [type["content-type"], whole(part("email", "a")), 200],
    [type["content-type"], whole(part("file", "a", '; filename="a.txt"')), 200],
    [type["content-type"], Buffer.alloc(0), 400],
    [
      type["content-type"],
      // a name without marks is read by the parser of Node 26, and refused before it
      whole(`--${B}\r\nX: y\r\n\r\na\r\n`),
      400,
    ],
    [type["content-type"], Buffer.concat([whole(part("a", "b")).subarray(0, -4), Buffer.from("x")]), 400],
    [`multipart/form-data boundary=${B}`, whole(part("email", "a")), 400],
    ["application/x-www-form-urlencoded-not", Buffer.from("a=b"), 400],
    ["application/x-www-form-urlencoded; charset=utf-8", Buffer.from("a=%ff"), 200],
    ["application/x-www-form-urlencoded", Buffer.alloc(0), 200],
    ["text/plain", Buffer.from("a"), 200],
  ])("is read by the site's parser: %s, %#", async (contentType, body, status) => {
    const outcome = parseBody(body, { "content-type": contentType });
    expect(
      await outcome.then(
        () => 200,
        (error: { status: number }) => error.status,
      ),
    ).toBe(status);
  });

  test.each([
    ["application/x-www-form-urlencoded", "theme=dark&x=%ff", 200],
    ["application/x-www-form-urlencoded", "a&".repeat(101), 413],
    ["application/x-www-form-urlencoded", "%24ACTION_ID_x=1", 400],
    ["multipart/form-data", "", 400],
    ["multipart/form-data; boundary=", "", 400],
    ["application/json", "{}", 415],
    ["application/json", "", 200],
  ])("as %s", (contentType, text, status) => {
    expect(check(Buffer.from(text), { "content-type": contentType })).toBe(status);
  });

  test.each([
    [{}, /forms and nothing else/],
    [{ isOfPrograms: true }, /Send JSON, with the content type application\/json/],
  ])("is told what is taken there: %j", (of, words) => {
    const body = Buffer.from("We were close to a deal.");
    const type = { "content-type": "text/plain" };
    expect(() => checkBody(body, type, { bytes: 100, fields: 100, ...of })).toThrow(words);
  });

  test.each([
    [
      [
        ["0", '[{"status":"idle"},"$K1"]'],
        ["1_email", "a"],
      ],
      200,
    ],
    [[["0", '["$undefined","$K1"]']], 200],
    [[["1_email", "a"]], 400],
    [[["0", '{"then":"$1"}']], 400],
    [[["0", '["$@5"]']], 400],
    [
      [
        ["0", '["$1:__proto__:x"]'],
        ["1", "{}"],
      ],
      400,
    ],
    [
      [
        ["0", '["$F1"]'],
        ["1", '{"id":"x"}'],
      ],
      400,
    ],
    [[["0", "nonsense"]], 400],
    [[["0", '"words"']], 400],
    [[["0", JSON.stringify(Array(1001).fill(1))]], 400],
  ])("sent by a script: %j", (parts, status) => {
    const body = whole(...(parts as [string, string][]).map(([name, text]) => part(name, text)));
    expect(check(body, { ...type, "next-action": "60aa" })).toBe(status);
  });

  test.each([
    ["parts", (size: number) => whole(...Array.from({ length: size }, (_, at) => part(`x${at}`, "a")))],
    ["almost edges", (size: number) => whole(part("a", `\r\n----ed`.repeat(size * 10)))],
    ["heads without end", (size: number) => whole(part("a", `\r\n\r\n`.repeat(size * 20)))],
    [
      "models",
      (size: number) => bound(META, JSON.stringify([Array.from({ length: size }, () => ({ a: "$$" }))])),
    ],
    ["models within models", (size: number) => bound(META, `${"[".repeat(size)}${"]".repeat(size)}`)],
  ] as const)(
    "costs in proportion to its %s",
    async (_, make) => {
      const work = (body: Buffer) => {
        try {
          checkBody(body, type, { bytes: 100_000_000, fields: 100_000 });
        } catch {
          // refused is as good as taken: what counts is what it cost
        }
      };
      expect(await growthOf(make, work, 2000)).toBeLessThan(TOO_MUCH);
    },
    120_000,
  );
});
