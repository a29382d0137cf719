import type { IncomingHttpHeaders } from "node:http";

type Headers = IncomingHttpHeaders & Record<string, string | string[] | undefined>;

/** A refusal: the status and the words for whoever sent it. */
export class Turned extends Error {
  constructor(status: number, words: string);
  readonly status: number;
}

/** The most of everything. */
export const MOST: Readonly<
  Record<
    | "addressLength"
    | "parameters"
    | "cookieLength"
    | "headerLength"
    | "bodyOfVisitor"
    | "fieldsOfVisitor"
    | "bodyOfForm"
    | "bodyOfText"
    | "fieldsOfForm",
    number
  >
>;

/** @throws {Turned} */
export function checkRequest(request: { method: string; url: string; headers: Headers }): void;
/** @throws {Turned} */
export function checkAddress(url: string): void;
/** @throws {Turned} */
export function checkHeaders(headers: Headers): void;
/** How much of a body is taken at an address, in bytes and fields. */
export function allowanceOf(
  request: { url: string; headers: Headers },
  isFormOfPage?: boolean,
): { bytes: number; fields: number };
/** Makes the headers say where the request came from and under which name the site was asked; whether all proxies told of theirs. @throws {Turned} */
export function settleOrigin(
  headers: Headers,
  surroundings: { remoteAddress: string | undefined; hops: number; baseUrl: string },
): boolean;
/** An IP address without port, zone or brackets, however it is written; "" for anything else. */
export function plainAddress(written: string): string;
/** What one asker has all of: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address: string): string;
