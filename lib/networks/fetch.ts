import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestPlain,
} from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ClosedNetwork, lookUpWhere, whyUnreached } from "./connect";
import { mayBeSentTo } from "./rule";

/** What a server answered, unpacked, with its headers as they came. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Behind every redirect. */
  readonly address: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly charset: string | null;
}

/** An address that was not read: `message` says why, for people. */
export class FetchRefused extends Error {
  override readonly name = "FetchRefused";
  /** What the next address may share: `network`, this machine seems to reach none; `busy`, the server wants to be left alone. */
  readonly why: "network" | "busy" | "other";

  constructor(
    message: string,
    { why = "other", ...options }: ErrorOptions & { why?: FetchRefused["why"] } = {},
  ) {
    super(message, options);
    this.why = why;
  }
}

export interface FetchLimits {
  readonly timeMs: number;
  /** Of the answer as it comes, and unpacked. */
  readonly mostBytes: number;
  readonly mostUnpacked: number;
  readonly mostRedirects: number;
}

const LIMITS: FetchLimits = {
  ...{ timeMs: 20_000, mostRedirects: 5 },
  ...{ mostBytes: 10 * 1024 * 1024, mostUnpacked: 20 * 1024 * 1024 },
};

const CLOSED =
  "This address leads into a network that is not the internet’s, and is not asked. Paste the article, or save the page and choose the file.";

interface Way {
  /** Which numbers may be connected to; left out, those of the internet. A test hands its own in: no setting opens one. */
  readonly isOpen?: (address: string) => boolean;
  readonly limits?: FetchLimits;
}

/**
 * What stands at an address. Every step of every redirect is looked at again where the connection is made. @throws {FetchRefused}
 */
export async function fetchPage(
  address: string,
  { isOpen = (number) => mayBeSentTo(number, []), limits = LIMITS }: Way = {},
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.timeMs);
  let at = addressOf(address, null);
  try {
    for (let redirects = 0; ; redirects++) {
      const response = await ask(at, { isOpen, signal });
      const { statusCode: status = 0 } = response;
      const onward = [301, 302, 303, 307, 308].includes(status) ? response.headers.location : undefined;
      if (onward === undefined) return await answerOf(response, { at, status, limits });
      response.destroy();
      if (redirects === limits.mostRedirects)
        throw new FetchRefused(`It leads on more than ${limits.mostRedirects} times and was given up.`);
      at = addressOf(onward, at);
    }
  } catch (error) {
    if (error instanceof FetchRefused) throw error;
    // a line that is cut because the time is over says only that it was cut
    const cause = signal.aborted ? (signal.reason as Error) : error;
    const why = isShutIn(cause as NodeJS.ErrnoException) ? "network" : "other";
    throw new FetchRefused(inWords(cause as NodeJS.ErrnoException, limits), { cause, why });
  }
}

function addressOf(address: string, base: URL | null): URL {
  const given = address.trim();
  const url = URL.canParse(given, base?.href) ? new URL(given, base?.href) : null;
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new FetchRefused("Only addresses that begin with http:// or https:// are asked.");
  if (url.username !== "" || url.password !== "")
    throw new FetchRefused("An address with a name or a password in it is not asked. Take both out.");
  url.hash = "";
  return url;
}

function ask(url: URL, { isOpen, signal }: { isOpen: (address: string) => boolean; signal: AbortSignal }) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    // a name is asked when it is resolved; a number is never resolved
    const host = url.hostname.replace(/^\[|\]$/gu, "");
    if (isIP(host) !== 0 && !isOpen(host)) return reject(new ClosedNetwork(host));
    const options: RequestOptions = {
      ...{ method: "GET", agent: false, lookup: lookUpWhere(isOpen), signal, maxHeaderSize: 32 * 1024 },
      headers: {
        accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
        "accept-encoding": "gzip, deflate, br",
        "user-agent": "Verbatim (reads one page for a newsroom)",
      },
    };
    const send = url.protocol === "https:" ? requestSecure : requestPlain;
    const request: ClientRequest = send(url, options, resolve);
    request.on("error", reject);
    request.on("socket", (socket) => {
      // asked once more of the line itself, before a word is sent over it
      socket.once("connect", () => {
        if (!isOpen(socket.remoteAddress ?? "")) request.destroy(new ClosedNetwork(host));
      });
    });
    request.end();
  });
}

