import { inXml } from "@/lib/feeds";
import { listSitemapMonths } from "@/lib/feeds/server";
import { absoluteUrl, publicResponse, toReadResponse } from "@/lib/http";

// asked of the database and the settings of the day, never of those of the build
export const dynamic = "force-dynamic";

/** The sitemaps of this site: one of its pages, and one for each month in which something was published. */
export async function GET(request: Request) {
  try {
    const files = ["pages", ...(await listSitemapMonths())];
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
