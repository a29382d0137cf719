import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { THEME_COOKIE, themeOf } from "@/components/site/theme";

const YEAR_S = 365 * 24 * 60 * 60;

/** Remembers the chosen colours and goes back to the page where they were chosen. */
export async function POST(request: NextRequest) {
  // a browser that says the form stood on another site is not believed
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin")
    return new Response("Choose the colours on this site.", { status: 403 });

  const theme = themeOf(String((await request.formData()).get("theme") ?? ""));
  const jar = await cookies();
  if (theme === "system") jar.delete(THEME_COOKIE);
  else jar.set(THEME_COOKIE, theme, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true });
  // relative, because behind a proxy the server does not know its own name
  return new Response(null, { status: 303, headers: { Location: pageBefore(request) } });
}

function pageBefore(request: NextRequest) {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const { host, pathname, search } = new URL(referrer);
  const isOurs = host === (request.headers.get("x-forwarded-host") ?? request.headers.get("host"));
  // two slashes would name another host
  return isOurs && !pathname.startsWith("//") ? pathname + search : "/";
}
