// Programs that others wrote and that judge our files (lib/exports/judges.test.ts): on Debian they are installed when
// `npm test` begins. Without them the tests that ask them say that they were skipped.
import { existsSync } from "node:fs";
import path from "node:path";
import { collect } from "./processes.mjs";

/** Each program with Debian's packages of it: what reads bibliographies, and the office without its windows. */
const JUDGES = [
  ["biber", ["biber"]],
  ["bib2xml", ["bibutils"]],
  ["pandoc", ["pandoc"]],
  ["soffice", ["libreoffice-writer-nogui", "libreoffice-calc-nogui"]],
];

/** Installs what is missing, where that can be done without asking anybody; never fails. */
export async function ensureJudges() {
  const missing = JUDGES.filter(([program]) => !isPresent(program));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log(`Installing what judges files of bibliographies: ${named(missing)} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await collect("apt-get", ["update", "-qq"], { env });
    // each by itself, so that one that this Debian does not have keeps none of the others away
    for (const [, packages] of missing)
      await collect("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
  }
  const still = JUDGES.filter(([program]) => !isPresent(program));
  if (still.length > 0) console.log(`Files are not judged by what is not installed: ${named(still)}.`);
}

function isPresent(program) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

function named(judges) {
  return judges.map(([program]) => program).join(", ");
}
