import { LONGEST_BYLINE_UTF16, nameOf } from "./byline";
import { familyWithParticle, givenWithParticle, type Name, type PersonInParts } from "./model";
import { invertedName, particleOf } from "./person";

/**
 * A name as a person reads and corrects it on one line: "van der Berg, Jan", "King, Martin Luther, Jr.",
 * "Kim / Jong Un" for a family that is printed first, "[Human Rights Watch]" for what is never turned round.
 */
function writeName(name: Name): string {
  const handle = name.handle ? ` (${name.handle})` : "";
  if ("literal" in name) {
    if (name.kind === "body") return `[${name.literal}]${handle}`;
    return name.literal === name.handle ? name.literal : `${name.literal}${handle}`;
  }
  const family = familyWithParticle(name);
  const given = givenWithParticle(name);
  if (name.isFamilyFirst) return `${family} / ${given}${handle}`;
  return `${family}, ${given}${name.suffix ? `, ${name.suffix}` : ""}`.trimEnd() + handle;
}

/** A line that a person wrote as `writeName` writes it; one without a sign is read as in a byline. */
function readName(line: string): Name | null {
  const name = readLine(line);
  if (name === null) return null;
  // what would be read as something else the next time is kept as it was written
  const again = readLine(writeName(name));
  const isSame = again !== null && writeName(again) === writeName(name);
  return isSame ? name : { kind: "body", literal: line.normalize("NFC").replace(/\s+/gu, " ").trim() };
}

function readLine(line: string): Name | null {
  const text = line.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (text.length > LONGEST_BYLINE_UTF16) return { kind: "body", literal: text.replace(/^\[|\]$/gu, "") };
  const account = /^(.+?)\s*\((@[\p{L}\p{N}_.]+)\)$/u.exec(text);
  const behind = account?.[2] ? { handle: account[2] } : {};
  const whole = /^\[(.+)\]$/u.exec(account?.[1] ?? text)?.[1]?.trim();
  if (whole) return { kind: "body", literal: whole, ...behind };
  const parts = readParts(account?.[1] ?? text);
  return parts ? { ...parts, ...behind } : nameOf(text);
}

function readParts(text: string): PersonInParts | null {
  const slashed = /^([^/]+?)\s+\/\s+([^/]+)$/u.exec(text);
  if (slashed) {
    const [, family = "", given = ""] = slashed;
    return { kind: "person", family, given, isFamilyFirst: true };
  }
  if (!text.includes(",")) return null;
  const inverted = invertedName(text);
  if (inverted && !("literal" in inverted)) return inverted;
  const [before = "", given = "", ...rest] = text.split(/\s*,\s*/u);
  const [particle, family] = particleOf(before.split(" "));
  const suffix = rest.join(", ");
  if (family === "") return null;
  return {
    kind: "person",
    family,
    ...(given ? { given } : {}),
    ...(particle ? { particle } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

/** Names one a line. */
export function writeNames(names: readonly Name[]): string {
  return names.map(writeName).join("\n");
}

/** What a person wrote, one name a line; empty lines are none. */
export function readNames(text: string): readonly Name[] {
  return text.split("\n").flatMap((line) => readName(line) ?? []);
}
