import { type Command, InvalidArgumentError } from "commander";
import { SYSTEM } from "@/lib/auth";
import type { CheckedSource } from "@/lib/imports/server";
import { Answered, CommandFailed, type Terminal } from "./terminal";

interface CheckAsked {
  readonly all?: boolean;
  readonly story?: string;
  readonly olderThan?: number;
  readonly most?: number;
  readonly pause: number;
  readonly json?: boolean;
}

/** `sources`: what stands at the addresses of sources by now. */
export function addSources(program: Command, terminal: Terminal): void {
  const sources = program
    .command("sources")
    .summary("look after the addresses of sources")
    .description("Looks after the addresses of sources.");

  sources
    .command("check")
    .summary("ask the addresses of sources again, and follow what changed")
    .description(
      "Fetches the pages of sources with statements again, one after another, and tells of each what became of its statements. A text that changed is the next edition, and statements whose words changed or are gone wait under Review. Broken off, it goes on where it stood: those that were not asked for longest come first. Ends with 0 when every page was read and no statement lost its words, with 1 when one did, else with 2 when a page could not be read.",
    )
    .option("--all", "every source that has the address of a page")
    .option("--story <name>", "the sources of a story")
    .option("--older-than <span>", "those that were not read for so long: 12h or 7d", spanOf)
    .option("--most <number>", "ask so many at most", numberOf)
    .option("--pause <seconds>", "how long a host is left alone between two of its pages", numberOf, 5)
    .option("--json", "print JSON, one source a line")
    .action((asked: CheckAsked) => checkAll(asked, terminal));
}

async function checkAll(asked: CheckAsked, terminal: Terminal): Promise<void> {
  const { all, story: words, olderThan, most, pause, json } = asked;
  if (!all && words === undefined && olderThan === undefined)
    throw new CommandFailed(
      "Say which sources: --all, those of a --story, or those not read for some time, --older-than 7d.",
      2,
    );
  const { env } = await import("@/lib/env/server");
  if (!env().isFetchOn) throw new CommandFailed("Here no page is fetched (FETCH=off).", 2);
  const { checkInTurns, listSourcesToCheck, MANNERS } = await import("@/lib/imports/server");
  const { getStoryByWords } = await import("@/lib/stories/server");
  const { now } = await import("@/lib/env");
  const story = words === undefined ? undefined : (await getStoryByWords(SYSTEM, words)).id;
  const before = olderThan === undefined ? undefined : new Date(now().getTime() - olderThan);
  const found = await listSourcesToCheck(SYSTEM, { story, before });
  const counts = new Map<string, number>();
  const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
  let touched = 0;
  for await (const one of checkInTurns(SYSTEM, found.slice(0, most), {
    ...MANNERS,
    pauseMs: pause * 1000,
  })) {
    if ("left" in one) {
      count("not asked", one.left.length);
      terminal.tell(WHY_LEFT[one.why](one.left.length, hostOf(one.left[0]?.address ?? "")));
      continue;
    }
    const { source, checked } = one;
    count(checked.what);
    touched += checked.waiting.length;
    terminal.print(
      json
        ? JSON.stringify({ sourceId: source.publicId, address: source.address, ...checked })
        : `${checked.what.padEnd(8)} ${source.publicId} ${source.address}${told(checked)}`,
    );
  }
  const inAll = [...counts].map(([what, number]) => `${number} ${what}`);
  terminal.tell(
    found.length === 0
      ? "No source is to be checked."
      : `${inAll.join(", ")}. ${touched === 0 ? "No statement lost its words." : `${touched} ${touched === 1 ? "statement waits" : "statements wait"} under Review, “Changed in the source”.`}`,
  );
  if (touched > 0) throw new Answered(1);
  if (["refused", "another", "not asked"].some((what) => counts.has(what))) throw new Answered(2);
}

const WHY_LEFT = {
  network: (left: number) =>
    `Three hosts in a row were not reached: it may be that this machine reaches no network. ${left} more were not asked.`,
  busy: (left: number, host: string) =>
    `${host} asks to be left alone. ${left} more of its pages were not asked; the next round begins with them.`,
};

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : address);

const FATES = ["exact", "moved", "changed", "lost"] as const;

function told({ edition, counts, waiting, reason }: CheckedSource): string {
  if (reason !== null) return `: ${reason}`;
  if (counts === null) return "";
  const fates = FATES.flatMap((fate) => (counts[fate] > 0 ? [`${counts[fate]} ${fate}`] : []));
  const named = waiting.length > 0 ? ` (${waiting.join(", ")})` : "";
  return `: edition ${edition}${fates.length > 0 ? `, ${fates.join(", ")}` : ""}${named}`;
}

function spanOf(typed: string): number {
  const [, number, unit] = /^([1-9]\d{0,3})([hd])$/u.exec(typed) ?? [];
  if (number === undefined)
    throw new InvalidArgumentError("Write a number of hours or days, such as 12h or 7d.");
  return Number(number) * (unit === "d" ? 24 : 1) * 3_600_000;
}

function numberOf(typed: string): number {
  if (!/^\d{1,6}$/u.test(typed)) throw new InvalidArgumentError("Write a whole number.");
  return Number(typed);
}
