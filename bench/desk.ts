import { CHECKLIST } from "@/lib/review";
import type { Visitor } from "./site";

/** A write that was answered, or one that broke off: its kind, and the words by which it is found again. */
export interface Write {
  readonly kind: Kind;
  readonly mark: string;
}

export type Person = "reporter" | "reviewer" | "editor" | "second" | "admin";
export type Kind = (typeof KINDS)[number];

/** Everything that a newsroom writes by forms from a text to a statement that was published, corrected and retracted. */
export const KINDS = [
  ...(["story", "story edited", "import", "accepted", "stored", "comment", "taken", "sourcing"] as const),
  ...(["verdict", "checklist", "position", "claim", "relation", "submitted", "approved"] as const),
  ...(["published", "correction", "judged again", "corrected", "retraction", "retracted"] as const),
  ...(["webhook", "webhook removed"] as const),
];

const AXES = [
  ["said", "confirmed"],
  ["faithful", "exact"],
  ["in_context", "complete"],
] as const;

const SOURCING = {
  ...{ attributionTerms: "on_record", sourceIdentity: "named_person", channel: "press_conference" },
  ...{ proximity: "first_hand", origin: "original_reporting", reliability: "B", credibility: "2" },
  ...{ wordingBasis: "published_text", interest: "none_declared" },
};

const TICKS = Object.fromEntries(CHECKLIST.map(({ key }) => [`checks.${key}.isDone`, "yes"]));

type Step = Write & { person: Person; path: string; form: string; button?: string };

interface Desk {
  /** Fills the form in and sends it, again and again the same until it is answered. */
  readonly write: (step: Step, values: Record<string, string>) => Promise<string>;
  readonly read: (person: Person, path: string) => Promise<string>;
}

interface Newsroom {
  readonly people: Readonly<Record<Person, Visitor>>;
  /** Resolves when the site is served again after it was killed, and rejects when it will not be. */
  readonly back: () => Promise<void>;
  /** Told of each write: whether its first sending was answered, or the site was killed over it and it was sent again. */
  readonly done: (write: Write, wasAnswered: boolean) => void;
}

/**
 * Works as five people at one desk, by forms alone, from a text to a statement that was retracted, and then anew. Whoever
 * meets a dead site waits until it is back and sends the same form once more, so that the way is gone to its end.
 */
export async function workAtDesk({ people, back, done }: Newsroom): Promise<never> {
  const untilAnswered = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        // what fetch throws when the server is gone
        if (!(error instanceof TypeError)) throw error;
      }
      await back();
    }
  };
  const desk: Desk = {
    read: (person, path) => untilAnswered(() => people[person].read(path)),
    async write({ kind, mark, person, path, form, button }, values) {
      const filled = await untilAnswered(() => people[person].fill(path, form, values, button));
      let times = 0;
      const answer = await untilAnswered(() => {
        times++;
        return people[person].submit(filled);
      });
      if (answer === null) throw new Error(`${kind} was refused at ${path}: ${people[person].refusal}`);
      done({ kind, mark }, times === 1);
      return answer;
    },
  };
  for (;;) await fromTextToRetraction(desk);
}

async function fromTextToRetraction({ write, read }: Desk): Promise<void> {
  const hook = ownWord();
  await write(
    { kind: "webhook", mark: hook, person: "admin", path: "/admin/webhooks", form: "webhook-form" },
    { label: hook, url: `https://${hook}.bench.example/told`, events: "statement.published" },
  );
  const title = ownWord();
  const story = await write(
    { kind: "story", mark: title, person: "reporter", path: "/stories/new", form: "title" },
    { title },
  );
  const summary = ownWord();
  const edit = {
    person: "reporter",
    path: `${await pathOf(read, story, "/stories", title)}/edit`,
    form: "story",
  } as const;
  await write({ kind: "story edited", mark: summary, ...edit }, { summary });
  const mark = ownWord();
  // names of their own: two desks that make one speaker at once would be asked whether they mean the same
  const [ann, bo] = [`Ann ${ownName()}`, `Bo ${ownName()}`];
  const text = `“The bridge at ${mark} stays open,” ${ann} said on Monday. “The ferry of ${mark} is shut,” ${bo} told reporters.`;
  const draft = await pathOf(
    read,
    await write(
      { kind: "import", mark, person: "reporter", path: "/import", form: "import-form" },
      {
        text,
        title: mark,
        outletName: "The Bench",
        address: `https://bench.example/${mark}`,
        author: "Ruth Amsel",
        publishedOn: "2026-05-13",
      },
    ),
    "/import",
    mark,
  );
  await write({ kind: "accepted", mark, person: "reporter", path: draft, form: "accept-all" }, {});
  await write({ kind: "stored", mark, person: "reporter", path: draft, form: "store" }, {});
  const page = await read("reporter", `/statements?q=${mark}`);
  const [id = "", other = ""] = new Set(
    Array.from(page.matchAll(/\/statements\/(st-[a-z0-9]+)/g), ([, found = ""]) => found),
  );
  await review({ write, read }, id, other);
  const webhook = await pathOf((_, list) => read("admin", list), "", "/admin/webhooks", hook);
  await write(
    { kind: "webhook removed", mark: hook, person: "admin", path: webhook, form: "remove-form" },
    {},
  );
}

