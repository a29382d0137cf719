import { type FormValues, LABEL, SENDER, SENDING, WAS } from "@/lib/forms";

/** A bare page that holds what was typed, for when neither the form nor the database can. */
export function pageOfTyped(values: FormValues, place: string, isAway: boolean): Response {
  const fields = Object.entries(values)
    .filter(([name]) => ![SENDING, SENDER, WAS, LABEL].includes(name))
    .flatMap(([name, held]) => [held].flat().map((text) => ({ name, text })))
    .filter(({ text }) => text !== "");
  const rows = fields.map(
    ({ name, text }) =>
      `<p><label>${written(name)}<br><textarea rows="${Math.min(20, text.split("\n").length + 1)}" cols="70" dir="auto" readonly>\n${written(text)}</textarea></label></p>`,
  );
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Not stored · Verbatim</title><main><h1>This was not stored</h1>
<p>${isAway ? "The database of Verbatim does not answer just now." : "Verbatim was renewed while the page was open."} Everything that you typed stands below: copy it, <a href="${written(place)}">open the page anew</a>${isAway ? " in a minute" : ""} and send it from there.</p>
${rows.join("\n")}</main></html>\n`;
  return new Response(html, {
    status: isAway ? 503 : 409,
    headers: {
      ...{ "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
      ...(isAway ? { "retry-after": "30" } : {}),
    },
  });
}

function written(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
