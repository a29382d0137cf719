import { paramsOf } from "@/app/statements.json/params";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { type CheckDetail, getCheck, listSearched } from "@/lib/checks/server";
import { NotFound } from "@/lib/errors";
import { byteStream } from "@/lib/exports";
import { badRequest, fileResponse, toReadResponse, unknownIn } from "@/lib/http";
import { type CheckedDraft, reportHtml, toCheckedJson } from "@/lib/reports";
import { annotatedDocx } from "@/lib/reports/server";
import { csvOf } from "./csv";

/** A check as a file; next.config.js leads /check/[id].json, .csv, .html and .docx here. */
export async function GET(request: Request, { params }: RouteContext<"/check/[id]/as/[format]">) {
  const { id, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    // what one may not see is not found
    if (!can(actor, "check:work")) throw new NotFound("The check");
    const check = await getCheck(actor, id);
    const checked = checkedOf(check, await listSearched(actor, check));
    return answer(format, check, checked);
  } catch (error) {
    return toReadResponse(error);
  }
}

function checkedOf(check: CheckDetail, against: CheckedDraft["against"]): CheckedDraft {
  const { publicId, title, language, draft, findings, searched, company, ranAt } = check;
  return {
    ...{ name: publicId, title, text: draft.text, language, paragraphs: [] },
    ...{ findings, searched, against, company, madeAt: ranAt },
  };
}

function answer(format: string, check: CheckDetail, checked: CheckedDraft): Response {
  const name = check.publicId;
  switch (format) {
    case "json": {
      const json = { ...toCheckedJson(checked), decisions: decisionsOf(check) };
      return fileResponse(`${JSON.stringify(json, null, 2)}\n`, kind("application/json", "json"), name);
    }
    case "csv":
      return fileResponse(csvOf(check), kind("text/csv", "csv"), name);
    case "html":
      return fileResponse(reportHtml(checked), kind("text/html", "html"), name);
    case "docx":
      return fileResponse(
        byteStream(annotatedDocx(checked)),
        { ...kind(WORD, "docx"), isBinary: true },
        name,
      );
    default:
      throw new NotFound("This format");
  }
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const kind = (mediaType: string, extension: string) => ({ mediaType, extension, isBinary: false });

/** What was decided of each finding, in the order of the draft. */
function decisionsOf({ findings }: CheckDetail) {
  return findings.flatMap(({ start, end, decisions }) =>
    decisions.map(({ kind: decision, note, by, givenAt, supersededAt }) => ({
      ...{ start, end, decision, note, by, givenAt, stands: supersededAt === null },
    })),
  );
}
