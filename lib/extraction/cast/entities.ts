import { isSecondOfCouple } from "./couples";
import type { Gender } from "./lexicon";
import { findNames, type NameKind, type NameMention } from "./names";
import { type Role, rolesOf } from "./roles";
import type { Token } from "./tokens";

/** One person, body or place of the document with everything printed about it. */
export interface Entity {
  readonly id: number;
  kind: NameKind;
  canonical: string;
  parts: readonly string[];
  gender: Gender | null;
  readonly roles: Role[];
  readonly mentions: NamedMention[];
}

/** A name with the entity it belongs to and how the two were tied. */
export interface NamedMention extends NameMention {
  readonly entity: Entity;
  readonly link: "full" | "surname" | "given name" | "part of the name" | "acronym" | "spelling" | "only";
  /** The mention that the tie rests on, or null for a full name. */
  readonly anchor: NameMention | null;
  /** Descriptions printed with this mention. */
  readonly roles: readonly Role[];
  /** Another person of the article has this name. */
  readonly isAmbiguous: boolean;
}

// names shared by more bearers than this are ambiguous anyway, and the bound keeps odd texts linear
const MAX_SHARED = 8;

class Index {
  readonly #lists = new Map<string, Entity[]>();
  add(key: string, entity: Entity): void {
    const list = this.#lists.get(key);
    if (!list) this.#lists.set(key, [entity]);
    else if (!list.includes(entity)) {
      list.push(entity);
      if (list.length > MAX_SHARED) list.shift();
    }
  }
  get(key: string): readonly Entity[] {
    return this.#lists.get(key) ?? [];
  }
}

const lastOf = (parts: readonly string[]) => parts[parts.length - 1] ?? "";

function isSubset(small: readonly string[], large: readonly string[]): boolean {
  return small.every(
    (part) => large.includes(part) || (part.length === 1 && large.some((other) => other.startsWith(part))),
  );
}

