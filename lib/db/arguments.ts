import type { SqlQuery } from "@prisma/driver-adapter-utils";
import { Refused } from "@/lib/errors";

/**
 * Refuses a NUL in any value, on both engines: PostgreSQL cannot store it, SQLite can and then shows half of the text.
 * Forms say so at the field; this stands where everything else passes too.
 * @throws {Refused}
 */
export function refuseNul({ args }: SqlQuery): void {
  if (!args.some((value) => typeof value === "string" && value.includes("\u0000"))) return;
  const message =
    "This holds a NUL character, which no text has. Type it again or paste it from another program.";
  throw new Refused([{ rule: "text.nul", message }]);
}
