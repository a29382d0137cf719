import { isGiven, isKnownBody, isBody as isNamedAsBody, isWholeBody, opensBody } from "./bodies";
import { isRoleElsewhere, tidyByline, withoutLead } from "./credits";
import { familyWithParticle, type Name } from "./model";
import { ofAnOutlet, withoutOffice } from "./offices";
import { isFamilyFirst, isSpanishGiven } from "./orders";
import { type Addressed, invertedName, isByRank, isDegree, personOf, withoutHandle } from "./person";

const ROLE =
  /\b(?:correspondent|correspondents|editors?|reporters?|writers?|chief|columnists?|analysts?|producers?|fellow|professor|director|author|journalists?|contributors?|researchers?|presenters?|staff|desk|team|phd|md|photographs?|photos?|special to|national security|foreign affairs|secretary|minister|president|spokes(?:man|woman|person)|ambassador|rapporteur)\b/iu;
const LEADING_ROLE =
  /^(?:[\p{L}&'’.-]+\s+){0,4}?(?:correspondents?|editors?|reporters?|writers?|chief|columnists?)[:,]?\s+(?=\p{Lu}[\p{L}'’.-]+\s+(?:\p{Ll}+\s+)*\p{Lu})/u;
const PLACE = /\s+(?:(?:reporting|writing)\s+)?(?:in|from|at|near|à|en|aus|em|desde)\s+(?=\p{Lu})/u;
const BEGINS_PLACE =
  /^(?:new|san|los|las|el|tel|abu|north|south|east|west|hong|kuala|addis|rio|buenos|port|cape|saint|st|mexico|the|kabul)\b/iu;

interface Piece {
  readonly text: string;
  /** The sign or word before it: "," "and" ";" or nothing before the first. */
  readonly joint: string;
}

/** As long as the field that it is typed in. What is longer is no byline: it is kept whole, and nothing is looked for in it. */
export const LONGEST_BYLINE_UTF16 = 300;

/**
 * The names of a byline. A body is never cut at its "and" or its comma and never turned round; a body behind a person
 * and a comma, a place and a role say where somebody works, and name no second author. Nothing is guessed of what
 * is not in Latin letters.
 */
export function namesInByline(byline: string | null): readonly Name[] {
  const given = byline?.trim() ?? "";
  if (given.length > LONGEST_BYLINE_UTF16) return [{ kind: "body", literal: given.replace(/\s+/gu, " ") }];
  const printed = tidyByline(given);
  if (printed === "" || /^by$/iu.test(printed)) return [];
  const [first = "", ...behind] = apart(printed).split(/\s*([;|•·])\s*|\s+([/–—-])\s+/u);
  const stretches = [first];
  for (let at = 0; at < behind.length; at += 3) {
    const [sign, text = ""] = [behind[at], behind[at + 2]];
    // a role, a day, or a place: "Luis de Vega | Kiev"
    if (!ROLE.test(text) && !/\d/u.test(text) && (sign === ";" || !isWordAlone(text))) stretches.push(text);
  }
  const named = stretches
    .filter((stretch) => stretch !== "")
    .map((stretch) => namesInStretch(withoutLead(stretch).replace(LEADING_ROLE, "")));
  // beside people an outlet in a stretch of its own says where they work, before them or behind
  const isOfPeople = named.flat().some((name) => name.kind === "person" && !isWordAlone(nameKeyOf(name)));
  const isOutlet = (name: Name) => "literal" in name && isKnownBody(name.literal);
  return named.filter((names) => !isOfPeople || !names.every(isOutlet)).flat();
}

/** "Jane Roe/Reuters", with its stroke as one between two names. */
function apart(printed: string): string {
  const sides = printed.split("/");
  const isBetween =
    sides.length > 1 && !isKnownBody(printed) && sides.some((side) => isKnownBody(side.trim()));
  return isBetween ? sides.join(" / ") : printed;
}

function isWordAlone(text: string): boolean {
  return /^\p{L}\p{Ll}+$/u.test(text) && !isBody(text);
}

/** Korean and Chinese syllables are words of bodies as well: "Jin Yu Young". */
function isBody(text: string): boolean {
  return isNamedAsBody(text) && !isFamilyFirst(text.split(" "));
}

