import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth";
import { env } from "@/lib/env/server";
import { isSameOrigin } from "@/lib/http";

// what is under _next/static is the same for everyone and runs nothing by itself; every other answer passes here
export const config = { matcher: "/((?!_next/static/).*)" };

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/**
 * Gives each answer a content policy with a nonce of its own, tells pages their own path, and refuses writes that come
 * from other sites. It decides nothing about who may see or do what: the queries and mutations do.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!READS.has(request.method) && !isSameOrigin(request.headers)) {
    const words = "This was sent from another site. Open Verbatim itself and try again.\n";
    return new NextResponse(words, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
  const isSecure = env().baseUrl.startsWith("https:");
  const policy = contentPolicy(crypto.randomUUID().replaceAll("-", ""), isSecure);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isSecure) response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}`);
  return response;
}

/** Scripts by nonce only, everything else from this site or not at all. */
function contentPolicy(nonce: string, isSecure: boolean): string {
  // React's development tools evaluate code, write styles into the page and listen on a socket
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
