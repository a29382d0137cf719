import type { Bearer } from "../model";
import { roleOf } from "./because";
import type { Entity } from "./entities";
import {
  isBodyHead,
  isBodyNoun,
  isDeterminer,
  isFamilyFirst,
  isFirstName,
  isLand,
  isLegalSuffix,
  isPaper,
  isQuarter,
  isRoleNoun,
  isSpeechVerb,
  isTitle,
} from "./lexicon";
import type { Resolution } from "./resolution";
import type { Token } from "./tokens";

/**
 * What the article shows of the kind of an entity: a title, a role or a first name makes a person, a noun of bodies or a
 * form of company makes a body. Null when nothing shows it: a lone name may be a town, a firm or a man.
 */
export function bearerOf(text: string, tokens: readonly Token[], entity: Entity): Bearer | null {
  const seen = known.get(entity);
  if (seen !== undefined) return seen;
  const found =
    entity.kind === "body"
      ? bodyBy(text, tokens, entity)
      : entity.kind === "place"
        ? null
        : personBy(text, tokens, entity);
  known.set(entity, found);
  return found;
}

// asked at every mention, and somebody may be mentioned on every page
const known = new WeakMap<Entity, Bearer | null>();

function personBy(text: string, tokens: readonly Token[], entity: Entity): Bearer | null {
  const person = (because: string): Bearer => ({ sort: "person", because });
  const titled = entity.mentions.find(({ title }) => title !== null);
  if (titled !== undefined)
    return person(`“${text.slice(tokens[titled.runFirst]?.startUtf16, titled.endUtf16)}” has a title`);
  const role = roleOf(text, entity);
  if (role !== null) return person(`“${role}” is printed with the name`);
  const [first, last] = [entity.parts[0], entity.parts.at(-1)].map((part) =>
    tokens[0]?.lexicon.word(part ?? ""),
  );
  const aged = entity.mentions
    .map(({ endUtf16 }) => /^, (?:aged )?(\d{1,3}),/u.exec(text.slice(endUtf16, endUtf16 + 12))?.[1])
    .find((age) => age !== undefined);
  if (aged !== undefined) return person(`an age, ${aged}, is printed with the name`);
  // "Ellis Island", "Long Beach", "the Rosetta Stone": nothing but the words shows that it is no person
  const isThing =
    isLand(last) ||
    entity.mentions.some(
      ({ runFirst }) => isDeterminer(tokens[runFirst - 1]) && tokens[runFirst]?.isJoined === true,
    );
  if (entity.parts.length > 1 && isFirstName(first) && !isThing)
    return person(`“${entity.canonical.split(" ", 1)[0]}” is a first name`);
  if (
    entity.parts.length > 1 &&
    entity.parts.length <= 3 &&
    isFamilyFirst(first) &&
    entity.kind === "person" &&
    !isThing
  )
    return person(`“${entity.canonical.split(" ", 1)[0]}” is a family name that stands first`);
  // "Minister Claire Roux", "coach Ray Moss"
  const led = entity.mentions.find(({ runFirst, first: begins }) => {
    for (let at = runFirst - 1; at < begins; at += 1) {
      const word = tokens[at];
      if ((at >= runFirst || tokens[at + 1]?.isJoined) && (isRoleNoun(word) || isTitle(word))) return true;
    }
    return false;
  });
  return led === undefined ? null : person("an office stands before the name");
}

function bodyBy(text: string, tokens: readonly Token[], entity: Entity): Bearer | null {
  const lexicon = tokens[0]?.lexicon;
  const words = entity.canonical.split(/\s+/u);
  // "Leader of the Opposition": whoever holds the office, and not the body that it is of
  if (words[1] === "of" && isRoleNoun(lexicon?.word(entity.parts[0] ?? "")))
    return { sort: "person", because: `“${words[0]}” is the office of a person` };
  const at = entity.parts.findIndex(
    (part) => isBodyHead(lexicon?.word(part)) || isBodyNoun(lexicon?.word(part)),
  );
  if (at >= 0) return { sort: "organisation", because: `“${words[at] ?? entity.canonical}” names a body` };
  const mention = entity.mentions[0];
  const next =
    mention === undefined
      ? ""
      : (/^[ ,]{1,2}([\p{L}.]{2,12})/u.exec(text.slice(mention.endUtf16, mention.endUtf16 + 16))?.[1] ?? "");
  if (next !== "" && isLegalSuffix(lexicon?.word(next.toLowerCase().replace(/\./gu, ""))))
    return { sort: "organisation", because: `“${next}” stands behind the name` };
  return entity.mentions.some(({ link }) => link === "acronym")
    ? { sort: "organisation", because: "its name is spelled out beside its letters" }
    : null;
}

/** What the words themselves show of a voice that has no name: "residents", "the ministry", "an official who …". */
export function bearerOfWords(
  { kind, canonical }: Resolution,
  head: Token | undefined,
  before: Token | undefined,
): Bearer | null {
  const words = canonical ?? head?.text ?? "";
  if (kind === "collective") return { sort: "collective", because: `“${words}” are more than one` };
  if (kind === "anonymous") return { sort: "anonymous", because: `“${words}” has no name in the article` };
  if (head === undefined || kind !== "role" || isSpeechVerb(head)) return null;
  // "The Observer said": somebody who observes, or a paper
  if (isPaper(head) && head.isCapital) return null;
  // "North Head said": a place by the sea
  if (isQuarter(before) && before?.isCapital && head.isCapital && head.isJoined) return null;
  if (isRoleNoun(head)) return { sort: "person", because: `“${head.text}” is the office of a person` };
  if (isBodyNoun(head) || isBodyHead(head))
    return { sort: "organisation", because: `“${head.text}” is a body` };
  return null;
}
