import { cookies } from "next/headers";
import { citationStyleOf } from "@/lib/citations";
import { isSameOrigin, localPath, takeForm } from "@/lib/http";
import { STYLE_COOKIE } from "./cookie";

const YEAR_S = 365 * 24 * 60 * 60;

/** Remembers the citation style and goes back to where it was chosen. */
export const POST = takeForm(async (form, request) => {
  if (!isSameOrigin(request.headers)) return new Response("Choose the style on this site.", { status: 403 });
  const style = citationStyleOf(String(form.get("style") ?? ""));
  (await cookies()).set(STYLE_COOKIE, style, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true });
  const [path = "", place = "cite"] = String(form.get("back") ?? "").split("#");
  // relative, because behind a proxy the server does not know its own name
  return new Response(null, {
    status: 303,
    headers: { Location: `${localPath(path)}#${encodeURIComponent(place)}` },
  });
});
