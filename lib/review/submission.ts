import { CHECKLIST, type CheckItem } from "@/lib/publication";
import { anonymityRefusals, FACETS } from "@/lib/sourcing";
import { AXES } from "@/lib/verdicts";
import type { Blocker, ReviewFacts } from "./facts";

/** What an editor is handed must be whole, and what the public reads stays so: the guards of submission. */
export function submissionBlockers(facts: ReviewFacts): Blocker[] {
  return [
    ...anchorBlockers(facts),
    ...sourcingBlockers(facts),
    ...axisBlockers(facts),
    ...checklistBlockers(facts),
  ];
}

/** What a policy still forbids: off the record, under embargo, words of another that is, an anonymous voice that does not pass the test. */
export function policyBlockers({ sourcing, corroboration, repeatsSealed, now }: ReviewFacts): Blocker[] {
  const blockers: Blocker[] = repeatsSealed.map(({ message }) => ({
    rule: "policy.repeats_sealed",
    message,
    href: "#state",
  }));
  if (!sourcing) return blockers;
  if (sourcing.attributionTerms === "off_record") {
    const message = "It is off the record: it is never published nor exported.";
    blockers.push({ rule: "policy.off_record", message, href: "#sourcing-f-attributionTerms" });
  }
  if (sourcing.embargoedUntil && sourcing.embargoedUntil > now) {
    const message = `It is under embargo until ${sourcing.embargoedUntil.toISOString().slice(0, 16).replace("T", " ")} UTC.`;
    blockers.push({ rule: "policy.embargo", message, href: "#sourcing-f-embargoedUntil" });
  }
  for (const message of anonymityRefusals({ ...sourcing, corroboration })) {
    blockers.push({ rule: "policy.anonymous_source", message, href: "#sourcing" });
  }
  return blockers;
}

/** The checks that are neither done nor explained, in the order of the list. */
export function openChecks(checks: ReviewFacts["checks"]): CheckItem[] {
  return CHECKLIST.filter(({ key }) => {
    const check = checks.find(({ item }) => item === key);
    return !check || (!check.isDone && check.note.trim() === "");
  }).map(({ key }) => key);
}

function anchorBlockers({ anchor }: ReviewFacts): Blocker[] {
  if (!anchor)
    return [{ rule: "anchor.missing", message: "It stands in no edition of its source.", href: "#anchor" }];
  if (anchor.state === "exact" || anchor.explanation.trim() !== "") return [];
  const message = `The anchor is ${anchor.state}, and the difference is not explained.`;
  return [{ rule: "anchor.explained", message, href: "#anchor" }];
}

// a sensitivity may well be none; every other facet has a value
const NEEDED_FACETS = FACETS.filter((facet) => facet.key !== "sensitivity");

function sourcingBlockers({ sourcing }: ReviewFacts): Blocker[] {
  if (!sourcing)
    return [{ rule: "sourcing.given", message: "The sourcing is not assessed.", href: "#sourcing" }];
  return NEEDED_FACETS.filter((facet) => sourcing[facet.key].length === 0).map((facet) => ({
    rule: "sourcing.complete",
    message: `${facet.label} has no value.`,
    href: `#sourcing-f-${facet.key}`,
  }));
}

function axisBlockers({ axesGiven }: ReviewFacts): Blocker[] {
  return AXES.filter((axis) => axis.key !== "true" && !axesGiven.includes(axis.key)).map((axis) => ({
    rule: `verdict.${axis.key}`,
    message: `“${axis.label}” has no verdict.`,
    href: `#verdict-${axis.key}`,
  }));
}

function checklistBlockers({ checks }: ReviewFacts): Blocker[] {
  const open = openChecks(checks).length;
  if (open === 0) return [];
  const message = `${open} of ${CHECKLIST.length} checks ${open === 1 ? "is" : "are"} open.`;
  return [{ rule: "checklist.complete", message, href: "#checklist" }];
}
