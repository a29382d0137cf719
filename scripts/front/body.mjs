// Bodies, read to their end and looked through before the site parses them: the framework and React trust their shape.
import { Turned } from "./request.mjs";

const MB = 1024 * 1024;

/** How many bytes of bodies are held at once, of everybody and of one asker: eight texts of 5 MB as their forms arrive. */
export const MOST_HELD = { ofAll: 256 * MB, ofOne: 96 * MB };

const MOST_OF_HEAD = 2048;
const MOST_OF_REACT = { ownFields: 40, models: 200, references: 2, arguments: 20 };

const IS_FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

const BROKEN = "This form arrived broken. Open its page again and send it from there.";
const BUSY = "So much is being sent just now that this was left out. Wait a moment and send it again.";
const TOO_MUCH = "This is more than Verbatim takes in at once. Send less.";

/**
 * What arrived and is not answered yet. Whoever claims a session may send 12 MB at once, and a hundred who send that and
 * leave the last byte out would take the memory of everybody.
 */
export class Held {
  #all = 0;
  #askers = new Map();

  /** Room for one body of an asker: `take` as its bytes arrive, `free` when it is answered. */
  room(asker) {
    let own = 0;
    return {
      take: (bytes) => {
        const ofOne = (this.#askers.get(asker) ?? 0) + bytes;
        if (ofOne > MOST_HELD.ofOne) throw new Turned(429, BUSY);
        if (this.#all + bytes > MOST_HELD.ofAll) throw new Turned(503, BUSY);
        own += bytes;
        this.#all += bytes;
        this.#askers.set(asker, ofOne);
      },
      free: () => {
        const left = (this.#askers.get(asker) ?? 0) - own;
        if (left > 0) this.#askers.set(asker, left);
        else this.#askers.delete(asker);
        this.#all -= own;
        own = 0;
      },
    };
  }
}

/** The whole body of a request, at most `most` bytes, for which `room` has room. @throws {Turned} 413, 429 or 503 */
export async function readBody(request, most, room) {
  if (Number(request.headers["content-length"] ?? 0) > most) throw new Turned(413, TOO_MUCH);
  const chunks = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > most) throw new Turned(413, TOO_MUCH);
    room?.take(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Whether a body of these headers may turn out to be a form of a page. */
export function mayBeFormOfPage(headers) {
  return /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");
}

// the first field of every form: the key of its sending, its name and the page; scripts number what they send
const KEY_OF_SENDING =
  /\bname="(?:_?\d{1,6}_)?sending"\r\n\r\n[\w-]{16,64} [\w.:-]{1,120} \/[^\s?#\\]{0,300}\r\n/;
const BEFORE_KEY = 64 * 1024;

/** Whether a body carries, at its beginning, the key that every form of a page does. */
export function isFormOfPage(body, headers) {
  return mayBeFormOfPage(headers) && KEY_OF_SENDING.test(body.subarray(0, BEFORE_KEY).toString("latin1"));
}

const NO_FORM = "Verbatim takes forms and nothing else here.";
const NO_JSON = "Send JSON, with the content type application/json.";

/** Stops a body that no form of ours sends. Each byte is looked at a fixed number of times. @throws {Turned} */
export function checkBody(body, headers, { bytes, fields, isOfPrograms = false }) {
  if (body.length > bytes) throw new Turned(413, TOO_MUCH);
  const type = headers["content-type"] ?? "";
  const isAction = headers["next-action"] !== undefined;
  if (/^multipart\/form-data\b/i.test(type))
    return checkParts(partsOf(body, boundaryOf(type), fields), isAction);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return checkPairs(body, fields);
  if (isAction && /^text\/plain\b/i.test(type)) return checkReply([["0", body.toString()]]);
  // lib/api reads it, and believes nothing of its shape
  if (isOfPrograms && !isAction && /^application\/json\b/i.test(type)) return;
  if (body.length > 0 || isAction) throw new Turned(415, isOfPrograms && !isAction ? NO_JSON : NO_FORM);
}

/** Stops a form that the parser of the site, which is Node's own, does not read either. @throws {Turned} 400 */
export async function parseBody(body, headers) {
  const type = headers["content-type"] ?? "";
  if (!IS_FORM.test(type)) return;
  await new Response(body, { headers: { "content-type": type } }).formData().catch(() => {
    throw new Turned(400, BROKEN);
  });
}

function checkPairs(body, mostFields) {
  const pairs = body.toString("latin1").split("&", mostFields + 1);
  if (pairs.length > mostFields) throw new Turned(413, TOO_MUCH);
  // React sends its own fields in parts only
  if (pairs.some((pair) => /^(\$|%24)ACTION_/i.test(pair))) throw new Turned(400, BROKEN);
}

function boundaryOf(type) {
  const boundary = /;\s*boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  if (boundary === null) throw new Turned(400, BROKEN);
  return boundary[1] ?? boundary[2];
}

/** Name and text of each part; a file's text is left out. @throws {Turned} unless it is a whole form */
function partsOf(body, boundary, mostFields) {
  const between = Buffer.from(`\r\n--${boundary}`);
  const opening = between.subarray(2);
  const parts = [];
  if (body.indexOf(opening) !== 0) throw new Turned(400, BROKEN);
  let at = opening.length;
  for (;;) {
    if (body.subarray(at, at + 2).toString("latin1") === "--") return parts;
    if (body.subarray(at, at + 2).toString("latin1") !== "\r\n") throw new Turned(400, BROKEN);
    if (parts.length === mostFields) throw new Turned(413, TOO_MUCH);
    const head = body.subarray(at + 2, at + 2 + MOST_OF_HEAD);
    const headEnd = head.indexOf("\r\n\r\n");
    const end = body.indexOf(between, at + 2);
    if (headEnd === -1 || end === -1 || at + 2 + headEnd + 2 > end) throw new Turned(400, BROKEN);
    const words = head.subarray(0, headEnd).toString();
    // parsers differ in which of two they believe
    if (words.match(/^content-disposition\b/gim)?.length !== 1) throw new Turned(400, BROKEN);
    const name = /^content-disposition:\s*form-data;\s*name="([^"\r\n]*)"/im.exec(words)?.[1];
    if (name === undefined) throw new Turned(400, BROKEN);
    const isFile = /;\s*filename=/i.test(words);
    parts.push([name, isFile ? "" : body.subarray(at + 2 + headEnd + 4, end)]);
    at = end + between.length;
  }
}

function checkParts(parts, isAction) {
  if (isAction) return checkReply(parts);
  const own = parts.filter(([name]) => name.startsWith("$ACTION_"));
  if (own.length > MOST_OF_REACT.ownFields) throw new Turned(400, BROKEN);
  // each is sent once, and one more names the button that was pressed; the framework answers others with a stack
  if (new Set(own.map(([name]) => name)).size < own.length) throw new Turned(400, BROKEN);
  if (own.filter(([name]) => name.startsWith("$ACTION_REF_")).length > MOST_OF_REACT.references)
    throw new Turned(400, BROKEN);
  const names = new Map(own.map(([name, text]) => [name, String(text)]));
  for (const [name, text] of names) {
    if (/^\$ACTION_KEY$|^\$ACTION_ID_[\w:.-]{1,200}$/.test(name)) continue;
    const bound = /^\$ACTION_(REF_)?(\d{1,6})(?::(\d{1,6}))?$/.exec(name);
    if (bound === null) throw new Turned(400, BROKEN);
    const [, isReference, number, field] = bound;
    if (isReference ? field !== undefined || !names.has(`$ACTION_${number}:0`) : field === undefined)
      throw new Turned(400, BROKEN);
    if (!isReference) checkModel(text, (id) => names.has(`$ACTION_${number}:${id}`));
    if (!isReference && field === "0" && !isReferenceToAction(text)) throw new Turned(400, BROKEN);
  }
}

function isReferenceToAction(text) {
  if (!text.startsWith('{"id":"')) return false;
  const meta = JSON.parse(text);
  return typeof meta?.id === "string" && /^[\w:.-]{1,200}$/.test(meta.id);
}

/** What a page's script sends to an action: numbered models, and fields of forms under `_N_name` or `N_name`. */
function checkReply(parts) {
  const models = parts.filter(([name]) => /^\d{1,6}$/.test(name));
  if (models.length > MOST_OF_REACT.models || !models.some(([name]) => name === "0"))
    throw new Turned(400, BROKEN);
  const known = new Set(models.map(([name]) => name));
  const forms = new Set(parts.map(([name]) => /^_?(\d{1,6})_/.exec(name)?.[1]));
  for (const [name, text] of models) {
    checkModel(String(text), (id) => known.has(id) || forms.has(id), name === "0");
  }
}

/** Stops a model that is not JSON, or that refers to what was not sent or to kinds of things that no page sends. */
function checkModel(text, isSent, isArguments = false) {
  let model;
  try {
    model = JSON.parse(text, (key, value) => {
      if (key === "__proto__" || key === "constructor" || key === "prototype") throw new Turned(400, BROKEN);
      if (typeof value === "string" && value.startsWith("$") && !isKnownSign(value, isSent))
        throw new Turned(400, BROKEN);
      return value;
    });
  } catch {
    throw new Turned(400, BROKEN);
  }
  if (isArguments && !(Array.isArray(model) && model.length <= MOST_OF_REACT.arguments))
    throw new Turned(400, BROKEN);
}

function isKnownSign(value, isSent) {
  if (value.startsWith("$$") || value === "$undefined") return true;
  const reference = /^\$[@K]([\da-f]{1,5})$/.exec(value);
  if (reference === null) return false;
  // an empty form sends no field of its own
  return value[1] === "K" || isSent(String(Number.parseInt(reference[1], 16)));
}
