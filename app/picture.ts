import { absoluteUrl, publicBytesResponse, toReadResponse } from "@/lib/http";
import { HEIGHT_PX, type Picture, WIDTH_PX } from "@/lib/pictures";
import { drawPicture, tagOf } from "@/lib/pictures/server";

/** The picture that `read` makes of what the public reads, whoever asks: drawn only for whoever has not got it. */
export async function pictureResponse(request: Request, read: () => Promise<Picture>): Promise<Response> {
  try {
    const picture = await read();
    return await publicBytesResponse(request, { tag: tagOf(picture), mediaType: "image/png" }, () =>
      drawPicture(picture),
    );
  } catch (error) {
    return toReadResponse(error);
  }
}

/** The picture of the page at `path` as its head names it, with its words for whoever does not see it. */
export function pictureAt(path: string, alt: string) {
  return { url: absoluteUrl(`${path}.png`), width: WIDTH_PX, height: HEIGHT_PX, type: "image/png", alt };
}
