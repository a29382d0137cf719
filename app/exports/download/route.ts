import { exportedOf, knownExports, readAsked } from "@/app/exports/asked";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { USUAL_STYLE } from "@/lib/citations";
import { byteStream } from "@/lib/exports";
import { describeSelection, eachEntry } from "@/lib/exports/server";
import { badRequest, fileResponse, toReadResponse, unknownIn } from "@/lib/http";
import { findStyle, listStyles } from "@/lib/styles/server";

/** The file that /exports offers, made while it is read and left off when the reader leaves. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  try {
    const styles = await listStyles();
    // whole: a part of it, taken apart by what the build makes of that, would lose a parameter called __proto__
    const unknown = unknownIn(params, knownExports(styles));
    if (unknown.length > 0) return badRequest(unknown);
    const asked = readAsked(params, { styles });
    // taken away since a moment: Chicago, as where it was never there
    const style = (await findStyle(asked.style)) ?? USUAL_STYLE;
    const actor = await getActor();
    const { title, fileName } = await describeSelection(actor, asked.filter);
    const entries = eachEntry(actor, asked.filter, asked.format);
    const pieces = asked.format.write(entries, exportedOf({ ...asked, style }, title));
    return fileResponse(byteStream(pieces), asked.format, fileName);
  } catch (error) {
    return toReadResponse(error);
  }
}
