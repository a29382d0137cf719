// What is refused before it reaches the site: addresses, headers and sizes that no page or program of ours sends, and that
// the framework would answer with a stack. docs/decisions/019 has the reasons and the numbers.
import { isIP } from "node:net";

/** A refusal: the status and the words for whoever sent it. */
export class Turned extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

const KB = 1024;
const MB = 1024 * KB;

/** The most of everything. A text of 5 MB needs 12 in the bytes of a sent form; every other form is typed by hand. */
export const MOST = {
  addressLength: 8 * KB,
  parameters: 200,
  cookieLength: 8 * KB,
  headerLength: 12 * KB,
  bodyOfVisitor: 64 * KB,
  fieldsOfVisitor: 100,
  bodyOfForm: 2 * MB,
  bodyOfText: 12 * MB,
  // as in lib/forms, and what React adds
  fieldsOfForm: 5100,
};

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
// what is typed there is kept elsewhere
const TAKES_TEXTS = /^\/(import|check|sources|typed)([/?]|$)/;
const OF_PROGRAMS = /^\/api\/(v1([/?]|$)|check(\?|$))/;
// the second stays when a session ends: what was typed during it still arrives whole, to be kept
const SESSION_COOKIE = /(?:^|;\s*)(?:(?:__Secure-)?verbatim\.session_token|verbatim\.device)=/;

/** Stops a request whose address or headers cannot be meant. @throws {Turned} */
export function checkRequest({ method, url, headers }) {
  if (!METHODS.has(method)) throw new Turned(405, "Verbatim does not answer to this method.");
  checkAddress(url);
  checkSender({ method, headers });
  checkHeaders(headers);
}

/** Stops a write that a page of another site sent: the framework would answer it with a stack. @throws {Turned} 403 */
function checkSender({ method, headers }) {
  if (method !== "POST" || headers.origin === undefined) return;
  const { origin, host } = headers;
  if (origin === "null" && headers["sec-fetch-site"] === "same-origin") {
    // a page of ours that hides where it is, by the browser's word; the framework takes "null" for another site's name
    delete headers.origin;
    return;
  }
  // settleOrigin has settled the host
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new Turned(403, "This was sent from another site. Open Verbatim itself and try again.");
}

/** @throws {Turned} */
export function checkAddress(url) {
  if (url.length > MOST.addressLength) throw new Turned(414, "This address is too long.");
  if (!url.startsWith("/")) throw new Turned(400, "This address cannot be read.");
  const [path = "", ...rest] = url.split("?");
  const query = rest.join("?");
  // two slashes in front name another site
  if (/^\/[/\\]/.test(path)) throw new Turned(404, "There is no page at this address.");
  if (isBroken(path)) throw new Turned(400, "This address cannot be read: a sign in it is broken.");
  if (query.split("&", MOST.parameters + 1).length > MOST.parameters)
    throw new Turned(400, "This address asks for too much at once.");
  // the framework loses a parameter of this name on its way to a route, which would then answer what nobody asked for
  if (new URLSearchParams(query).has("__proto__"))
    throw new Turned(400, "This address asks for “__proto__”, which is nothing.");
  if (/%00/.test(query)) throw new Turned(400, "This address holds a NUL character, which no text has.");
}

