import { type LookupAddress, lookup as resolveName } from "node:dns";
import type { RequestOptions } from "node:http";

/** An address that leads to no server of the internet. */
export class ClosedNetwork extends Error {}

/**
 * A way to resolve names that gives only addresses which `isOpen` lets through: the connection is made to one of these and to no
 * other, so that a name that answers otherwise the next time gains nothing.
 */
export function lookUpWhere(isOpen: (address: string) => boolean): NonNullable<RequestOptions["lookup"]> {
  return (name, options, done) => {
    resolveName(name, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = error ? [] : found.filter(({ address }) => isOpen(address));
      const [first] = addresses;
      const reason =
        error ?? (first ? null : new ClosedNetwork(`${name} leads to no server of the internet.`));
      if (reason || !first) done(reason, "", 4);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "No server has this name.",
  EAI_AGAIN: "The name could not be looked up just now.",
  ECONNREFUSED: "Nothing listens there.",
  ECONNRESET: "The connection was broken off.",
  EHOSTUNREACH: "The server cannot be reached.",
  ENETUNREACH: "The server cannot be reached.",
};

/** Why nothing came of a connection, in words; null for what has none. `limit` is how long an answer was waited for. */
export function whyUnreached({ code = "", name }: NodeJS.ErrnoException, limit: string): string | null {
  if (code === "ABORT_ERR" || name === "AbortError" || name === "TimeoutError")
    return `No answer came within ${limit}.`;
  if (/CERT|SSL|TLS|ALTNAME/u.test(code)) return `Its certificate does not hold (${code}).`;
  return WORDS[code] ?? null;
}
