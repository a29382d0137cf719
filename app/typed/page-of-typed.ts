import { z } from "zod";
import { DomainError, storageFailure } from "@/lib/errors";
import {
  type FormValues,
  LABEL,
  parseForm,
  readSending,
  SENDER,
  SENDING,
  sectionsOf,
  typedFields,
  WAS,
} from "@/lib/forms";
import { NotKept } from "../sender";

/** Does what a route does with a sent form; gives back what was typed when nothing can keep it. */
export async function orGivenBack(form: FormData, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const why =
      error instanceof NotKept
        ? `What you typed could not be kept on the server. ${error.why}`
        : (storageFailure(error) ?? (error instanceof DomainError ? error.message : null));
    if (why === null) throw error;
    return pageOfTyped(form, why, readSending(form)?.place ?? "/");
  }
}

/**
 * A bare page that holds what was typed, for when neither the form nor the database can. `cause` says in words what came
 * in between.
 */
export function pageOfTyped(
  form: FormData,
  cause: string,
  place: string,
  { isAway = false }: { isAway?: boolean } = {},
): Response {
  const parts = [...sectionsOf(form)].flatMap(([name, section]) => {
    const { values } = parseForm(z.object({}), section);
    const rows = fieldsOf(values).flatMap(({ label, texts }) =>
      texts.filter((text) => text !== "").map((text) => rowOf(label, text)),
    );
    const called = [values[LABEL] ?? []].flat().at(-1);
    return rows.length === 0 ? [] : [`<h2>${written(called || name)}</h2>`, ...rows];
  });
  const kept =
    parts.length === 0
      ? "<p>Nothing was typed in it.</p>"
      : `<p>Everything that you typed stands below: copy it, <a href="${written(place)}">open the page anew</a>${isAway ? " in a minute" : ""} and send it from there. Going back in the browser may bring the form again as you left it.</p>`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Not stored · Verbatim</title><main><h1>This was not stored</h1>
<p>${written(cause)}</p>
${kept}
${parts.join("\n")}</main></html>\n`;
  return new Response(html, {
    status: isAway ? 503 : 409,
    headers: {
      ...{ "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
      ...(isAway ? { "retry-after": "30" } : {}),
    },
  });
}

interface Field {
  readonly label: string;
  readonly texts: readonly string[];
}

function fieldsOf(values: FormValues): readonly Field[] {
  if (values[WAS] !== undefined)
    return typedFields(values).map(({ name, label, texts }) => ({ label: label || name, texts }));
  // a page of an early build does not say what its fields held
  return Object.entries(values)
    .filter(([name]) => ![SENDING, SENDER, LABEL].includes(name))
    .map(([label, held]) => ({ label, texts: [held].flat() }));
}

function rowOf(label: string, text: string): string {
  const rows = Math.min(20, text.split("\n").length + 1);
  return `<p><label>${written(label)}<br><textarea rows="${rows}" cols="70" dir="auto" readonly>\n${written(text)}</textarea></label></p>`;
}

function written(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
