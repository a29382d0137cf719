import { readFileSync } from "node:fs";
import path from "node:path";
import { type NextRequest, NextResponse } from "next/server";
import { isForEverybody } from "@/app/typed/for-visitors";
import { PATH_HEADER } from "@/lib/auth";
import { findSignedIn } from "@/lib/auth/server";
import { env } from "@/lib/env/server";
import { isTyped, readSending, sectionsOf } from "@/lib/forms";
import { isDatabaseAway } from "@/lib/health/server";
import { actionsOf, awayResponse, contentPolicy, isSameOrigin, problemResponse } from "@/lib/http";
import { isOfAnother } from "@/lib/sendings/server";

// what is under _next/static is the same for everyone and runs nothing by itself; every other answer passes here
export const config = { matcher: "/((?!_next/static/).*)" };

// route handlers that take forms; every other form names an action
const TAKES_FORMS = /^\/(typed\/\w+|theme|citation-style|sign-out|check\/bibliography\/download)\/?$/;
const OF_PROGRAMS = /^\/api\/(v1(\/|$)|check$)/;
const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/**
 * Gives each answer a content policy with a nonce of its own, tells pages their own path, and refuses writes that come
 * from other sites. A form that no action can take in, because an earlier build drew it, the database is away or its sender
 * is not signed in any more, goes to a route that keeps what was typed or gives it back. It decides nothing about who may see or do what: the queries and mutations do.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  // no cookie counts there, so no page of another site can act in a reader's name
  const isOfPrograms = OF_PROGRAMS.test(request.nextUrl.pathname);
  if (!READS.has(request.method) && !isOfPrograms && !isSameOrigin(request.headers)) {
    return refuse(403, "This was sent from another site. Open Verbatim itself and try again.");
  }
  // no address has a NUL; PostgreSQL would refuse it in the middle of a page
  if (request.url.includes("%00")) {
    const words = "This address holds a NUL character, which no address of Verbatim has.";
    return isOfPrograms ? problemResponse(400, words) : refuse(400, words);
  }
  // the framework's own refusal has no word in it
  if (TAKES_FORMS.test(request.nextUrl.pathname) && READS.has(request.method))
    return refuse(405, "There is no page at this address, it only takes a form.", { allow: "POST" });
  // an action answers its form itself, which keeps what was typed
  const isAway = !request.headers.has("next-action") && (await isDatabaseAway());
  if (isAway && !isPlainForm(request)) {
    const accept = request.headers.get("accept");
    return awayResponse({ accept, isWrite: !READS.has(request.method), isOfPrograms });
  }
  const isSecure = env().baseUrl.startsWith("https:");
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentPolicy({ nonce, isSecure, isDevelopment: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // nothing else would give back what was typed
  const sent = isAway || isOfPrograms ? "known" : await actionSent(request);
  if (sent === "none")
    return refuse(
      400,
      "This form names nothing that Verbatim does. Open its page again and send it from there.",
    );
  // the header tells the page's script, which then loads the page of today
  if (sent === "former" && request.headers.has("next-action"))
    return refuse(404, "Server action not found.", { "x-nextjs-action-not-found": "1" });
  const isLost = isAway || sent === "former" || sent === "ended" || sent === "unread";
  const response = isLost
    ? NextResponse.rewrite(new URL("/typed/back", request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  // a card brings its own, by which it may stand within a page of another site
  if (!request.nextUrl.pathname.startsWith("/embed/"))
    response.headers.set("content-security-policy", policy);
  if (isSecure) response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}`);
  return response;
}

function refuse(status: number, words: string, more: Record<string, string> = {}): NextResponse {
  const headers = { "content-type": "text/plain; charset=utf-8", ...more };
  return new NextResponse(`${words}\n`, { status, headers });
}

/** Whether it is a form of a page, sent without scripts. */
function isPlainForm(request: NextRequest): boolean {
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return isForm && request.method === "POST" && !request.headers.has("next-action");
}

/**
 * Whether what is sent names an action of this build, one that this build does not have, or none although it is sent to a
 * page: Next would answer the last two with a stack in the log, or without a word. Or whether, sent without scripts, it
 * comes from somebody who is not signed in any more: a page can only send them to sign in, without what they typed. Or
 * whether nobody can be told by a database that cannot be read: no action would come as far as the form.
 */
async function actionSent(request: NextRequest): Promise<"known" | "former" | "none" | "ended" | "unread"> {
  const known = actionsOfBuild();
  const asked = request.method === "POST" ? request.headers.get("next-action") : null;
  if (known !== null && asked !== null) return known.has(asked) ? "known" : "former";
  if (known === null || request.method !== "POST" || TAKES_FORMS.test(request.nextUrl.pathname))
    return "known";
  if (!isPlainForm(request)) return "none";
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  const ids = form === null ? [] : actionsOf(form);
  if (ids.length === 0) return "none";
  if (form === null || !ids.every((id) => known.has(id))) return "former";
  const signedIn = await findSignedIn(request.headers).catch(() => "unread" as const);
  if (signedIn === "unread") return "unread";
  if (isOfAnother(form, signedIn?.actor.id ?? null)) return "ended";
  return signedIn === null && isTypedAtDesk(form) ? "ended" : "known";
}

/** Whether something is typed in a form that only who is signed in was drawn, although it does not say for whom. */
function isTypedAtDesk(form: FormData): boolean {
  return [...sectionsOf(form).values()].some(
    (sent) => isTyped(sent) && !isForEverybody(readSending(sent)?.place),
  );
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
