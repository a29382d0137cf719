import { paramsOf } from "@/app/statements.json/params";
import type { Actor } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { statementCsvHead, statementCsvRecord, textStream } from "@/lib/exports";
import { textResponse, toReadResponse } from "@/lib/http";
import { type StatementFilter, statementFilterSchema } from "@/lib/statements";
import { eachStatement } from "@/lib/statements/server";

/** Every statement that matches, as a table, written while it is read. */
export async function GET(request: Request) {
  const filter = statementFilterSchema.parse(paramsOf(request.url));
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
