import { paramsOf } from "@/app/statements.json/params";
import { VISITOR } from "@/lib/auth";
import { recordTitle } from "@/lib/citations";
import { NotFound } from "@/lib/errors";
import { absoluteUrl, badRequest, deskName, publicResponse, toReadResponse, unknownIn } from "@/lib/http";
import { HEIGHT_PX, WIDTH_PX } from "@/lib/pictures";
import { getStatement } from "@/lib/statements/server";

const CARD_WIDTH_PX = 560;
const CARD_HEIGHT_PX = 320;

const asLength = (value: string) => (/^[1-9]\d{0,3}$/u.test(value) ? null : "It is a number of pixels.");
const KNOWN = {
  url: "one",
  format: (value: string) => (value === "json" ? null : "Only json is written."),
  maxwidth: asLength,
  maxheight: asLength,
} as const;

/** The card of a published statement for programs that ask with oEmbed 1.0 (https://oembed.com). */
export async function GET(request: Request) {
  try {
    const asked = paramsOf(request.url);
    const unknown = unknownIn(asked, KNOWN);
    if (unknown.length > 0) return badRequest(unknown);
    const { url = "", maxwidth, maxheight } = asked;
    const publicId = publicIdAt(String(url));
    if (!publicId) throw new NotFound("A statement at this address");
    const statement = await getStatement(VISITOR, publicId);
    const width = Math.min(CARD_WIDTH_PX, Number(maxwidth ?? CARD_WIDTH_PX));
    const height = Math.min(CARD_HEIGHT_PX, Number(maxheight ?? CARD_HEIGHT_PX));
    const title = recordTitle(statement);
    const frame = `<iframe src="${absoluteUrl(`/embed/${publicId}`)}" width="${width}" height="${height}" title="${inHtml(title)}" style="border:0" loading="lazy"></iframe>`;
    const answer = {
      ...{ version: "1.0", type: "rich", title, html: frame, width, height },
      ...{ provider_name: deskName(), provider_url: absoluteUrl("/") },
      ...(width < CARD_WIDTH_PX || height < CARD_HEIGHT_PX ? {} : thumbnailOf(publicId)),
      // the card changes with a correction; what was fetched of it must be asked for again
      cache_age: 3600,
    };
    return publicResponse(request, `${JSON.stringify(answer, null, 2)}\n`, "application/json");
  } catch (error) {
    return toReadResponse(error);
  }
}

/** The card as a picture, for whoever shows no frames; none of a size is made to measure. */
function thumbnailOf(publicId: string) {
  const thumbnail_url = absoluteUrl(`/statements/${publicId}.png`);
  return { thumbnail_url, thumbnail_width: WIDTH_PX, thumbnail_height: HEIGHT_PX };
}

/** The statement of an address of this site, its card and its files included. */
function publicIdAt(address: string): string | null {
  const base = absoluteUrl("/");
  if (!address.startsWith(base)) return null;
  return (
    /^(?:statements|embed)\/(st-[a-z0-9]{4,12})(?:[/?#].*)?$/u.exec(address.slice(base.length))?.[1] ?? null
  );
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
