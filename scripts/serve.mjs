// The site's own server: Next answers, and what it must not be asked is turned away in front of it.
import { createServer, IncomingMessage } from "node:http";
import path from "node:path";
import next from "next";
import config from "../next.config.js";
import { checkBody, Held, isFormOfPage, mayBeFormOfPage, parseBody, readBody } from "./front/body.mjs";
import { KeptPages } from "./front/kept-pages.mjs";
import { packedAnswers } from "./front/packed.mjs";
import { allowanceOf, checkRequest, networkOf, settleOrigin, Turned } from "./front/request.mjs";
import { Turns } from "./front/turns.mjs";
import { problemOf, toldToForm, wordsPage } from "./front/words.mjs";
import { addressesOf, ownAddress } from "./port.mjs";
import { root } from "./project.mjs";

const SECOND_MS = 1000;
const METHODS = "GET, HEAD, POST, OPTIONS";

const dev = process.env.NODE_ENV !== "production";
const port = Number(process.env.PORT);
const hops = Number(process.env.TRUST_PROXY || 0);
const baseUrl = process.env.BASE_URL || `http://localhost:${port}`;

// an action that redirects is followed by the server itself, which must ask nobody else, whatever Host a client claims
process.env.__NEXT_PRIVATE_ORIGIN = ownAddress(process.env.HOST, port);

// Next hangs a listener of its own on the server that it is given, which hangs up on whoever offers another protocol
// ("Upgrade: h2c", as curl --http2 does); one that never listens keeps it away, and such requests are answered as others
const site = next({ dev, dir: root, port, hostname: "localhost", httpServer: createServer() });
await site.prepare();
const answer = site.getRequestHandler();

const [{ headers: always }] = await config.headers();
const answerPacked = packedAnswers(
  path.join(root, ".next/static"),
  Object.fromEntries(always.map(({ key, value }) => [key, value])),
);
// instrumentation.ts leaves it there: what asks the database is bundled with the site
const kept = new KeptPages(async () => globalThis.verbatimState?.() ?? null);
const turns = new Turns();
const held = new Held();
const servers = [];
for (const host of addressesOf(process.env.HOST)) {
  const server = createServer({ connectionsCheckingInterval: 5 * SECOND_MS }, (request, response) => {
    void receive(request, response);
  });
  // whoever sends a line a minute holds a connection, not the site
  server.headersTimeout = 20 * SECOND_MS;
  server.requestTimeout = 120 * SECOND_MS;
  // longer than proxies keep theirs, so that none sends into a connection that has just been closed
  server.keepAliveTimeout = 75 * SECOND_MS;
  server.maxHeadersCount = 200;
  server.on("clientError", refuseUnread);
  server.on("checkExpectation", (request, response) => {
    turnAway(request, response, new Turned(417, "Verbatim cannot do what this request expects of it."));
  });
  if (dev)
    server.on("upgrade", (request, socket, head) => {
      void site.getUpgradeHandler()(request, socket, head);
    });
  await listen(server, host);
}
process.send?.("ready");

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);

let isTold = false;
/** Whoever set up the proxies should know, once: nobody notices it before the first is locked out. */
function tellOfShortChain() {
  if (isTold) return;
  isTold = true;
  console.warn(
    `TRUST_PROXY says that ${hops} proxies stand in front, and a request came whose X-Forwarded-For names fewer addresses. Whoever comes so shares one address with all others, and its limit on guessing passwords. Let each proxy add to the header instead of replacing it, or lower TRUST_PROXY (docs/deploy.md).`,
  );
}

async function receive(request, response) {
  try {
    const client = { remoteAddress: request.socket.remoteAddress, hops, baseUrl };
    if (!settleOrigin(request.headers, client)) tellOfShortChain();
    checkRequest(request);
    if (!dev && answerPacked(request, response)) return;
    // the framework answers it with 400 and no word, and no other site may ask anything here
    if (request.method === "OPTIONS") {
      request.resume();
      response.writeHead(204, { allow: METHODS }).end();
      return;
    }
    if (!dev && (await kept.answer(request, response))) return;
    const body = await bodyOf(request, response);
    await inTurn(request, response, async () => answer(await withBody(request, body), response));
  } catch (error) {
    if (response.headersSent || response.destroyed) return response.destroy();
    if (error instanceof Turned) return turnAway(request, response, error, { isUnread: true });
    // a client that left while it was sending is nobody's failure
    if (request.destroyed && !request.complete) return response.destroy();
    console.error(error);
    turnAway(
      request,
      response,
      new Turned(
        503,
        "Verbatim cannot answer just now. Try again in a moment; what you typed may not be stored.",
      ),
    );
  }
}

