import { chosenStyle } from "@/app/citation-style/chosen";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { recordTitle } from "@/lib/citations";
import { now } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { byteStream, SCHEMA_VERSION } from "@/lib/exports";
import { entriesOf, formatOf, readJudgements, readStatementJson } from "@/lib/exports/server";
import { absoluteUrl, badRequest, fileResponse, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { getStatement } from "@/lib/statements/server";

/** The twins of a statement's page; next.config.js leads /statements/st-….json, .ris, .bib and the others here. */
export async function GET(request: Request, { params }: RouteContext<"/statements/[id]/as/[format]">) {
  const { id, format: extension } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    if (extension === "json") {
      const statement = await readStatementJson(actor, id);
      return twinResponse(request, { schemaVersion: SCHEMA_VERSION, statement });
    }
    const statement = await getStatement(actor, id);
    const format = formatOf(extension);
    if (!format?.scopes.includes("statement")) throw new NotFound("This format");
    const { style } = await chosenStyle();
    const address = absoluteUrl(`/statements/${id}`);
    const of = { title: recordTitle(statement), address, madeAt: now(), style, isOne: true };
    const judged = { ...(await readJudgements(actor, statement.id)), positions: statement.positions };
    const [entry = statement] = await entriesOf(actor, [statement], { ...format, isFull: false });
    return fileResponse(byteStream(format.write([{ ...entry, judged }], of)), format, id);
  } catch (error) {
    return toReadResponse(error);
  }
}
