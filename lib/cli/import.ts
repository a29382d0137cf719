import type { Command } from "commander";
import { Option } from "commander";
import type { Actor } from "@/lib/auth";
import type { Accepts, Brought, SaidNear, Turn } from "@/lib/imports/server";
import { type FoundFile, filesIn } from "./files";
import { personOf } from "./person";
import { Answered, CommandFailed, type Terminal } from "./terminal";
import { wordsFor } from "./words";

interface ImportAsked {
  readonly for?: string;
  readonly story?: string;
  readonly accept: Accepts;
  readonly near: SaidNear;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `import`: files, folders, zips and addresses become sources, or drafts of a person who decides. */
export function addImport(program: Command, terminal: Terminal): void {
  program
    .command("import")
    .summary("bring articles from files, folders, zips and addresses")
    .description(
      "Reads documents and finds the statements in them, as the page Import does. What is accepted is stored; the rest waits under Import for the person it is brought for. Asked again, after a kill as well, it goes on where it stood and doubles nothing. Ends with 1 when a document could not be read.",
    )
    .argument("<path...>", "files, folders, zips, and addresses that begin with http:// or https://")
    .option("--for <email>", "whose imports they become; may be left out where one person alone may import")
    .option("--story <name>", "the story that the statements go into")
    .addOption(
      new Option("--accept <which>", "what is accepted and stored: all, what is in no doubt, or nothing")
        .choices(["all", "confident", "none"])
        .default("none"),
    )
    .addOption(
      new Option(
        "--near <what>",
        "what a text is that is nearly that of a source: its next edition, a source of its own, or asked for under Import",
      )
        .choices(["edition", "own", "ask"])
        .default("ask"),
    )
    .option("--dry-run", "tell what would be found, and keep nothing")
    .option("--json", "print JSON, one document a line")
    .action((paths: string[], asked: ImportAsked) => bringAll(paths, asked, terminal));
}

interface Line {
  readonly name: string;
  readonly what: string;
  readonly told: string;
  readonly [more: string]: unknown;
}

async function bringAll(paths: readonly string[], asked: ImportAsked, terminal: Terminal): Promise<void> {
  const actor = await personOf(asked.for);
  const { getStoryByWords } = await import("@/lib/stories/server");
  const story = asked.story === undefined ? "" : (await getStoryByWords(actor, asked.story)).id;
  const addresses = paths.filter(isAddress);
  const files = filesIn(
    paths.filter((given) => !isAddress(given)),
    terminal.folder,
  );
  const counts = new Map<string, number>();
  const { statisticsAsRowsCome } = await import("@/lib/db/server");
  const statistics = statisticsAsRowsCome();
  const report = (line: Line) => {
    counts.set(line.what, (counts.get(line.what) ?? 0) + 1);
    terminal.print(
      asked.json
        ? JSON.stringify({ ...line, told: undefined })
        : `${line.what.padEnd(8)} ${line.name}${line.told && `: ${line.told}`}`,
    );
  };
  for (const address of addresses) report(await bringAddress(actor, address, { ...asked, story }));
  await inTurns(files, async (file, turn) => {
    const line = await bringFile(actor, file, { ...asked, story, turn }).finally(turn.end);
    report(line);
    await statistics.came(Number(line.stored ?? 0));
  });
  await statistics.ended();
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) throw new CommandFailed("There is nothing to import: no document was found there.");
  terminal.tell(`${all} ${all === 1 ? "document" : "documents"}: ${inOrder(counts)}.`);
  if (asked.dryRun) terminal.tell("Nothing was kept (--dry-run).");
  if ((counts.get("refused") ?? 0) > 0) throw new Answered(1);
}

const ORDER = ["stored", "waiting", "new", "known", "refused"];

const inOrder = (counts: ReadonlyMap<string, number>) =>
  ORDER.flatMap((what) => (counts.has(what) ? [`${counts.get(what)} ${what}`] : [])).join(", ");

const isAddress = (given: string) => /^https?:\/\//iu.test(given);

type Bringing = ImportAsked & { readonly story: string };
type BringingFile = Bringing & { readonly turn: Turn };

