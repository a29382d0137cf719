import type { SqlQuery } from "@prisma/driver-adapter-utils";
import { Refused } from "@/lib/errors";

const NUL = "This holds a NUL character, which no text has. Type it again or paste it from another program.";
const NUMBER = "A number is larger than any that is kept here. Nothing was stored.";
const INSTANT = "A date here lies between the years 1 and 9999. Nothing was stored.";

/**
 * Refuses what one of the engines cannot hold or compare, on both: a NUL in a text, an instant whose year is not
 * written with four digits. Forms say so at the field; this stands where everything passes, so that what a form forgets
 * is a refusal and no fault, and the same one whichever database is behind it.
 * @throws {Refused}
 */
export function refuseUnstorable({ args, argTypes }: SqlQuery): void {
  for (const [index, value] of args.entries())
    refuseUnstorableValue(value, argTypes[index]?.scalarType === "datetime");
}

/** The same of one value, for those that pass as a part of another, where a NUL is written as an escape. @throws {Refused} */
export function refuseUnstorableValue(value: unknown, isInstant = value instanceof Date): void {
  if (isInstant && value !== null && !hasPlainYear(value)) refuse("instant.range", INSTANT);
  else if (typeof value === "string" && value.includes("\u0000")) refuse("text.nul", NUL);
}

/**
 * A driver's error that says that a number does not fit its column, as a refusal; any other as it is. Asked of the
 * error, because a value does not say which column it is for: SQLite, which holds any number, finds no row by it.
 */
export function toRefused(error: unknown): unknown {
  const cause = error instanceof Error ? (error.cause as { kind?: unknown } | undefined) : undefined;
  return cause?.kind === "ValueOutOfRange" ? new Refused([{ rule: "number.range", message: NUMBER }]) : error;
}

function hasPlainYear(value: unknown): boolean {
  // SQLite keeps an instant as its ISO text, which sorts as time goes only while every year has four digits
  const text = value instanceof Date ? value.toISOString() : String(value);
  return !/^([+-]|0000)/.test(text);
}

function refuse(rule: string, message: string): never {
  throw new Refused([{ rule, message }]);
}