async function review({ write, read }: Desk, id: string, other: string): Promise<void> {
  const path = `/review/${id}`;
  const by = (person: Person, form: string) => ({ person, path, form });
  await write({ kind: "taken", mark: id, ...by("reviewer", "take") }, {});
  const note = ownWord();
  await write({ kind: "sourcing", mark: note, ...by("reviewer", "sourcing") }, { ...SOURCING, note });
  for (const [axis, value] of AXES) {
    const reasons = ownWord();
    await write(
      { kind: "verdict", mark: reasons, ...by("reviewer", `verdict-${axis}-form`) },
      { value, reasons },
    );
  }
  await write({ kind: "checklist", mark: id, ...by("reviewer", "checklist") }, TICKS);
  const proposition = `The bridge at ${ownWord()} is open`;
  await write(
    { kind: "position", mark: proposition, ...by("reviewer", "position") },
    { proposition, stance: "asserts" },
  );
  const claim = `The ferry at ${ownWord()} is shut`;
  await write(
    { kind: "claim", mark: claim, person: "reviewer", path: "/claims", form: "proposition" },
    { proposition: claim },
  );
  const rationale = `One says open, the other shut: ${ownWord()}`;
  const relate = {
    person: "reviewer",
    path: `${path}?other=${other}`,
    form: "relate",
    button: " state confirmed",
  } as const;
  await write(
    { kind: "relation", mark: rationale, ...relate },
    { type: "contradicts", rationale, comparability: "One crossing, one day." },
  );
  await write({ kind: "submitted", mark: id, ...by("reviewer", "submit") }, {});
  await write({ kind: "approved", mark: id, ...by("editor", "approve") }, {});
  await write({ kind: "published", mark: id, ...by("editor", "publish") }, {});
  const body = ownWord();
  await write({ kind: "comment", mark: body, ...by("editor", "comment") }, { body });
  await correct({ write, read }, id);
  const words = `It was somebody else: ${ownWord()}`;
  await write({ kind: "retraction", mark: words, ...by("editor", "retract-form") }, { words });
  await write({ kind: "retracted", mark: id, ...by("second", "confirm-retraction") }, {});
}

async function correct({ write, read }: Desk, id: string): Promise<void> {
  const path = `/review/${id}`;
  const note = `The place was left out: ${ownWord()}`;
  const correction = { person: "editor", path, form: "correct-form" } as const;
  await write(
    { kind: "correction", mark: note, ...correction },
    { kind: "clarification", note, place: "Osthaven" },
  );
  const asked = new Set((await read("reviewer", path)).match(/answers\.\d+\.outcome/g) ?? []);
  const reason = `The words are the same: ${ownWord()}`;
  const answers = [...asked].flatMap((name) => [
    [name, "holds"],
    [name.replace("outcome", "reason"), reason],
  ]);
  if (asked.size > 0)
    await write(
      { kind: "judged again", mark: reason, person: "reviewer", path, form: "judge-again" },
      Object.fromEntries(answers),
    );
  await write({ kind: "corrected", mark: note, person: "second", path, form: "confirm-correction" }, {});
}

/** Where a thing stands: where the answer led, or, when a form was sent twice and the answer only says so, what a list links to. */
async function pathOf(read: Desk["read"], answer: string, list: string, mark: string): Promise<string> {
  if (answer !== "") return new URL(answer, "http://localhost").pathname;
  const page = await read("reporter", list);
  // the mark stands behind the link, or in it
  const link = page.slice(page.lastIndexOf(' href="', page.indexOf(mark, page.indexOf("<main"))) + 7);
  return link.slice(0, link.search(/["?#]/));
}

function ownName(): string {
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26)));
  return `L${letters.join("")}`;
}

function ownWord(): string {
  return Math.random().toString(36).slice(2, 12);
}
