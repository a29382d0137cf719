import { readJudgements } from "@/app/statements/[id]/read";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { writeDownload } from "@/lib/citations";
import { NotFound } from "@/lib/errors";
import { toJudgementsJson, toStatementJson } from "@/lib/exports";
import { badRequest, jsonResponse, textResponse, toReadResponse, unknownIn } from "@/lib/http";
import { getStatement } from "@/lib/statements/server";

/** The twins of a statement's page; next.config.js leads /statements/st-….json, .ris, .bib and .csl.json here. */
export async function GET(request: Request, { params }: RouteContext<"/statements/[id]/as/[format]">) {
  const { id, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    const statement = await getStatement(actor, id);
    if (format === "json") {
      const judgements = { ...(await readJudgements(actor, statement.id)), positions: statement.positions };
      return jsonResponse({
        statement: { ...toStatementJson(statement), ...toJudgementsJson(judgements) },
      });
    }
    const download = writeDownload(statement, format);
    if (!download) throw new NotFound("This format");
    return textResponse(download.body, download.mediaType, download.fileName);
  } catch (error) {
    return toReadResponse(error);
  }
}
