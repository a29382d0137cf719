// Pages that somebody without a cookie asks for, kept as they were made for as long as nothing was written to the database.
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const MB = 1024 * 1024;
/** What lies in the clock alone, such as the end of an embargo, shows after so long. */
const KEPT_MS = 30_000;
const MOST_BYTES = 32 * MB;
const MOST_OF_ONE = MB;
const LEAST_PACKED = 1024;

// and nothing that ends as a file does
const PAGES =
  /^\/(?:(?:statements|speakers|claims|stories|contradictions|sources|outlets|about)(?:\/[^.?]*)?)?(?:\?|$)/;
// a header that stands neither here nor in the key may change what is made: who sends one is answered anew
const OF_NO_PAGE =
  /^(?:host|connection|accept(?:-language|-encoding)?|user-agent|upgrade-insecure-requests|sec-(?:fetch|ch)-[\w-]+|sec-gpc|dnt|cache-control|pragma|referer|priority|te|from|via|if-none-match|if-modified-since|x-forwarded-(?:for|host|proto)|x-request-id|traceparent|tracestate|cf-[\w-]+|cdn-loop)$/;
const OF_THE_ROUTER = /^(?:rsc|next-url|next-router-(?:state-tree|prefetch|segment-prefetch))$/;
// a form of ours carries a key by which it is sent once: two visitors must never have the same
const HOLDS_FORM = /\$ACTION_|name="sending"|\\?"sending\\?":/;
const NONCE = /'nonce-([0-9a-f]{32})'/;

const packed = promisify(gzip);

/** The name of what a request asks for, or null where it may be answered to nobody else. */
export function nameOf({ method, url, headers }) {
  if (method !== "GET" || !PAGES.test(url)) return null;
  // an address may ask for a form of its record by this header
  if (!/^(?:text\/html|\*\/\*)/.test(headers.accept ?? "*/*")) return null;
  const asked = Object.keys(headers);
  if (!asked.every((name) => OF_NO_PAGE.test(name) || OF_THE_ROUTER.test(name))) return null;
  const router = asked.filter((name) => OF_THE_ROUTER.test(name)).sort();
  return JSON.stringify([headers.host, url, router.map((name) => [name, headers[name]])]);
}

/**
 * Keeps pages of visitors. `stateOf` tells a text that is another one after each write that anybody made, or null where
 * nobody knows; a page is given again only while it is the same as before the page was made.
 */
export class KeptPages {
  #stateOf;
  #nowMs;
  #most;
  #bytes = 0;
  #pages = new Map();
  #underWay = new Map();

  constructor(stateOf, { nowMs = Date.now, most = MOST_BYTES } = {}) {
    this.#stateOf = stateOf;
    this.#nowMs = nowMs;
    this.#most = most;
  }

  /** Answers with a page that is kept, or else has what answers next noted; what it returns says whether it has answered. */
  async answer(request, response) {
    const name = nameOf(request);
    if (name === null) return false;
    const state = await this.#stateOf().catch(() => null);
    if (state === null) return false;
    // several who ask at once for what can be kept wait for the first
    const isKept = this.#pages.has(name);
    const found = this.#find(name, state) ?? (isKept ? await this.#underWay.get(name + state) : undefined);
    if (response.destroyed) return true;
    if (found) {
      await send(response, renewed(found), request.headers["accept-encoding"]);
      return true;
    }
    this.#note(name, state, request, response);
    return false;
  }

