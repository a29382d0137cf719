import type { Actor } from "@/lib/auth";
import { among, aside, type Tx, unitOf } from "@/lib/db/server";
import type { DraftProposal } from "@/lib/proposals";
import { ownerOf, readFound, suggestionsFor } from "@/lib/proposals/server";
import { listNearOfEach, resemble, shinglesAtLeisure } from "@/lib/shingles/server";
import { sameAddresses } from "@/lib/sources";
import { speakersNow } from "@/lib/speakers/server";
import type { ReadArrival } from "./arrivals";
import type { Accepts, NewDraft, SeenFresh } from "./fresh";
import { findNear } from "./near";
import type { Step } from "./steps";

/** A text that is to be kept as a draft, and what of it is accepted unseen. */
export interface ToKeep {
  readonly about: Omit<NewDraft, "storyId">;
  readonly story: string | undefined;
  readonly found: Step["found"];
  /** Those of its text, where it was read in one step. */
  readonly shingles: Step["shingles"];
  readonly arrival: ReadArrival | undefined;
  readonly accepts: Accepts;
}

/** What the database says of a text before it is kept. */
interface Seen {
  /** The draft of it that its person has open. */
  readonly open: { readonly id: string; readonly publicId: string } | null;
  /** What is found in it, where the record has neither the text nor its address nor nearly the text; null where nothing is accepted unseen. */
  readonly fresh: SeenFresh | null;
}

type Voices = Pick<SeenFresh, "suggestions" | "voices">;

/**
 * What several texts that share a transaction need to know of the database, asked for all of them at once. Of each it is handed out in
 * turn, and asked again where one before it could have changed the answer.
 */
export class TextsAhead {
  readonly #actor: Actor;
  readonly #seen: ReadonlyMap<ToKeep, Seen>;
  readonly #handedOut: { readonly of: ToKeep; readonly shingles: ReadonlySet<number> | null }[] = [];
  #voices: Voices;
  #speakers: number;

  private constructor(actor: Actor, seen: ReadonlyMap<ToKeep, Seen>, voices: Voices, speakers: number) {
    this.#actor = actor;
    this.#seen = seen;
    this.#voices = voices;
    this.#speakers = speakers;
  }

  static async look(tx: Tx, actor: Actor, texts: readonly ToKeep[]): Promise<TextsAhead> {
    const open = await openDrafts(tx, actor, texts);
    const seen = new Map<ToKeep, Seen>();
    const candidates: { of: ToKeep; shingles: ReadonlySet<number> }[] = [];
    for (const of of await withoutKnown(
      tx,
      texts.filter((one) => isAcceptedUnseen(one) && !open.has(one)),
    ))
      candidates.push({ of, shingles: of.shingles ?? (await shinglesAtLeisure(of.about.text)) });
    const near = await listNearOfEach(
      tx,
      candidates.map(({ shingles }) => shingles),
    );
    const proposals = new Map<ToKeep, readonly DraftProposal[]>();
    for (const [at, { of }] of candidates.entries()) {
      const asDraft = { ...of.about, sourceId: null, joins: null };
      // whether the actor may see the source is asked there
      if (near[at]?.length && (await findNear(tx, actor, asDraft, null))) continue;
      proposals.set(of, readFound({ ...of.about, kinds: [] }, of.found));
    }
    const voices = await voicesOf(tx, actor, [...proposals.values()].flat());
    for (const of of texts) {
      const own = proposals.get(of);
      const shingles = candidates.find((one) => one.of === of)?.shingles;
      seen.set(of, {
        open: open.get(of) ?? null,
        fresh: own && shingles ? { proposals: own, shingles, ...voices } : null,
      });
    }
    return new TextsAhead(actor, seen, voices, speakersWritten(tx));
  }

  /** What is seen of one of them now. */
  async of(tx: Tx, text: ToKeep): Promise<Seen> {
    const seen = await this.#now(tx, text);
    this.#handedOut.push({ of: text, shingles: seen.fresh?.shingles ?? null });
    return seen;
  }

