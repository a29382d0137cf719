import type { FeatureSink } from "./feature-templates";
import { render } from "./feature-templates";
import { nameOf } from "./symbols";

/** Collects features as the readable lines that training counts and the weights hold. Call `learnSymbols` before. */
export class FeatureLines implements FeatureSink {
  /** The lines of each option so far. */
  options: string[][] = [];

  constructor(private readonly patterns: readonly string[]) {}

  /** The collected options; the next one begins a new question. */
  take(): string[][] {
    const taken = this.options;
    this.options = [];
    return taken;
  }

  option(): void {
    this.options.push([]);
  }

  none(template: number): void {
    this.add(template, []);
  }

  one(template: number, a: number): void {
    this.add(template, [a]);
  }

  two(template: number, a: number, b: number): void {
    this.add(template, [a, b]);
  }

  three(template: number, a: number, b: number, c: number): void {
    this.add(template, [a, b, c]);
  }

  private add(template: number, parts: readonly number[]): void {
    this.options.at(-1)?.push(render(this.patterns[template] ?? "", parts.map(nameOf)));
  }
}
