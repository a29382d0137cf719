/**
 * How long another reader waits while strangers or a colleague send what costs most: each kind of input in turn, beside
 * the same reader on the idle site in the same run. A reader in a process of its own opens one page after another. An
 * input that is not answered as it should be measures something else, and fails the measurement.
 * Usage: npm run bench -- hostile [--statements N] [--engine sqlite|postgresql] [--only WORDS,WORDS]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { cursorOf } from "@/lib/paging";
import { ensureSite } from "@/scripts/build.mjs";
import { freePort, startPostgres } from "@/scripts/postgres.mjs";
import { type Input, newerInputs, openOnce } from "./hostile/newer";
import { startReader } from "./reader";
import { serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "20000" },
    engine: { type: "string", default: "sqlite" },
    only: { type: "string", default: "" },
  },
});

const PASSWORD = "a-long-word-for-the-bench";
const TEXT_OF_5_MB = 5 * 1024 * 1024 - 10;
const IDLE_MS = 8000;
const LEAST_MS = 3000;

const FOUND = /^(\d+ × )?200$/;
const TURNED_AWAY = /^(\d+ × )?(400|413)$/;

await measure();

async function measure() {
  await ensureSite();
  const dataDir = mkdtempSync(join(tmpdir(), "verbatim-hostile-"));
  const postgres = values.engine === "postgresql" ? await startPostgres() : null;
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? "", PUBLIC_SITE: "on" });
  // so that the reader comes from an address of their own
  process.env.TRUST_PROXY = "1";
  const published = await prepare();
  const site = await serveSite(await freePort(), process.env);
  const reader = startReader(site.address);
  try {
    const reporter = new Visitor(site.address);
    const sent = await reporter.send("/sign-in", "password", { email: "r@example.test", password: PASSWORD });
    if (sent === null) throw new Error("the reporter could not sign in");
    // what is compiled at its first use is not what is measured
    await importText(reporter, "“We stay,” said Ann Lind.");
    await openOnce(site.address, published);
    await reader.during(() => pause(2000));
    const idle = await reader.during(() => pause(IDLE_MS));
    console.log(
      `${values.engine}, idle: ${idle.pages} pages, the longest ${idle.longestMs.toFixed(0)} ms; load ${loadavg()[0]?.toFixed(1)}`,
    );
    const inputs = [...inputsFor(site.address, reporter), ...newerInputs(site.address, reporter, published)];
    for (const { name, send, expects = FOUND } of inputs) {
      if (!values.only.split(",").some((words) => name.includes(words))) continue;
      let answer = "";
      const began = performance.now();
      const { pages, longestMs } = await reader.during(async () => {
        answer = await send().catch((error: Error) => `${error.name}: ${error.message}`);
        await pause(Math.max(0, LEAST_MS - (performance.now() - began)));
      });
      const ratio = (longestMs / idle.longestMs).toFixed(1);
      console.log(
        `${name.padEnd(44)} ${answer.padEnd(26)} ${pages} pages, the longest ${longestMs.toFixed(0).padStart(5)} ms, ${ratio} × idle${longestMs > 500 ? "  MORE THAN HALF A SECOND" : ""}`,
      );
      if (expects.test(answer)) continue;
      console.log(`  not answered as it should be: ${expects}`);
      process.exitCode = 1;
    }
  } finally {
    await reader.end();
    await site.kill();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Fills the newsroom; the id of a statement that everybody may read. */
async function prepare(): Promise<string> {
  const { closeDb, db, refreshStatistics } = await import("@/lib/db/server");
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { fillNewsroom } = await import("./newsroom");
  await migrate();
  await fillNewsroom({ statements: Number(values.statements), speakers: 200, perSource: 20 });
  await addUser(SYSTEM, {
    email: "r@example.test",
    name: "The reporter",
    role: "reporter",
    password: PASSWORD,
  });
  await refreshStatistics();
  const { publicId } = await db.statement.findFirstOrThrow({
    where: { state: "published" },
    orderBy: { publicId: "desc" },
    select: { publicId: true },
  });
  await closeDb();
  return publicId;
}

