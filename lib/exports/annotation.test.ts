import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { makeEntry } from "@/bench/entries";
import SCHEMA from "./annotation-schema/annotation.json";
import type { ExportEntry, Exported } from "./format";
import { formatOf } from "./registry";

const ajv = new Ajv({ allErrors: true, formats: { uri: (text) => URL.canParse(text) } });
const isValid = ajv.compile(SCHEMA);
const OF: Exported = { title: "All", address: "https://a.example", madeAt: new Date(0), style: "apa" };

async function written(entries: readonly ExportEntry[], isOne = false): Promise<Record<string, unknown>> {
  let text = "";
  for await (const piece of formatOf("web-annotation")?.write(entries, { ...OF, isOne }) ?? [])
    text += String(piece);
  return JSON.parse(text) as Record<string, unknown>;
}

const faults = (of: unknown) => (isValid(of) ? [] : isValid.errors);

describe("an annotation by the model’s own schema", () => {
  it("is what each statement gives, hard ones too, and all of them together", async () => {
    const entries = Array.from({ length: 120 }, (_, index) => ({
      ...makeEntry(index),
      codePoints: [index, index + 9] as const,
    }));
    for (const entry of entries) expect(faults(await written([entry], true)), entry.publicId).toEqual([]);
    expect(faults(await written(entries))).toEqual([]);
    expect(faults(await written([]))).toEqual([]);
  });

  it("is what a statement gives that stands nowhere, or whose source has no address", async () => {
    const entry = makeEntry(1);
    for (const one of [
      { ...entry, anchor: null },
      { ...entry, anchor: entry.anchor && { ...entry.anchor, state: "lost" } },
      { ...entry, speaker: null, publishedAt: null, source: { ...entry.source, address: null } },
    ] as ExportEntry[])
      expect(faults(await written([one], true))).toEqual([]);
  });

  // the schema that takes everything would prove nothing
  it.each<[string, (annotation: Record<string, unknown>) => unknown]>([
    ["another context", (one) => ({ ...one, "@context": "https://schema.org" })],
    ["no target", ({ target: _, ...one }) => one],
    ["a word that the model does not have", (one) => ({ ...one, speaker: "Agda" })],
    [
      "a place before the text",
      (one) => withSelector(one, { type: "TextPositionSelector", start: -1, end: 2 }),
    ],
    [
      "a place in halves of signs",
      (one) => withSelector(one, { type: "TextPositionSelector", start: 1.5, end: 2 }),
    ],
    ["no words", (one) => withSelector(one, { type: "TextQuoteSelector", exact: "" })],
    ["a moment in no time zone", (one) => ({ ...one, created: "2026-11-27T12:00:00" })],
    ["a motivation of its own", (one) => ({ ...one, motivation: "quoting" })],
  ])("is not one with %s", async (_, broken) => {
    expect(isValid(broken(await written([makeEntry(1)], true)))).toBe(false);
  });
});

function withSelector(one: Record<string, unknown>, selector: object) {
  return { ...one, target: { ...(one.target as object), selector: [selector] } };
}
