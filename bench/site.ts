import { type ChildProcess, spawn } from "node:child_process";

/** The built site, served on a free port of this machine by a process group of its own. */
export interface Site {
  readonly address: string;
  /** Ends it as a power cut does: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
}

/** Serves the site on `port` over the database that `env` names, and waits until it answers; `log` is an open file. */
export async function serveSite(port: number, env: NodeJS.ProcessEnv, log?: number): Promise<Site> {
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      ...env,
      ...{ NODE_ENV: "production", BASE_URL: address, NEXT_TELEMETRY_DISABLED: "1" },
      ...{ PORT: String(port), HOST: "127.0.0.1" },
    },
    stdio: ["ignore", log ?? "ignore", log ?? "inherit"],
    detached: true,
  });
  for (let tries = 0; tries < 600; tries++) {
    const isUp = await fetch(`${address}/sign-in`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return { address, kill: () => killGroup(server) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await killGroup(server);
  throw new Error("the site did not answer within a minute");
}

/** Kills a child and all that it started, and waits until it is gone. */
export async function killGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

/** A person at a browser without scripts: opens pages, fills their forms and sends them. */
export class Visitor {
  #cookie = "";
  constructor(readonly address: string) {}

  /** The same person at another address of the site: they stay signed in. */
  at(address: string): Visitor {
    const same = new Visitor(address);
    same.#cookie = this.#cookie;
    return same;
  }

  /** Asks for anything: the status, and all that is told, head and body, redirects not followed. */
  async ask(
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string }> {
    const answer = await fetch(this.address + path, {
      headers: { ...headers, cookie: this.#cookie },
      redirect: "manual",
    });
    const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    return { status: answer.status, text: `${head}\n\n${await answer.text()}` };
  }

  async read(path: string): Promise<string> {
    const answer = await fetch(this.address + path, {
      headers: { cookie: this.#cookie, accept: "text/html" },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return text;
  }

  /** Sends the form of a page that has the field `field`; where the answer leads, or null when it was refused. */
  async send(path: string, field: string, values: Record<string, string>): Promise<string | null> {
    const forms = (await this.read(path)).match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((each) => each.includes(`name="${field}"`));
    if (form === undefined) throw new Error(`${path} has no form with ${field}`);
    const body = new FormData();
    for (const [name, value] of filledIn(form)) if (!(name in values)) body.append(name, value);
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    const headers = { cookie: this.#cookie, origin: this.address, accept: "text/html" };
    const answer = await fetch(this.address + path, { method: "POST", body, headers, redirect: "manual" });
    await answer.arrayBuffer();
    const cookies = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
    if (cookies.length > 0) this.#cookie = cookies.join("; ");
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    return answer.status === 303 ? (answer.headers.get("location") ?? "") : null;
  }
}

function* filledIn(form: string): Iterable<[string, string]> {
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const type = attribute(tag, "type") ?? "text";
    if (name === null || type === "file" || type === "submit") continue;
    if ((type === "radio" || type === "checkbox") && !/\schecked\b/.test(tag)) continue;
    yield [name, attribute(tag, "value") ?? ""];
  }
  for (const [, tag = "", text = ""] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, "name");
    if (name !== null) yield [name, decoded(text)];
  }
  for (const [, tag = "", options = ""] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, "name");
    const chosen =
      options.match(/<option\b[^>]*\sselected\b[^>]*>/)?.[0] ?? options.match(/<option\b[^>]*>/)?.[0];
    if (name !== null && chosen) yield [name, attribute(chosen, "value") ?? ""];
  }
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : decoded(found);
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
