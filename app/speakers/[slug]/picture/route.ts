import { pictureResponse } from "@/app/picture";
import { VISITOR } from "@/lib/auth";
import { pictureOfSpeaker } from "@/lib/pictures";
import { countStatementsOf } from "@/lib/profiles/server";
import { getSpeaker } from "@/lib/speakers/server";
import { movedResponse } from "../../moved";

/** What other sites show beside a link to a speaker; next.config.js leads /speakers/[slug].png here. */
export async function GET(request: Request, { params }: RouteContext<"/speakers/[slug]/picture">) {
  const { slug } = await params;
  const moved = await movedResponse(VISITOR, { slug, ending: "png" });
  if (moved) return moved;
  return pictureResponse(request, async () => {
    const speaker = await getSpeaker(VISITOR, slug);
    return pictureOfSpeaker(speaker, await countStatementsOf(VISITOR, speaker.id));
  });
}
