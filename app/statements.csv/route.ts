import { paramsOf } from "@/app/statements.json/params";
import type { Actor } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { statementCsvHead, statementCsvRecord, textStream } from "@/lib/exports";
import { badRequest, textResponse, toReadResponse, unknownIn } from "@/lib/http";
import { KNOWN_FILTERS, type StatementFilter, statementFilterSchema } from "@/lib/statements";
import { eachStatement } from "@/lib/statements/server";

/** Every statement that matches, as a table, written while it is read. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  // the table is whole: it has no pages to go on after
  const { after: _, ...known } = KNOWN_FILTERS;
  const unknown = unknownIn(params, known);
  if (unknown.length > 0) return badRequest(unknown);
  const filter = statementFilterSchema.parse(params);
  try {
    const records = recordsOf(await getActor(), filter);
    return textResponse(textStream(records), "text/csv", "statements.csv");
  } catch (error) {
    return toReadResponse(error);
  }
}

async function* recordsOf(actor: Actor, filter: StatementFilter): AsyncGenerator<string> {
  // without the byte order mark Excel reads UTF-8 as the machine's own encoding
  yield `\ufeff${statementCsvHead()}`;
  for await (const statement of eachStatement(actor, filter)) yield statementCsvRecord(statement);
}
