import { Validator } from "@seriousme/openapi-schema-validator";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { makeKey } from "@/lib/keys/server";
import { KNOWN_FILTERS } from "@/lib/statements";
import { makeSource, makeSpeaker, makeStatement, makeUser } from "@/prisma/factories";
import { meSchema, statementQuerySchema } from "./schema";
import { answerApi, ENDPOINTS } from "./server";

type Answered = { status: number; headers: Headers; body: Record<string, unknown> };

async function ask(address: string, init: RequestInit = {}): Promise<Answered> {
  const request = new Request(`http://localhost:3000/api/v1${address}`, init);
  const answer = await answerApi(request, new URL(request.url).pathname.slice("/api/v1".length) || "/");
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

const withKey = (key: string, init: RequestInit = {}) => ({
  ...init,
  headers: { ...init.headers, authorization: `Bearer ${key}` },
});
const sending = (key: string, body: unknown) =>
  withKey(key, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
const itemsOf = ({ body }: Answered) => body.items as Record<string, unknown>[];

let reporter: Actor & { id: string };
let keys: Record<"all" | "read" | "capture", string>;
let open: { publicId: string; wording: string };
let hidden: { publicId: string; wording: string };
let speaker: { slug: string };
let source: { publicId: string };

beforeAll(async () => {
  reporter = await makeUser("reporter");
  const key = async (...scopes: ("read" | "capture" | "import")[]) =>
    (await makeKey(reporter, { label: scopes.join(), scopes, days: "30" })).key;
  keys = {
    all: await key("read", "capture", "import"),
    read: await key("read"),
    capture: await key("capture"),
  };
  speaker = await makeSpeaker("Ada Machine");
  const text = "“We met,” said Ada Machine. “We left,” she said. “We lost,” she added.";
  source = await makeSource(text, "A report for programs");
  const found = await db.source.findUniqueOrThrow({ where: { publicId: source.publicId } });
  const of = {
    speakerId: (await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } })).id,
    sourceId: found.id,
  };
  open = await makeStatement({ ...of, wording: "“We met,”", state: "published" });
  await makeStatement({
    ...of,
    wording: "“We left,”",
    state: "published",
    occurredAt: new Date("2025-10-27T00:00:00Z"),
  });
  hidden = await makeStatement({ ...of, wording: "“We lost,”" });
  const story = await db.story.create({ data: { slug: "machine-story", title: "Machines" } });
  await db.statement.update({ where: { publicId: open.publicId }, data: { storyId: story.id } });
  await db.claim.create({
    data: {
      ...{ slug: "machine-claim", proposition: "They met.", propositionKey: "they met.", state: "published" },
      positions: {
        create: {
          statement: { connect: { publicId: open.publicId } },
          stance: "asserts",
          takenAt: new Date(),
        },
      },
    },
  });
});

afterEach(() => setClock(null));

test("a proposition never leaves without what was found of it", async () => {
  const { id: claimId } = await db.claim.findUniqueOrThrow({ where: { slug: "machine-claim" } });
  const found = async () =>
    itemsOf(await ask("/claims?fields=proposition")).find((one) => one.proposition === "They met.");
  expect(await found()).toEqual({ proposition: "They met.", truth: null });
  const at = new Date("2026-05-12T08:00:00Z");
  const given = { axis: "true", value: "narrative", reasons: "They did not.", asOf: at, givenAt: at };
  const { id } = await db.verdict.create({ data: { ...given, claimId } });
  expect(await found()).toEqual({ proposition: "They met.", truth: { label: null, asOf: "2026-05-12" } });
  const label = {
    create: { key: "untrue", label: "Untrue", ordinal: 1, colour: "stop", icon: "x", definition: "" },
  };
  const scale = await db.truthScale.create({
    data: { key: "machine-scale", name: "Machine", isOrdered: false, labels: label },
    select: { labels: { select: { id: true }, orderBy: { id: "asc" } } },
  });
  await db.verdict.update({ where: { id }, data: { scaleLabelId: scale.labels[0]?.id ?? null } });
  expect(await found()).toMatchObject({ truth: { label: "Untrue" } });
  await db.verdict.update({ where: { id }, data: { supersededAt: at } });
  expect(await found()).toMatchObject({ truth: null });
});

