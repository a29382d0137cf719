// The scripts and styles of the built site, packed once by brotli: a sixth smaller than what is packed for each request.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = { ".js": "application/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
const ENDING = ".br";

/** Packs every script and style below `folder`, each beside itself. */
export function packStatic(folder) {
  for (const file of staticFiles(folder))
    writeFileSync(file + ENDING, brotliCompressSync(readFileSync(file)));
}

/**
 * Answers whoever asks for a packed file and can unpack it, with `headers` on it; what it returns says whether it has
 * answered. The files are held in memory: a page that was open over a new build still gets its own.
 */
export function packedAnswers(folder, headers) {
  const files = new Map();
  for (const file of staticFiles(folder)) {
    if (!existsSync(file + ENDING)) continue;
    const name = `/_next/static/${path.relative(folder, file).split(path.sep).join("/")}`;
    files.set(name, { body: readFileSync(file + ENDING), type: TYPES[path.extname(file)] });
  }
  return ({ method, url, headers: asked }, response) => {
    const file = method === "GET" || method === "HEAD" ? files.get(url.split("?")[0]) : undefined;
    if (!file || asked.range !== undefined || !takesBrotli(asked["accept-encoding"])) return false;
    response
      .writeHead(200, {
        ...headers,
        "content-type": file.type,
        "content-encoding": "br",
        "content-length": file.body.length,
        // the name of each holds a hash of what stands in it
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept-Encoding",
      })
      .end(method === "HEAD" ? undefined : file.body);
    return true;
  };
}

function takesBrotli(encodings = "") {
  return encodings.split(",").some((each) => /^\s*br\s*(;\s*q\s*=\s*(1|0\.\d*[1-9]).*)?$/i.test(each));
}

function staticFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => path.extname(name) in TYPES)
    .map((name) => path.join(folder, name));
}
