import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The file of a bundled program that runs in a thread: the site's stands in its folder, that of the command line beside its own. Null
 * where nothing is bundled, as in tests.
 */
export function programNamed(name: string): string | null {
  // set by the bundler in what it makes for the site
  if (process.env.NEXT_RUNTIME === "nodejs") return path.join(process.cwd(), ".cache/program", name);
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : null;
}
