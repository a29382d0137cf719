import { createHash } from "node:crypto";
import { db } from "@/lib/db/server";
import { findReadLast } from "@/lib/editions/server";
import { Refused } from "@/lib/errors";
import { type Arriving, findArrivedBytes, readWhole } from "./arrivals";

/**
 * The text as which a source was read last, where the page says what it said when that was fetched, and is read otherwise by now: this
 * program changed, and nobody changed the article. What had arrived is read again, and must read as the page does today; lines of the
 * edition that are not read any more must stand on the page as often as they did. Null where either is not so, where nothing had
 * arrived, and where the texts are the same.
 */
export async function textOfSamePage(
  sourceId: string,
  { arriving, text }: { readonly arriving: Arriving; readonly text: string },
  read: (arriving: Arriving) => Promise<string>,
): Promise<string | null> {
  const last = await findReadLast(db, sourceId);
  if (!last || last.text === text) return null;
  // Arrival(editionId)
  const kept = await db.arrival.findFirst({
    where: { editionId: last.id, how: "address" },
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
  });
  const bytes = kept && (await findArrivedBytes(db, kept.sha256));
  if (!kept || !bytes) return null;
  if (kept.sha256 === createHash("sha256").update(arriving.bytes).digest("hex")) return last.text;
  const { name, address, encoding: charset, arrivedAt: at } = kept;
  const answer = { address, charset, at, status: kept.status ?? 200, headers: [] };
  const former = { bytes, name, answer };
  try {
    if ((await read(former)) !== text) return null;
    const unread = unreadOf(last.text, text);
    if (unread === null) return null;
    if (unread.length === 0) return last.text;
    // what is read of both says nothing of what is read of neither
    const [then, now] = [timesOf(await readWhole(former)), timesOf(await readWhole(arriving))];
    return unread.every((line) => then.has(line) && then.get(line) === now.get(line)) ? last.text : null;
  } catch (error) {
    // what was read once may be refused by now
    if (error instanceof Refused) return null;
    throw error;
  }
}

// a page that is read otherwise throughout is another text to whoever reads it
const MOST_UNREAD = 200;

/** The lines of a text that another has not, or not as often; null where there are too many. */
function unreadOf(former: string, text: string): string[] | null {
  const still = timesOf(text);
  const unlike = [...timesOf(former)].filter(([line, times]) => (still.get(line) ?? 0) < times);
  if (unlike.length > MOST_UNREAD) return null;
  const [before, now] = [plainOf(former), plainOf(text)];
  return unlike.flatMap(([line]) => (countOf(before, line) > countOf(now, line) ? [line] : []));
}

const plainOf = (words: string) => words.normalize("NFC").replace(/\s+/gu, " ").trim();
const countOf = (text: string, line: string) => text.split(line).length - 1;

/** Each line of a text, and how often it stands there. */
function timesOf(text: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const line of text.split("\n").map(plainOf))
    if (line !== "") times.set(line, (times.get(line) ?? 0) + 1);
  return times;
}
