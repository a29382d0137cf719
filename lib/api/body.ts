import { isTooDeep } from "./depth";

/** What was sent, or why it cannot be read. */
type Read = { readonly sent: unknown } | { readonly status: number; readonly detail: string };

/** Reads the JSON of a request as RFC 8259 has it: in UTF-8, as it stands, and of a depth that can be walked. */
export async function readBody(request: Request): Promise<Read> {
  if (!/^application\/json\b/iu.test(request.headers.get("content-type") ?? ""))
    return { status: 415, detail: "Send JSON, with the content type application/json." };
  const packed = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (packed !== "identity")
    return { status: 415, detail: "Send JSON as it stands, without a content encoding." };
  const bytes = await request.arrayBuffer();
  let json: string;
  try {
    json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // read as if they were UTF-8, letters would be lost without a word
    return { status: 400, detail: "The body is not in UTF-8. Send JSON in UTF-8." };
  }
  if (isTooDeep(json))
    return { status: 400, detail: "The body has lists and objects too deep within each other." };
  try {
    return { sent: JSON.parse(json) };
  } catch {
    return { status: 400, detail: "The body is no JSON." };
  }
}
