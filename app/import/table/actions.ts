"use server";

import { arriveAt } from "@/app/arrive";
import { storySlugOf } from "@/app/import/story";
import { requireSender } from "@/app/sender";
import { Refused } from "@/lib/errors";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import {
  bringTableSchema,
  discardTableSchema,
  replaceTableSchema,
  sayTableSchema,
  tableSchema,
} from "@/lib/tables";
import { bringTable, discardTable, replaceTable, sayTable, storeTable } from "@/lib/tables/server";

/** Keeps a file of rows, or pasted rows, and shows what they would become. */
export async function bringTableAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, bringTableSchema, form, async ({ text, file, story }) =>
    bringTable(actor, { ...(await rowsOf(text, file)), story: await storySlugOf(actor, story) }),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/table/${outcome.result.tableId}`);
}

/** Records what the columns and the speakers of a table mean, and looks again. */
export async function sayTableAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, sayTableSchema, form, async (input) => {
    const { tableId, version, sheet, story, speakers, headerRow, ...choices } = input;
    await sayTable(actor, {
      ...{ tableId, version, story: await storySlugOf(actor, story) },
      ...(sheet === undefined ? {} : { sheet }),
      choices: { ...choices, ...(headerRow === undefined ? {} : { headerRow }) },
      speakers: Object.fromEntries(speakers.map(({ key, meant }) => [key, meantBy(meant)])),
    });
    return tableId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/table/${outcome.result}?notice=looked`);
}

/** Takes a mended file in the place of the one that was brought. */
export async function replaceTableAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, replaceTableSchema, form, async ({ tableId, version, text, file }) => {
    await replaceTable(actor, { tableId, version, ...(await rowsOf(text, file)) });
    return tableId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/table/${outcome.result}?notice=mended`);
}

export async function storeTableAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, tableSchema, form, async (input) => {
    await storeTable(actor, input);
    return input.tableId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/table/${outcome.result}`);
}

export async function discardTableAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, discardTableSchema, form, (input) => discardTable(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/import/table?discarded");
}

/** The chosen file, else what was pasted. @throws {Refused} when there is neither */
async function rowsOf(text: string, file: File | undefined) {
  if (file && file.size > 0) return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
  if (text.trim() !== "") return { bytes: new TextEncoder().encode(withoutEnd(text)), name: "Pasted rows" };
  const message =
    "There are no rows yet. Choose a file, or paste rows with the names of their columns above them.";
  throw new Refused([{ rule: "table.empty", message, field: "text" }]);
}

/** Blanks behind the last cell are none of the rows. */
const withoutEnd = (text: string) => text.replace(/[ \r\n]+$/u, "");

const KNOWN = "known:";

function meantBy(meant: string) {
  if (meant === "") return null;
  return meant.startsWith(KNOWN)
    ? { speakerId: meant.slice(KNOWN.length) }
    : { kind: meant as "person" | "organisation" | "collective" | "anonymous" };
}
