import { cookies } from "next/headers";
import { isSameOrigin, localPath, takeForm } from "@/lib/http";
import { STYLE_COOKIE } from "./cookie";

const YEAR_S = 365 * 24 * 60 * 60;

/** Remembers the citation style and goes back to where it was chosen. */
export const POST = takeForm(async (form, request) => {
  if (!isSameOrigin(request.headers)) return new Response("Choose the style on this site.", { status: 403 });
  const asked = String(form.get("style") ?? "");
  // one that was taken away meanwhile is chosen as it was pressed, and the page tells of it
  const style = /^[a-z0-9-]{1,100}$/u.test(asked) ? asked : "chicago-notes";
  (await cookies()).set(STYLE_COOKIE, style, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true });
  const [path = "", place = "cite"] = String(form.get("back") ?? "").split("#");
  // relative, because behind a proxy the server does not know its own name
  return new Response(null, {
    status: 303,
    headers: { Location: `${localPath(path)}#${encodeURIComponent(place)}` },
  });
});
