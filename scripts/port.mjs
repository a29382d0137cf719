import { createServer } from "node:net";
import { PlainFailure } from "./project.mjs";

/** The port to serve on. Refused early when it is taken, not after a build. */
export async function checkPort(given = process.env.PORT || "3000") {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainFailure(`PORT must be a number between 1 and 65535, and it is ${JSON.stringify(given)}.`);
  }
  const code = await problemOf(port);
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
  throw new PlainFailure(`Port ${port} cannot be used (${code}).`);
}

function problemOf(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => resolve(error.code));
    server.listen(port, () => server.close(() => resolve(null)));
  });
}
