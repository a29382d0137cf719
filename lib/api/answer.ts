import type { z } from "zod";
import { VISITOR } from "@/lib/auth";
import { now } from "@/lib/env";
import { DomainError, Forbidden, NotFound, Refused, storageFailure, Unavailable } from "@/lib/errors";
import { absoluteUrl, problemResponse, publicResponse, RETRY_AFTER_S, statusOf, unknownIn } from "@/lib/http";
import { keyOf, type Scope } from "@/lib/keys";
import { findKeyed, type Keyed } from "@/lib/keys/server";
import { isShutOut } from "@/lib/visibility/server";
import { readBody } from "./body";
import { ENDPOINTS } from "./endpoints";
import { waitForTurn } from "./limits";
import { type Asked, type Endpoint, endpointAt } from "./model";
import { describeApi } from "./openapi";

/** A failure of the interface itself, told as RFC 9457 has it. */
class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

/**
 * Answers a request under /api/v1. Cookies count for nothing here: without a key everybody reads what is public, with one
 * what its person may read, so that no page of another site acts in a reader's name.
 */
export async function answerApi(request: Request, path: string): Promise<Response> {
  try {
    return await answered(request, path);
  } catch (error) {
    const told = toProblem(error);
    // what is refused of a public read is as public; with a key no page of another site learns even that
    if (READS.includes(request.method) && keyOf(request.headers) === null)
      told.headers.set("access-control-allow-origin", "*");
    told.headers.append("vary", "Authorization");
    return told;
  }
}

const READS: readonly string[] = ["GET", "HEAD"];
/** What has no row in the table of endpoints: whose key it is, and the description, twice. */
const OF_ITS_OWN: readonly string[] = ["/me", "/", "/openapi.json"];

async function answered(request: Request, path: string): Promise<Response> {
  const { method } = request;
  const isRead = READS.includes(method);
  const allowed = methodsAt(path);
  // a preflight gets no leave: a key does not belong into a page
  if (method === "OPTIONS" && allowed.length > 0)
    return new Response(null, { status: 204, headers: { allow: allowed.join(", ") } });
  const keyed = await keyedOf(request);
  if (allowed.length === 0) throw new NotFound("This address");
  if (!allowed.includes(method)) throw notAllowed(allowed);
  const own = OF_ITS_OWN.includes(path);
  const found = endpointAt(
    ENDPOINTS.filter(({ kind }) => (kind === "write") !== isRead),
    path,
  );
  if (found?.endpoint.kind !== "list") assertNothingAsked(request);
  if (own) return write(request, path === "/me" ? self(keyed) : describeApi(), keyed);
  if (!found) throw new NotFound("This address");
  const asked = { actor: keyed?.actor ?? VISITOR, at: found.at, query: {}, body: null };
  if (found.endpoint.kind === "write") return made(request, found.endpoint, { ...asked, keyed });
  if (keyed) assertScope(keyed, "read");
  else if (isShutOut(VISITOR)) throw unauthorized("This site is open to its own people alone: send a key.");
  if (found.endpoint.kind === "one") return write(request, await found.endpoint.get(asked), keyed);
  return write(request, await listed(request, found.endpoint, asked, path), keyed);
}

/** The methods that an address answers to; none where there is no such address. */
function methodsAt(path: string): string[] {
  const at = ENDPOINTS.filter((endpoint) => endpointAt([endpoint], path));
  const isRead = OF_ITS_OWN.includes(path) || at.some(({ kind }) => kind !== "write");
  const isWritten = at.some(({ kind }) => kind === "write");
  return [
    ...(isRead ? READS : []),
    ...(isWritten ? ["POST"] : []),
    ...(isRead || isWritten ? ["OPTIONS"] : []),
  ];
}

/** An answer to less than what was asked would be taken for the answer. */
function assertNothingAsked(request: Request): void {
  const unknown = unknownIn(paramsOf(new URL(request.url).searchParams), {});
  if (unknown.length > 0) throw new Problem(400, unknown.join(" "));
}

async function keyedOf(request: Request): Promise<Keyed | null> {
  const key = keyOf(request.headers);
  if (key === null) return null;
  const keyed = key === "" ? null : await findKeyed(key);
  if (!keyed)
    throw unauthorized("This key opens nothing: it was never made, was revoked, or its time is over.");
  const waitS = waitForTurn(keyed.keyId, { perMinute: keyed.perMinute, at: now().getTime() });
  if (waitS > 0)
    throw new Problem(429, `More than ${keyed.perMinute} requests a minute. Wait ${waitS} s.`, {
      "retry-after": String(waitS),
    });
  return keyed;
}

function self(keyed: Keyed | null): object {
  if (!keyed) throw unauthorized("Send a key, and you are told whose it is.");
  return { name: keyed.actor.name, role: keyed.actor.role, scopes: keyed.scopes };
}

function assertScope({ scopes }: Keyed, scope: Scope): void {
  if (!scopes.includes(scope))
    throw new Problem(403, `This key may not ${scope}. Make one with the scope “${scope}”.`);
}

