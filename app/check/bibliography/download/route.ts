import { getActor } from "@/lib/auth/server";
import { BIBLIOGRAPHY_FORMATS, bibliographyTable } from "@/lib/bibliographies";
import { checkBibliography, refreshBibliography } from "@/lib/bibliographies/server";
import { NotFound, Refused } from "@/lib/errors";
import { fileResponse, problemResponse, takeForm, toReadResponse } from "@/lib/http";
import { sentBibliography } from "../sent";

const NAME = "bibliography-checked";

/** The files of a checked bibliography: the report as a table or as data, or the bibliography with its references anew. */
export const POST = takeForm(async (form) => {
  try {
    const actor = await getActor();
    const as = form.get("as");
    const text = await sentBibliography(form);
    const report = await checkBibliography(actor, text);
    if (as === "csv")
      return fileResponse(
        [...bibliographyTable(report)].join(""),
        { mediaType: "text/csv", extension: "csv", isBinary: false },
        NAME,
      );
    if (as === "json")
      return fileResponse(
        `${JSON.stringify(report, null, 2)}\n`,
        { mediaType: "application/json", extension: "json", isBinary: false },
        NAME,
      );
    const anew = as === "refreshed" ? await refreshBibliography(actor, text, report) : null;
    const format = BIBLIOGRAPHY_FORMATS.find(({ key }) => key === report.format);
    if (anew === null || !format) throw new NotFound("This file");
    return fileResponse(anew, { ...format, isBinary: false }, "bibliography-refreshed");
  } catch (error) {
    if (error instanceof Refused)
      return problemResponse(422, error.refusals.map(({ message }) => message).join(" "));
    return toReadResponse(error);
  }
});
