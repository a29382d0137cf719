import { addressOf } from "@/app/statements/address";
import { getActor } from "@/lib/auth/server";
import { SCHEMA_VERSION, toStatementJson } from "@/lib/exports";
import { assertNamed } from "@/lib/exports/server";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { MOST_ROWS } from "@/lib/paging";
import { KNOWN_FILTERS, statementFilterSchema } from "@/lib/statements";
import { countStatements, listStatements } from "@/lib/statements/server";
import { paramsOf } from "./params";

/** The list as data: the same filters, the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  const unknown = unknownIn(params, { ...KNOWN_FILTERS, take: reasonAgainstTake });
  if (unknown.length > 0) return badRequest(unknown);
  const filter = statementFilterSchema.parse(params);
  try {
    const actor = await getActor();
    await assertNamed(actor, filter);
    const page = { after: [params.after].flat()[0], take: takeOf(params.take) };
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listStatements(actor, filter, page),
      countStatements(actor, filter),
    ]);
    return twinResponse(request, {
      schemaVersion: SCHEMA_VERSION,
      ...{ total: count, isTotalCapped: isCapped },
      statements: items.map(toStatementJson),
      next: next === null ? null : nextAddress(addressOf("/statements.json", filter, next), params.take),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}

function reasonAgainstTake(asked: string): string | null {
  const take = takeOf(asked);
  return take !== undefined && take <= MOST_ROWS ? null : `It is a number from 1 to ${MOST_ROWS}.`;
}

function takeOf(asked: string | string[] | undefined): number | undefined {
  const take = Number([asked].flat()[0]);
  return Number.isInteger(take) && take > 0 ? take : undefined;
}

function nextAddress(path: string, asked: string | string[] | undefined): string {
  const take = takeOf(asked);
  const address = new URL(absoluteUrl(path));
  if (take !== undefined) address.searchParams.set("take", String(take));
  return address.href;
}
