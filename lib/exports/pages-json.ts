import { absoluteUrl } from "@/lib/http";
import { companyOf, type Worded, wordedInFull } from "@/lib/statements";
import { type Evidence, type JudgedRelation, toEvidenceJson } from "./judgements-json";
import { type ExportedNotice, toNoticeJson } from "./notice-json";
import { isoDate } from "./statement-json";

interface Said extends Worded {
  readonly publicId: string;
  readonly attribution: string;
  readonly speaker: { readonly slug: string; readonly name: string } | null;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
}

/** A statement as the data of another thing name it: the words with all that must be read with them, and where the rest is. */
function toSaidJson(statement: Said) {
  const { publicId, speaker, attribution, saidOn, saidOnPrecision } = statement;
  return {
    id: publicId,
    url: absoluteUrl(`/statements/${publicId}`),
    notice: companyOf(statement).notice,
    inFull: wordedInFull(statement),
    wording: statement.wording,
    state: statement.state,
    speaker: speaker && { name: speaker.name, slug: speaker.slug },
    attribution,
    saidOn: isoDate(saidOn, saidOnPrecision),
  };
}

interface Claim {
  readonly slug: string;
  readonly proposition: string;
  readonly note: string;
  readonly state: string;
  readonly positions: readonly { readonly stance: string; readonly note: string; readonly statement: Said }[];
  readonly stories: readonly { readonly story: { readonly slug: string; readonly title: string } }[];
}

interface Truth {
  readonly value: string;
  readonly reasons: string;
  readonly uncertainty: string;
  readonly asOf: Date;
  readonly scaleLabel: {
    readonly label: string;
    readonly number: number | null;
    readonly scale: { readonly name: string };
  } | null;
  readonly evidence: readonly Evidence[];
}

/** A claim as `/claims/[slug].json` gives it. */
export function toClaimJson(claim: Claim, truth: Truth | null, notices: readonly ExportedNotice[]) {
  const { slug, proposition, note, state, positions, stories } = claim;
  return {
    slug,
    url: absoluteUrl(`/claims/${slug}`),
    proposition,
    note,
    state,
    truth: truth && {
      value: truth.value,
      label: truth.scaleLabel?.label ?? null,
      scale: truth.scaleLabel?.scale.name ?? null,
      number: truth.scaleLabel?.number ?? null,
      reasons: truth.reasons,
      uncertainty: truth.uncertainty,
      asOf: truth.asOf.toISOString().slice(0, 10),
      evidence: truth.evidence.map(toEvidenceJson),
    },
    positions: positions.map((position) => ({
      stance: position.stance,
      note: position.note,
      statement: toSaidJson(position.statement),
    })),
    stories: stories.map(({ story }) => ({ ...toNamed("stories", story.slug), title: story.title })),
    changes: notices.map(toNoticeJson),
  };
}

interface Found {
  readonly asOf: Date;
  readonly scaleLabel: { readonly label: string } | null;
}

/** What was found of a claim's truth, as lists have it; a verdict in words has no label. */
function toFoundJson(found: Found | null) {
  return found && { label: found.scaleLabel?.label ?? null, asOf: found.asOf.toISOString().slice(0, 10) };
}

interface ClaimRow {
  readonly slug: string;
  readonly proposition: string;
  readonly state: string;
  readonly found: Found | null;
  readonly positions: readonly { readonly stance: string }[];
}

/** A claim as `/claims.json` lists it, with how many take which position. */
export function toClaimRowJson({ slug, proposition, state, positions, found }: ClaimRow) {
  const counts: Record<string, number> = {};
  for (const { stance } of positions) counts[stance] = (counts[stance] ?? 0) + 1;
  return { ...toNamed("claims", slug), proposition, state, truth: toFoundJson(found), positions: counts };
}

interface SourceNamed {
  readonly publicId: string;
  readonly title: string;
  readonly kind: string;
  readonly author: string | null;
  readonly language: string;
  readonly publishedOn: Date | null;
  readonly publishedOnPrecision: string | null;
  readonly outlet: { readonly name: string } | null;
}