async function bringFile(actor: Actor, file: FoundFile, asked: BringingFile): Promise<Line> {
  const { bringDocument, lookAtDocument } = await import("@/lib/imports/server");
  try {
    const arriving = { bytes: await file.bytes(), name: file.name };
    if (!asked.dryRun)
      return lineOf(
        file.name,
        await bringDocument(actor, {
          ...{ arriving, accepts: asked.accept, near: asked.near, story: asked.story, turn: asked.turn },
        }),
      );
    const { what, found, confident, title, near, reason } = await lookAtDocument(actor, arriving);
    const alike = near === null ? "" : `, ${near.percent} % the text of ${near.publicId}`;
    const told =
      withoutName(file.name, reason) ??
      (what === "known"
        ? "brought before"
        : `“${title}”, ${found} statements, ${confident} in no doubt${alike}`);
    return { ...{ name: file.name, what, told }, ...{ title, found, confident, near, reason } };
  } catch (error) {
    const words = error instanceof CommandFailed ? wordsFor(error) : null;
    if (words === null) throw error;
    return { name: file.name, what: "refused", told: words, reason: words };
  }
}

async function bringAddress(actor: Actor, from: string, asked: Bringing): Promise<Line> {
  const { bringFetched } = await import("@/lib/imports/server");
  if (asked.dryRun)
    throw new CommandFailed("An address is fetched to be kept. Leave --dry-run out, or name files.");
  return lineOf(
    from,
    await bringFetched(actor, { from, accepts: asked.accept, near: asked.near, story: asked.story }),
  );
}

function lineOf(name: string, { what, ...brought }: Brought): Line {
  const { stored, pending, draftId, sourceId, joinsBy, wasOpen, reason } = brought;
  const told = [
    ...(reason ? [joinsBy === "near" ? reason.replace(/\.$/u, "") : withoutName(name, reason)] : []),
    ...(stored > 0 ? [`${stored} stored in ${sourceId}`] : []),
    ...(what === "waiting" ? [`${pending} to decide under /import/${draftId}`] : []),
    ...(joinsBy !== null && joinsBy !== "near" && stored === 0 ? [joinedWords(joinsBy, sourceId)] : []),
    ...(wasOpen ? ["open before"] : []),
    ...(what === "known" ? [`brought before${sourceId ? `, ${sourceId}` : ""}`] : []),
  ];
  return { name, what, told: told.join(", "), ...brought };
}

const joinedWords = (by: "text" | "address", sourceId: string | null) =>
  by === "text" ? `the text of ${sourceId}` : `another text of ${sourceId}`;

/** Why a file was refused is said of it by its name, which stands in front of the line already. */
const withoutName = (name: string, reason: string | null) => reason?.replace(`${name}: `, "");

// as many are read in their thread while as many others are written, which share a transaction
const AT_ONCE = 64;
// of large ones only a few are in memory
const ROOM_BYTES = 32 * 2 ** 20;

async function inTurns(
  files: AsyncGenerator<FoundFile>,
  work: (file: FoundFile, turn: Turn) => Promise<void>,
): Promise<void> {
  const { turnsInOrder } = await import("@/lib/imports/server");
  const nextTurn = turnsInOrder();
  let inRoomBytes = 0;
  const whenLeft: (() => void)[] = [];
  let opened: Promise<unknown> = Promise.resolve();
  const openNext = async () => {
    while (inRoomBytes >= ROOM_BYTES) await new Promise<void>((resolve) => whenLeft.push(resolve));
    const next = await files.next();
    if (next.done) return null;
    const read = next.value.bytes();
    // why it cannot be read is told in its place
    const size = await read.then(
      (bytes) => bytes.length,
      () => 0,
    );
    inRoomBytes += size;
    return { file: { name: next.value.name, bytes: () => read }, size, turn: nextTurn() };
  };
  const taking = async () => {
    for (;;) {
      const opening = opened.then(openNext);
      opened = opening.catch(() => {});
      const one = await opening;
      if (one === null) return;
      await work(one.file, one.turn).finally(() => {
        inRoomBytes -= one.size;
        for (const go of whenLeft.splice(0)) go();
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, taking));
}
