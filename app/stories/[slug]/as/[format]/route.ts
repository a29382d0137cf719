import { fileOf } from "@/app/exports/file";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { SCHEMA_VERSION, toStatementJson } from "@/lib/exports";
import { readStoryJson } from "@/lib/exports/server";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { countStatements, listStatements } from "@/lib/statements/server";

/** The twins of a story's page; next.config.js leads /stories/[slug].json and the files of its statements here. */
export async function GET(request: Request, { params }: RouteContext<"/stories/[slug]/as/[format]">) {
  const { slug, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), format === "json" ? { after: "one" } : {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    if (format !== "json") return await fileOf(actor, { story: slug }, format);
    const story = await readStoryJson(actor, slug);
    const after = new URL(request.url).searchParams.get("after") ?? undefined;
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listStatements(actor, { story: slug }, { after }),
      countStatements(actor, { story: slug }),
    ]);
    return twinResponse(request, {
      schemaVersion: SCHEMA_VERSION,
      story,
      ...{ total: count, isTotalCapped: isCapped },
      statements: items.map(toStatementJson),
      next: next === null ? null : absoluteUrl(`/stories/${slug}.json?after=${encodeURIComponent(next)}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
