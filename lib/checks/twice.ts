import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import { hashText } from "@/lib/sources/server";

interface Named {
  readonly name: string;
  readonly text: string;
}

/**
 * Refuses a text that stands behind the draft already: it finds nothing more, and without scripts *Back* brings what was pasted
 * into a form that looks unsent. @throws {Refused} `check.material_again`
 */
export function refuseTwice(kept: readonly Named[], added: readonly Named[]): void {
  const there = kept
    .filter(({ text }) => added.some((one) => one.text === text))
    .map(({ name }) => `“${name}”`);
  if (there.length === 0) return;
  const message = `This very text is there already, as ${there.join(", ")}. Nothing was added.`;
  throw new Refused([{ rule: "check.material_again", message, field: "notes" }]);
}

interface Started {
  readonly text: string;
  readonly scope: string;
  readonly language: string;
  readonly storyId: string | null;
  readonly materials: readonly { readonly text: string }[];
}

/**
 * Refuses a check of the same draft with the same things behind it, while the actor's own stands as it was started: nobody closed it,
 * decided anything or compared again. Which colleague checks what is theirs to say. @throws {Refused} `check.started`
 */
export async function refuseStarted(tx: Tx, actor: Actor, started: Started): Promise<void> {
  const { text, materials, ...of } = started;
  const near = await tx.check.findMany({
    where: {
      ...{ ...of, createdById: actor.id, closedAt: null, version: 1 },
      ...{ drafts: { some: { sha256: hashText(text) } }, decisions: { none: {} }, marks: { none: {} } },
    },
    select: {
      publicId: true,
      title: true,
      materials: { select: { sha256: true }, orderBy: { ordinal: "asc" } },
    },
    orderBy: { id: "desc" },
  });
  const behind = materials.map((one) => hashText(one.text)).join(" ");
  const twin = near.find((check) => check.materials.map(({ sha256 }) => sha256).join(" ") === behind);
  if (!twin) return;
  const message = `You have started this check already: “${twin.title}”. Nothing was started twice; “Compare again” there asks the record of today.`;
  throw new Refused([{ rule: "check.started", message, field: "text", there: `/check/${twin.publicId}` }]);
}
