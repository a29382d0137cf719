import { capture } from "@/e2e/newsroom";
import { db } from "@/lib/db/server";
import { numbersFrom } from "@/prisma/testing/random";
import { Account } from "./account";
import { countsBeside } from "./counts";
import type { World } from "./fill";
import { DESK, type House, ROLES, sendAs, type Who } from "./newsroom";
import { hiddenWords, leaks, type Public, readOutside, readTwin, type Typed } from "./outside";
import { differences, readRows, touchedBy } from "./rows";
import { drawSending, ownFields, type Sending } from "./sendings";
import { picking } from "./ways";

export interface Report {
  fault(words: string): void;
  count(what: string, by?: number): void;
}

/** Everything is looked at from outside after so many steps. */
const LOOK_EVERY = 40;

/** One history of five people on three statements of their own, the same for the same number. */
export async function walk(house: House, seed: number, steps: number, report: Report): Promise<void> {
  const chance = numbersFrom(seed);
  const pick = picking(chance);
  const token = () =>
    `zq${Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(chance() * 26))).join("")}`;
  const account = new Account();
  const [typed, words, twins] = [[] as Typed[], new Map<string, string>(), new Map<string, Public>()];
  const { people, nobody } = house;
  for (let n = 0; n < 3; n++) {
    const who = chance() < 0.7 ? pick(["rep1", "rep2"] as const) : pick(DESK);
    const word = token();
    const { id, name } = people[who];
    const { publicId } = await capture(
      { id, name, role: ROLES[who] },
      {
        wording: `“The bridge at ${word} will carry no lorries,”`,
        speakerName: `Agda ${word.slice(2, 8)}${token()}`,
        title: `Winter of ${token()}`,
      },
    );
    account.of(publicId).hands.add(who);
    words.set(publicId, word);
  }
  const own = [...words.keys()];
  const sent: Sending[] = [];
  let rows = await readRows();
  let lost: Who | null = null;
  const setRole = async (who: Who, role: string) => {
    await people.admin.visitor.send(`/admin/people/${people[who].id}`, "role-form", { role });
    rows = await readRows();
  };

  for (let step = 0; step < steps; step++) {
    if (step === Math.floor(steps * 0.4)) {
      lost = pick(DESK);
      await setRole(lost, "reader");
    }
    if (step === Math.floor(steps * 0.6) && lost) {
      await setRole(lost, ROLES[lost]);
      lost = null;
    }
    const old = chance() < 0.08 ? pick(sent.slice(-20)) : undefined;
    const world = await worldOf(step);
    const sending = old ?? (await drawSending({ house, chance, own, world, token, fault: report.fault }));
    if (sending?.how === "later") sent.push({ ...sending, how: "plain" });
    if (!sending || sending.how === "later") continue;
    await take(sending, `history ${seed} step ${step}`);
    if (step % LOOK_EVERY === LOOK_EVERY - 1 || step === steps - 1)
      await look(`history ${seed} step ${step}`);
  }
  for (const [who, visitor] of [
    ["nobody", nobody],
    ...(["rep1", "rev", "ed1"] as const).map((one) => [one, people[one].visitor] as const),
  ] as const) {
    const told = await countsBeside(visitor);
    report.count("numbers compared with their lists", told.compared);
    for (const one of told.faults) report.fault(`history ${seed}, ${who}: ${one}`);
  }
  for (const [act, times] of account.done) report.count(`done: ${act}`, times);

  async function worldOf(step: number): Promise<World> {
    const orderBy = { id: "asc" } as const;
    const [claims, sources, speakers] = await Promise.all([
      db.claim.findMany({ select: { proposition: true }, orderBy }),
      db.source.findMany({ select: { publicId: true }, orderBy }),
      db.speaker.findMany({ select: { name: true }, orderBy }),
    ]);
    return {
      ...{ chance, statements: own, people: Object.values(people).map(({ id }) => id) },
      sources: sources.map(({ publicId }) => publicId),
      names: speakers.map(({ name }) => name),
      claims: claims.map(({ proposition }) => proposition),
      token(form, field) {
        const one = token();
        typed.push({ token: one, form: form.name, field, path: form.path, step });
        return one;
      },
    };
  }

  async function take(sending: Sending, when: string) {
    const { sentBy, path, form, how } = sending;
    const before = rows;
    const answer = await sendAs(house, sentBy, sending);
    rows = await readRows();
    const changes = differences(before, rows);
    const at = `${when}, ${how} ${form} at ${path} by ${sentBy}`;
    report.count("steps");
    report.count(`steps, ${how}`);
    const fresh = changes.flatMap(({ table, before: was, after }) =>
      table === "AuditEntry" && !was && after ? [after] : [],
    );
    const tables = [...new Set(changes.map(({ table }) => table))].join(", ");
    const isRecord = changes.some(({ table }) => !/^Audit/.test(table));
    if (answer.status >= 500) report.fault(`${at}: ${answer.status} ${answer.words}`);
    if (answer.isRefused && changes.length > 0) report.fault(`${at}: refused, yet ${tables} changed`);
    if (!answer.isRefused && isRecord && fresh.length === 0)
      report.fault(`${at}: ${tables} changed and the history tells nothing`);
    for (const { actorId, actorName } of fresh)
      if (actorId !== (sentBy && people[sentBy].id)) report.fault(`${at}: told as done by ${actorName}`);
    if (how === "repeated" && changes.length > 0) report.fault(`${at}: done twice, ${tables}`);
    // whoever lost their role sees the page no more
    if (how === "repeated" && answer.isRefused && sentBy !== lost)
      report.fault(`${at}: it was stored, and is refused now: ${answer.words}`);
    if (answer.isRefused && answer.to === "" && !/[a-z]{3} [a-z]{3}/.test(answer.words))
      report.fault(`${at}: refused without a word`);
    const isDone = !answer.isRefused && changes.length > 0;
    report.count(isDone ? "acts" : answer.isRefused ? "refusals" : "no change");
    if (!isDone || sentBy === null) return;
    if (how === "stale" && !ASKS_NO_VERSION.test(form)) report.fault(`${at}: stored over another version`);
    const fields = ownFields(sending);
    const assignee = DESK.find((one) => people[one].id === fields.get("assigneeId"));
    if (form === "assign-form") fields.set("assigneeId", assignee ?? "");
    for (const words of account.acted(sentBy, { form, path, fields }, await touchedBy(changes)))
      report.fault(`${at}: ${words}`);
    sent.push({ ...sending, who: sentBy, how: "repeated" });
    for (const id of own) await readAgain(id, at, form);
  }

  /** What the public reads of a statement changes with a new version, or with a note. */
  async function readAgain(id: string, at: string, form: string) {
    const [was, is] = [twins.get(id), await readTwin(nobody, id)];
    report.count("public records read");
    if (is) twins.set(id, is);
    else if (was) report.fault(`${at}: ${id} is public no more`);
    if (!was || !is) return;
    const changed = Object.keys(is.fields).filter((key) => is.fields[key] !== was.fields[key]);
    const isMarked = is.version > was.version || is.marks > was.marks;
    const isOfAnother =
      form === "publish" &&
      changed.every((key) => BESIDE.has(key) || bare(is.fields[key]) === bare(was.fields[key]));
    if (changed.length > 0 && !isMarked && !isOfAnother)
      report.fault(`${at}: ${changed} of ${id} changed in public without a version or a note`);
    if (is.fields.wording !== was.fields.wording && is.version === was.version)
      report.fault(`${at}: the words of ${id} changed within version ${is.version}`);
  }

  async function look(when: string) {
    const outside = await readOutside(nobody, new Set(own));
    report.count("pages read as nobody", outside.asked);
    const faults = [
      ...outside.faults,
      ...(await leaks(typed, outside.seen)),
      ...(await hiddenWords(outside.seen, words)),
    ];
    for (const one of faults) report.fault(`${when}: ${one}`);
  }
}

/** Without what names the sources of evidence, which the public reads as soon as something of them is published. */
function bare(field = "null"): string {
  return JSON.stringify(JSON.parse(field), (key, value: unknown) =>
    key === "evidence" && Array.isArray(value)
      ? value.map((piece: object) => ({ ...piece, source: null, title: null, address: null }))
      : value,
  );
}

// what another's publication brings along
const BESIDE: ReadonlySet<string> = new Set(["relations", "positions", "sourcing", "story"]);

// they add something, or take away what they name: whatever a colleague saved, they do the same
const ASKS_NO_VERSION = /^resolve-|^comment|^position$|^form$|^check-address|^remove-/;
