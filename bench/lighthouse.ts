/**
 * What Lighthouse's phone gives for performance to pages that are read, beside an empty page of the same Next in the same
 * run, each looked at in turn. Lighthouse is fetched into .cache at its first use.
 * Usage: npm run bench -- lighthouse [--runs N]
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { fetchPackage } from "@/scripts/fetched.mjs";
import { freePort } from "@/scripts/postgres.mjs";
import { nextCommand } from "@/scripts/processes.mjs";
import { killGroup, serveSite } from "./site";

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });

const VERSION = "12.8.2";
const FARTHEST = 5;

interface Seen {
  /** 0 to 100. */
  readonly score: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
}

await measure();

async function measure() {
  await ensureSite();
  const lighthouse = join(fetchPackage("lighthouse", VERSION), "cli/index.js");
  const folder = mkdtempSync(join(tmpdir(), "verbatim-lighthouse-"));
  Object.assign(process.env, { DATA_DIR: join(folder, "data"), DATABASE_URL: "", PUBLIC_SITE: "on" });
  await fill();
  const empty = await serveEmpty(join(folder, "empty"));
  const site = await serveSite(await freePort(), process.env);
  try {
    const paths = ["/", "/statements", "/speakers", "/claims", "/contradictions", "/stories", "/sources"];
    for (const list of ["/statements", "/speakers"]) paths.push(await firstOf(site.address, list));
    const addresses = [empty.address, ...paths.map((path) => site.address + path)];
    const seen = new Map<string, Seen[]>(addresses.map((address) => [address, []]));
    for (let run = 0; run < Number(values.runs); run++) {
      for (const address of addresses) seen.get(address)?.push(look(lighthouse, address, folder));
    }
    const least = median(seen.get(empty.address) ?? [], "score");
    for (const [address, all] of seen) {
      const score = median(all, "score");
      const name = address === empty.address ? "an empty page" : new URL(address).pathname;
      const apart = address === empty.address ? "" : `  ${score - least} against it`;
      console.log(
        `${name.padEnd(44)} ${score}  LCP ${median(all, "lcpMs")} ms  TBT ${median(all, "tbtMs")} ms${apart}`,
      );
      if (least - score > FARTHEST) process.exitCode = 1;
    }
  } finally {
    await site.kill();
    await empty.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill() {
  const { closeDb, refreshStatistics } = await import("@/lib/db/server");
  const { migrate } = await import("@/lib/migrations/server");
  const { fillNewsroom } = await import("./newsroom");
  await migrate();
  await fillNewsroom({ statements: 2000, speakers: 50, perSource: 20 });
  await refreshStatistics();
  await closeDb();
}

/** The least page that Next draws, built and served beside the site by the same version. */
async function serveEmpty(folder: string) {
  mkdirSync(join(folder, "app"), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const page = (body: string) => `export default function Part({ children }) { return ${body}; }\n`;
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(
    join(folder, "app/layout.jsx"),
    page('<html lang="en"><head><title>Empty</title></head><body>{children}</body></html>'),
  );
  writeFileSync(join(folder, "app/page.jsx"), page("<main><h1>An empty page</h1></main>"));
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  execFileSync(process.execPath, [nextCommand, "build", "--webpack"], { cwd: folder, env, stdio: "ignore" });
  const port = await freePort();
  const args = [nextCommand, "start", "--hostname", "127.0.0.1", "--port", String(port)];
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: "ignore", detached: true });
  const address = `http://127.0.0.1:${port}/`;
  const isUp = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200));
  return { address, stop: () => killGroup(server) };
}

/** The first page that a list leads to. */
async function firstOf(address: string, list: string): Promise<string> {
  const html = await (await fetch(address + list)).text();
  const [, path] = new RegExp(`href="(${list}/[^"#?]+)"`).exec(html) ?? [];
  if (path === undefined) throw new Error(`${list} leads nowhere`);
  return path;
}

function look(lighthouse: string, address: string, folder: string): Seen {
  const report = join(folder, "report.json");
  const chrome = `--headless=new ${process.getuid?.() === 0 ? "--no-sandbox" : ""}`;
  const args = ["--only-categories=performance", "--quiet", "--output=json", `--output-path=${report}`];
  const run = () =>
    spawnSync(process.execPath, [lighthouse, address, ...args, `--chrome-flags=${chrome}`], {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  let { status, stderr } = run();
  // a browser that did not come up in time says nothing of the page
  if (status !== 0) ({ status, stderr } = run());
  if (status !== 0) throw new Error(`Lighthouse could not look at ${address}: ${stderr}`);
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  return {
    score: Math.round(categories.performance.score * 100),
    lcpMs: Math.round(audits["largest-contentful-paint"].numericValue),
    tbtMs: Math.round(audits["total-blocking-time"].numericValue),
  };
}

function median(all: readonly Seen[], of: keyof Seen): number {
  const sorted = all.map((one) => one[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
