import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { toSpeakerJson, toStatementJson } from "@/lib/exports";
import { absoluteUrl, badRequest, jsonResponse, toReadResponse, unknownIn } from "@/lib/http";
import { listNotices } from "@/lib/notices/server";
import { countStatementsOf } from "@/lib/profiles/server";
import { getSpeaker } from "@/lib/speakers/server";
import { listStatements } from "@/lib/statements/server";

/** The twin of a speaker's page; next.config.js leads /speakers/[slug].json here. */
export async function GET(request: Request, { params }: RouteContext<"/speakers/[slug]/as/[format]">) {
  const { slug, format } = await params;
  try {
    if (format !== "json") throw new NotFound("This format");
    const unknown = unknownIn(paramsOf(request.url), { after: "one" });
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    const speaker = await getSpeaker(actor, slug);
    const after = new URL(request.url).searchParams.get("after") ?? undefined;
    const [count, { items, next }, notices] = await Promise.all([
      countStatementsOf(actor, speaker.id),
      listStatements(actor, { speaker: [slug] }, { after }),
      listNotices(actor, { type: "speaker", id: speaker.id }),
    ]);
    return jsonResponse({
      speaker: toSpeakerJson(speaker, count, notices),
      statements: items.map(toStatementJson),
      next: next === null ? null : absoluteUrl(`/speakers/${slug}.json?after=${encodeURIComponent(next)}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
