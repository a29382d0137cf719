import { createHash } from "node:crypto";
import { baseUrl, env } from "@/lib/env/server";
import { DomainError, Forbidden, NotFound, Refused, Unavailable } from "@/lib/errors";
import { statusOf } from "./model";
import { problemResponse } from "./problems";

// what one reader may see another may not, and a decision may change it at any moment
const PRIVATE = "private, no-store";

/** When to ask again while the database is away. */
export const RETRY_AFTER_S = "30";

/** A JSON answer, indented so that a person can read it. Not to be kept by caches unless `init` says so. */
export function jsonResponse(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json; charset=utf-8");
  if (!headers.has("cache-control")) headers.set("cache-control", PRIVATE);
  return new Response(`${JSON.stringify(body, null, 2)}\n`, { ...init, headers });
}

/**
 * An answer of what everybody may read: kept by whoever likes, and asked for again each time with its tag, for a correction
 * must reach them. Pages of other sites may read it. 304 when the request has its tag.
 */
export function publicResponse(request: Request, body: string, mediaType: string, status = 200): Response {
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const headers = publicHeaders(`${mediaType}; charset=utf-8`, tag);
  if (status === 200 && isHeld(request, tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}

/** As `publicResponse`, for bytes that are made only for whoever has not got them yet; the tag is known before. */
export async function publicBytesResponse(
  request: Request,
  { tag, mediaType }: { readonly tag: string; readonly mediaType: string },
  make: () => Promise<Uint8Array>,
): Promise<Response> {
  const headers = publicHeaders(mediaType, tag);
  if (isHeld(request, tag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await make()), { headers });
}

function publicHeaders(mediaType: string, tag: string): Headers {
  return new Headers({
    "content-type": mediaType,
    "cache-control": "public, no-cache",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link",
    etag: `"${tag}"`,
  });
}

/** Whether who reads has it; what was sent is done all the same, and its answer is no copy of anything (RFC 9110, 13.1.2). */
function isHeld({ method, headers }: Request, tag: string): boolean {
  const held = headers.get("if-none-match")?.split(",") ?? [];
  const isRead = method === "GET" || method === "HEAD";
  return isRead && held.some((one) => [`"${tag}"`, "*"].includes(one.trim().replace(/^W\//u, "")));
}

/**
 * The answer of a route handler for a failure that the domain named: `{"error": {"kind", "message", "refusals"?}}`.
 * What is forbidden to read is not found. @throws the error itself when the domain does not name it
 */
export function toResponse(error: unknown): Response {
  if (!(error instanceof DomainError)) throw error;
  const { kind, message } = error;
  const refusals = error instanceof Refused ? { refusals: error.refusals } : {};
  const headers = error instanceof Unavailable ? { "retry-after": RETRY_AFTER_S } : {};
  return jsonResponse({ error: { kind, message, ...refusals } }, { status: statusOf(error), headers });
}

/**
 * As `toResponse`, for a handler that only reads: what the actor may not read does not exist for them, and neither does a
 * page of a list that the list never gave, as on screens.
 */
export function toReadResponse(error: unknown): Response {
  const isNoPage = error instanceof Refused && error.refusals.some(({ rule }) => rule === "cursor");
  if (isNoPage) return toResponse(new NotFound("This page of the list"));
  return toResponse(error instanceof Forbidden ? new NotFound("This") : error);
}

interface Away {
  readonly accept: string | null;
  readonly isWrite: boolean;
  /** Under /api/v1, where failures are problems. */
  readonly isOfPrograms?: boolean;
}

/**
 * The answer to anything while the database is away: 503, in words that need neither scripts nor style sheets, and for
 * a program JSON as `toResponse` writes it.
 */
export function awayResponse({ accept, isWrite, isOfPrograms = false }: Away): Response {
  const error = new Unavailable();
  if (isOfPrograms) return problemResponse(503, error.message, { headers: { "retry-after": RETRY_AFTER_S } });
  if (!accept?.includes("text/html")) return toResponse(error);
  const kept = isWrite ? "<p>What you typed is one step back: go back and send it again.</p>" : "";
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>The database does not answer · Verbatim</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 Georgia,serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
<main><h1>Verbatim cannot reach its database</h1><p>${error.message}</p>${kept}
<p>What was saved before is safe. This page answers again by itself once the database does; nobody needs to start Verbatim
again. Whoever looks after it finds the reason in its log.</p></main></html>
`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": PRIVATE,
    "retry-after": RETRY_AFTER_S,
  };
  return new Response(page, { status: 503, headers });
}

/** The answer to an address that asks for what is not known, in the words of `unknownIn`. */
export function badRequest(unknown: readonly string[]): Response {
  return jsonResponse({ error: { kind: "unknown", message: unknown.join(" ") } }, { status: 400 });
}

/** How this desk is cited: as DESK_NAME says, else by the name of its site, else by the program's. */
export function deskName(): string {
  const { deskName: name, baseUrl } = env();
  const host = new URL(baseUrl).hostname;
  return name ?? (/^[\d.]+$|^\[|localhost$/u.test(host) ? "Verbatim" : host);
}

/** The public address of a path of this site, after BASE_URL. */
export function absoluteUrl(path: string): string {
  return baseUrl() + (path.startsWith("/") ? path : `/${path}`);
}
