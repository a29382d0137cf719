import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { type ProofSentence, proofParts } from "@/lib/checks";
import { ProofText } from "./proof-text";

vi.mock("next/link", () => ({
  default: ({ href, scroll, prefetch, ...rest }: { href: string; scroll: boolean; prefetch: boolean }) => {
    expect([scroll, prefetch]).toEqual([false, false]);
    return <a href={href} {...rest} />;
  },
}));

const RUNS = ["verified", "unchecked", "query"] as const;

/** A sentence of each of some words, whose runs of three words take turns in their state. */
function sheetOf(text: string): ProofSentence[] {
  return [...text.matchAll(/\S[^.]*\./g)].map(({ index, 0: words }, nth) => {
    const runs = [...words.matchAll(/(?:\S+\s*){1,3}/g)].map((run, at) => ({
      start: index + run.index,
      end: index + run.index + run[0].trimEnd().length,
      state: RUNS[at % 3] ?? "query",
    }));
    const counts = { verified: 3, opinion: 0, common_knowledge: 0, query: 3, wrong: 0, unchecked: 3 };
    const key = nth.toString(16).padStart(24, "0");
    return { key, start: index, end: index + words.length, runs, counts, salientLeft: 0 };
  });
}

const SAID = "The ferry left at noon with forty passengers and a piano. Nobody on the quay had asked why.";
const draw = (text: string, paragraphs: readonly (readonly ProofSentence[])[], current: string | null) =>
  renderToStaticMarkup(<ProofText {...{ text, paragraphs, current, language: "en" }} />);

it("draws every word once, in its state and its sentence, and plain where nobody checked it", () => {
  const text = `${SAID}\n\n${SAID}`;
  const sentences = sheetOf(text);
  const drawn = draw(text, proofParts(text, sentences)[0] ?? [], sentences[1]?.key ?? null);
  expect(drawn.replace(/<span class="n".*?<\/span><\/span>/g, "").replace(/<[^>]+>/g, "")).toBe(SAID + SAID);
  expect(drawn).toContain(
    '<span class="proof__w--verified">The ferry left</span> at noon with <span class="proof__w--query">forty passengers and</span>',
  );
  expect(drawn.match(/aria-current="true"/g)).toHaveLength(1);
  const key = sentences[1]?.key;
  expect(drawn).toContain(
    `<a href="?at=${key}#s-${key}" id="s-${key}" class="is-now" aria-current="true"> <span`,
  );
});

it("draws of a long draft what a browser sets at once, and each of its keys where it is needed", () => {
  const text = Array.from({ length: 400 }, () => `${SAID} ${SAID} ${SAID} ${SAID}`).join("\n\n");
  const parts = proofParts(text, sheetOf(text));
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    const drawn = draw(text, part, null);
    expect(drawn.length).toBeLessThan(200_000);
    for (const { key } of part[0] ?? []) expect(drawn.split(key)).toHaveLength(4);
  }
});
