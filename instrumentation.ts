/** What the served site does besides answering, from its start on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // what the site writes is its owner's alone
  process.umask(0o077);
  const { engine, holdSite, keepStatisticsFresh } = await import("@/lib/db/server");
  if (engine === "sqlite" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { env } = await import("@/lib/env/server");
    try {
      // until the process ends
      holdSite(env().dataDir);
    } catch (error) {
      console.error((error as Error).message);
      process.exit(1);
    }
  }
  keepStatisticsFresh();
  const { speakWithoutScripts } = await import("@/lib/http");
  speakWithoutScripts((await import("node:http")).ServerResponse);
}