function namesInStretch(stretch: string): Name[] {
  const inverted = allInverted(stretch);
  if (inverted) return inverted;
  const names: Name[] = [];
  let wasPlace = false;
  for (const piece of pieces(stretch)) {
    const before = names.at(-1);
    const { text, hasPlace } = withoutPlace(piece.text);
    const isAside = before?.kind === "person" && piece.joint === ",";
    // "Reuters, New Delhi"
    if (
      piece.joint === "," &&
      before?.kind === "body" &&
      isKnownBody(before.literal) &&
      BEGINS_PLACE.test(text)
    )
      continue;
    // "Jane Roe in Kabul and Islamabad"
    const isPlace: boolean = wasPlace && !isKnownBody(text) && (!/\s/u.test(text) || BEGINS_PLACE.test(text));
    wasPlace = hasPlace || isPlace;
    if (before && !before.handle && piece.joint === "," && /^@\S+$/u.test(text)) {
      names.splice(-1, 1, { ...before, handle: text });
      continue;
    }
    if (isPlace || text === "" || isRoleAside(piece, before)) continue;
    // whoever helped is an author only in a credit of their own
    if (piece.joint === "with" && /^(?:additional|further|extra)\s/iu.test(text)) continue;
    if (isAside && !("literal" in before && names.length > 0 && isSurnames(stretch)) && saysWhere(text))
      continue;
    if (before?.kind === "body" && !stands(text)) {
      if (isKnownBody(before.literal) || piece.joint === "") continue;
      names.pop();
      names.push({ kind: "body", literal: joined(before.literal, piece.joint, text) });
      continue;
    }
    names.push(nameOf(text));
  }
  return names;
}

function joined(before: string, joint: string, text: string): string {
  return joint.startsWith(",") ? `${before}${joint} ${text}` : `${before} ${joint} ${text}`;
}

/** One name by itself, already parted from others. */
export function nameOf(printed: string): Name {
  const { text, works } = withoutWorkplace(personAlone(printed).replace(LEADING_ROLE, ""));
  const { name, handle }: Addressed = withoutHandle(text);
  if (!works && name !== "" && isBody(name) && !isByRank(name))
    return { kind: "body", literal: name.replace(/^the\s+(?=\p{Lu})/u, ""), ...(handle ? { handle } : {}) };
  return personOf(text);
}

/** Without the office or the outlet before it, where what is left is a person's name. */
function personAlone(printed: string): string {
  const held = ofAnOutlet(printed);
  if (held && isKnownBody(held.outlet) && !isBody(held.name)) return held.name;
  const bare = withoutOffice(printed);
  return isGiven(printed.split(" ", 1)[0] ?? "") || isBody(bare) ? printed : bare;
}

function pieces(stretch: string): Piece[] {
  const parts = stretch.split(
    /\s*(,(?:\s*(?:and|&)(?=\s))?|\s(?:and|&|with|avec|con|mit|y|et|und|og|och|en)\s)\s*/u,
  );
  const found: Piece[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const text = (parts[at] ?? "").trim();
    const sign = (parts[at - 1] ?? "").trim();
    const joint = sign.replace(/\s+/gu, " ");
    const last = found.at(-1);
    if (text === "" || (last && joint === "," && isDegree(text))) continue;
    // the suffix belongs to the name before it
    if (last && joint === "," && /^(?:jr|sr|ii|iii|iv)\.?$/iu.test(text)) {
      found.splice(-1, 1, { ...last, text: `${last.text} ${text}` });
    } else if (last && joint !== "," && !areApart(last.text, text, joint, found.length > 1)) {
      found.splice(-1, 1, { ...last, text: joined(last.text, joint, text) });
    } else if (last && isGivenAlone(last.text) && /^(?:and|&|y|e|et|und)$/u.test(joint) && isPerson(text)) {
      // "Jane and John Roe" share their family name
      const person = personOf(text);
      const family = "literal" in person ? "" : ` ${familyWithParticle(person)}`;
      found.splice(-1, 1, { ...last, text: `${last.text}${family}` }, { text, joint });
    } else found.push({ text, joint });
  }
  return found;
}