function inputsFor(address: string, reporter: Visitor): Input[] {
  const get = (path: string) =>
    fetch(address + path).then((answer) => answer.arrayBuffer().then(() => `${answer.status}`));
  const many = async (count: number, ask: (number: number) => Promise<string>) =>
    tally(await Promise.all(Array.from({ length: count }, (_, number) => ask(number))));
  const post = async (path: string, body: BodyInit, type?: string) => {
    const headers = { origin: address, ...(type ? { "content-type": type } : {}) };
    const answer = await fetch(address + path, { method: "POST", body, headers, redirect: "manual" });
    await answer.arrayBuffer();
    return `${answer.status}`;
  };
  const fields = (count: number, size: number, name: (number: number) => string) => {
    const form = new FormData();
    for (let number = 0; number < count; number++) form.append(name(number), "x".repeat(size));
    return form;
  };
  const filled = async (names: (number: number) => string, count: number, size: number) => {
    const form = await reporter.fill("/stories/new", "title", {});
    const more = Array.from({ length: count }, (_, number) => [names(number), "x".repeat(size)] as const);
    return String(await reporter.submit({ ...form, fields: [...form.fields, ...more] }));
  };
  const import5 = (name: string, piece: string, expects = /^taken in, and read$/): Input => ({
    name: `import: ${name}`,
    expects,
    send: () => importText(reporter, piece.repeat(Math.floor(TEXT_OF_5_MB / Buffer.byteLength(piece)))),
  });
  return [
    {
      name: "sign-in, 20,000 fields of one name, 1.1 MB",
      expects: TURNED_AWAY,
      send: () =>
        post(
          "/sign-in",
          fields(20_000, 1, () => "email"),
        ),
    },
    {
      name: "sign-in, 20,000 fields, 3.3 MB",
      expects: TURNED_AWAY,
      send: () =>
        post(
          "/sign-in",
          fields(20_000, 110, () => "email"),
        ),
    },
    {
      name: "sign-in, 64 KB of & and =",
      expects: TURNED_AWAY,
      send: () => many(50, () => post("/sign-in", "&=".repeat(32_000), "application/x-www-form-urlencoded")),
    },
    {
      name: "a story, 4,900 fields of one name",
      expects: /^\/stories\/x+/,
      send: () => filled(() => "title", 4900, 100),
    },
    {
      name: "a story, 4,900 names eight steps deep",
      expects: /^null$/,
      send: () => filled((number) => `a.b.c.d.e.f.g.${number}`, 4900, 100),
    },
    {
      name: "a story, far numbers in names",
      expects: /^null$/,
      send: () => filled((number) => `evidence.${number * 999_983}.note`, 4900, 100),
    },
    {
      name: "a story, a title of 1.5 MB",
      expects: /^null$/,
      send: () => filled(() => "summary", 1, 1_500_000),
    },
    import5("nested tags", "<div><b>said "),
    import5("closing tags", "</b></i>"),
    import5("unclosed tags", "<a href='x"),
    import5("said", "said "),
    import5("unclosed marks", "“said "),
    import5("marks and names", "“No,” Ann Lind said. "),
    import5("one line of letters", "a"),
    import5("one line without a full stop", "the minister of the interior and "),
    import5("combining marks", "e\u0301\u0301\u0301"),
    import5("blank lines", "\n \n", /^refused$/),
    import5("capitals", "Ann Bea Cid "),
    import5("entities", "&amp;&#8220;"),
    import5("numbers", "1.1.1.1 "),
    import5("brackets", "([{"),
    import5("speakers and colons", "ANN: yes.\nBO: no.\n"),
    import5("time codes", "00:00:01 --> 00:00:02\nyes\n"),
    import5("right to left", "قال «لا» "),
    import5("Chinese", "他说“不”。"),
    {
      name: "search, words of 7 KB, 20 at once",
      send: () => many(20, (number) => get(`/statements?q=${"border+".repeat(1000)}${number}`)),
    },
    {
      name: "search, signs, 20 at once",
      send: () => many(20, () => get(`/statements?q=${"%25_*".repeat(1000)}`)),
    },
    { name: "search, one letter, 20 at once", send: () => many(20, () => get("/statements?q=e")) },
    {
      name: "search for nothing, 20 at once",
      send: () => many(20, (number) => get(`/statements?q=zzqx${number}`)),
    },
    { name: "search claims, 20 at once", send: () => many(20, (number) => get(`/claims?q=zzqx${number}`)) },
    {
      name: "cursors of no list, 200 at once",
      expects: /^200 × 404$/,
      send: () => many(200, (number) => get(`/statements?after=eA.${number}`)),
    },
    {
      name: "cursors of 7 KB, 200 at once",
      expects: /^200 × 404$/,
      send: () => many(200, (number) => get(`/statements?after=${"e".repeat(7000)}.${number}`)),
    },
    {
      name: "cursors that fit, with no record, 200 at once",
      send: () =>
        many(200, (number) => get(`/statements?after=${cursorOf(new Date(number * 1e9), `none-${number}`)}`)),
    },
    { name: "front page, 50 at once", send: () => many(50, () => get("/")) },
    { name: "exports whole, 10 at once", send: () => many(10, () => get("/statements.csv")) },
    { name: "lists as data, 20 at once", send: () => many(20, () => get("/statements.json")) },
    { name: "speakers as data, 20 at once", send: () => many(20, () => get("/speakers.json")) },
    {
      name: "a speaker's table, 20 at once",
      send: () => many(20, () => get("/statements.csv?speaker=speaker-0")),
    },
    { name: "a speaker as data, 20 at once", send: () => many(20, () => get("/speakers/speaker-0.json")) },
    { name: "a speaker's page, 20 at once", send: () => many(20, () => get("/speakers/speaker-0")) },
    { name: "contradictions, 20 at once", send: () => many(20, () => get("/contradictions")) },
    {
      name: "100 readers of an export who read nothing",
      expects: /^100 held$/,
      send: () => slowly(address, 100, "GET /statements.csv HTTP/1.1\r\nHost: x\r\n\r\n", ""),
    },
    {
      name: "200 sign-ins at once",
      expects: /^200 × refused$/,
      send: () => many(200, (number) => signInAsNobody(address, number)),
    },
    {
      name: "500 slow headers",
      expects: /^500 held$/,
      send: () => slowly(address, 500, "GET / HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n"),
    },
    {
      name: "500 slow bodies",
      expects: /^500 held$/,
      send: () =>
        slowly(
          address,
          500,
          `POST /sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${address}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n`,
          "a=b&",
        ),
    },
    {
      name: "2,000 addresses that are none, 50 at once",
      expects: /^2000 × 404$/,
      send: () => inTurn(50, 40, (number) => get(`/no/such/page/${number}`)),
    },
  ];
}

