import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who may see all of a generated store. */
export const EDITOR = { email: "editor@example.test", password: "a-long-word-for-the-bench" };

/** A folder for what this very generator makes. */
export function keptFolder(statements: number): string {
  const sources = ["bench/scale/store.ts", "bench/checking/chance.ts"].map((file) =>
    readFileSync(file, "utf8"),
  );
  const generator = createHash("sha256").update(sources.join("\n")).digest("hex").slice(0, 8);
  return join(".cache", `scale-${statements}-${generator}`);
}

/** Makes the store in a folder that `DATA_DIR` names already. What was made is marked last: a folder without the mark was left half done. */
export async function fillOnce(dataDir: string, statements: number): Promise<void> {
  const mark = join(dataDir, "made");
  const { migrate } = await import("@/lib/migrations/server");
  if (existsSync(mark)) return void (await migrate());
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { makeStore } = await import("./store");
  const began = performance.now();
  await migrate();
  await makeStore(statements, (line) => console.log(line));
  await addUser(SYSTEM, { ...EDITOR, name: "The editor", role: "editor" });
  writeFileSync(mark, "");
  console.log(`made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
