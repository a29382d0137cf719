import { CHECKLIST } from "@/lib/review";
import type { Filled, Visitor } from "./site";

/** A write that was answered, or one that broke off: its kind, and the words by which it is found again. */
export interface Write {
  readonly kind: Kind;
  readonly mark: string;
}

/** A form whose answer never came: whoever sent it sends it once more. */
export interface Unanswered extends Write {
  readonly person: Role;
  readonly filled: Filled;
}

export type Role = "reporter" | "reviewer" | "editor";
export type Kind = (typeof KINDS)[number];

/** Everything that a newsroom writes by forms from a text to a published statement. */
export const KINDS = [
  ...(["story", "story edited", "import", "accepted", "stored", "comment", "taken", "sourcing"] as const),
  ...([
    "verdict",
    "checklist",
    "position",
    "claim",
    "relation",
    "submitted",
    "approved",
    "published",
  ] as const),
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

interface Desk {
  /** Fills the form in and sends it. @throws when the answer never came */
  readonly write: (
    write: Write & { person: Role; path: string; form: string; button?: string },
    values: Record<string, string>,
  ) => Promise<string>;
  readonly read: (person: Role, path: string) => Promise<string>;
}

/**
 * Works until the site is gone, as three people at one desk: from a text to a published statement, by forms alone. What
 * was answered goes to `acknowledged`; returns the form that broke off, or null when none was on its way.
 */
export async function workAtDesk(
  people: Readonly<Record<Role, Visitor>>,
  acknowledged: (write: Write) => void,
): Promise<Unanswered | null> {
  let onItsWay: Unanswered | null = null;
  const desk: Desk = {
    read: (person, path) => people[person].read(path),
    async write({ kind, mark, person, path, form, button }, values) {
      const filled = await people[person].fill(path, form, values, button);
      onItsWay = { kind, mark, person, filled };
      const answer = await people[person].submit(filled);
      onItsWay = null;
      if (answer === null) throw new Error(`${kind} was refused at ${path}: ${people[person].refusal}`);
      acknowledged({ kind, mark });
      return answer;
    },
  };
  try {
    for (;;) await fromTextToPublished(desk);
  } catch (error) {
    // the one failure that is expected: the server is gone
    if (!(error instanceof TypeError)) throw error;
    return onItsWay;
  }
}

async function fromTextToPublished({ write, read }: Desk): Promise<void> {
  const title = ownWord();
  const story = await write(
    { kind: "story", mark: title, person: "reporter", path: "/stories/new", form: "title" },
    { title },
  );
  const summary = ownWord();
  const edit = { person: "reporter", path: `${pathOf(story)}/edit`, form: "story" } as const;
  await write({ kind: "story edited", mark: summary, ...edit }, { summary });
  const mark = ownWord();
  const text = `“The bridge at ${mark} stays open,” Ann Lind said on Monday. “The ferry of ${mark} is shut,” Bo Ek told reporters.`;
  const draft = pathOf(
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
  );
  await write({ kind: "accepted", mark, person: "reporter", path: draft, form: "accept-all" }, {});
  await write({ kind: "stored", mark, person: "reporter", path: draft, form: "store" }, {});
  const page = await read("reporter", `/statements?q=${mark}`);
  const [id = "", other = ""] = new Set(
    Array.from(page.matchAll(/\/statements\/(st-[a-z0-9]+)/g), ([, found = ""]) => found),
  );
  await review({ write, read }, id, other);
}

async function review({ write }: Desk, id: string, other: string): Promise<void> {
  const path = `/review/${id}`;
  const by = (person: Role, form: string) => ({ person, path, form });
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
}

function pathOf(address: string): string {
  return new URL(address, "http://localhost").pathname;
}

function ownWord(): string {
  return Math.random().toString(36).slice(2, 12);
}