/** Whether two words differ by at most one inserted, dropped, changed or swapped letter. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = endA - start;
  const restB = endB - start;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

function isSame(entity: Entity, mention: NameMention): boolean {
  if (entity.gender && mention.gender && entity.gender !== mention.gender) return false;
  const [a, b] = [entity.parts, mention.parts];
  if (a.length < 2 || b.length < 2) return a.join(" ") === b.join(" ");
  if (lastOf(a) === lastOf(b) || (mention.isFamilyFirst && a[0] === b[0])) {
    if (isSubset(a, b) || isSubset(b, a)) return true;
    const [x, y] = [a[0] ?? "", b[0] ?? ""];
    return x.length >= 5 && y.length >= 5 && isOneEditApart(x, y) && a.length === 2 && b.length === 2;
  }
  return false;
}

function merge(entity: Entity, mention: NameMention, name: string): void {
  if (mention.parts.length > entity.parts.length && mention.parts.length <= 6) {
    entity.parts = mention.parts;
    entity.canonical = name;
  }
  if (entity.kind === "unknown" || (entity.kind === "place" && mention.kind === "person"))
    entity.kind = mention.kind;
  entity.gender ??= mention.gender;
}

/** The people, bodies and places that the text names, and every mention of them in reading order. */
export function findEntities(
  text: string,
  tokens: readonly Token[],
  titled: Uint8Array | null = null,
): { entities: readonly Entity[]; mentions: readonly NamedMention[] } {
  const names = findNames(tokens, titled);
  const entities: Entity[] = [];
  const byLast = new Index();
  const byPart = new Index();
  const byAcronym = new Index();
  const byStem = new Index();
  const owner = new Map<NameMention, Entity>();
  const isSharedSurname = new Set<string>();
  const printed = (mention: NameMention) =>
    text.slice(mention.startUtf16, mention.endUtf16).replace(/\s+/gu, " ");

  const create = (mention: NameMention): Entity => {
    const entity: Entity = {
      id: entities.length,
      kind: mention.kind,
      canonical: printed(mention),
      parts: mention.parts,
      gender: mention.gender,
      roles: [],
      mentions: [],
    };
    entities.push(entity);
    return entity;
  };
  const file = (entity: Entity, mention: NameMention) => {
    byLast.add(lastOf(mention.parts), entity);
    if (mention.isFamilyFirst) byLast.add(mention.parts[0] ?? "", entity);
    for (const part of mention.parts) byPart.add(part, entity);
    byStem.add(lastOf(mention.parts).slice(0, 3), entity);
    const initials = mention.parts
      .filter((part) => part.length > 3 || !/^(?:of|the|for|and|on|de|to|in)$/u.test(part))
      .map((part) => part[0]);
    if (initials.length > 1) byAcronym.add(initials.join(""), entity);
  };

  for (const mention of names) {
    if (mention.parts.length < 2 && mention.startUtf16 === tokens[mention.first]?.startUtf16) continue;
    const key = lastOf(mention.parts);
    const candidates = mention.isFamilyFirst
      ? [...byLast.get(key), ...byLast.get(mention.parts[0] ?? "")]
      : byLast.get(key);
    const known = candidates.findLast((entity) => isSame(entity, mention));
    const entity = known ?? create(mention);
    if (known) merge(entity, mention, printed(mention));
    file(entity, mention);
    owner.set(mention, entity);
    if (isSecondOfCouple(tokens, mention)) isSharedSurname.add(key);
  }
  linkAcronyms(text, tokens, names, owner, byAcronym);

  const singles = new Map<string, Entity>();
  const mentions: NamedMention[] = [];
  for (const mention of names) {
    const full = owner.get(mention);
    const tied = full
      ? { entity: full, link: "full" as const, isAmbiguous: false }
      : tie(mention, tokens, { byPart, byAcronym, byStem });
    let entity = tied?.entity ?? undefined;
    if (!entity) {
      const key = mention.parts.join(" ");
      entity = singles.get(key) ?? create(mention);
      if (singles.has(key)) merge(entity, mention, printed(mention));
      singles.set(key, entity);
    }
    const roles = rolesOf(tokens, mention);
    // written out, since copying by spread takes longer than all the rest of this loop
    const named: NamedMention = {
      startUtf16: mention.startUtf16,
      endUtf16: mention.endUtf16,
      first: mention.first,
      last: mention.last,
      runFirst: mention.runFirst,
      runLast: mention.runLast,
      parts: mention.parts,
      isFamilyFirst: mention.isFamilyFirst,
      kind: mention.kind,
      title: mention.title,
      gender: mention.gender,
      roles,
      entity,
      link: tied?.link ?? "only",
      isAmbiguous:
        tied?.isAmbiguous === true || (full === undefined && isSharedSurname.has(mention.parts[0] ?? "")),
      anchor:
        tied?.entity && tied.link !== "full"
          ? (entity.mentions.findLast((other) => other.parts.length > 1) ?? entity.mentions[0] ?? null)
          : null,
    };
    entity.mentions.push(named);
    entity.gender ??= mention.gender;
    mentions.push(named);
    for (const role of roles) {
      entity.roles.push(role);
      if (entity.kind === "unknown") entity.kind = "person";
      entity.gender ??= role.gender;
    }
  }
  return { entities, mentions };
}

type Tie = { entity: Entity | null; link: NamedMention["link"]; isAmbiguous?: boolean };

