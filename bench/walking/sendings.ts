import { type Care, fillIn, type World } from "./fill";
import { type Drawn, type Field, filled, formsOf } from "./forms";
import { DESK, type House, type Who } from "./newsroom";
import { anyPage, type Chance, nextStep, picking, weightOf } from "./ways";

/** A form that is filled in and may be sent, once or again. */
export interface Sending {
  readonly who: Who;
  /** Under whose session it goes; null for nobody's. */
  readonly sentBy: Who | null;
  readonly path: string;
  readonly form: string;
  readonly fields: readonly Field[];
  readonly how: "plain" | "other hands" | "forged" | "stale" | "later" | "repeated";
}

interface At {
  readonly house: House;
  readonly chance: Chance;
  readonly own: readonly string[];
  readonly world: World;
  readonly token: () => string;
  /** Told of a page that broke. */
  readonly fault: (words: string) => void;
}

/** Opens a page as somebody and fills one of its forms in, rightly or not; null where there is nothing to send. */
export async function drawSending({ house, chance, own, world, token, fault }: At): Promise<Sending | null> {
  const pick = picking(chance);
  const wanted = chance() < 0.72 ? await nextStep(house, pick(own), own, chance) : null;
  const who = wanted?.who ?? pick(DESK);
  const path = wanted?.path ?? (await anyPage(own, chance, token));
  const page = await house.people[who].visitor.ask(path, { accept: "text/html" });
  if (page.status >= 500) fault(`${path} answered ${page.status} to ${who}`);
  const forms =
    page.status === 200 ? formsOf(path, page.text).filter(({ name }) => !OF_ONESELF.test(name)) : [];
  if (forms.length === 0) return null;
  const drawn = pick(forms.filter(({ name }) => wanted?.form.test(name))) ?? weighed(forms, chance);
  const care: Care = chance() < (wanted ? 0.97 : 0.85) ? "well" : "anyhow";
  const given = fillIn(drawn, world, care);
  const fields = filled(drawn, given, pick(drawn.buttons));
  const plain: Sending = { ...{ who, sentBy: who, path, form: drawn.name, fields }, how: "plain" };
  return twisted(plain, drawn, { house, chance, own });
}

const OF_ONESELF = /password|sign-out|email/;

function weighed(forms: readonly Drawn[], chance: Chance): Drawn {
  let at = chance() * forms.reduce((sum, { name }) => sum + weightOf(name), 0);
  return forms.find(({ name }) => {
    at -= weightOf(name);
    return at <= 0;
  }) as Drawn;
}

/** The same under other hands, with ids or a version that its page did not give, or to be sent when others have worked. */
function twisted(plain: Sending, drawn: Drawn, at: Pick<At, "house" | "chance" | "own">): Sending {
  const pick = picking(at.chance);
  const twist = at.chance();
  if (twist < 0.08) {
    const sentBy = pick([...DESK, "admin" as const, null]);
    const fields = plain.fields.flatMap(([name, value]): Field[] => {
      if (name !== "sender") return [[name, value]];
      return sentBy ? [[name, at.house.people[sentBy].sender]] : [];
    });
    return { ...plain, sentBy, fields, how: "other hands" };
  }
  if (twist < 0.14) {
    const forged = ["", "st-zzzzzz", "'; DROP", at.house.people.rev.id, "../x"];
    const fields = within(drawn, plain.fields, (name, value) =>
      ID.test(name) ? (at.chance() < 0.6 ? pick(at.own) : pick(forged)) : value,
    );
    return { ...plain, fields, how: "forged" };
  }
  if (twist < 0.19) {
    const by = pick([-1, 1, 40]);
    const fields = within(drawn, plain.fields, (name, value) =>
      name === "version" ? String(Number(value) + by) : value,
    );
    return { ...plain, fields, how: "stale" };
  }
  return twist < 0.25 ? { ...plain, how: "later" } : plain;
}

const ID = /^(?:statementId|id|speakerId|claimId|positionId|fromId|toId|commentId|sourceId|storyId)$/;

/** The fields with those of the form itself changed; those of the parts beside it stay. */
function within(drawn: Drawn, fields: readonly Field[], change: (name: string, value: string) => string) {
  const key = drawn.controls.find(({ name }) => name === "sending")?.value;
  let isIn = !drawn.isPart;
  return fields.map(([name, value]): Field => {
    if (name === "sending" && drawn.isPart) isIn = value === key;
    return isIn ? [name, change(name, value)] : [name, value];
  });
}

/** The fields of the form itself by name, without those of the parts beside it. */
export function ownFields({ form, fields }: Pick<Sending, "form" | "fields">): Map<string, string> {
  const own = new Map<string, string>();
  const key = fields.find(([name, value]) => name === "sending" && value.split(" ")[1] === form)?.[1];
  let isIn = true;
  for (const [name, value] of fields) {
    if (name === "sending") isIn = value === key;
    if (isIn) own.set(name.startsWith(`${form}~`) ? name.slice(form.length + 1) : name, value);
  }
  return own;
}