async function importText(reporter: Visitor, text: string): Promise<string> {
  const answer = await reporter.send("/import", "import-form", { text, title: "Hostile" });
  if (answer === null) return "refused";
  // the page reads on by itself; it is opened as a person does
  const path = new URL(answer, reporter.address);
  await reporter.read(path.pathname + path.search);
  return "taken in, and read";
}

async function signInAsNobody(address: string, number: number): Promise<string> {
  const nobody = new Visitor(address);
  const answer = await nobody.send("/sign-in", "password", {
    email: `n${number}@example.test`,
    password: PASSWORD,
  });
  return answer === null ? "refused" : "signed in";
}

async function inTurn(
  atOnce: number,
  times: number,
  ask: (number: number) => Promise<string>,
): Promise<string> {
  const answers = Array.from({ length: atOnce }, async (_, desk) => {
    const own: string[] = [];
    for (let time = 0; time < times; time++) own.push(await ask(desk * times + time));
    return own;
  });
  return tally((await Promise.all(answers)).flat());
}

/** Holds connections open, each sending a few bytes now and then. */
async function slowly(address: string, count: number, beginning: string, more: string): Promise<string> {
  const { hostname, port } = new URL(address);
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(Number(port), hostname, () => socket.write(beginning));
    // what is answered is not read
    return socket.pause().on("error", () => {});
  });
  for (let round = 0; round < 8; round++) {
    await pause(500);
    for (const socket of sockets) if (more !== "" && socket.writable) socket.write(more);
  }
  for (const socket of sockets) socket.destroy();
  return `${count} held`;
}

function tally(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].map(([answer, count]) => `${count} × ${answer}`).join(", ");
}
