import { addressOfSpeakers, KNOWN_SPEAKER_FILTERS, readSpeakerFilter } from "@/app/speakers/address";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toSpeakerRowJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { countSpeakers, listSpeakers } from "@/lib/speakers/server";

/** The list of speakers as data: the same filters, the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  const unknown = unknownIn(params, KNOWN_SPEAKER_FILTERS);
  if (unknown.length > 0) return badRequest(unknown);
  const filter = readSpeakerFilter(params);
  try {
    const actor = await getActor();
    const page = { after: [params.after].flat()[0], take: 50 };
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listSpeakers(actor, filter, page),
      countSpeakers(actor, filter),
    ]);
    return twinResponse(request, {
      ...{ total: count, isTotalCapped: isCapped },
      speakers: items.map(toSpeakerRowJson),
      next: next === null ? null : absoluteUrl(addressOfSpeakers("/speakers.json", filter, next)),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
