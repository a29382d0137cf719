/** What the served site does besides answering, from its start on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepStatisticsFresh } = await import("@/lib/db/server");
  keepStatisticsFresh();
  const { speakWithoutScripts } = await import("@/lib/http");
  speakWithoutScripts((await import("node:http")).ServerResponse);
}
