import { pictureResponse } from "@/app/picture";
import { VISITOR } from "@/lib/auth";
import { pictureOfStatement } from "@/lib/pictures";
import { getStatement } from "@/lib/statements/server";

/** What other sites show beside a link to a statement; next.config.js leads /statements/[id].png here. */
export async function GET(request: Request, { params }: RouteContext<"/statements/[id]/picture">) {
  const { id } = await params;
  return pictureResponse(request, async () => pictureOfStatement(await getStatement(VISITOR, id)));
}
