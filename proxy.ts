import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth";
import { env } from "@/lib/env/server";
import { isDatabaseAway } from "@/lib/health/server";
import { awayResponse, contentPolicy, isSameOrigin } from "@/lib/http";

// what is under _next/static is the same for everyone and runs nothing by itself; every other answer passes here
export const config = { matcher: "/((?!_next/static/).*)" };

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/**
 * Gives each answer a content policy with a nonce of its own, tells pages their own path, and refuses writes that come
 * from other sites. It decides nothing about who may see or do what: the queries and mutations do.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!READS.has(request.method) && !isSameOrigin(request.headers)) {
    const words = "This was sent from another site. Open Verbatim itself and try again.\n";
    return new NextResponse(words, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
  // no address has a NUL; PostgreSQL would refuse it in the middle of a page
  if (request.url.includes("%00")) return refuseAddress();
  // an action answers its form itself, which keeps what was typed
  if (!request.headers.has("next-action") && (await isDatabaseAway())) {
    return awayResponse({ accept: request.headers.get("accept"), isWrite: !READS.has(request.method) });
  }
  const isSecure = env().baseUrl.startsWith("https:");
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentPolicy({ nonce, isSecure, isDevelopment: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isSecure) response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}`);
  return response;
}

function refuseAddress(): NextResponse {
  const words = "This address holds a NUL character, which no address of Verbatim has.\n";
  return new NextResponse(words, { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } });
}
