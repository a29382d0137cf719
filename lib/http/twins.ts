import { createHash } from "node:crypto";

// what one reader may see another may not: kept only by whoever asked, and asked for again each time
const ASK_AGAIN = "private, no-cache";

/**
 * The data of a page, with a tag of what it says (RFC 9110, 8.8.3): who has it already is answered in a line. Scripts of
 * other sites may read what next.config.js opens to them, which is what a visitor reads: they send no cookies.
 */
export function twinResponse(
  request: Request,
  body: unknown,
  { mediaType = "application/json" }: { mediaType?: string } = {},
): Response {
  const text = typeof body === "string" ? body : `${JSON.stringify(body, null, 2)}\n`;
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ etag: tag, "cache-control": ASK_AGAIN, vary: "cookie" });
  if (isHeld(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  headers.set("content-type", `${mediaType}; charset=utf-8`);
  return new Response(text, { headers });
}

/** Whether one of the tags that a client holds is this one; a proxy that compresses makes a tag weak. */
function isHeld(held: string | null, tag: string): boolean {
  if (held === null) return false;
  return held.trim() === "*" || held.split(",").some((one) => one.trim().replace(/^W\//u, "") === tag);
}

interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
  readonly isBinary: boolean;
}

/** A file to be kept, named `name` and the ending of its format. */
export function fileResponse(
  body: string | ReadableStream,
  { mediaType, extension, isBinary }: FileKind,
  name: string,
): Response {
  return new Response(body, {
    headers: {
      "content-type": isBinary ? mediaType : `${mediaType}; charset=utf-8`,
      "cache-control": "private, no-store",
      "content-disposition": savedAs(`${name}.${extension}`),
    },
  });
}

/**
 * A file that somebody else made, as it came: bytes of no kind, which a browser saves and never draws, whatever they are and however
 * their name ends.
 */
export function strangersFile(bytes: Uint8Array, fileName: string): Response {
  // signs that turn the order of letters round or are not seen would show another ending than the file has
  const name = fileName.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, "").slice(-150) || "arrived";
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(bytes.length),
      "cache-control": "private, no-store",
      "content-disposition": savedAs(name),
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}

function savedAs(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]/gu, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
