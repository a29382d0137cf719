import { createServer } from "node:net";
import { PlainFailure } from "./project.mjs";

/** The port to serve on. Refused early when it is taken, not after a build. */
export async function checkPort(given = process.env.PORT || "3000") {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainFailure(`PORT must be a number between 1 and 65535, and it is ${JSON.stringify(given)}.`);
  }
  const code = await problemOf(port, addressesOf(process.env.HOST)[0]);
  if (code === null) return port;
  if (code === "EADDRINUSE") {
    throw new PlainFailure(
      `Port ${port} is taken: Verbatim may be running already, at http://localhost:${port}. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  if (code === "EACCES") {
    throw new PlainFailure(
      `Port ${port} is reserved for the administrator. Choose one above 1024: PORT=3000 npm start`,
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    throw new PlainFailure(
      `HOST is ${JSON.stringify(process.env.HOST)}, which is no address of this machine. Leave it out to serve this machine alone, or set it to 0.0.0.0 or :: to serve every network.`,
    );
  }
  throw new PlainFailure(`Port ${port} cannot be used (${code}).`);
}

/** Where to listen: this machine alone, by both of its addresses, unless HOST says otherwise. */
export function addressesOf(host) {
  return !host || host === "localhost" ? ["127.0.0.1", "::1"] : [host];
}

/** Where the site reaches itself: at the one address that HOST names, or by the name of this machine. */
export function ownAddress(host, port) {
  const isAny = addressesOf(host).length > 1 || /^(0\.0\.0\.0|[0:]+)$/.test(host);
  const name = isAny ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function problemOf(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}
