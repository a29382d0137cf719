import { fileOf } from "@/app/exports/file";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { SCHEMA_VERSION, toStatementJson } from "@/lib/exports";
import { readSpeakerJson } from "@/lib/exports/server";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { listStatements } from "@/lib/statements/server";
import { movedResponse } from "../../../moved";

/** The twin of a speaker's page; next.config.js leads /speakers/[slug].json here. */
export async function GET(request: Request, { params }: RouteContext<"/speakers/[slug]/as/[format]">) {
  const { slug, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), format === "json" ? { after: "one" } : {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    const moved = await movedResponse(actor, { slug, ending: format });
    if (moved) return moved;
    if (format !== "json") return await fileOf(actor, { speaker: [slug] }, format);
    const speaker = await readSpeakerJson(actor, slug);
    const after = new URL(request.url).searchParams.get("after") ?? undefined;
    const { items, next } = await listStatements(actor, { speaker: [slug] }, { after });
    return twinResponse(request, {
      schemaVersion: SCHEMA_VERSION,
      speaker,
      statements: items.map(toStatementJson),
      next: next === null ? null : absoluteUrl(`/speakers/${slug}.json?after=${encodeURIComponent(next)}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