/** Whether the escapes of a path stand for no text, or for a control character. */
function isBroken(path) {
  try {
    return /\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

// the framework tells itself things by these, and believes them of whoever sends them
const ITS_OWN = /^x-(middleware|invoke|matched|nextjs|next|now|vercel|action)-|^next-resume/;

/** Checks the headers that the site reads and drops those that only its own framework may set. @throws {Turned} */
export function checkHeaders(headers) {
  if ((headers.cookie?.length ?? 0) > MOST.cookieLength)
    throw new Turned(431, "Your cookies for this site are too large.");
  for (const name of Object.keys(headers)) if (ITS_OWN.test(name)) delete headers[name];
  const tree = headers["next-router-state-tree"];
  if (tree !== undefined && !isRouterTree(tree))
    throw new Turned(400, "This was not sent by a page of this site. Open the page again.");
  const action = headers["next-action"];
  if (action !== undefined && !/^[\w:.-]{1,200}$/.test(action))
    throw new Turned(400, "This was not sent by a form of this site. Open its page again.");
}

function isRouterTree(sent) {
  if (sent.length > MOST.headerLength) return false;
  try {
    return isSegment(JSON.parse(decodeURIComponent(sent)), 0);
  } catch {
    return false;
  }
}

// [segment, {slot: tree}, url?, refresh?, ...]; a segment is a name or [parameter, value, kind, ...]
function isSegment(tree, depth) {
  if (!Array.isArray(tree) || depth > 40 || tree.length < 2 || tree.length > 8) return false;
  const [segment, slots] = tree;
  const isName = typeof segment === "string";
  const isParameter =
    Array.isArray(segment) &&
    segment.length >= 3 &&
    segment.length <= 6 &&
    segment.slice(0, 3).every((part) => typeof part === "string");
  if (!isName && !isParameter) return false;
  if (slots === null || typeof slots !== "object" || Array.isArray(slots)) return false;
  return Object.values(slots).every((below) => isSegment(below, depth + 1));
}

/**
 * How much of a body is taken at an address, in bytes and fields. Who never had a session has little to say, unless it is a
 * form of a page: its writer may have lost every cookie since, and what they typed is kept for them or given back.
 */
export function allowanceOf({ url, headers }, isFormOfPage = false) {
  const isOfPrograms = OF_PROGRAMS.test(url);
  if (isOfPrograms) {
    // whether the key opens anything is known behind; who sends none has little to say
    const bytes = /^bearer vbk_/i.test(headers.authorization ?? "") ? MOST.bodyOfText : MOST.bodyOfVisitor;
    return { bytes, fields: MOST.fieldsOfVisitor, isOfPrograms };
  }
  if (!isFormOfPage && !SESSION_COOKIE.test(headers.cookie ?? ""))
    return { bytes: MOST.bodyOfVisitor, fields: MOST.fieldsOfVisitor };
  return { bytes: TAKES_TEXTS.test(url) ? MOST.bodyOfText : MOST.bodyOfForm, fields: MOST.fieldsOfForm };
}

/**
 * Makes the headers say where the request came from and under which name the site was asked, whatever the client claims:
 * of what proxies add, only what the nearest `hops` of them saw is believed. Whether it tells of as many proxies as stand
 * there, if it tells of any: a proxy that replaces what the one before it wrote makes everybody one address.
 */
export function settleOrigin(headers, { remoteAddress, hops, baseUrl }) {
  const seen = (headers["x-forwarded-for"] ?? "").split(",").slice(-hops || Number.POSITIVE_INFINITY);
  const chain = hops === 0 ? [] : seen.map(plainAddress);
  const nearest = plainAddress(remoteAddress ?? "");
  headers["x-forwarded-for"] = (chain.length >= hops ? chain[0] : undefined) || nearest || "unknown";
  const asked = hops === 0 ? undefined : lastOf(headers["x-forwarded-host"]);
  for (const name of Object.keys(headers)) {
    if (/^(forwarded|x-real-ip|x-forwarded-(?!for$).*)$/.test(name)) delete headers[name];
  }
  const base = new URL(baseUrl);
  const host = asked ?? headers.host ?? base.host;
  // a proxy that does not pass the name it was asked by: a page of ours says it in Origin
  headers.host = (headers.origin === base.origin ? base.host : host).toLowerCase();
  if (!/^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(headers.host))
    throw new Turned(400, "This address names no site.");
  headers["x-forwarded-host"] = headers.host;
  headers["x-forwarded-proto"] = base.protocol.slice(0, -1);
  return chain.every((address) => address === "") || chain.length >= hops;
}

function lastOf(list) {
  return list?.split(",").at(-1)?.trim() || undefined;
}

/**
 * An IP address without port, zone or brackets, in the one form that it has however it is written, an IPv4 one in its
 * own; "" for anything else.
 */
export function plainAddress(written) {
  const bare = written
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(bare) !== 6) return isIP(bare) === 0 ? "" : bare;
  const shortest = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(shortest);
  if (mapped === null) return shortest;
  return mapped
    .slice(1)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join(".");
}

/** What one asker has all of: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address) {
  if (!address.includes(":")) return address;
  const [head, tail] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  const zeros = tail === undefined ? [] : Array(8 - head.length - tail.length).fill("0");
  return [...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(":");
}
