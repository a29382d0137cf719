"use server";

import { z } from "zod";
import { arriveAt } from "@/app/arrive";
import { requireSender, toldElsewhere } from "@/app/sender";
import {
  claimSchema,
  claimStepSchema,
  positionSchema,
  rephraseSchema,
  withdrawPositionSchema,
} from "@/lib/claims";
import {
  createClaim,
  publishClaim,
  reinstateClaim,
  rephraseClaim,
  takePosition,
  withdrawClaim,
  withdrawPosition,
} from "@/lib/claims/server";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { claimVerdictSchema } from "@/lib/verdicts";
import { judgeClaim } from "@/lib/verdicts/server";

export async function createClaimAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, claimSchema, form, (input) => createClaim(actor, input));
  if (outcome.status !== "ok") return toldElsewhere(outcome);
  arriveAt(`/claims/${outcome.result.slug}`);
}

export async function rephraseClaimAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, rephraseSchema, form, (input) => rephraseClaim(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}

export async function withdrawClaimAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, claimStepSchema, form, (input) => withdrawClaim(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}

export async function reinstateClaimAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, claimStepSchema, form, (input) => reinstateClaim(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}

export async function takeAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, positionSchema, form, (input) => takePosition(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}

export async function withdrawPositionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, withdrawPositionSchema, form, (input) =>
    withdrawPosition(actor, input),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}

export async function judgeClaimAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, claimVerdictSchema, form, (input) => judgeClaim(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}

const publishSchema = z.object({
  claimId: z.string().min(1),
  version: z.number().int().min(1),
  saves: z.coerce.number().int(),
});

export async function publishClaimAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, publishSchema, form, (input) => publishClaim(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/claims/${outcome.result.slug}`);
}
