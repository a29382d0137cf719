import { Forbidden } from "@/lib/errors";

export const ROLES = ["reader", "reporter", "reviewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. A visitor has not signed in; `system` is the program itself (seed, command line). */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly role: Role | "visitor" | "system";
}

export const VISITOR: Actor = { id: null, name: "Visitor", role: "visitor" };
export const SYSTEM: Actor = { id: null, name: "Verbatim", role: "system" };

/**
 * Every action and the roles that may do it: product.md section 6.
 * A reporter captures; a reviewer assesses; an editor decides; an admin runs the house and has no editorial right.
 */
const WORKS = ["reporter", "reviewer", "editor"] as const;
export const PERMISSIONS = {
  "statement:read_unpublished": WORKS,
  "statement:capture": WORKS,
  "statement:edit": WORKS,
  "source:import": WORKS,
  "source:edit": WORKS,
  "speaker:edit": WORKS,
  "story:edit": WORKS,
  "search:share": WORKS,
  "claim:edit": ["reviewer", "editor"],
  "position:take": ["reviewer", "editor"],
  "relation:suggest": WORKS,
  "relation:decide": ["reviewer", "editor"],
  "sourcing:assess": ["reviewer", "editor"],
  "verdict:give": ["reviewer", "editor"],
  "review:take": ["reviewer", "editor"],
  "review:check": ["reviewer", "editor"],
  "review:comment": WORKS,
  "review:submit": ["reviewer", "editor"],
  "review:assign": ["editor"],
  "review:return": ["editor"],
  "review:approve": ["editor"],
  "review:decline": ["editor"],
  "statement:publish": ["editor"],
  "statement:correct": ["editor"],
  "statement:retract": ["editor"],
  "published:change": ["editor"],
  "user:manage": ["admin"],
  "setting:change": ["admin"],
  "check:work": WORKS,
  "check:waive": ["editor"],
  "audit:read": ["editor", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** Whether the actor's role allows the action; `system` may do all, a visitor nothing. */
export function can(actor: Actor, action: Action): boolean {
  if (actor.role === "system") return true;
  return (PERMISSIONS[action] as readonly string[]).includes(actor.role);
}

/** Stops an actor whose role does not allow the action. @throws {Forbidden} */
export function assertCan(actor: Actor, action: Action): void {
  if (!can(actor, action)) throw new Forbidden(action);
}

/** The header in which proxy.ts tells a page its own path and query; whatever a client sent under it is replaced. */
export const PATH_HEADER = "x-verbatim-path";
