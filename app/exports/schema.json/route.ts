import { z } from "zod";
import { paramsOf } from "@/app/statements.json/params";
import { SCHEMA_VERSION, statementSchema } from "@/lib/exports";
import { absoluteUrl, badRequest, twinResponse, unknownIn } from "@/lib/http";

/** What the JSON of a statement holds, as a JSON Schema (2020-12). */
export function GET(request: Request) {
  const unknown = unknownIn(paramsOf(request.url), {});
  if (unknown.length > 0) return badRequest(unknown);
  const schema = z.toJSONSchema(statementSchema);
  return twinResponse(
    request,
    { ...schema, $id: absoluteUrl("/exports/schema.json"), title: "Statement", version: SCHEMA_VERSION },
    { mediaType: "application/schema+json" },
  );
}
