"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { assertCan } from "@/lib/auth";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { otherSchema, splitSchema } from "@/lib/speakers";
import { getSpeakerByName, splitSpeaker } from "@/lib/speakers/server";

/** Finds the speaker who was named, or takes down who is new, and shows what would become of what. */
export async function nameOtherAction(
  at: { slug: string; chosen: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, otherSchema, form, async ({ knownName, ...other }) => {
    assertCan(actor, "speaker:edit");
    if (knownName !== "") return { into: (await getSpeakerByName(actor, knownName)).slug };
    return { name: other.name, kind: other.kind, description: other.description };
  });
  if (outcome.status !== "ok") return outcome;
  const query = new URLSearchParams({ ...outcome.result, chosen: at.chosen });
  redirect(`/speakers/${at.slug}/split/other?${query}#becomes` as Route);
}

export async function splitSpeakerAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, splitSchema, form, (input) => {
    const { intoId, otherName, otherKind, otherDescription, ...rest } = input;
    const other =
      intoId !== ""
        ? { id: intoId }
        : { name: otherName, kind: otherKind ?? ("person" as const), description: otherDescription };
    return splitSpeaker(actor, { ...rest, other });
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/speakers/${slug}/edit?saved#apart` as Route);
}
