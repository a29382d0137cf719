/** What the served site does besides answering, from its start on. */
export async function register(): Promise<void> {
  // asked this way round, the bundler leaves all of it out of what it makes for other runtimes
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { engine, keepStatisticsFresh, serveAlone, stateOfData } = await import("@/lib/db/server");
    // the site's server stands outside of what is bundled
    Object.assign(globalThis, { verbatimState: stateOfData });
    const { env } = await import("@/lib/env/server");
    // several servers share a PostgreSQL; a build serves nothing
    if (engine === "sqlite" && process.env.NEXT_PHASE !== "phase-production-build") serveAlone(env().dataDir);
    keepStatisticsFresh();
    if (process.env.NEXT_PHASE !== "phase-production-build") {
      (await import("@/lib/webhooks/server")).keepSending();
      (await import("@/lib/batches/server")).keepBringing();
      // what came by an archive or from before there was an index; a database that is away is asked at the next start
      void (await import("@/lib/shingles/server")).indexMissing().catch(() => {});
      void (await import("@/lib/passages/server")).keepMissingPassages().catch(() => {});
    }
    const { speakWithoutScripts } = await import("@/lib/http");
    const { failedLately, quietWhileAway } = await import("@/lib/health/server");
    quietWhileAway(console, { isFile: engine === "sqlite" });
    speakWithoutScripts((await import("node:http")).ServerResponse, failedLately);
  }
}