  #find(name, state) {
    const page = this.#pages.get(name);
    if (page?.state !== state || Math.abs(this.#nowMs() - page.atMs) > KEPT_MS) return undefined;
    // those that are asked for stay longest
    this.#add(name, page);
    return page;
  }

  #note(name, state, request, response) {
    const encoding = request.headers["accept-encoding"];
    // it is packed when all of it is there
    delete request.headers["accept-encoding"];
    const { promise, resolve } = withResolver();
    if (!this.#underWay.has(name + state)) this.#underWay.set(name + state, promise);
    const end = (page) => {
      if (this.#underWay.get(name + state) === promise) this.#underWay.delete(name + state);
      resolve(page);
    };
    const atMs = this.#nowMs();
    response.once("close", () => end(undefined));
    gathered(response, (whole) => {
      const page = keepable(whole);
      if (page) this.#add(name, { ...page, state, atMs, bytes: name.length + 2 * whole.body.length });
      else this.#drop(name);
      end(page);
      return send(response, whole, encoding);
    });
  }

  #add(name, page) {
    this.#drop(name);
    this.#pages.set(name, page);
    this.#bytes += page.bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(name) {
    this.#bytes -= this.#pages.get(name)?.bytes ?? 0;
    this.#pages.delete(name);
  }
}

function withResolver() {
  let resolve = () => {};
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Holds an answer back until it is whole, and gives it to `done`; one that grows too large goes its way. */
function gathered(response, done) {
  const { write, end, writeHead, flushHeaders } = response;
  let parts = [];
  let bytes = 0;
  let isHeld = true;
  const add = (part, encoding) => {
    const piece = typeof part === "string" ? Buffer.from(part, encoding) : Buffer.from(part);
    bytes += piece.length;
    parts.push(piece);
  };
  const letGo = () => {
    isHeld = false;
    const held = Buffer.concat(parts);
    parts = [];
    return write.call(response, held);
  };
  response.writeHead = (status, ...rest) => {
    if (!isHeld) return writeHead.call(response, status, ...rest);
    response.statusCode = status;
    const headers = rest.at(-1);
    if (headers && typeof headers === "object" && !Array.isArray(headers))
      for (const [key, value] of Object.entries(headers)) response.setHeader(key, value);
    return response;
  };
  response.flushHeaders = () => {
    if (!isHeld) flushHeaders.call(response);
  };
  response.write = (part, encoding, told) => {
    if (!isHeld) return write.call(response, part, encoding, told);
    add(part, typeof encoding === "string" ? encoding : undefined);
    if (bytes > MOST_OF_ONE) return letGo();
    const after = typeof encoding === "function" ? encoding : told;
    if (after) queueMicrotask(after);
    return true;
  };
  response.end = (part, encoding, told) => {
    if (!isHeld) return end.call(response, part, encoding, told);
    if (part && typeof part !== "function") add(part, typeof encoding === "string" ? encoding : undefined);
    const after = [part, encoding, told].find((one) => typeof one === "function");
    if (after) response.once("finish", after);
    isHeld = false;
    const { statusCode: status } = response;
    done({ status, headers: response.getHeaders(), body: Buffer.concat(parts) }).catch(() =>
      response.destroy(),
    );
    return response;
  };
}

/** A page in pieces between which its nonce stands, or undefined of what may not be given to another visitor. */
function keepable({ status, headers, body }) {
  const type = String(headers["content-type"] ?? "");
  const nonce = NONCE.exec(String(headers["content-security-policy"] ?? ""))?.[1];
  const isPage =
    status === 200 && /^text\/(html|x-component)\b/.test(type) && headers["set-cookie"] === undefined;
  const text = isPage && nonce !== undefined ? body.toString("utf8") : null;
  if (text === null || HOLDS_FORM.test(text)) return undefined;
  // a tag would be that of other bytes
  const { etag: _, ...kept } = headers;
  return { status, headers: kept, nonce, pieces: text.split(nonce) };
}

/** The page for another visitor, whose scripts run by a nonce that nobody has seen. */
function renewed({ status, headers, nonce, pieces }) {
  const fresh = randomUUID().replaceAll("-", "");
  const renew = (value) => (typeof value === "string" ? value.replaceAll(nonce, fresh) : value);
  // RFC 9211
  const told = Object.entries({ ...headers, "cache-status": "Verbatim; hit" });
  const renewedHeaders = Object.fromEntries(told.map(([key, value]) => [key, [value].flat().map(renew)]));
  return { status, headers: renewedHeaders, body: pieces.join(fresh) };
}

const takesGzip = (encodings) =>
  encodings.split(",").some((each) => /^\s*gzip\s*(;\s*q\s*=\s*(1|0\.\d*[1-9]).*)?$/i.test(each));

async function send(response, { status, headers, body }, encoding = "") {
  const isText = /^(?:text|application\/(?:json|xml))\b/.test(String(headers["content-type"] ?? ""));
  const isPacked = isText && body.length > LEAST_PACKED && takesGzip(encoding);
  const bytes = isPacked ? await packed(body, { level: 4 }) : Buffer.from(body);
  if (response.destroyed) return;
  for (const [key, value] of Object.entries(headers)) response.setHeader(key, value);
  response.removeHeader("transfer-encoding");
  response.setHeader("content-length", bytes.length);
  if (isPacked) response.setHeader("content-encoding", "gzip");
  const vary = [headers.vary ?? []].flat().join(", ");
  if (!/accept-encoding/i.test(vary))
    response.setHeader("vary", [vary, "Accept-Encoding"].filter(Boolean).join(", "));
  response.statusCode = status;
  response.end(bytes);
}
