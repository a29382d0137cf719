import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { ensureProgram } from "../../scripts/build.mjs";

// ends the process with 99 as soon as anything looks for another machine or opens a database
const GUARD = `
import net from "node:net";
import dns from "node:dns";
import fs from "node:fs";
const stop = (what) => { fs.writeSync(2, "REACHED " + what); process.exit(99); };
net.Socket.prototype.connect = () => stop("network");
for (const name of ["lookup", "resolve"]) dns[name] = () => stop("network");
process.dlopen = (module, file) => stop("native " + file);
`;

it("a check reaches no database, no data folder and no network", async () => {
  await ensureProgram();
  const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-alone-"));
  try {
    const data = path.join(folder, "data");
    mkdirSync(data);
    chmodSync(data, 0o755);
    writeFileSync(path.join(folder, "guard.mjs"), GUARD);
    writeFileSync(path.join(folder, "draft.txt"), "“We are close,” said Ada Quist, the mayor of Osthaven.");
    writeFileSync(path.join(folder, "talks.txt"), "QUIST: We were close.");
    const ended = spawnSync(
      process.execPath,
      [
        ...[
          "--import",
          path.join(folder, "guard.mjs"),
          path.resolve("scripts/verbatim.mjs"),
          "check",
          "draft.txt",
        ],
        ...["--against", "talks.txt", "--html", "report.html", "--docx", "report.docx"],
      ],
      {
        cwd: folder,
        env: {
          ...process.env,
          INIT_CWD: folder,
          DATA_DIR: data,
          DATABASE_URL: "postgresql://192.0.2.1/none",
        },
        encoding: "utf8",
      },
    );
    expect({ status: ended.status, err: ended.stderr }).toMatchObject({ status: 1 });
    expect(ended.stdout).toContain("draft.txt:1");
    expect(readdirSync(data)).toEqual([]);
    expect(statSync(data).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual([
      "data",
      "draft.txt",
      "guard.mjs",
      "report.docx",
      "report.html",
      "talks.txt",
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
