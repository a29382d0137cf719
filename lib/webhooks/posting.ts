import { type LookupAddress, lookup as resolveName } from "node:dns";
import { type RequestOptions, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { env } from "@/lib/env/server";
import { mayBeSentTo } from "./networks";

const MOST_MS = 10_000;

/** What came of a try: the status, and why it failed in words, or null. */
export interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
}

const CLOSED = "This address leads into a network that is not the internet’s. WEBHOOK_NETWORKS can open one.";

/** Sends one body to one address, and follows nothing. It never throws: what failed is told. */
export function post(address: string, body: string, headers: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    const url = new URL(address);
    const fail = (error: string) => resolve({ status: null, error });
    // a name is asked when it is resolved, below; a number is never resolved
    const host = url.hostname.replace(/^\[|\]$/gu, "");
    if (isIP(host) !== 0 && !mayBeSentTo(host, env().webhookNetworks)) return fail(CLOSED);
    const options: RequestOptions = {
      ...{ method: "POST", agent: false, lookup: lookUp, signal: AbortSignal.timeout(MOST_MS) },
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
    };
    const send = url.protocol === "https:" ? requestSecure : requestPlain;
    const request = send(url, options, (response) => {
      const { statusCode = 0 } = response;
      resolve({ status: statusCode, error: reasonAgainst(statusCode) });
      // what is answered besides is not read
      response.destroy();
    });
    request.on("error", (error: NodeJS.ErrnoException) => fail(inWords(error)));
    request.end(body);
  });
}

/** Resolves a name to the addresses that may be sent to: the connection is made to one of these and no other. */
const lookUp: RequestOptions["lookup"] = (name, options, done) => {
  resolveName(name, { ...options, all: true }, (error, found) => {
    const addresses: LookupAddress[] = error
      ? []
      : found.filter(({ address }) => mayBeSentTo(address, env().webhookNetworks));
    const [first] = addresses;
    const reason = error ?? (first ? null : new Error(CLOSED));
    if (reason || !first) done(reason, "", 4);
    else if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

function reasonAgainst(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return "It answered with a redirect, which is not followed.";
  return `It answered ${status}.`;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "No server has this name.",
  EAI_AGAIN: "The name could not be looked up just now.",
  ECONNREFUSED: "Nothing listens there.",
  ECONNRESET: "The connection was broken off.",
  EHOSTUNREACH: "The server cannot be reached.",
  ENETUNREACH: "The server cannot be reached.",
  ABORT_ERR: "No answer came within ten seconds.",
};

function inWords({ code = "", message, name }: NodeJS.ErrnoException): string {
  if (message === CLOSED) return CLOSED;
  if (name === "AbortError" || name === "TimeoutError") return WORDS.ABORT_ERR ?? "";
  if (/CERT|SSL|TLS|ALTNAME/u.test(code)) return `Its certificate does not hold (${code}).`;
  return WORDS[code] ?? `It could not be sent (${code || "no reason was given"}).`;
}