const UNPACKING: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  ...{ gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress },
};

async function answerOf(
  response: IncomingMessage,
  { at, status, limits }: { at: URL; status: number; limits: FetchLimits },
): Promise<Fetched> {
  if (status !== 200) {
    response.destroy();
    throw new FetchRefused(saysStatus(status), { why: status === 429 || status === 503 ? "busy" : "other" });
  }
  if (Number(response.headers["content-length"] ?? 0) > limits.mostBytes) {
    response.destroy();
    throw tooLarge(limits);
  }
  const bytes = await bodyOf(response, limits);
  const headers = response.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 ? [[name, all[index + 1] ?? ""] as const] : [],
  );
  const charset =
    /;\s*charset\s*=\s*"?([\w-]{2,40})/iu.exec(response.headers["content-type"] ?? "")?.[1] ?? null;
  return { bytes, address: at.href, status, headers, charset };
}

function bodyOf(response: IncomingMessage, limits: FetchLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const coding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
    const unpacking = UNPACKING[coding]?.() ?? null;
    const fail = (error: unknown) => {
      response.destroy();
      unpacking?.destroy();
      reject(error);
    };
    if (unpacking === null && coding !== "identity" && coding !== "")
      return fail(
        new FetchRefused(`Its answer is packed in a way that is not read (${coding.slice(0, 40)}).`),
      );
    let arrived = 0;
    response.on("data", (piece: Buffer) => {
      arrived += piece.length;
      if (arrived > limits.mostBytes) fail(tooLarge(limits));
    });
    response.on("error", fail);
    const body: Readable = unpacking === null ? response : response.pipe(unpacking);
    const pieces: Buffer[] = [];
    let length = 0;
    body.on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > limits.mostUnpacked) fail(tooLarge(limits));
      else pieces.push(piece);
    });
    body.on("error", (error: NodeJS.ErrnoException) =>
      fail(
        /^Z_|^ERR_BROTLI|^ERR__ERROR/u.test(error.code ?? "")
          ? new FetchRefused("Its answer is damaged: it cannot be unpacked.")
          : error,
      ),
    );
    body.on("end", () => resolve(Buffer.concat(pieces)));
  });
}

const tooLarge = ({ mostBytes, mostUnpacked }: FetchLimits) =>
  new FetchRefused(
    `Its answer is larger than ${Math.round(mostBytes / 1024 / 1024)} MB, or ${Math.round(mostUnpacked / 1024 / 1024)} MB unpacked, and was given up. Paste the article, or save the page and choose the file.`,
  );

function saysStatus(status: number): string {
  const why: Readonly<Record<number, string>> = {
    ...{ 401: "it wants a password", 402: "it wants to be paid", 403: "it lets no program in" },
    ...{
      404: "there is no such page",
      410: "the page is gone",
      429: "it was asked too often",
      451: "it may not show the page",
    },
  };
  const told = why[status] ?? (status >= 500 ? "something failed there" : null);
  return `The server answered ${status}${told ? `: ${told}` : ""}. Open it in a browser, and paste the article or save the page and choose the file.`;
}

// a machine without a way out sees its names unresolved or its networks unreachable
const isShutIn = ({ code = "" }: NodeJS.ErrnoException) =>
  /^(?:EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENOTFOUND)$/u.test(code);

function inWords(error: NodeJS.ErrnoException, limits: FetchLimits): string {
  if (error instanceof ClosedNetwork) return CLOSED;
  const why =
    whyUnreached(error, `${limits.timeMs / 1000} seconds`) ??
    `Nothing came of it (${error.code || "no reason was given"}).`;
  return `${why}${isShutIn(error) ? " It may be that this machine reaches no network." : ""} Paste the article, or save the page and choose the file.`;
}
