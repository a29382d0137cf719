import { readFileSync } from "node:fs";
import path from "node:path";
import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth";
import { env } from "@/lib/env/server";
import { isDatabaseAway } from "@/lib/health/server";
import { actionsOf, awayResponse, contentPolicy, isSameOrigin } from "@/lib/http";

// what is under _next/static is the same for everyone and runs nothing by itself; every other answer passes here
export const config = { matcher: "/((?!_next/static/).*)" };

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/**
 * Gives each answer a content policy with a nonce of its own, tells pages their own path, and refuses writes that come
 * from other sites. A form that no action can take in, because an earlier build drew it or the database is away, goes to a
 * route that gives back what was typed. It decides nothing about who may see or do what: the queries and mutations do.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!READS.has(request.method) && !isSameOrigin(request.headers)) {
    const words = "This was sent from another site. Open Verbatim itself and try again.\n";
    return new NextResponse(words, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
  // no address has a NUL; PostgreSQL would refuse it in the middle of a page
  if (request.url.includes("%00")) return refuseAddress();
  // an action answers its form itself, which keeps what was typed
  const isAway = !request.headers.has("next-action") && (await isDatabaseAway());
  if (isAway && !isPlainForm(request)) {
    return awayResponse({ accept: request.headers.get("accept"), isWrite: !READS.has(request.method) });
  }
  const isSecure = env().baseUrl.startsWith("https:");
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentPolicy({ nonce, isSecure, isDevelopment: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // nothing else would give back what was typed
  const isLost = isAway || (await isOfFormerBuild(request));
  const response = isLost
    ? NextResponse.rewrite(new URL("/typed/back", request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isSecure) response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}`);
  return response;
}

function refuseAddress(): NextResponse {
  const words = "This address holds a NUL character, which no address of Verbatim has.\n";
  return new NextResponse(words, { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** Whether it is a form of a page, sent without scripts. */
function isPlainForm(request: NextRequest): boolean {
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return isForm && request.method === "POST" && !request.headers.has("next-action");
}

/** Whether a form that was sent without scripts names an action that this build does not have. */
async function isOfFormerBuild(request: NextRequest): Promise<boolean> {
  if (!isPlainForm(request)) return false;
  const known = actionsOfBuild();
  if (known === null) return false;
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  return form !== null && actionsOf(form).some((id) => !known.has(id));
}

let known: ReadonlySet<string> | null | undefined;

/** The actions of this build as Next wrote them down, or null when it did not: then Next answers by itself. */
function actionsOfBuild(): ReadonlySet<string> | null {
  if (known !== undefined && process.env.NODE_ENV === "production") return known;
  try {
    const file = path.join(process.cwd(), ".next", "server", "server-reference-manifest.json");
    const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, unknown> };
    known = new Set(Object.keys(node));
  } catch {
    known = null;
  }
  return known;
}
