import type { Actor } from "@/lib/auth";

/** Who is looking, as far as the masthead must know. */
export type Viewer = Pick<Actor, "name" | "role">;