async function made(
  request: Request,
  endpoint: Extract<Endpoint, { kind: "write" }>,
  { keyed, ...asked }: Asked & { keyed: Keyed | null },
): Promise<Response> {
  if (!keyed) throw unauthorized(`Send a key with the scope “${endpoint.scope}”.`);
  assertScope(keyed, endpoint.scope);
  const read = await readBody(request);
  if ("detail" in read) throw new Problem(read.status, read.detail);
  const body = endpoint.body.safeParse(read.sent);
  if (!body.success) throw refusedBy(body.error, 422);
  const outcome = await endpoint.write({ ...asked, actor: keyed.actor, body: body.data });
  return write(request, outcome.made, keyed, outcome.isNew ? 201 : 200);
}

async function listed(
  request: Request,
  endpoint: Extract<Endpoint, { kind: "list" }>,
  asked: Asked,
  path: string,
): Promise<object> {
  const { searchParams } = new URL(request.url);
  const params = paramsOf(searchParams);
  const unknown = endpoint.unknown?.(params) ?? unknownIn(params, onceEach(endpoint.query));
  if (unknown.length > 0) throw new Problem(400, unknown.join(" "));
  const joined = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, [value].flat().join(",")]),
  );
  const query = endpoint.query.safeParse(joined);
  if (!query.success) throw refusedBy(query.error, 400);
  const fields = fieldsOf(query.data.fields, endpoint.answer);
  const { items, next } = await endpoint.list({ ...asked, query: query.data });
  return {
    items: items.map((item) => only(item, fields)),
    next: next === null ? null : after(path, searchParams, next),
  };
}

const onceEach = ({ shape }: z.ZodObject) =>
  Object.fromEntries(Object.keys(shape).map((name) => [name, "one" as const]));

function paramsOf(searchParams: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const [first = "", ...more] = searchParams.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

function fieldsOf(typed: unknown, answer: z.ZodObject): readonly string[] | null {
  if (typeof typed !== "string" || typed === "") return null;
  const fields = typed.split(",").map((field) => field.trim());
  const known = Object.keys(answer.shape);
  const unknown = fields.filter((field) => !known.includes(field));
  if (unknown.length > 0)
    throw new Problem(400, `There is no field ${unknown.join(", ")}. There are ${known.join(", ")}.`);
  // words never leave without what must be read with them, nor a proposition without what was found of it
  if (fields.includes("proposition") && known.includes("truth")) return [...new Set(["truth", ...fields])];
  return fields.some((field) => CARRY_WORDS.has(field))
    ? [...new Set(["notice", "inFull", ...fields])]
    : fields;
}

/** The fields of a statement in which its words stand, or some of them. */
const CARRY_WORDS: ReadonlySet<string> = new Set([
  "wording",
  "translation",
  "anchor",
  "editMarks",
  "retraction",
  "corrections",
]);

function only(item: object, fields: readonly string[] | null): object {
  if (!fields) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)));
}

function after(path: string, searchParams: URLSearchParams, next: string): string {
  const query = new URLSearchParams(searchParams);
  query.set("after", next);
  return absoluteUrl(`/api/v1${path}?${query}`);
}

function write(request: Request, body: object, keyed: Keyed | null, status = 200): Response {
  const response = publicResponse(request, `${JSON.stringify(body, null, 2)}\n`, "application/json", status);
  if (keyed || status !== 200) {
    response.headers.set("cache-control", "private, no-cache");
    response.headers.delete("access-control-allow-origin");
  }
  response.headers.append("vary", "Authorization");
  return response;
}

function unauthorized(detail: string): Problem {
  return new Problem(401, detail, { "www-authenticate": 'Bearer realm="Verbatim"' });
}

function notAllowed(allowed: readonly string[]): Problem {
  const isRead = allowed.includes("GET");
  return new Problem(
    405,
    isRead ? "This address does not take that." : "This address only takes what is sent.",
    {
      allow: allowed.join(", "),
    },
  );
}

const MOST_MESSAGE = 500;
const cut = (text: string) => (text.length > MOST_MESSAGE ? `${text.slice(0, MOST_MESSAGE)}…` : text);

function refusedBy({ issues }: z.ZodError, status: number): Refused & { status?: number } {
  const refusals = issues.slice(0, 20).map(({ path, message }) => ({
    // a message repeats what was sent, which may be megabytes of it
    ...{ rule: "api.schema", message: cut(message), field: cut(path.join(".")) },
  }));
  return Object.assign(new Refused(refusals), { status });
}

function toProblem(error: unknown): Response {
  if (error instanceof Problem)
    return problemResponse(error.status, error.detail, { headers: error.headers });
  if (error instanceof Unavailable)
    return problemResponse(503, error.message, { headers: { "retry-after": RETRY_AFTER_S } });
  if (!(error instanceof DomainError)) {
    // the framework would write it down and answer without a word
    console.error(error);
    const failed = storageFailure(error);
    if (failed !== null)
      return problemResponse(503, `${failed} What was sent was not stored.`, {
        headers: { "retry-after": RETRY_AFTER_S },
      });
    return problemResponse(
      500,
      "Something failed on our side. Ask again; whoever looks after this site finds it in its log.",
    );
  }
  if (error instanceof Forbidden) return problemResponse(403, error.message);
  if (error instanceof Refused) {
    // a page that the list never gave is none
    if (error.refusals.some(({ rule }) => rule === "cursor"))
      return problemResponse(404, "There is no such page of this list.");
    const status = (error as { status?: number }).status ?? 422;
    const errors = error.refusals.map(({ field, message }) => ({ ...(field ? { field } : {}), message }));
    return problemResponse(
      status,
      errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(" "),
      { errors },
    );
  }
  return problemResponse(statusOf(error), error.message);
}
