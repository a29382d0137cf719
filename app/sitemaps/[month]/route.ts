import { NotFound } from "@/lib/errors";
import { inXml } from "@/lib/feeds";
import { listSitemapOf } from "@/lib/feeds/server";
import { absoluteUrl, publicResponse, toReadResponse } from "@/lib/http";

/** /sitemaps/pages.xml, speakers.xml and so on, and /sitemaps/2026-11.xml for the statements that were published in a month. */
export async function GET(request: Request, { params }: RouteContext<"/sitemaps/[month]">) {
  try {
    const file = /^([\w-]{1,20})\.xml$/u.exec((await params).month)?.[1];
    if (!file) throw new NotFound("This sitemap");
    const pages = await listSitemapOf(file);
    const body = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...pages.map(
        ({ path, at }) =>
          `<url><loc>${inXml(absoluteUrl(path))}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ""}</url>`,
      ),
      "</urlset>",
      "",
    ].join("\n");
    return publicResponse(request, body, "application/xml");
  } catch (error) {
    return toReadResponse(error);
  }
}