  async #now(tx: Tx, text: ToKeep): Promise<Seen> {
    const seen = this.#seen.get(text);
    if (!seen || this.#handedOut.some((before) => isLike(before, text, seen.fresh?.shingles)))
      return (await TextsAhead.look(tx, this.#actor, [text])).#seen.get(text) ?? NOTHING;
    if (!seen.fresh) return seen;
    const speakers = speakersWritten(tx);
    if (speakers !== this.#speakers) {
      // one before it had a new speaker, who may be the known one of this
      const all = [...this.#seen.values()].flatMap(({ fresh }) => fresh?.proposals ?? []);
      this.#voices = await voicesOf(aside(tx), this.#actor, all);
      this.#speakers = speakers;
    }
    return { ...seen, fresh: { ...seen.fresh, ...this.#voices } };
  }
}

const NOTHING: Seen = { open: null, fresh: null };

const isAcceptedUnseen = ({ accepts, about }: ToKeep) => accepts !== "none" && about.unreadFromUtf16 === null;

/** Whether what became of the one may change what is seen of the other: the same text, bytes or address, or nearly the text. */
function isLike(
  { of: { about, arrival }, shingles }: { of: ToKeep; shingles: ReadonlySet<number> | null },
  other: ToKeep,
  others: ReadonlySet<number> | undefined,
): boolean {
  if (about.sha256 === other.about.sha256) return true;
  if (arrival && arrival.row.sha256 === other.arrival?.row.sha256) return true;
  const { address } = other.about;
  if (about.address !== "" && address !== "" && sameAddresses(address).includes(about.address)) return true;
  return shingles !== null && others !== undefined && resemble(shingles, others);
}

async function openDrafts(tx: Tx, actor: Actor, texts: readonly ToKeep[]) {
  const drafts = await tx.importDraft.findMany({
    where: {
      ...{ ownerId: ownerOf(actor), state: "open" },
      sha256: among(texts.map(({ about }) => about.sha256)),
    },
    select: { id: true, publicId: true, sha256: true },
    orderBy: { id: "desc" },
  });
  const bySha = new Map(drafts.map(({ sha256, ...draft }) => [sha256, draft]));
  return new Map(
    texts.flatMap((text) => {
      const draft = bySha.get(text.about.sha256);
      return draft ? [[text, draft] as const] : [];
    }),
  );
}

/** Those of which the record has neither the text nor a source at their address. */
async function withoutKnown(tx: Tx, texts: readonly ToKeep[]): Promise<readonly ToKeep[]> {
  if (texts.length === 0) return texts;
  const editions = await tx.edition.findMany({
    where: { sha256: among(texts.map(({ about }) => about.sha256)) },
    select: { sha256: true },
    orderBy: { id: "asc" },
  });
  const addresses = texts.flatMap(({ about }) => (about.address === "" ? [] : sameAddresses(about.address)));
  const sources =
    addresses.length === 0
      ? []
      : await tx.source.findMany({
          where: { address: among(addresses) },
          select: { address: true },
          orderBy: { id: "asc" },
        });
  const isText = new Set(editions.map(({ sha256 }) => sha256));
  const isAddress = new Set(sources.map(({ address }) => address));
  return texts.filter(
    ({ about: { sha256, address } }) =>
      !isText.has(sha256) && !(address !== "" && sameAddresses(address).some((one) => isAddress.has(one))),
  );
}

async function voicesOf(tx: Tx, actor: Actor, proposals: readonly DraftProposal[]): Promise<Voices> {
  if (proposals.length === 0) return { suggestions: new Map(), voices: new Map() };
  const suggestions = await suggestionsFor(tx, actor, proposals);
  const ids = [...suggestions.values()].flat().map(({ id }) => id);
  return { suggestions, voices: await speakersNow(tx, ids) };
}

const speakersWritten = (tx: Tx) =>
  (["Speaker", "SpeakerAlias"] as const).reduce(
    (sum, model) => sum + (unitOf(tx)?.written.get(model)?.size ?? 0),
    0,
  );