function tie(
  mention: NameMention,
  tokens: readonly Token[],
  index: { byPart: Index; byAcronym: Index; byStem: Index },
): Tie | null {
  const part = mention.parts[0] ?? "";
  const agrees = (entity: Entity) => !(entity.gender && mention.gender && entity.gender !== mention.gender);
  const recent = (list: readonly Entity[]): Entity | undefined =>
    list.reduce<Entity | undefined>(
      (best, entity) => (best && lastSeen(best) > lastSeen(entity) ? best : entity),
      undefined,
    );
  const all = index.byPart.get(part).filter(agrees);
  const people = all.filter((entity) => entity.kind === "person" || entity.kind === "unknown");
  const bearers = people.filter((entity) => lastOf(entity.parts) === part);
  const bySurname = recent(bearers);
  const heard = new Set(bearers.map((entity) => sentenceOf(tokens, entity)));
  // "Lars Holm and Finn Holm were rescued. Holm said …": neither is meant more than the other
  if (
    bySurname &&
    new Set(bearers).size > 1 &&
    heard.size < new Set(bearers).size &&
    areTogether(tokens, bearers)
  )
    return { entity: null, link: "only", isAmbiguous: true };
  if (bySurname) return { entity: bySurname, link: "surname", isAmbiguous: new Set(bearers).size > 1 };
  if (mention.kind === "place") return null;
  const byFamily = recent(people.filter((entity) => entity.parts[0] === part && mention.isFamilyFirst));
  if (byFamily) return { entity: byFamily, link: "surname" };
  const byGiven = recent(people.filter((entity) => entity.parts[0] === part));
  if (byGiven) return { entity: byGiven, link: "given name" };
  if (tokens[mention.first]?.isShout) {
    const spelled = recent(index.byAcronym.get(part).filter((entity) => entity.kind !== "person"));
    if (spelled) return { entity: spelled, link: "acronym" };
  }
  const byBody = all.filter(
    (entity) => entity.kind === "body" && (entity.parts[0] === part || lastOf(entity.parts) === part),
  );
  if (byBody.length === 1 && byBody[0] && mention.kind !== "person")
    return { entity: byBody[0], link: "part of the name" };
  const byMiddle = people.filter((entity) => entity.kind === "person");
  if (byMiddle.length === 1 && byMiddle[0]) return { entity: byMiddle[0], link: "part of the name" };
  if (part.length >= 5 && mention.kind !== "body") {
    const close = index.byStem
      .get(part.slice(0, 3))
      .filter(
        (entity) => entity.kind === "person" && agrees(entity) && isOneEditApart(lastOf(entity.parts), part),
      );
    if (close.length === 1 && close[0]) return { entity: close[0], link: "spelling" };
  }
  return null;
}

/** Whether the two bearers of a name who were mentioned last were so in one sentence. */
function areTogether(tokens: readonly Token[], bearers: readonly Entity[]): boolean {
  const [last, before] = [...new Set(bearers)].sort((one, other) => lastSeen(other) - lastSeen(one));
  return (
    last !== undefined && before !== undefined && sentenceOf(tokens, last) === sentenceOf(tokens, before)
  );
}

function sentenceOf(tokens: readonly Token[], entity: Entity): number {
  return tokens[entity.mentions.at(-1)?.first ?? -1]?.sentence ?? -1;
}

function lastSeen(entity: Entity): number {
  return entity.mentions[entity.mentions.length - 1]?.startUtf16 ?? -1;
}

// "Armed Conflict Location & Event Data (ACLED)" and "ISIL-K (Islamic State Khorasan Province)"
function linkAcronyms(
  text: string,
  tokens: readonly Token[],
  names: readonly NameMention[],
  owner: Map<NameMention, Entity>,
  byAcronym: Index,
): void {
  for (let at = 1; at < names.length; at += 1) {
    const [before, after] = [names[at - 1], names[at]];
    if (!before || !after) continue;
    const opening = tokens[after.runFirst];
    if (!opening?.gap.endsWith("(") || after.runFirst !== before.runLast + 1) continue;
    if (!/^[\s\S]{0,2}\)/u.test(text.slice(after.endUtf16, after.endUtf16 + 3))) continue;
    const entity = owner.get(before);
    if (entity && after.parts.length === 1 && tokens[after.first]?.isShout) {
      byAcronym.add(after.parts[0] ?? "", entity);
      if (entity.kind === "unknown") entity.kind = "body";
    }
    const long = owner.get(after);
    // "Senator WONG (South Australia)": where somebody sits
    const isSeat = before.kind === "person" || before.title !== null || after.kind === "place";
    if (long && !isSeat && before.parts.length === 1 && tokens[before.first]?.isShout)
      byAcronym.add(before.parts[0] ?? "", long);
  }
}
