import { addressOf } from "@/app/statements/address";
import { getActor } from "@/lib/auth/server";
import { toStatementJson } from "@/lib/exports";
import { absoluteUrl, jsonResponse, toReadResponse } from "@/lib/http";
import { statementFilterSchema } from "@/lib/statements";
import { listStatements } from "@/lib/statements/server";
import { paramsOf } from "./params";

/** The list as data: the same filters, the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  const filter = statementFilterSchema.parse(params);
  try {
    const { items, next } = await listStatements(await getActor(), filter, {
      after: [params.after].flat()[0],
      take: takeOf(params.take),
    });
    return jsonResponse({
      statements: items.map(toStatementJson),
      next: next === null ? null : nextAddress(addressOf("/statements.json", filter, next), params.take),
    });
  } catch (error) {
    return toReadResponse(error);
  }
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
