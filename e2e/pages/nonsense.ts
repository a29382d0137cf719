// What strangers send, made from a seed: the same every time, so that a failure can be found again.
import { FIELDS, HEADERS, NASTY, PARAMETERS, RAW, VALUES } from "./nonsense-words";

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Sent in pieces that name no length. */
  readonly isChunked?: boolean;
}

/** Hidden fields of a real form, by the page it stands on. */
export interface RealForm {
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** What the site has: its routes, `*` where a part is free, and ids and cursors that lead somewhere. */
export interface Known {
  readonly routes: readonly string[];
  readonly values: readonly string[];
}

// beside the routes of the site: what the framework and browsers ask for, and twins
const MORE_ROUTES =
  "/statements/*.json /statements/*.* /statements/*.csl.json /speakers/*.* /statements/*/versions/*.* /*/*/* /_next/image /_next/data/x/y.json /_next/static/* /favicon.ico /robots.txt /.env /.git/config".split(
    " ",
  );

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every route with every parameter once, and then `count` addresses that may be anything, with headers. */
export function anyAddresses(random: () => number, known: Known, count: number): Sent[] {
  const routes = [...known.routes, ...MORE_ROUTES];
  const value = () => oneOf(random, random() < 0.3 ? known.values : NASTY);
  const filled = (route: string) => route.replace(/\*/g, () => value());
  const each = routes.flatMap((route) =>
    PARAMETERS.map((name) => ({ method: "GET", path: `${filled(route)}?${name}=${value()}`, headers: {} })),
  );
  const any = () => {
    const path = filled(oneOf(random, routes));
    const query = times(random, 4, () => `${oneOf(random, PARAMETERS)}=${value()}`);
    // one of many names, many of one name
    if (random() < 0.02) query.push(...Array<string>(150).fill(`${oneOf(random, PARAMETERS)}=x`));
    if (random() < 0.01)
      query.push(...Array.from({ length: 190 }, (_, at) => `n${at}=${value().slice(0, 20)}`));
    const doubled = random() < 0.05 ? path.replace(/\//g, "//") : path;
    return {
      method: random() < 0.75 ? "GET" : oneOf(random, METHODS),
      path: query.length > 0 && random() < 0.7 ? `${doubled}?${query.join("&")}` : doubled,
      headers: anyHeaders(random),
    };
  };
  return [...each, ...Array.from({ length: count }, any)];
}

const METHODS = "HEAD HEAD OPTIONS POST PUT DELETE PATCH TRACE PROPFIND MKCOL QUERY".split(" ");

/** A form that may be anything: a real one with something wrong about it, or something that was never one. */
export function anyForm(random: () => number, known: Known, forms: readonly RealForm[]): Sent {
  const isReal = random() < 0.7;
  const path = oneOf(random, known.routes).replace(/\*/g, () => oneOf(random, NASTY));
  const form = isReal ? oneOf(random, forms) : { path, fields: [] };
  const fields = [...form.fields, ...times(random, 4, () => anyField(random))].flatMap((field) =>
    mutated(random, field),
  );
  const { type, body } = random() < 0.8 ? multipart(random, fields) : otherBody(random, fields);
  const headers = { ...(random() < 0.3 ? anyHeaders(random) : {}), "content-type": type };
  return { method: "POST", path: form.path, headers, body, isChunked: random() < 0.1 };
}

/** Bytes that may be a request: one that is wrong in a known way, often cut short or with one of them changed. */
export function anyBytes(random: () => number, host: string): Buffer {
  const bytes = Buffer.from(oneOf(random, RAW).replaceAll("HOST", host), "latin1");
  const chance = random();
  if (chance < 0.15) return bytes.subarray(0, 1 + Math.floor(random() * (bytes.length - 1)));
  if (chance < 0.3) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}

function anyHeaders(random: () => number): Record<string, string> {
  return Object.fromEntries(
    times(random, 3, () => {
      const [name, values] = oneOf(random, HEADERS);
      return [name, oneOf(random, values)] as const;
    }),
  );
}

function anyField(random: () => number): [string, string] {
  return [oneOf(random, FIELDS), oneOf(random, VALUES)];
}

function mutated(random: () => number, field: readonly [string, string]): (readonly [string, string])[] {
  const chance = random();
  if (chance < 0.06) return [];
  if (chance < 0.12) return [field, field];
  if (chance < 0.2) return [[field[0], oneOf(random, VALUES)]];
  if (chance < 0.24) return [[oneOf(random, FIELDS), field[1]]];
  if (chance < 0.28) return [[field[0], field[1].slice(0, Math.floor(random() * field[1].length))]];
  if (chance < 0.29) return Array<readonly [string, string]>(300).fill(field);
  return [field];
}

const EDGES = [
  "other",
  '"',
  '""',
  "",
  "a b",
  "-".repeat(300),
  "----fuzzed; boundary=x",
  '"----fuzzed"',
  "\u00e9",
];

function multipart(random: () => number, fields: readonly (readonly [string, string])[]) {
  const edge = "----fuzzed";
  const parts = fields.map(
    ([name, value]) =>
      `--${edge}\r\nContent-Disposition: form-data; name="${name}"${random() < 0.02 ? '; filename="a.txt"' : ""}\r\n\r\n${value}\r\n`,
  );
  let body = Buffer.from(`${parts.join("")}--${edge}--\r\n`);
  const chance = random();
  if (chance < 0.08) body = body.subarray(0, Math.floor(random() * body.length));
  else if (chance < 0.12) body = Buffer.from(body.toString().replaceAll("\r\n", "\n"));
  else if (chance < 0.14) body = Buffer.concat([body, body]);
  else if (chance < 0.16) body = Buffer.from(body.toString().replaceAll(`--${edge}`, `-- ${edge}`));
  else if (chance < 0.18) body = Buffer.from(body.toString().replace(`--${edge}--`, `--${edge}`));
  else if (chance < 0.2) body = Buffer.concat([Buffer.from("preamble\r\n"), body, Buffer.from("epilogue")]);
  else if (chance < 0.22) body = Buffer.from(body.toString().replace("form-data", "attachment"));
  else if (chance < 0.24) body[Math.floor(random() * body.length)] = Math.floor(random() * 256);
  const type =
    random() < 0.04
      ? "multipart/form-data"
      : `multipart/form-data; boundary=${random() < 0.04 ? oneOf(random, EDGES) : edge}`;
  return { type, body };
}

function otherBody(random: () => number, fields: readonly (readonly [string, string])[]) {
  const pairs = fields
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  return oneOf(random, [
    { type: "application/x-www-form-urlencoded", body: Buffer.from(pairs) },
    { type: "text/plain;charset=UTF-8", body: Buffer.from(oneOf(random, VALUES)) },
    { type: "application/json", body: Buffer.from(oneOf(random, VALUES)) },
    { type: "", body: Buffer.from(pairs) },
    { type: "multipart/form-data; boundary=x", body: Buffer.alloc(0) },
  ]);
}

function oneOf<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}

function times<T>(random: () => number, most: number, make: () => T): T[] {
  return Array.from({ length: Math.floor(random() * most) }, make);
}
