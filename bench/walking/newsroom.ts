import { openSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@/scripts/postgres.mjs";
import { type Site, serveSite, Visitor } from "../site";
import type { Field } from "./forms";

const PASSWORD = "a-long-word-for-walks";
export const ROLES = {
  ...({ rep1: "reporter", rep2: "reporter", rev: "reviewer", ed1: "editor", ed2: "editor" } as const),
  admin: "admin",
} as const;
export type Who = keyof typeof ROLES;
export const DESK: readonly Who[] = ["rep1", "rep2", "rev", "ed1", "ed2"];

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly visitor: Visitor;
  /** What says for whom a page was drawn. */
  readonly sender: string;
}

export interface House {
  readonly site: Site;
  readonly people: Readonly<Record<Who, Person>>;
  readonly nobody: Visitor;
}

/** The built site over an empty database in a folder, with everybody signed in. */
export async function openHouse(folder: string): Promise<House> {
  Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: "", PUBLIC_SITE: "on" });
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { sessionSecret } = await import("@/lib/env/server");
  await migrate();
  sessionSecret();
  const site = await serveSite(await freePort(), process.env, openSync(join(folder, "site.log"), "a"));
  const people: Partial<Record<Who, Person>> = {};
  for (const who of [...DESK, "admin"] as const) {
    const [name, email] = [`The ${who}`, `${who}@example.test`];
    const { id } = await addUser(SYSTEM, { email, name, role: ROLES[who], password: PASSWORD });
    const visitor = new Visitor(site.address);
    await visitor.send("/sign-in", "email", { email, password: PASSWORD });
    const sender = /name="sender" value="([^"]*)"/.exec(await visitor.read("/account"))?.[1] ?? "";
    people[who] = { id, name, visitor, sender };
  }
  return { site, people: people as Record<Who, Person>, nobody: new Visitor(site.address) };
}

export interface Answer {
  readonly status: number;
  readonly to: string;
  readonly isRefused: boolean;
  readonly words: string;
}

/** Sends a form as somebody, or as nobody. */
export async function sendAs(
  { site, people }: House,
  who: Who | null,
  { path, fields }: { path: string; fields: readonly Field[] },
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const cookie = who === null ? {} : { cookie: people[who].visitor.cookie };
  const answer = await fetch(site.address + path, {
    ...{ method: "POST", body, redirect: "manual" },
    headers: { origin: site.address, accept: "text/html", ...cookie },
  });
  const text = await answer.text();
  const to = answer.headers.get("location") ?? "";
  const alert = /role="alert"[^>]*>([\s\S]{0,1500})/.exec(text)?.[1] ?? "";
  const words = (alert || (/<main[\s\S]*/.exec(text)?.[0] ?? text))
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 240);
  const isRefused =
    answer.status >= 400 || /^\/sign-in|refused/.test(to) || (answer.status === 200 && alert !== "");
  return { status: answer.status, to, isRefused, words };
}
