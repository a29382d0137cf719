import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toStoryRowJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { listStories } from "@/lib/stories/server";

/** The list of stories as data: the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const unknown = unknownIn(paramsOf(request.url), { after: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  try {
    const { items, next } = await listStories(await getActor(), { after, take: 50 });
    return twinResponse(request, {
      stories: items.map(toStoryRowJson),
      next: next === null ? null : absoluteUrl(`/stories.json?after=${encodeURIComponent(next)}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
