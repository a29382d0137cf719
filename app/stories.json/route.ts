import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toStoryRowJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { countStories, listStories } from "@/lib/stories/server";

/** The list of stories as data: the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const unknown = unknownIn(paramsOf(request.url), { after: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  try {
    const actor = await getActor();
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listStories(actor, { after, take: 50 }),
      countStories(actor),
    ]);
    return twinResponse(request, {
      ...{ total: count, isTotalCapped: isCapped },
      stories: items.map(toStoryRowJson),
      next: next === null ? null : absoluteUrl(`/stories.json?after=${encodeURIComponent(next)}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
