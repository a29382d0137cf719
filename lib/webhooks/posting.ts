import { type RequestOptions, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { env } from "@/lib/env/server";
import { ClosedNetwork, lookUpWhere, mayBeSentTo, whyUnreached } from "@/lib/networks/server";

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

/** The connection is made to an address that may be sent to, and no other. */
const lookUp = lookUpWhere((address) => mayBeSentTo(address, env().webhookNetworks));

function reasonAgainst(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return "It answered with a redirect, which is not followed.";
  return `It answered ${status}.`;
}

function inWords(error: NodeJS.ErrnoException): string {
  return error instanceof ClosedNetwork
    ? CLOSED
    : (whyUnreached(error, "ten seconds") ??
        `It could not be sent (${error.code || "no reason was given"}).`);
}