/** Whether "and" stands between two names, and not within one. */
function areApart(before: string, after: string, joint: string, isListed: boolean): boolean {
  const [one, other] = [withoutPlace(before), withoutPlace(after)];
  if (one.hasPlace) return true;
  // "y" and "et" are words of a name as well: Ortega y Gasset
  if (!/^(?:, ?)?(?:and|&|with|avec)$/u.test(joint) && !(isPerson(one.text) && isPerson(other.text)))
    return false;
  if (stands(one.text) && stands(other.text)) return true;
  if (isBody(one.text) && isKnownBody(other.text)) return true;
  // "Hamas and Islamic Jihad", "Royal College of Nursing and the British Medical Association"
  if (isKnownBody(one.text) && opensBody(other.text)) return true;
  const named = other.text.replace(/^the\s+/u, "");
  if (isBody(one.text) && named !== other.text && /\s/u.test(named) && isBody(named)) return true;
  // "Jane Roe and Human Rights Watch", but not "Food Safety and Inspection Service"
  if (
    isPerson(one.text) &&
    isBody(other.text) &&
    (opensBody(other.text) || isGiven(one.text.split(" ", 1)[0] ?? ""))
  )
    return true;
  // of two single words nothing says that they are not a firm's: Marks and Spencer
  const isWord = /^\p{Lu}[\p{L}'’-]+$/u;
  if (isWord.test(before) && isWord.test(after)) return joint.startsWith(",") || isListed;
  return !isBody(one.text) && !isBody(other.text) && (isWord.test(one.text) || isWord.test(other.text));
}

/** Whether these are given names without the family's: "Jane", "Ana María", "Mary Anne"; a second one may be a family's in English. */
function isGivenAlone(text: string): boolean {
  const all = text.split(" ");
  const [, second = ""] = all;
  if (all.length === 1) return isGiven(text) || isSpanishGiven(text);
  if (all.length > 2) return false;
  const isSecond = /^(?:ann|anne|beth|ellen|jane|jo|kate|lou|louise|marie|rose)$/iu.test(second);
  return all.every((word) => isSpanishGiven(word)) || (isSecond && isGiven(all[0] ?? ""));
}

function stands(text: string): boolean {
  return isWholeBody(text) || isPerson(text) || text.startsWith("@");
}

function isPerson(text: string): boolean {
  const { text: name, works } = withoutWorkplace(text);
  return (works || !isBody(name)) && /\s/u.test(name) && /^[\p{L}@'’‘“"(]/u.test(name);
}

function isSurnames(stretch: string): boolean {
  return stretch.split(/\s*(?:,|&|\sand\s)\s*/u).every((word) => /^\S+$/u.test(word));
}

/** Whether what stands behind a person and a comma says where they work or write from. */
function saysWhere(text: string): boolean {
  return (
    isBody(text) || !/\s/u.test(text) || BEGINS_PLACE.test(text) || /^(?:in|at|of|for|from)\s/iu.test(text)
  );
}

function isRoleAside({ text, joint }: Piece, before: Name | undefined): boolean {
  const isRole = ROLE.test(text) || isRoleElsewhere(text);
  return before?.kind === "person" && joint === "," && isRole && !ROLE.test(nameKeyOf(before));
}

function nameKeyOf(name: Name): string {
  return "literal" in name ? name.literal : "";
}

function withoutPlace(text: string): { text: string; hasPlace: boolean } {
  const at = PLACE.exec(text);
  const before = at ? text.slice(0, at.index) : text;
  // "Human Rights in China" is one body
  const name = withoutWorkplace(before);
  if (!at || !/\s/u.test(before) || (!name.works && isBody(before) && !isWholeBody(before)))
    return { text, hasPlace: false };
  return { text: before, hasPlace: true };
}

// "Peter Walker Senior political correspondent"
const TRAILING_ROLE =
  /^((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}?\p{Lu}[\p{L}'’-]*\p{Ll})\s+(?:\p{Lu}{2,}(?:\s+\p{L}+){0,4}|\p{Lu}\p{Ll}+(?:\s+\p{Ll}+){0,3})\s+(?:correspondent|editor|reporter|columnist|writer)$/u;

/** "JON GAMBRELL Associated Press": the name before an outlet that is no family's name. */
function outletBehind(text: string): string | null {
  const all = text.split(" ");
  for (let at = 2; at < all.length && at < 5; at += 1) {
    const outlet = all.slice(at).join(" ");
    if (isKnownBody(outlet) && (/\s/u.test(outlet) || /^(?:\p{Lu}{2,}|Reuters)$/u.test(outlet)))
      return all.slice(0, at).join(" ");
  }
  return null;
}

/** "Jane Roe for Reuters", "Jane Roe (AP)", "Jane Roe of the Kabul bureau": the person alone. */
function withoutWorkplace(text: string): { text: string; works: boolean } {
  const bracket = /^(.+?)\s*[([](?!@)([^()[\]]+)[)\]]$/u.exec(text);
  if (bracket?.[1] && !isBody(bracket[1]) && /\s/u.test(bracket[1])) return { text: bracket[1], works: true };
  const role = TRAILING_ROLE.exec(text)?.[1];
  if (role && !isBody(role)) return { text: role, works: true };
  const before = outletBehind(text);
  if (before && !isBody(before)) return { text: before, works: true };
  const placed = /^(\S+(?:\s+\S+){1,3}?)\s+(?:for|of|at|from)\s+(.+)$/iu.exec(text);
  const [, name = "", where = ""] = placed ?? [];
  const isSurely = /\sfor\s/iu.test(text) || isGiven(name.split(" ", 1)[0] ?? "");
  const isWork = isKnownBody(where) || /^(?:the|bbc|cnn)\s/iu.test(where) || (isSurely && isBody(where));
  if (name !== "" && isWork && !isBody(name)) return { text: name, works: true };
  return { text, works: false };
}

/** Names that are all, or of which the first is, printed family first: “Roe, Jane; Doe, John”, “Roe, Jane, and John Doe”. */
function allInverted(stretch: string): Name[] | null {
  const segments = stretch.split(/\s*,?\s+(?:and|&)\s+/u);
  const names = segments.map((segment) =>
    isBody(segment.split(",", 1)[0] ?? "") ? null : invertedName(segment),
  );
  if (names.every((name) => name !== null)) return names;
  const [first, ...rest] = names;
  const isFirstOnly = first && rest.length > 0 && rest.every((name) => name === null);
  if (!isFirstOnly || segments.slice(1).some((segment) => !isPerson(segment) || segment.includes(",")))
    return null;
  return [first, ...segments.slice(1).map((segment) => nameOf(segment))];
}