describe("what is described is what is answered", () => {
  const places = () => ({
    statements: open.publicId,
    speakers: speaker.slug,
    sources: source.publicId,
    claims: "machine-claim",
    stories: "machine-story",
  });

  test.each(
    ENDPOINTS.filter(({ kind }) => kind !== "write").map((endpoint) => [endpoint.path, endpoint] as const),
  )("%s", async (_, endpoint) => {
    const of = endpoint.path.split("/")[1] as keyof ReturnType<typeof places>;
    const address = endpoint.path.replace(/\{\w+\}/u, places()[of]);
    for (const init of [{}, withKey(keys.read)]) {
      const whole = await ask(address, init);
      expect(whole.status).toBe(200);
      const items = endpoint.kind === "list" ? itemsOf(whole) : [whole.body];
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) {
        expect(endpoint.answer.safeParse(item).error).toBeUndefined();
      }
    }
    // as the page for programs prints it
    if (endpoint.example) expect((await ask(`${endpoint.path}?${endpoint.example}`)).status).toBe(200);
  });

  test("in OpenAPI 3.1, with every reference in it, and the filters of the list", async () => {
    const { body } = await ask("/openapi.json");
    expect(body).toMatchObject({ openapi: "3.1.0" });
    // judged by the schema of the specification itself
    const judged = await new Validator().validate(structuredClone(body));
    expect(judged.errors ?? []).toEqual([]);
    const broken = await new Validator().validate({ ...structuredClone(body), paths: { "no slash": {} } });
    expect(broken.valid).toBe(false);
    const text = JSON.stringify(body);
    const schemas = (body.components as { schemas: object }).schemas;
    for (const [, name = ""] of text.matchAll(/#\/components\/schemas\/(\w+)/gu))
      expect(schemas).toHaveProperty(name);
    const own = Object.keys(statementQuerySchema.shape).filter((name) => !["take", "fields"].includes(name));
    expect(own.sort()).toEqual(Object.keys(KNOWN_FILTERS).sort());
    const paths = Object.entries(body.paths as Record<string, Record<string, { operationId: string }>>);
    const ids = paths.flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
    // and whose key it is
    expect(new Set(ids).size).toBe(ENDPOINTS.length + 1);
    expect(body.paths).toHaveProperty("/me.get");
    expect(meSchema.safeParse((await ask("/me", withKey(keys.capture))).body).error).toBeUndefined();
  });
});

describe("who reads what", () => {
  test("without a key what is public, with one what its person may read, and neither tells the other’s", async () => {
    const of = `/statements?source=${source.publicId}`;
    const all = (answer: Answered) => itemsOf(answer).map(({ id }) => id);
    expect(all(await ask(of))).not.toContain(hidden.publicId);
    expect(all(await ask(of, withKey(keys.read)))).toContain(hidden.publicId);
    expect((await ask(`/statements/${hidden.publicId}`)).status).toBe(404);
    const kept = await ask(`/statements/${hidden.publicId}`, withKey(keys.read));
    expect(kept.status).toBe(200);
    expect(kept.headers.get("cache-control")).toBe("private, no-cache");
    expect(kept.headers.get("access-control-allow-origin")).toBeNull();
    expect((await ask(of)).headers.get("access-control-allow-origin")).toBe("*");
    // a cookie is nobody here
    expect(
      (await ask(`/statements/${hidden.publicId}`, { headers: { cookie: `verbatim.session_token=x` } }))
        .status,
    ).toBe(404);
    await db.user.update({ where: { id: reporter.id }, data: { role: "reader" } });
    expect((await ask(`/statements/${hidden.publicId}`, withKey(keys.read))).status).toBe(404);
    await db.user.update({ where: { id: reporter.id }, data: { role: "reporter" } });
  });

  test("a key that opens nothing is refused, and so is one without the scope", async () => {
    const bad = await ask("/statements", withKey("vbk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    expect(bad.status).toBe(401);
    expect(bad.headers.get("content-type")).toContain("application/problem+json");
    expect(bad.body).toMatchObject({ status: 401, type: "about:blank" });
    expect((await ask("/statements", withKey("not one of ours"))).status).toBe(401);
    expect((await ask("/statements", withKey(keys.capture))).status).toBe(403);
    expect((await ask("/me", withKey(keys.all))).body).toMatchObject({
      role: "reporter",
      scopes: ["read", "capture", "import"],
    });
    expect((await ask("/me")).status).toBe(401);
    process.env.PUBLIC_SITE = "off";
    expect((await ask("/statements")).status).toBe(401);
    expect((await ask("/statements", withKey(keys.read))).status).toBe(200);
    process.env.PUBLIC_SITE = "";
  });

  test("a loop that runs wild is held off, and told how long", async () => {
    setClock(new Date("2031-01-01T00:00:00Z"));
    const { key } = await makeKey(reporter, { label: "A loop", scopes: ["read"], days: "30" });
    const answers = [];
    for (let asked = 0; asked < 61; asked++) answers.push(await ask("/me", withKey(key)));
    expect(answers.slice(0, 60).every(({ status }) => status === 200)).toBe(true);
    expect(answers[60]?.status).toBe(429);
    expect(answers[60]?.headers.get("retry-after")).toBe("60");
    setClock(new Date("2031-01-01T00:01:00Z"));
    expect((await ask("/me", withKey(key))).status).toBe(200);
  });
});

describe("a list", () => {
  test("is paged by the address of the next page, and every row comes once", async () => {
    const ids: unknown[] = [];
    let address: string | null = `/statements?source=${source.publicId}&take=1&fields=id`;
    while (address !== null && ids.length < 5) {
      const page: Answered = await ask(address);
      for (const item of itemsOf(page)) {
        expect(Object.keys(item)).toEqual(["id"]);
        ids.push(item.id);
      }
      address = (page.body.next as string | null)?.split("/api/v1")[1] ?? null;
    }
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  test("gives no words without what must be read with them", async () => {
    for (const field of ["wording", "translation", "anchor", "editMarks"]) {
      const [item = {}] = itemsOf(await ask(`/statements?id=${open.publicId}&fields=${field}`));
      expect(Object.keys(item).sort()).toEqual(["inFull", "notice", field].sort());
    }
  });

  test.each([
    ["a filter that nobody knows", "/statements?speker=ada", 400],
    ["a value that is none", "/statements?form=shouted", 400],
    ["too many", "/statements?take=201", 400],
    ["a field that is none", "/statements?fields=secret", 400],
    ["anything of one record", "/statements/st-zzzzzz?form=direct", 400],
    ["anything of its description", "/openapi.json?x=1", 400],
    ["a cursor that was never given", "/statements?after=x", 404],
    ["a filter of another list", "/stories?q=x", 400],
    ["a search twice", "/speakers?q=a&q=b", 400],
    ["what every object has", "/claims?__proto__=x", 400],
    ["something of one thing", "/statements/st-zzzzzz?fields=id", 400],
    ["something of the description", "/openapi.json?pretty=1", 400],
    ["half an address", "/statements/", 404],
    ["an address that is none", "/nothing", 404],
    ["a statement that is none", "/statements/st-zzzzzz", 404],
  ])("is refused %s", async (_, address, status) => {
    const answer = await ask(address);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status, detail: expect.any(String) });
  });

  test("has a tag, and is not sent again while it holds", async () => {
    const first = await ask(`/statements/${open.publicId}`);
    const tag = first.headers.get("etag") ?? "";
    const init = { headers: { "if-none-match": tag } };
    expect((await ask(`/statements/${open.publicId}`, init)).status).toBe(304);
    await db.statement.update({ where: { publicId: open.publicId }, data: { isDenial: true } });
    expect((await ask(`/statements/${open.publicId}`, init)).status).toBe(200);
  });
});

describe("what is not taken", () => {
  test.each([
    ["/statements", "PUT", 405, "GET, HEAD, POST, OPTIONS"],
    ["/statements", "DELETE", 405, "GET, HEAD, POST, OPTIONS"],
    ["/imports", "GET", 405, "POST, OPTIONS"],
    ["/me", "POST", 405, "GET, HEAD, OPTIONS"],
    ["/openapi.json", "PATCH", 405, "GET, HEAD, OPTIONS"],
    ["/nothing", "PUT", 404, null],
    ["/statements", "OPTIONS", 204, "GET, HEAD, POST, OPTIONS"],
  ])("%s by %s", async (address, method, status, allow) => {
    const answer = await ask(address, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([status, allow]);
    if (status !== 204) expect(answer.headers.get("content-type")).toContain("application/problem+json");
    // no page of another site may send a key, and none may write
    expect(answer.headers.get("access-control-allow-headers")).toBeNull();
    if (method !== "GET") expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("is told to a page of another site where it reads without a key, and only there", async () => {
    const opened = async (address: string, init: RequestInit = {}) =>
      (await ask(address, init)).headers.get("access-control-allow-origin");
    expect(await opened("/statements?form=shouted")).toBe("*");
    expect(await opened("/statements?form=shouted", withKey(keys.read))).toBeNull();
    expect(await opened("/statements", withKey("vbk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))).toBeNull();
  });

  test("and what fails on our side is told as a problem, without a word of what it was", async () => {
    const logged = vi.spyOn(console, "error").mockReturnValue();
    const endpoint = ENDPOINTS.find(({ path }) => path === "/stories");
    if (endpoint?.kind !== "list") throw new Error("stories are a list");
    const broken = vi.spyOn(endpoint, "list").mockRejectedValue(new Error("secret"));
    const answer = await ask("/stories");
    broken.mockRestore();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      500,
      "application/problem+json; charset=utf-8",
    ]);
    expect(JSON.stringify(answer.body)).not.toContain("secret");
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe("a program writes", () => {
  const said = () => ({
    source: source.publicId,
    wording: "“We left,” she said.",
    form: "mixed",
    speaker: speaker.slug,
    saidOn: "2025-10-28",
  });

  test("a statement whose words stand in its source, once", async () => {
    const first = await ask("/statements", sending(keys.all, said()));
    expect(first.status).toBe(201);
    const made = await db.statement.findUniqueOrThrow({
      where: { publicId: String(first.body.id) },
      include: { anchors: true },
    });
    expect(made).toMatchObject({ state: "captured", capturedById: reporter.id, saidOnPrecision: "day" });
    expect(made.anchors).toHaveLength(1);
    const again = await ask("/statements", sending(keys.all, said()));
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    // what was sent is no copy that somebody holds
    const held = sending(keys.all, said());
    expect(
      (await ask("/statements", { ...held, headers: { ...held.headers, "if-none-match": "*" } })).status,
    ).toBe(200);
  });

  test("once, also where it asks twice in one moment", async () => {
    const body = { ...said(), wording: "“We lost,” she added." };
    const both = await Promise.all([1, 2].map(() => ask("/statements", sending(keys.all, body))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(both.map(({ body: made }) => made.id)).size).toBe(1);
  });

  test("and learns nothing of what its role may not read", async () => {
    await db.user.update({ where: { id: reporter.id }, data: { role: "reader" } });
    const tries = [said(), { ...said(), wording: hidden.wording }, { ...said(), wording: "“Nowhere,”" }];
    const told = await Promise.all(tries.map((body) => ask("/statements", sending(keys.all, body))));
    expect(told.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(new Set(told.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await db.user.update({ where: { id: reporter.id }, data: { role: "reporter" } });
  });

  test("an article, which waits for its person", async () => {
    const body = { text: "“It is done,” said Ada Machine, the mayor.", title: "Done" };
    const first = await ask("/imports", sending(keys.all, body));
    expect(first.status).toBe(201);
    const draft = await db.importDraft.findUniqueOrThrow({ where: { publicId: String(first.body.id) } });
    expect(draft).toMatchObject({ ownerId: reporter.id, state: "open", title: "Done" });
    expect((await ask("/imports", sending(keys.all, body))).status).toBe(200);
  });

  test.each<[string, () => readonly [string, RequestInit], number]>([
    ["without a key", () => ["/statements", { method: "POST", body: "{}" }], 401],
    ["with a key that may not", () => ["/statements", sending(keys.read, said())], 403],
    [
      "words that stand nowhere",
      () => ["/statements", sending(keys.all, { ...said(), wording: "“We won,”" })],
      422,
    ],
    [
      "a field that nobody knows",
      () => ["/statements", sending(keys.all, { ...said(), state: "published" })],
      422,
    ],
    [
      "a source that is none",
      () => ["/statements", sending(keys.all, { ...said(), source: "src-zzzzzz" })],
      404,
    ],
    ["no day", () => ["/statements", sending(keys.all, { ...said(), saidOn: "yesterday" })], 422],
    [
      "no JSON",
      () => [
        "/imports",
        withKey(keys.all, { method: "POST", body: "{", headers: { "content-type": "application/json" } }),
      ],
      400,
    ],
    ["another form", () => ["/imports", withKey(keys.all, { method: "POST", body: "text=x" })], 415],
    ["where nothing is taken", () => ["/claims", sending(keys.all, {})], 405],
    ["an empty text", () => ["/imports", sending(keys.all, { text: " " })], 422],
    [
      "a day that lies ahead",
      () => ["/statements", sending(keys.all, { ...said(), saidOn: "2999-01-01" })],
      422,
    ],
    ["no language", () => ["/statements", sending(keys.all, { ...said(), language: "Klingonese" })], 422],
    ["half of a sign", () => ["/statements", sending(keys.all, { ...said(), place: "\ud83d" })], 422],
    [
      "no day of an article",
      () => ["/imports", sending(keys.all, { text: "He left.", publishedOn: "soon" })],
      422,
    ],
    [
      "no language of one",
      () => ["/imports", sending(keys.all, { text: "He left.", language: "Klingonese" })],
      422,
    ],
    [
      "no address of one",
      () => ["/imports", sending(keys.all, { text: "He left.", address: "ftp://a" })],
      422,
    ],
    [
      "letters of another encoding",
      () => [
        "/imports",
        withKey(keys.all, {
          method: "POST",
          body: Buffer.from('{"text":"La d\u00e9tente"}', "latin1"),
          headers: { "content-type": "application/json" },
        }),
      ],
      400,
    ],
    ["something beside it", () => ["/imports?dry=1", sending(keys.all, { text: "He left." })], 400],
  ])("and is refused %s", async (_, asking, status) => {
    const [address, init] = asking();
    const answer = await ask(address, init);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status });
  });

  test("and tells of a hundred thousand fields in a few lines", async () => {
    const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, 1]));
    const answer = await ask("/imports", sending(keys.all, { text: "He left.", ...fields }));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body).length).toBeLessThan(5000);
  });
});
