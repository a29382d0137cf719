import { pictureResponse } from "@/app/picture";
import { VISITOR } from "@/lib/auth";
import { pictureOfStory } from "@/lib/pictures";
import { getStory } from "@/lib/stories/server";

/** What other sites show beside a link to a story; next.config.js leads /stories/[slug].png here. */
export async function GET(request: Request, { params }: RouteContext<"/stories/[slug]/picture">) {
  const { slug } = await params;
  return pictureResponse(request, async () => pictureOfStory(await getStory(VISITOR, slug)));
}