/** Does `work` when it is the turn of who asks. The turn ends with the head of the answer: what streams on waits for its reader. */
async function inTurn(request, response, work) {
  if (request.url.startsWith("/_next/static/")) return work();
  const end = await turns.take(askerOf(request), request.method === "POST");
  try {
    if (response.destroyed) return end();
    response.once("close", end);
    const { writeHead } = response;
    response.writeHead = (...head) => {
      // after what is made already was sent
      setImmediate(end);
      return writeHead.apply(response, head);
    };
    await work();
  } catch (error) {
    end();
    throw error;
  }
}

/** The body of a request, read to its end, or null when it has none. */
async function bodyOf(request, response) {
  const { headers } = request;
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return null;
  const room = held.room(askerOf(request));
  response.once("close", room.free);
  return readBody(request, allowanceOf(request, mayBeFormOfPage(headers)).bytes, room);
}

/** Who is counted as one: settleOrigin has left one address. */
function askerOf(request) {
  return networkOf(request.headers["x-forwarded-for"]);
}

/** The request with its body checked, for Next to read again. */
async function withBody(request, body) {
  const { headers } = request;
  if (body === null) {
    if (headers["next-action"] !== undefined || request.method === "POST")
      checkBody(Buffer.alloc(0), headers, { bytes: 0, fields: 1 });
    return request;
  }
  checkBody(body, headers, allowanceOf(request, isFormOfPage(body, headers)));
  await parseBody(body, headers);
  const again = new IncomingMessage(request.socket);
  delete headers["transfer-encoding"];
  Object.assign(again, {
    ...{ method: request.method, url: request.url, rawHeaders: request.rawHeaders },
    ...{ httpVersion: request.httpVersion, httpVersionMajor: request.httpVersionMajor },
    ...{ httpVersionMinor: request.httpVersionMinor, complete: true },
    headers: { ...headers, "content-length": String(body.length) },
  });
  again.push(body);
  again.push(null);
  return again;
}

/** `isUnread`: nothing behind this door has seen the request, so nothing of it was stored. */
function turnAway(request, response, { status, message }, { isUnread = false } = {}) {
  // the rest of the body is read and dropped: a browser that is still sending would not see the answer
  request.resume();
  const isAction = request.headers["next-action"] !== undefined;
  const isPage = request.headers.accept?.includes("text/html") && !isAction;
  if (status === 413 && isPage && /^\/import(\?|$)/.test(request.url)) {
    response.writeHead(303, { location: "/import?refused=too-large" }).end();
    return;
  }
  const [type, body] = /^\/api\/v1(?:[/?]|$)/.test(request.url)
    ? ["application/problem+json", problemOf(status, message)]
    : isPage
      ? ["text/html", wordsPage(status, message)]
      : ["text/plain", isAction && isUnread ? toldToForm(message) : `${message}\n`];
  response
    .writeHead(status, {
      // the framework hands words on to a form only when they come as nothing but text
      "content-type": isAction ? type : `${type}; charset=utf-8`,
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      ...(status === 503 ? { "retry-after": "30" } : {}),
      ...(status === 429 ? { "retry-after": "5" } : {}),
      ...(status === 405 ? { allow: METHODS } : {}),
    })
    .end(request.method === "HEAD" ? undefined : body);
}

/** What is not HTTP, or came too slowly, or with too many headers. */
function refuseUnread(error, socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
  const [status, words] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", "The headers of this request are too large."]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? ["408 Request Timeout", "This request took too long to arrive."]
        : ["400 Bad Request", "This request cannot be read."];
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${words.length + 1}\r\n\r\n${words}\n`,
  );
}

function listen(server, host) {
  return new Promise((resolve) => {
    server.once("error", (error) => {
      // a machine without IPv6 has one address fewer
      if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(error.code) && servers.length > 0) return resolve();
      console.error(`The site cannot listen on ${host}, port ${port} (${error.code}).`);
      process.exit(1);
    });
    server.listen({ host, port }, () => {
      servers.push(server);
      resolve();
    });
  });
}

/** Takes no new request, lets those under way finish, and closes the site. */
async function end(signal) {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  for (const server of servers) server.closeIdleConnections();
  // what streams for longer than this is cut: a restart must not wait for the slowest reader
  setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, 10 * SECOND_MS).unref();
  await Promise.all(closed);
  await site.close();
  process.exit(signal === "SIGINT" ? 130 : 143);
}
