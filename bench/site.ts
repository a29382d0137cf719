import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The built site, served on a free port of this machine by a process group of its own. */
export interface Site {
  readonly address: string;
  /** Ends it as a power cut does: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  /** What its process holds of the machine's memory. */
  memoryMb(): number;
  /** How long processors have worked for it so far, in ms. */
  workedMs(): number;
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
    if (isUp)
      return {
        address,
        kill: () => killGroup(server),
        memoryMb: () => memoryMbOf(server.pid),
        workedMs: () => workedMsOf(server.pid),
      };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await killGroup(server);
  throw new Error("the site did not answer within a minute");
}

function memoryMbOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1] ?? 0) / 1024;
}

// Linux tells hundredths of a second, whatever its own ticks are
const TICK_MS = 10;

function workedMsOf(pid: number | undefined): number {
  // the name of the program stands in brackets before the numbers, and may hold spaces
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Kills a child and all that it started, and waits until it is gone. */
export async function killGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

/** A form of a page, filled in and not sent yet; sent again it is the same sending. */
export interface Filled {
  readonly path: string;
  readonly fields: readonly (readonly [string, string | File])[];
}

/** A person at a browser without scripts: opens pages, fills their forms and sends them. */
export class Visitor {
  #cookie = "";
  /** What the last refused form was told. */
  refusal = "";
  constructor(readonly address: string) {}

  /** What their browser sends along, once they have signed in. */
  get cookie(): string {
    return this.#cookie;
  }

  /** Asks for anything: the status, and all that is told, head and body, redirects not followed. */
  async ask(
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string }> {
    const cookie = this.#cookie === "" ? {} : { cookie: this.#cookie };
    const answer = await fetch(this.address + path, {
      headers: { ...headers, ...cookie },
      redirect: "manual",
    });
    const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    return { status: answer.status, text: `${head}\n\n${await answer.text()}` };
  }

  /** A page as it is made for them: with a cookie, if only an empty one, nobody is given what is kept of a page. */
  async read(path: string): Promise<string> {
    const answer = await fetch(this.address + path, {
      headers: { cookie: this.#cookie, accept: "text/html" },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return text;
  }

  /**
   * The form of a page that is called `name` or has a field of that name; on a page whose forms travel together, the part
   * of that name, which is the one whose button is pressed. `button` says which of several.
   */
  async fill(
    path: string,
    name: string,
    values: Record<string, string | File>,
    button = "",
  ): Promise<Filled> {
    const forms = (await this.read(path)).match(/<form[\s\S]*?<\/form>/g) ?? [];
    const isCalled = new RegExp(`name="sending" value="\\S+ ${name} `);
    const form =
      forms.find((each) => isCalled.test(each)) ?? forms.find((each) => each.includes(`name="${name}"`));
    if (form === undefined) throw new Error(`${path} has no form ${name}`);
    const isPart = form.includes('name="pressed"');
    const own = Object.entries(values).map(
      ([key, value]) => [isPart ? `${name}~${key}` : key, value] as const,
    );
    const typed = new Map(own);
    const drawn = [...filledIn(form)].filter(([key]) => !typed.has(key));
    // a field belongs to the part whose key stands before it
    const at = drawn.findIndex(([key, value]) => key === "sending" && value.split(" ")[1] === name) + 1;
    const pressed = isPart ? [["pressed", `${name}${button}`] as const] : [];
    return { path, fields: [...drawn.slice(0, at), ...own, ...drawn.slice(at), ...pressed] };
  }

  /** Sends a form; where the answer leads, "" when the page says that it was done, or null when it was refused. */
  async submit({ path, fields }: Filled): Promise<string | null> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    const headers = { cookie: this.#cookie, origin: this.address, accept: "text/html" };
    const answer = await fetch(this.address + path, { method: "POST", body, headers, redirect: "manual" });
    const text = await answer.text();
    const cookies = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
    if (cookies.length > 0) this.#cookie = cookies.join("; ");
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    if (answer.status === 303) return answer.headers.get("location") ?? "";
    if (!text.includes('role="alert"')) return "";
    this.refusal = text
      .slice(text.indexOf('role="alert"'), text.indexOf('role="alert"') + 1500)
      .replace(/<[^>]*>/g, " ");
    return null;
  }

  async send(path: string, name: string, values: Record<string, string>): Promise<string | null> {
    return this.submit(await this.fill(path, name, values));
  }
}

const CONTROL =
  /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g;

/** What a browser would send of a form as it was drawn, in the order of the page, which says what belongs to which part. */
function* filledIn(form: string): Iterable<[string, string]> {
  for (const [tag, area, text = "", select, options = ""] of form.matchAll(CONTROL)) {
    const name = attribute(area ?? select ?? tag, "name");
    if (name === null) continue;
    if (area !== undefined) yield [name, decoded(text)];
    else if (select !== undefined) {
      const chosen = options.match(/<option\b[^>]*\sselected\b[^>]*>/) ?? options.match(/<option\b[^>]*>/);
      if (chosen) yield [name, attribute(chosen[0], "value") ?? ""];
    } else {
      const type = attribute(tag, "type") ?? "text";
      if (type === "file" || type === "submit") continue;
      if ((type === "radio" || type === "checkbox") && !/\schecked\b/.test(tag)) continue;
      yield [name, attribute(tag, "value") ?? ""];
    }
  }
}

/** An attribute of a tag as it is written, decoded; null without it. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : decoded(found);
}

export function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
