import { cookies } from "next/headers";
import { STYLE_COOKIE } from "@/app/citation-style/cookie";
import type { Actor } from "@/lib/auth";
import { citationStyleOf } from "@/lib/citations";
import { NotFound } from "@/lib/errors";
import { byteStream } from "@/lib/exports";
import { describeSelection, eachEntry, formatOf } from "@/lib/exports/server";
import { fileResponse } from "@/lib/http";
import type { StatementFilter } from "@/lib/statements";
import { exportedOf } from "./asked";

/** The statements of a page as the file of an ending, at the page's own address. @throws {NotFound} for another ending */
export async function fileOf(actor: Actor, filter: StatementFilter, extension: string): Promise<Response> {
  const format = formatOf(extension);
  if (format?.extension !== extension) throw new NotFound("This format");
  const style = citationStyleOf((await cookies()).get(STYLE_COOKIE)?.value);
  const { title, fileName } = await describeSelection(actor, filter);
  const pieces = format.write(eachEntry(actor, filter, format), exportedOf({ filter, format, style }, title));
  return fileResponse(byteStream(pieces), format, fileName);
}
