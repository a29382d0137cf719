import { getActor } from "@/lib/auth/server";
import { writeDownload } from "@/lib/citations";
import { NotFound } from "@/lib/errors";
import { toStatementJson } from "@/lib/exports";
import { jsonResponse, textResponse, toReadResponse } from "@/lib/http";
import { getStatement } from "@/lib/statements/server";

/** The twins of a statement's page; next.config.js leads /statements/st-….json, .ris, .bib and .csl.json here. */
export async function GET(_: Request, { params }: RouteContext<"/statements/[id]/as/[format]">) {
  const { id, format } = await params;
  try {
    const statement = await getStatement(await getActor(), id);
    if (format === "json") return jsonResponse({ statement: toStatementJson(statement) });
    const download = writeDownload(statement, format);
    if (!download) throw new NotFound("This format");
    return textResponse(download.body, download.mediaType, download.fileName);
  } catch (error) {
    return toReadResponse(error);
  }
}