interface SourceOpened extends SourceNamed {
  readonly titleRomanised: string | null;
  readonly titleTranslated: string | null;
  readonly address: string | null;
  readonly archiveAddress: string | null;
  readonly editions: readonly {
    readonly number: number;
    readonly sha256: string;
    readonly lengthUtf16: number;
    readonly retrievedAt: Date;
  }[];
  readonly edition: { readonly number: number };
  readonly stories: readonly { readonly slug: string; readonly title: string }[];
  readonly statements: readonly {
    readonly publicId: string;
    readonly state: string;
    readonly form: string;
  }[];
}

/** A source as `/sources/[id].json` gives it: its editions by their checksums, and what stands in the one shown. */
export function toSourceJson(source: SourceOpened, notices: readonly ExportedNotice[]) {
  const { titleRomanised, titleTranslated, address, archiveAddress } = source;
  return {
    ...toSourceFields(source),
    ...{ titleRomanised, titleTranslated, address, archiveAddress },
    editions: source.editions.map(({ number, sha256, lengthUtf16, retrievedAt }) => ({
      ...{ number, sha256, lengthUtf16 },
      retrievedAt: retrievedAt.toISOString(),
    })),
    edition: source.edition.number,
    statements: source.statements.map(({ publicId, form, state }) => ({
      id: publicId,
      url: absoluteUrl(`/statements/${publicId}`),
      ...{ form, state },
    })),
    stories: source.stories.map(({ slug, title }) => ({ ...toNamed("stories", slug), title })),
    changes: notices.map(toNoticeJson),
  };
}

/** A source as `/sources.json` lists it. */
export function toSourceRowJson(source: SourceNamed & { readonly statements: number }) {
  return { ...toSourceFields(source), statements: source.statements };
}

function toSourceFields(source: SourceNamed) {
  const { publicId, title, kind, author, language, outlet } = source;
  return {
    id: publicId,
    url: absoluteUrl(`/sources/${publicId}`),
    ...{ title, kind, language, author },
    outlet: outlet?.name ?? null,
    publishedOn: isoDate(source.publishedOn, source.publishedOnPrecision),
  };
}

interface StoryNamed {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly withdrawnAt: Date | null;
}

interface StoryOpened extends StoryNamed {
  readonly claims: readonly {
    readonly slug: string;
    readonly proposition: string;
    readonly found: Found | null;
  }[];
  readonly sources: readonly { readonly publicId: string; readonly title: string }[];
}

/** A story as `/stories/[slug].json` gives it; its statements are a list of their own. */
export function toStoryJson(story: StoryOpened, notices: readonly ExportedNotice[]) {
  return {
    ...toStoryFields(story),
    claims: story.claims.map(({ slug, proposition, found }) => ({
      ...{ ...toNamed("claims", slug), proposition, truth: toFoundJson(found) },
    })),
    sources: story.sources.map(({ publicId, title }) => ({
      id: publicId,
      url: absoluteUrl(`/sources/${publicId}`),
      title,
    })),
    changes: notices.map(toNoticeJson),
  };
}

/** A story as `/stories.json` lists it. */
export function toStoryRowJson(story: StoryNamed & { readonly statements: number }) {
  return { ...toStoryFields(story), statements: story.statements };
}

function toStoryFields({ slug, title, summary, withdrawnAt }: StoryNamed) {
  return { ...toNamed("stories", slug), title, summary, withdrawnAt: withdrawnAt?.toISOString() ?? null };
}

interface Relation extends JudgedRelation {
  readonly from: Said;
  readonly to: Said;
}

/** A contradiction as `/contradictions.json` lists it, with both ends. */
export function toContradictionJson({ publicId, from, to, evidence, ...relation }: Relation) {
  const { type, state, resolution, rationale, comparability, valueFrom, valueTo, unit, period } = relation;
  return {
    id: publicId,
    ...{ type, state, resolution, rationale, comparability, valueFrom, valueTo, unit, period },
    from: toSaidJson(from),
    to: toSaidJson(to),
    evidence: evidence.map(toEvidenceJson),
  };
}

function toNamed(place: string, slug: string) {
  return { slug, url: absoluteUrl(`/${place}/${slug}`) };
}
