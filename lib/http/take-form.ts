const NO_FORM =
  "This address takes forms and nothing else. Open the page of the form and send it from there.";
const BROKEN = "This form arrived broken. Open its page again and send it from there.";

/**
 * A route handler that is given the form which was sent to it, and the only place that reads one: what is no form (415) or
 * a broken one (400) is answered in words before the handler is asked.
 */
export function takeForm(
  handle: (form: FormData, request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const type = request.headers.get("content-type") ?? "";
    if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type))
      return inWords(415, NO_FORM);
    const form = await request.formData().catch(() => null);
    return form === null ? inWords(400, BROKEN) : handle(form, request);
  };
}

function inWords(status: number, words: string): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${words}\n`, { status, headers });
}
