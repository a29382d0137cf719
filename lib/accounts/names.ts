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
    ["ıɑɡⱭøØłŁđĐ", "iagAoOlLdD"],
    // small capitals of the phonetic alphabet
    ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
  ].flatMap(([from = "", to = ""]) => [...from].map((sign, at) => [sign, to[at] ?? sign] as const)),
);

// a letter of neither the Latin alphabet nor a writing system that borrows from it, or a digit of such a one
const FOREIGN = String.raw`(?:(?![0-9])\p{Nd}|(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}])\p{L}\p{M}*)`;
const LATIN = String.raw`\p{Script=Latin}\p{M}*`;
/** One word in two alphabets is a disguise: nobody's name is written so. */
const DISGUISED = new RegExp(`${LATIN}${FOREIGN}|${FOREIGN}${LATIN}`, "u");

/** Why a name cannot stand beside a decision, or null. */
export function problemOf(name: string): string | null {
  if (UNSEEN.test(name)) return "Holds a sign that cannot be seen. Type the name instead of pasting it.";
  if (DISGUISED.test(name)) {
    return "Mixes letters of two alphabets in one word, of which some only look like others. Type the name anew.";
  }
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
