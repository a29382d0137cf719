import { env } from "@/lib/env/server";
import { Forbidden } from "@/lib/errors";

/**
 * Stops a write that another site's page sent with the reader's cookies. For route handlers that take POST; server
 * actions are checked by Next. A browser always says where a POST comes from; a program that says nothing has no
 * cookies to abuse, but is refused too.
 * @throws {Forbidden}
 */
export function assertSameOrigin(request: Request): void {
  if (!isSameOrigin(request.headers)) {
    throw new Forbidden("http:write", "This was sent from another site. Open Verbatim itself and try again.");
  }
}

/** Whether the headers of a request say that a page of this site sent it. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  // browsers send it only where they trust the connection, so that plain http rests on Origin
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return site === "same-origin";
  return origin === new URL(env().baseUrl).origin || hostOf(origin) === ownHost(headers);
}

/** A path of this site to go to afterwards, or `fallback` for anything that could lead elsewhere. */
export function localPath(path: string | null | undefined, fallback = "/"): string {
  // one leading slash and no second: //host and /\host are other sites to a browser; control characters are dropped by it
  if (!path || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return fallback;
  const url = new URL(path, "http://here.invalid");
  // dots are resolved by now, and may have left a second slash in front: /.//host
  if (url.host !== "here.invalid" || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

// scripts/serve.mjs has settled both: what a client claims of a proxy that is not there is gone
function ownHost(headers: Headers): string | null {
  return headers.get("x-forwarded-host") ?? headers.get("host");
}
