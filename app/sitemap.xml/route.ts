import { inXml } from "@/lib/feeds";
import { listSitemaps } from "@/lib/feeds/server";
import { absoluteUrl, publicResponse, toReadResponse } from "@/lib/http";

// asked of the database and the settings of the day, never of those of the build
export const dynamic = "force-dynamic";

/** The sitemaps of this site: of its pages, and of the statements of each month in which some were published. */
export async function GET(request: Request) {
  try {
    const files = await listSitemaps();
    const body = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...files.map((file) => `<sitemap><loc>${inXml(absoluteUrl(`/sitemaps/${file}.xml`))}</loc></sitemap>`),
      "</sitemapindex>",
      "",
    ].join("\n");
    return publicResponse(request, body, "application/xml");
  } catch (error) {
    return toReadResponse(error);
  }
}
