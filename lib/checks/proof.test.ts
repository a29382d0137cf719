import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proofOf } from "./proof";
import { PROOF_STATES, type ProofState } from "./proof-states";
import { salientIn } from "./salient";

const nothing = { findings: [], decided: new Set<string>(), marks: [], language: "en" };
const word = fc.constantFrom(
  "bridge",
  "Agda",
  "12",
  "closed",
  "never",
  "the",
  "“winter”",
  "lorries",
  "Straße",
);
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(" ")}.`);
const draft = fc.array(sentence, { minLength: 1, maxLength: 12 });

const wordsOf = (text: string) =>
  [...new Intl.Segmenter("en", { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length;

/** Marks each sentence whole, in one state after another. */
function marked(text: string) {
  const states = PROOF_STATES.map(({ key }) => key).filter((key) => key !== "unchecked");
  return proofOf(text, nothing).sentences.map(({ key, start, end }, index) => ({
    ...{ sentenceKey: key, startUtf16: 0, endUtf16: end - start },
    state: states[index % states.length] as ProofState,
  }));
}

describe("a proof sheet", () => {
  it("has a state for every word, and they sum to all of them", () => {
    fc.assert(
      fc.property(draft, fc.nat(), (sentences, some) => {
        const text = sentences.join(some % 2 === 0 ? " " : "\n\n");
        const marks = marked(text).filter((_, index) => (some >> (index % 16)) % 2 === 0);
        const proof = proofOf(text, { ...nothing, marks });
        const sum = Object.values(proof.counts).reduce((all, count) => all + count, 0);
        expect(sum).toBe(proof.words);
        expect(sum).toBe(wordsOf(text));
        for (const state of PROOF_STATES)
          expect(proof.counts[state.key]).toBe(
            proof.sentences.reduce((all, { counts }) => all + counts[state.key], 0),
          );
      }),
    );
  });

  it("opens exactly the sentences that were edited", () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { minLength: 2, maxLength: 12 }), fc.nat(), (sentences, some) => {
        const text = sentences.join("\n");
        const edited = sentences.map((words, index) =>
          (some >> (index % 20)) % 2 === 0 ? words : `quite new ${index} ${words}`,
        );
        const after = proofOf(edited.join("\n"), { ...nothing, marks: marked(text) });
        const open = after.sentences.map(({ counts }) => counts.unchecked > 0);
        expect(open).toEqual(edited.map((words, index) => words !== sentences[index]));
      }),
    );
  });

  it("keeps what was marked where sentences change places", () => {
    const [one, two] = ["Fares rose twice.", "The bridge is shut."];
    const marks = marked(`${one} ${two}`);
    const states = (text: string) =>
      proofOf(text, { ...nothing, marks }).sentences.map(({ runs }) => runs.map(({ state }) => state));
    expect(states(`${one} ${two}`)).toEqual([["verified"], ["opinion"]]);
    expect(states(`${two}\n\n${one}`)).toEqual([["opinion"], ["verified"]]);
  });

  it("lets the later of two marks stand, and the words beside it as they were", () => {
    const text = "Agda Holm closed the bridge in May.";
    const [first] = marked(text);
    const at = (words: string) => ({
      startUtf16: text.indexOf(words),
      endUtf16: text.indexOf(words) + words.length,
    });
    const marks = first ? [first, { ...first, ...at("in May"), state: "query" }] : [];
    const [shown] = proofOf(text, { ...nothing, marks }).sentences;
    expect(shown?.runs.map(({ start, end, state }) => [text.slice(start, end), state])).toEqual([
      ["Agda Holm closed the bridge", "verified"],
      ["in May", "query"],
    ]);
  });

  it("takes what the comparison found for words that nobody marked", () => {
    const text = "“It is shut,” she said. “It is open,” he said.";
    const finding = (words: string, label: "exact" | "not_found", key: string) => ({
      ...{ key, label, start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words },
      ...{ form: "direct" as const, speaker: null, reason: "", match: null, aligned: [], hidden: [] },
      ...{ notes: [], others: [], settles: null },
    });
    const findings = [finding("“It is shut,”", "exact", "a"), finding("“It is open,”", "not_found", "b")];
    const counts = (decided: string[]) =>
      proofOf(text, { ...nothing, findings, decided: new Set(decided) }).counts;
    expect(counts([])).toMatchObject({ verified: 3, query: 3, unchecked: 4 });
    expect(counts(["b"])).toMatchObject({ verified: 6, query: 0, unchecked: 4 });
  });
});

it.each([
  ["Prices rose by 4.5 per cent in May, Agda Holm said.", "en", ["4.5 per cent", "May", "Agda Holm"]],
  ["Agda Holm leads the largest council of the North Sea.", "en", ["Agda Holm", "largest", "North Sea"]],
  ["The council never met. It has $1,200 left.", "en", ["never", "$1,200"]],
  ["Es war der größte Brand seit 1998, sagte Agda von Holm.", "de", ["größte", "1998", "Agda von Holm"]],
  ["Fue la primera vez en 12 años, dijo Ana Pérez.", "es", ["primera", "12", "Ana Pérez"]],
  ["nothing of the kind", "en", []],
])("of %j what is checked first is found", (text, language, facts) =>
  expect(salientIn(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(facts),
);
