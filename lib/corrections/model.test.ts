import { expect, it } from "vitest";
import { fieldOfAnswer, fieldOfCorrection, judgeAgainFormSchema } from "./index";

it.each([
  ["kind", "kind"],
  ["changes.saidOn", "saidOn"],
  ["answers.0.reason", "verdictReasons"],
  ["answers.0.verdict.value", "verdictValue"],
  ["answers.0.verdict.reasons", "verdictReasons"],
  ["answers.1.reason", "sourcingReason"],
  ["answers.1.sourcing.embargoedUntil", "sourcing.embargoedUntil"],
  ["answers.1.outcome", "isSourcingAnew"],
  ["sourcing.sourceIdentity", "sourcing.sourceIdentity"],
])("the form of a correction shows %s at %s", (field, name) => {
  expect(fieldOfCorrection(field, ["verdict:said", "sourcing"])).toBe(name);
});

it("the form of the answers shows each at its own row, those that are left out between", () => {
  const row = (subject: string, outcome: string) => ({ subject, outcome, reason: "", value: "" });
  const sent = {
    ...{ statementId: "st-abcdef", version: "3" },
    answers: [row("verdict:said", ""), row("verdict:faithful", "anew"), row("check:words_match", "holds")],
  };
  const { rows, answers } = judgeAgainFormSchema.parse({
    ...sent,
    version: 3,
    answers: sent.answers.map(({ outcome, ...rest }) => ({ ...rest, ...(outcome ? { outcome } : {}) })),
  });
  expect(answers).toHaveLength(2);
  expect(fieldOfAnswer("answers.0.reason", rows)).toBe("answers.1.reason");
  expect(fieldOfAnswer("answers.0.verdict.value", rows)).toBe("answers.1.value");
  expect(fieldOfAnswer("answers.1.isDone", rows)).toBe("answers.2.isDone");
  expect(fieldOfAnswer("version", rows)).toBe("version");
});
