import type { z } from "zod";
import { VISITOR } from "@/lib/auth";
import { now } from "@/lib/env";
import { DomainError, Forbidden, NotFound, Refused } from "@/lib/errors";
import { absoluteUrl, publicResponse, statusOf } from "@/lib/http";
import { keyOf, type Scope } from "@/lib/keys";
import { findKeyed, type Keyed } from "@/lib/keys/server";
import { isShutOut } from "@/lib/visibility/server";
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
    const keyed = await keyedOf(request);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && keyed) assertScope(keyed, "read");
    if (path === "/me") return write(request, self(keyed), keyed);
    if (isRead && (path === "/" || path === "/openapi.json")) return write(request, describeApi(), keyed);
    const known = ENDPOINTS.filter(({ kind }) => (kind === "write") !== isRead);
    const found = endpointAt(known, path);
    if (!found) throw endpointAt(ENDPOINTS, path) ? notAllowed(isRead) : new NotFound("This address");
    const asked = { actor: keyed?.actor ?? VISITOR, at: found.at, query: {}, body: null };
    if (found.endpoint.kind === "write") return await made(request, found.endpoint, { ...asked, keyed });
    if (!keyed && isShutOut(VISITOR))
      throw unauthorized("This site is open to its own people alone: send a key.");
    if (found.endpoint.kind === "one") return write(request, await found.endpoint.get(asked), keyed);
    return write(request, await listed(request, found.endpoint, asked, path), keyed);
  } catch (error) {
    return toProblem(error);
  }
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
  if (!/^application\/json\b/iu.test(request.headers.get("content-type") ?? ""))
    throw new Problem(415, "Send JSON, with the content type application/json.");
  const sent: unknown = await request.json().catch(() => {
    throw new Problem(400, "The body is no JSON.");
  });
  const body = endpoint.body.safeParse(sent);
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
  const unknown = endpoint.unknown?.(params) ?? [];
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
  // words never leave without what must be read with them
  return fields.includes("wording") ? [...new Set(["notice", "inFull", ...fields])] : fields;
}

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

function notAllowed(isRead: boolean): Problem {
  return new Problem(405, isRead ? "This address only takes what is sent." : "This address is only read.", {
    allow: isRead ? "POST" : "GET, HEAD",
  });
}

function refusedBy({ issues }: z.ZodError, status: number): Refused & { status?: number } {
  const refusals = issues.slice(0, 20).map(({ path, message }) => ({
    ...{ rule: "api.schema", message, field: path.join(".") },
  }));
  return Object.assign(new Refused(refusals), { status });
}

function toProblem(error: unknown): Response {
  if (error instanceof Problem) return problem(error.status, error.detail, { headers: error.headers });
  if (!(error instanceof DomainError)) throw error;
  if (error instanceof Forbidden) return problem(403, error.message);
  if (error instanceof Refused) {
    // a page that the list never gave is none
    if (error.refusals.some(({ rule }) => rule === "cursor"))
      return problem(404, "There is no such page of this list.");
    const status = (error as { status?: number }).status ?? 422;
    const errors = error.refusals.map(({ field, message }) => ({ ...(field ? { field } : {}), message }));
    return problem(
      status,
      errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(" "),
      { errors },
    );
  }
  return problem(statusOf(error), error.message);
}

const TITLES: Readonly<Record<number, string>> = {
  400: "This asks for what is not known",
  401: "A key is needed",
  403: "Not allowed",
  404: "Not found",
  405: "Not at this address",
  409: "Somebody was faster",
  415: "Not in this form",
  422: "Refused",
  429: "Too many requests",
  503: "The database does not answer",
};

function problem(
  status: number,
  detail: string,
  { headers = {}, errors }: { headers?: Record<string, string>; errors?: readonly object[] } = {},
): Response {
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Not done",
    status,
    detail,
    ...(errors ? { errors } : {}),
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}
