import { cookies } from "next/headers";
import { THEME_COOKIE, themeOf } from "@/components/site/theme";
import { isSameOrigin, localPath, takeForm } from "@/lib/http";

const YEAR_S = 365 * 24 * 60 * 60;

/** Remembers the chosen colours and goes back to the page where they were chosen. */
export const POST = takeForm(async (form, request) => {
  if (!isSameOrigin(request.headers))
    return new Response("Choose the colours on this site.", { status: 403 });

  const theme = themeOf(String(form.get("theme") ?? ""));
  const jar = await cookies();
  if (theme === "system") jar.delete(THEME_COOKIE);
  else jar.set(THEME_COOKIE, theme, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true });
  // relative, because behind a proxy the server does not know its own name
  return new Response(null, { status: 303, headers: { Location: localPath(pathBefore(request)) } });
});

function pathBefore(request: Request) {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return null;
  const { pathname, search } = new URL(referrer);
  return pathname + search;
}
