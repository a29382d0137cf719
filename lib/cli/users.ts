import type { Command } from "commander";
import { Option } from "commander";
import { ROLES, type Role, SYSTEM } from "@/lib/auth";
import { CommandFailed, type Terminal } from "./terminal";

interface Output {
  readonly json?: boolean;
}

const accounts = () => import("@/lib/accounts/server");

const roleOption = () => new Option("--role <role>", "what the person may do").choices(ROLES);

/** `users`: who may sign in, for whoever owns the machine. */
export function addUsers(program: Command, terminal: Terminal): void {
  const users = program
    .command("users")
    .summary("look after the people who may sign in")
    .description(
      "Looks after the people who may sign in. Every change is recorded as made by Verbatim itself.",
    );

  users
    .command("add")
    .summary("add a person")
    .description("Adds a person. Without a password, make them a link with `users link`.")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "as colleagues know them")
    .addOption(roleOption().makeOptionMandatory())
    .option("--password-stdin", "read their password from standard input")
    .option("--json", "print JSON")
    .action(
      async (options: Output & { email: string; name: string; role: Role; passwordStdin?: boolean }) => {
        const { email, name, role } = options;
        const password = options.passwordStdin
          ? (await terminal.readInput()).replace(/\r?\n$/, "")
          : undefined;
        const { addUser } = await accounts();
        const user = await addUser(SYSTEM, {
          email,
          name,
          role,
          ...(password === undefined ? {} : { password }),
        });
        report(terminal, options, user, `added ${user.email} as ${user.role}`);
      },
    );

  users
    .command("list")
    .summary("list everyone")
    .description("Lists everyone who has an account, closed ones included.")
    .option("--json", "print JSON")
    .action(async (options: Output) => {
      const people = await allUsers();
      if (options.json) return terminal.print(JSON.stringify({ users: people }, null, 2));
      for (const { email, name, role, isDisabled, hasPassword } of people) {
        const state = isDisabled ? "closed" : hasPassword ? "" : "no password yet";
        terminal.print([email.padEnd(32), role.padEnd(9), name, state && `(${state})`].join(" ").trimEnd());
      }
    });

  users
    .command("role")
    .summary("give a person another role")
    .description("Gives a person another role. It counts from their next request.")
    .requiredOption("--email <address>", "who")
    .addOption(roleOption().makeOptionMandatory())
    .option("--json", "print JSON")
    .action(async (options: Output & { email: string; role: Role }) => {
      const { setRole } = await accounts();
      const user = await setRole(SYSTEM, { userId: await idOf(options.email), role: options.role });
      report(terminal, options, user, `${user.email} is now ${user.role}`);
    });

  users
    .command("disable")
    .summary("close an account")
    .description("Closes an account: its sessions and links end at once. What the person did stays.")
    .requiredOption("--email <address>", "who")
    .option("--json", "print JSON")
    .action(async (options: Output & { email: string }) => {
      const { disableUser } = await accounts();
      const user = await disableUser(SYSTEM, { userId: await idOf(options.email) });
      report(terminal, options, user, `${user.email} can no longer sign in`);
    });

  users
    .command("link")
    .summary("make a link with which a person sets a password")
    .description("Makes a link with which a person sets a password, once. Earlier links of theirs end.")
    .requiredOption("--email <address>", "who")
    .option("--json", "print JSON")
    .action(async (options: Output & { email: string }) => {
      const { createSignInLink } = await accounts();
      const link = await createSignInLink(SYSTEM, { userId: await idOf(options.email) });
      report(terminal, options, link, link.url);
      if (!options.json) terminal.tell(`works once, until ${link.expiresAt.toISOString()}`);
    });
}

function report(terminal: Terminal, { json }: Output, result: unknown, words: string): void {
  terminal.print(json ? JSON.stringify(result, null, 2) : words);
}

async function idOf(email: string): Promise<string> {
  const { getUser } = await accounts();
  return (await getUser(SYSTEM, { email })).id;
}

async function allUsers() {
  const { listUsers } = await accounts();
  const people: Awaited<ReturnType<typeof listUsers>>["items"] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listUsers(SYSTEM, after === undefined ? {} : { after });
    people.push(...page.items);
    after = page.next;
  }
  if (people.length === 0)
    throw new CommandFailed("Nobody has an account yet. `npm start` prints a link for the first.");
  return people;
}
