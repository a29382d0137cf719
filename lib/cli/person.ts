import { type Actor, can, SYSTEM } from "@/lib/auth";
import { CommandFailed } from "./terminal";

/** The person whose imports they become. @throws {CommandFailed} */
export async function personOf(email: string | undefined): Promise<Actor> {
  const { getUser, listUsers } = await import("@/lib/accounts/server");
  if (email !== undefined) return asActor(await getUser(SYSTEM, { email }));
  const { items, next } = await listUsers(SYSTEM);
  const those = items.filter((user) => !user.isDisabled && can(asActor(user), "source:import"));
  const [only] = those;
  if (only && those.length === 1 && next === null) return asActor(only);
  throw new CommandFailed("Say whose imports they become: --for ada@example.org. Only they see what waits.");
}

const asActor = ({ id, name, role }: Actor): Actor => ({ id, name, role });
