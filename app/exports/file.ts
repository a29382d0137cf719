import { chosenStyle } from "@/app/citation-style/chosen";
import type { Actor } from "@/lib/auth";
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
  const { style } = await chosenStyle();
  const { title, fileName } = await describeSelection(actor, filter);
  const pieces = format.write(eachEntry(actor, filter, format), exportedOf({ filter, style }, title));
  return fileResponse(byteStream(pieces), format, fileName);
}
