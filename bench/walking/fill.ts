import { CHECKLIST } from "@/lib/review";
import type { Control, Drawn } from "./forms";

export interface World {
  readonly chance: () => number;
  readonly statements: readonly string[];
  readonly sources: readonly string[];
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly claims: readonly string[];
  /** A word that nobody else has typed, noted with where it goes. */
  token(form: Drawn, field: string): string;
}

/** How good what is filled in is meant to be. */
export type Care = "well" | "anyhow";

export function fillIn(form: Drawn, world: World, care: Care): Map<string, string[]> {
  const given = new Map<string, string[]>();
  const byField = new Map<string, Control[]>();
  for (const control of form.controls)
    if (control.kind !== "hidden")
      byField.set(control.field, [...(byField.get(control.field) ?? []), control]);
  for (const [field, controls] of byField) {
    const value = care === "well" ? wellGiven(form, field, world) : undefined;
    if (value !== undefined) {
      if (value !== null) given.set(field, value);
      continue;
    }
    const typed = anyhow(form, field, controls, world, care);
    if (typed !== null) given.set(field, typed);
  }
  return given;
}

const SOURCING: Record<string, string[]> = {
  ...{ attributionTerms: ["on_record"], sourceIdentity: ["named_person"], channel: ["press_conference"] },
  ...{ proximity: ["first_hand"], origin: ["original_reporting"], reliability: ["B"], credibility: ["2"] },
  ...{ wordingBasis: ["published_text"], interest: ["none_declared"], sensitivity: [] },
};
const TICKED = new Set(CHECKLIST.map(({ key }) => `checks.${key}.isDone`));
const VERDICTS: Record<string, string[]> = {
  "verdict-said-form": ["confirmed"],
  "verdict-faithful-form": ["exact"],
  "verdict-in_context-form": ["complete"],
};

/** What a diligent person would give; null leaves what stands, undefined does not know the field. */
function wellGiven(form: Drawn, field: string, world: World): string[] | null | undefined {
  const { name } = form;
  if (name === "sourcing" && field in SOURCING) return SOURCING[field];
  if (TICKED.has(field)) return ["yes"];
  if (/^checks\..*note$/.test(field)) return null;
  if (name in VERDICTS && field === "value") return VERDICTS[name];
  if (/^evidence\./.test(field)) return null;
  if (/outcome$/.test(field)) return ["holds"];
  if (field === "type") return ["contradicts"];
  if (name === "correct-form") {
    if (field === "kind") return ["correction"];
    if (field === "place" || field === "context") return [`at ${world.token(form, field)}`];
    if (field !== "note") return null;
  }
  if (name === "judge-again" && !/reason$/.test(field)) return null;
  if (
    /^(embargoedUntil|speakerAskedOn|asOf|speakerAnswered|uncertainty|saidOn|heldTo|heldFrom|dueOn|publishedOn)$/.test(
      field,
    )
  )
    return null;
  if (
    /^(wording|form|isDenial|language|original|translated|speakerId|knownName|address|name|citedAs|kind|keepsFormerName)/.test(
      field,
    )
  )
    return null;
  if (name === "statement" || name === "source") return world.chance() < 0.3 ? undefined : null;
  return undefined;
}

const DAYS = ["2026-05-01", "2026-05", "2025", "", "2031-02-03", "yesterday", "2026-13-40"];

function anyhow(
  form: Drawn,
  field: string,
  controls: readonly Control[],
  world: World,
  care: Care,
): string[] | null {
  const { chance } = world;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const [first] = controls;
  if (first === undefined) return null;
  if (first.kind === "radio") return [pick(controls)?.value ?? ""];
  if (first.kind === "checkbox") return controls.filter(() => chance() < 0.4).map(({ value }) => value);
  if (first.kind === "select") return [pick(first.options) ?? ""];
  if (field === "assigneeId") return [pick(world.people) ?? ""];
  if (/On$|asOf|Until|heldFrom|heldTo/.test(field)) return [pick(DAYS) ?? ""];
  if (/sourceId$/.test(field)) return [pick(["", ...world.sources]) ?? ""];
  if (/statementId$/.test(field)) return [pick(world.statements) ?? ""];
  if (/knownName$/.test(field)) return [pick(["", ...world.names]) ?? ""];
  if (/address$/.test(field)) return [pick(["", "https://example.test/a", "nonsense"]) ?? ""];
  if (/language$/i.test(field)) return [pick(["en", "de", "", "xx-yy"]) ?? ""];
  if (field === "proposition") {
    const known = pick(world.claims);
    return [
      known !== undefined && chance() < 0.5 ? known : `Lorries cross ${world.token(form, field)} in winter`,
    ];
  }
  if (field === "wording" || field === "text") {
    if (care === "anyhow" && chance() < 0.3) return [`“The bridge at ${world.token(form, field)} is shut,”`];
    return chance() < 0.5 ? null : [first.value.replace("no lorries", "not a lorry")];
  }
  if (field === "name" || field === "alias") return [`Agda ${capital(world.token(form, field))}`];
  if (care === "anyhow" && chance() < 0.3)
    return [pick(["", " ", "<b>x</b>", "\u0000", "é".repeat(50)]) ?? ""];
  return [`It was said so, ${world.token(form, field)}`];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
