import { normaliseName } from "@/lib/text";

// controls, private and unassigned code points, lone surrogates, every formatting sign (bidi, zero-width) and the letters
// that print nothing: a name that holds one is not what it seems
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What the program itself goes by in a record; nobody else may. */
const RESERVED = ["Verbatim", "Visitor", "System", "somebody who left"];

// letters of other scripts that print as Latin ones; capitals first, since some look alike only as capitals
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    ["АВЕКМНОРСТУХІЈЅԚԜ", "ABEKMHOPCTYXIJSQW"],
    ["асеорхуіјѕһԁԛԝӏ", "aceopxyijshdqwl"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["αινορτυκχ", "aivoptukx"],
    ["ıɑɡ", "iag"],
  ].flatMap(([from = "", to = ""]) => [...from].map((sign, at) => [sign, to[at] ?? sign] as const)),
);

/** Why a name cannot stand beside a decision, or null. */
export function problemOf(name: string): string | null {
  if (UNSEEN.test(name)) return "Holds a sign that cannot be seen. Type the name instead of pasting it.";
  if (name !== "" && !/\p{L}/u.test(name)) return "Write a name with letters.";
  if (RESERVED.some((reserved) => nameKeyOf(reserved) === nameKeyOf(name))) {
    return "The program itself goes by this name. Choose another.";
  }
  return null;
}

/** A name as it is typed: one space between words, letters composed. */
export function tidyName(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Two names with one key read as the same name: case, marks, spaces, width and look-alike letters do not tell people apart. */
export function nameKeyOf(name: string): string {
  const seen = [...name.normalize("NFKC")].map((sign) => LOOKALIKES.get(sign) ?? sign).join("");
  // I, l and 1 are one stroke in most faces, as are O and 0
  return normaliseName(seen).replaceAll(" ", "").replace(/[l1]/g, "i").replaceAll("0", "o");
}
