import type { Who } from "./newsroom";
import type { Touched } from "./rows";

// what is no hand in the version at hand, or is reckoned below
const NO_HAND =
  /^(?:comment|resolve-|assign-form|return-form|approve|publish|decline-form|correct-form|judge-again|confirm-correction|withdraw-correction|retract-form|confirm-retraction|withdraw-retraction|keep-words)/;

interface Act {
  readonly form: string;
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
}

interface Kept {
  hands: Set<string>;
  approver: string | null;
  isPublic: boolean;
  proposer: string | null;
  renewed: Set<string>;
  retracting: string | null;
}

/** What the walk itself saw people do, by which it judges whether they may be the second. */
export class Account {
  readonly #statements = new Map<string, Kept>();
  readonly #claims = new Map<string, Set<string>>();
  #faults: string[] = [];
  readonly done = new Map<string, number>();

  of(id: string): Kept {
    const found = this.#statements.get(id);
    if (found) return found;
    const fresh: Kept = {
      hands: new Set(),
      approver: null,
      isPublic: false,
      proposer: null,
      renewed: new Set(),
      retracting: null,
    };
    this.#statements.set(id, fresh);
    return fresh;
  }

  claim(slug: string): Set<string> {
    const found = this.#claims.get(slug) ?? new Set();
    this.#claims.set(slug, found);
    return found;
  }

  /** An act that was acknowledged and changed the record. */
  acted(who: Who, { form, path, fields: sent }: Act, touched: Touched): string[] {
    this.#faults = [];
    this.#note(who, { form, path, fields: sent }, touched);
    return this.#faults;
  }

  #note(who: Who, { form, path, fields: sent }: Act, touched: Touched) {
    const key = form
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#")
      .replace(/rel-\w+/g, "rel")
      .replace(/\d+$/, "N");
    this.done.set(key, (this.done.get(key) ?? 0) + 1);
    const id = sent.get("statementId") ?? /^\/(?:review|statements)\/(st-\w+)/.exec(path)?.[1];
    if (id && /^st-/.test(id)) this.#move(who, form, id, sent);
    const slug = /^\/claims\/([^?]+)/.exec(path)?.[1];
    if (slug && form === "publish" && this.claim(slug).has(who))
      this.#faults.push(`${who} published the claim ${slug}, of which they made something`);
    if (slug && /^(?:rephrase|judge|take-|remove-position)/.test(form)) this.claim(slug).add(who);
    const isHand = !NO_HAND.test(form);
    if (isHand && id && path.startsWith("/review/") && !form.startsWith("rel")) this.of(id).hands.add(who);
    if (isHand && path.endsWith("/edit") && id) this.of(id).hands.add(who);
    // the others that one act reaches, as the tables tell: which statements stand at the other end
    if (!isHand) return;
    for (const one of touched.related) this.of(one).hands.add(who);
    for (const one of touched.positioned) this.of(one).hands.add(who);
    for (const one of touched.named) if (!this.of(one).isPublic) this.of(one).hands.add(who);
    for (const slug of touched.claims) this.claim(slug).add(who);
  }

  #move(who: string, form: string, id: string, sent: ReadonlyMap<string, string>) {
    const kept = this.of(id);
    const own = (what: string) => this.#faults.push(`${who} ${what} ${id}, in which they had a hand`);
    if (form === "assign-form") kept.hands.add(sent.get("assigneeId") ?? "");
    if (form === "approve") {
      if (kept.hands.has(who)) own("approved");
      kept.approver = who;
    }
    if (form === "publish" && !sent.has("claimId")) {
      if (kept.approver === null || kept.hands.has(kept.approver))
        this.#faults.push(
          `${id} was published, approved by ${kept.approver}, with hands of ${[...kept.hands]}`,
        );
      kept.isPublic = true;
      kept.hands = new Set();
    }
    if (form === "correct-form") {
      kept.proposer = who;
      kept.renewed = new Set();
    }
    if (form === "judge-again") kept.renewed.add(who);
    if (form === "confirm-correction") {
      if (kept.proposer === who || kept.renewed.has(who) || kept.hands.has(who))
        own("confirmed a correction of");
      kept.hands = new Set();
    }
    if (form === "retract-form") kept.retracting = who;
    if (form === "confirm-retraction") {
      if (kept.retracting === who) own("confirmed the retraction of");
    }
  }
}
