import { VISITOR } from "@/lib/auth";
import { absoluteUrl, publicResponse } from "@/lib/http";
import { isShutOut } from "@/lib/visibility/server";

// asked of the database and the settings of the day, never of those of the build
export const dynamic = "force-dynamic";

/** What only the desk opens, or takes forms. */
const OF_THE_DESK = [
  "/account",
  "/admin",
  "/import",
  "/pick",
  "/review",
  "/set-password",
  "/sign-in",
  "/typed",
];

/** Nothing of a site that is shut, and of an open one nothing of the desk's (RFC 9309). */
export function GET(request: Request) {
  const lines = isShutOut(VISITOR)
    ? ["User-agent: *", "Disallow: /"]
    : [
        "User-agent: *",
        ...OF_THE_DESK.map((path) => `Disallow: ${path}`),
        "",
        `Sitemap: ${absoluteUrl("/sitemap.xml")}`,
      ];
  return publicResponse(request, `${lines.join("\n")}\n`, "text/plain");
}
