const TITLES: Readonly<Record<number, string>> = {
  400: "This asks for what is not known",
  401: "A key is needed",
  403: "Not allowed",
  404: "Not found",
  405: "Not at this address",
  409: "Somebody was faster",
  415: "Not in this form",
  422: "Refused",
  429: "Too many requests",
  500: "Something failed on our side",
  503: "The database does not answer",
};

interface More {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly object[];
}

/** What went wrong, told to a program as RFC 9457 has it. */
export function problemResponse(
  status: number,
  detail: string,
  { headers = {}, errors }: More = {},
): Response {
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Not done",
    status,
    detail,
    ...(errors ? { errors } : {}),
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}
